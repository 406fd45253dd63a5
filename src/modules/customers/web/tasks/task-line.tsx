import { CheckCircle2, Circle } from 'lucide-react';
import { textOf } from '#kit/field/field-props.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { isNamedRef, type RecordData } from '#kit/records/record-types.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { todayIn } from '#kit/texts/dates.ts';
import { useSessionIfAny } from '#kit/api/session.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { CheckInLink } from '../visits/check-in-link.tsx';
import './tasks.css';

interface TaskLineProps {
  readonly activities: ObjectMeta;
  readonly task: RecordData;
  readonly isDone: boolean;
  /** The home page names the customer; the customer's own page need not. */
  readonly hasCustomer?: boolean;
  onFinish(task: RecordData): void;
}

/** The colour of a deadline: over, today, within two days, later. */
function dueTone(days: number): string {
  if (days < 0) return ' tag-zhu';
  return days <= 1 ? ' tag-hu' : '';
}

/** When a task is due: `剩 3 天`, red once it is over. */
export function DueTag({ at }: { at: string }) {
  const format = useFormat();
  const zone = useSessionIfAny()?.user.timeZone ?? 'Asia/Shanghai';
  const date = todayIn(new Date(at), zone);
  const days = Math.round((Date.parse(date) - Date.parse(format.today())) / 86_400_000);
  return <time className={`tag${dueTone(days)}`} dateTime={at} title={format.fullMoment(at)}>{format.due(date) ?? format.date(date)}</time>;
}

/** One open task: done in one press, its customer, its deadline. */
export function TaskLine({ activities, task, isDone, hasCustomer = false, onFinish }: TaskLineProps) {
  const t = useCustomersTexts();
  const address = useAddress();
  const title = textOf(task[activities.title]);
  const { customer, dueAt } = task;
  const mayEdit = task.capabilities?.includes('update') ?? activities.grants.update !== undefined;
  const Icon = isDone ? CheckCircle2 : Circle;
  return (
    <li className={`task-line${isDone ? ' is-done' : ''}`}>
      <button type="button" className="check-button" role="checkbox" aria-checked={isDone} disabled={!mayEdit || isDone} aria-label={t('task.finish', { task: title })} onClick={() => onFinish(task)}><Icon size={17} aria-hidden /></button>
      <span className="task-words">
        <PageLink to={`${address(activities)}/${task.id}`}>{title}</PageLink>
        {hasCustomer && isNamedRef(customer) && <PageLink to={`/customers/${customer.id}`} className="small muted truncate">{customer.name}</PageLink>}
      </span>
      {task['kind'] === 'visit' && !isDone && isNamedRef(customer) && <CheckInLink customer={customer} visit={{ id: task.id, name: title }} />}
      {typeof dueAt === 'string' && <DueTag at={dueAt} />}
    </li>
  );
}
