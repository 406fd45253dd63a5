import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '../../api/api-client.ts';
import { type RecordData, wireFilter } from '../../records/record-types.ts';
import { wireValues } from '../../records/use-save.ts';

export interface BulkResult {
  readonly status: number;
  readonly id?: string;
  readonly problem?: { readonly code?: string; readonly detail?: string };
}

interface Chosen {
  readonly records: readonly RecordData[];
  readonly isAll: boolean;
  readonly filter: Filter | undefined;
  readonly q: string | undefined;
}

/** Operations of one call; the API takes no more (PL-20). */
const MAX_OPERATIONS = 1_000;

/** Runs one operation on the chosen records and tells what became of each. */
export async function runBulk(
  object: ObjectMeta, chosen: Chosen, op: 'update' | 'delete' | 'restore', values?: Readonly<Record<string, unknown>>,
): Promise<readonly BulkResult[]> {
  const path = `/${object.plural}/bulk`;
  const sent = values ? { values: wireValues(object, values) } : {};
  if (chosen.isAll) {
    const body = { filter: wireFilter(chosen.filter), q: chosen.q, op, ...sent };
    return (await api.post<{ results: readonly BulkResult[] }>(path, body)).results;
  }
  const results: BulkResult[] = [];
  for (let at = 0; at < chosen.records.length; at += MAX_OPERATIONS) {
    const operations = chosen.records.slice(at, at + MAX_OPERATIONS).map(({ id, version }) => ({ op, id, ...(op === 'restore' ? {} : { version }), ...sent }));
    results.push(...(await api.post<{ results: readonly BulkResult[] }>(path, { operations })).results);
  }
  return results;
}

export const isDone = (result: BulkResult): boolean => result.status >= 200 && result.status < 300;
