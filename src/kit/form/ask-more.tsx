import type { ObjectMeta } from '#meta/view-model.ts';
import { lazy, useSyncExternalStore } from 'react';
import { isProblem } from '../api/api-problem.ts';
import type { RecordData } from '../records/record-types.ts';
import type { Values } from '../records/use-save.ts';
import { askedBeside, type Question } from './ask-question.ts';

const AskDialog = lazy(() => import('./ask-dialog.tsx'));

let question: Question | undefined;
const listeners = new Set<() => void>();

function set(next: Question | undefined): void {
  question = next;
  for (const listener of listeners) listener();
}

/**
 * Runs a write of one record; when the server wants more with it (a reason for the stage, a field that the stage needs),
 * asks for exactly that and writes again. Throws ApiProblem for everything else; `false` when the person gave up.
 */
export async function writeAsking<T>(object: ObjectMeta, record: RecordData, values: Values, write: (values: Values) => Promise<T>): Promise<T | false> {
  try {
    return await write(values);
  } catch (problem) {
    if (!isProblem(problem)) throw problem;
    const { fields, hasReason } = askedBeside(object, values, problem);
    if (fields.length === 0 && !hasReason) throw problem;
    const more = await new Promise<Values | null>((answer) => set({ object, record, values, problem, answer }));
    set(undefined);
    return more === null ? false : writeAsking(object, record, { ...values, ...more }, write);
  }
}

/** Stands once in the shell and shows the question that a write raised. */
export default function AskMoreHost() {
  const asked = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => question,
  );
  return asked ? <AskDialog key={asked.problem.errors.map((e) => e.path).join()} asked={asked} /> : null;
}
