import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { isEditable } from '../field/is-editable.ts';
import type { RecordData } from '../records/record-types.ts';
import { fieldOf } from '../records/use-meta.ts';
import type { Values } from '../records/use-save.ts';

/** The words about a write that travel beside its fields. */
export const REASON = '_reason';

export interface Question {
  readonly object: ObjectMeta;
  readonly record: RecordData;
  readonly values: Values;
  readonly problem: ApiProblem;
  answer(more: Values | null): void;
}

const keyOfPath = (path: string): string => path.split('.')[0] ?? path;

/** What the server wants besides the value that was changed: other fields, or a reason. */
export function askedBeside(object: ObjectMeta, values: Values, problem: ApiProblem): { readonly fields: readonly FieldMeta[]; readonly hasReason: boolean } {
  const keys = new Set(problem.errors.map((e) => keyOfPath(e.path)).filter((key) => !(key in values)));
  const fields = [...keys].flatMap((key) => fieldOf(object, key) ?? []).filter(isEditable);
  return { fields, hasReason: keys.has(REASON) };
}
