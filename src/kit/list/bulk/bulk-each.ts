import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '../../api/api-client.ts';
import type { BulkTarget } from '../../module/web-module.ts';
import { filterParam, type RecordData, type RecordPage } from '../../records/record-types.ts';
import { wireValues, type Values } from '../../records/use-save.ts';
import type { BulkResult } from './bulk-run.ts';

/** The most that one call answers. */
const PAGE = 200;

/** Every record that a bulk action works on; "all results" are fetched page by page. */
export async function targetRecords({ object, ids, records, filter, q }: BulkTarget): Promise<readonly RecordData[]> {
  if (ids !== 'all') return records;
  const found: RecordData[] = [];
  let cursor: string | undefined;
  do {
    const page: RecordPage = await api.get<RecordPage>(`/${object.plural}`, { query: { filter: filterParam(filter), q, limit: PAGE, cursor } });
    found.push(...page.data);
    cursor = page.page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

export interface OwnChange {
  readonly id: string;
  /** Absent: whatever the version is by now. */
  readonly version?: number;
  readonly values: Values;
}

/** Changes each record in its own way. */
export async function runChanges(object: ObjectMeta, changes: readonly OwnChange[]): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = [];
  for (let at = 0; at < changes.length; at += PAGE) {
    const operations = changes.slice(at, at + PAGE).map(({ values, ...which }) => ({ op: 'update', ...which, values: wireValues(object, values) }));
    results.push(...(await api.post<{ results: readonly BulkResult[] }>(`/${object.plural}/bulk`, { operations })).results);
  }
  return results;
}
