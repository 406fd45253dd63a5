import { useMemo } from 'react';
import { useSession } from '#kit/api/session.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { todayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { TaskLine } from '../tasks/task-line.tsx';
import { useTaskDone } from '../tasks/use-task-done.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { HomeCard } from './home-card.tsx';
import { type DayPart, partOfDay } from './home-figures-data.ts';
import { listHref } from './list-href.ts';

const SHOWN = 9;
const parts: readonly DayPart[] = ['overdue', 'today', 'week', 'later'];

/** My open tasks by deadline: done in one press, undo beside it. */
export function MyTasksCard({ activities }: { activities: ObjectMeta }) {
  const t = useCustomersTexts();
  const format = useFormat();
  const { user } = useSession();
  const zone = user.timeZone ?? 'Asia/Shanghai';
  const filter = useMemo(() => ({ and: [
    { field: 'owner', op: 'eq' as const, value: { id: user.id, name: user.name } }, { field: 'status', op: 'eq' as const, value: 'open' },
  ] }), [user.id, user.name]);
  const query = useRecords(activities, useMemo(() => ({ filter, sort: 'dueAt' }), [filter]), SHOWN);
  const { done, finish } = useTaskDone(activities);
  const today = format.today();
  const partOf = (task: RecordData) => partOfDay(typeof task['dueAt'] === 'string' ? todayIn(new Date(task['dueAt']), zone) : undefined, today);
  const byPart = Map.groupBy(query.records.slice(0, SHOWN), partOf);
  return (
    <HomeCard title={t('home.tasks')} className="home-tasks" query={query} height={260} side={<PageLink className="small" to={listHref('/activities', filter, 'dueAt')}>{t('panel.all')}</PageLink>}>
      {query.records.length === 0 && <p className="panel-empty muted">{t('home.noTasks')}</p>}
      {parts.map((part) => {
        const tasks = byPart.get(part);
        return tasks && (
          <section key={part} aria-label={t(`home.${part}`)}>
            <h3 className={`panel-group${part === 'overdue' ? ' danger' : ''}`}>{t(`home.${part}`)}</h3>
            <ul>{tasks.map((task) => <TaskLine key={task.id} activities={activities} task={task} isDone={done.has(task.id)} hasCustomer onFinish={finish} />)}</ul>
          </section>
        );
      })}
    </HomeCard>
  );
}
