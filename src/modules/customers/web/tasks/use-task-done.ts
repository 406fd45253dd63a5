import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useSave } from '#kit/records/use-save.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';

/** One press finishes a task, undo opens it again; the line stays ticked until the list has been read anew. */
export function useTaskDone(activities: ObjectMeta) {
  const t = useCustomersTexts();
  const client = useQueryClient();
  const { patch } = useSave(activities);
  const undoable = useUndo();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const mark = (id: string, isDone: boolean) => setDone((old) => {
    const next = new Set(old);
    if (isDone) next.add(id);
    else next.delete(id);
    return next;
  });
  const finish = (task: RecordData) => {
    mark(task.id, true);
    patch(task.id, task.version, { status: 'done' }).then((saved) => {
      undoable(t('task.finished', { task: textOf(task[activities.title]) }), async () => {
        await patch(task.id, saved.version, { status: 'open' });
        mark(task.id, false);
      });
    }, (problem: unknown) => {
      mark(task.id, false);
      reportProblem(problem);
      void client.invalidateQueries({ queryKey: ['records', activities.key] });
    });
  };
  return { done, finish };
}
