import type { ObjectMeta } from '#meta/view-model.ts';
import { type PendingFile, isPendingFile, storeFile } from '../field/stored-file.ts';
import type { RecordData } from '../records/record-types.ts';
import type { Values } from '../records/use-save.ts';

const pendingOf = (values: Values): readonly (readonly [string, PendingFile])[] =>
  Object.entries(values).flatMap(([key, value]) => (isPendingFile(value) ? [[key, value] as const] : []));

/** What can be sent or kept as a draft: chosen files wait in the page until their record exists. */
export const withoutPending = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => !isPendingFile(value)));

/** Uploads the files that were chosen before the record existed, and writes them into their fields. Throws ApiProblem. */
export async function uploadPending(
  object: ObjectMeta, record: RecordData, values: Values, patch: (id: string, version: number | undefined, values: Values) => Promise<unknown>,
): Promise<void> {
  const pending = pendingOf(values);
  if (pending.length === 0) return;
  const stored: Record<string, unknown> = {};
  for (const [key, { file }] of pending) stored[key] = (await storeFile(object, record.id, key, file)).id;
  await patch(record.id, undefined, stored);
}
