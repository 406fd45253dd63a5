import { lazy, Suspense, useMemo, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { PanelFoot, PanelList } from '../panel-parts.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { TaskLine } from './task-line.tsx';
import { useTaskDone } from './use-task-done.ts';

const CreateDialog = lazy(() => import('#kit/form/create-dialog.tsx'));
const SHOWN = 8;

function Tasks({ activities, object, record }: RecordSlotProps & { activities: ObjectMeta }) {
  const t = useCustomersTexts();
  const [isCreating, setCreating] = useState(false);
  const query = useRecords(activities, useMemo(() => ({
    filter: { and: [{ field: 'customer', op: 'eq', value: record.id }, { field: 'status', op: 'eq', value: 'open' }] }, sort: 'dueAt',
  }), [record.id]), SHOWN);
  const given = useMemo(() => ({ customer: { id: record.id, name: textOf(record[object.title]) }, kind: 'task', status: 'open' }), [record, object.title]);
  const { done, finish } = useTaskDone(activities);
  return (
    <>
      <PanelList query={query} count={query.records.length} empty={t('task.empty')}>
        <ul className="task-list">{query.records.slice(0, SHOWN).map((task) => <TaskLine key={task.id} activities={activities} task={task} isDone={done.has(task.id)} onFinish={finish} />)}</ul>
      </PanelList>
      <PanelFoot add={t('task.add')} onAdd={activities.grants.create === undefined ? undefined : () => setCreating(true)} />
      {isCreating && <Suspense fallback={null}><CreateDialog object={activities} given={given} onClose={() => setCreating(false)} onCreated={() => setCreating(false)} /></Suspense>}
    </>
  );
}

/** What is still to be done with this customer, the next deadline first (UX-6). */
export default function TasksPanel(props: RecordSlotProps) {
  const t = useCustomersTexts();
  const activities = useFindObject()('activity');
  return activities ? <Tasks activities={activities} {...props} /> : <p className="panel-empty faint small">{t('panel.denied')}</p>;
}
