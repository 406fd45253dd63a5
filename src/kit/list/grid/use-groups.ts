import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api-client.ts';
import { bothFilters } from '../../filter/filter-model.ts';
import { filterParam, type RecordPage, type RecordQuery, type SummaryRow } from '../../records/record-types.ts';
import { fieldOf, referenceKeys } from '../../records/use-meta.ts';
import { summaryQuery } from '../../records/use-records.ts';
import { groupId, type GroupRecords } from './grid-lines.ts';

/** Rows of one open group; a longer group offers itself as a list of its own. */
const GROUP_ROWS = 100;

export const groupFilter = (field: string, group: SummaryRow): Filter =>
  group.key === null ? { field, op: 'isNull', value: true } : { field, op: 'eq', value: group.key };

/** Choices in their own order, everything else by size. */
function inOrder(object: ObjectMeta, groupBy: string, groups: readonly SummaryRow[]): readonly SummaryRow[] {
  const choices = fieldOf(object, groupBy)?.choices;
  if (!choices) return groups.toSorted((a, b) => b.count - a.count);
  const place = (group: SummaryRow) => {
    const at = choices.findIndex((c) => c.value === group.key);
    return at < 0 ? choices.length : at;
  };
  return groups.toSorted((a, b) => place(a) - place(b));
}

/** Groups with counts and sums, the first two open; each open group loads its own rows. */
export function useGroups(object: ObjectMeta, groupBy: string | undefined, sums: readonly string[], query: RecordQuery) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const measures = ['count', ...sums.map((key) => `sum:${key}`)];
  const summary = useQuery({ ...summaryQuery(object, groupBy ?? '', measures, query), enabled: groupBy !== undefined });
  const groups = groupBy === undefined ? [] : inOrder(object, groupBy, summary.data ?? []);
  const isOpen = (group: SummaryRow, at: number) => opened.has(groupId(group)) || (at < 2 && !closed.has(groupId(group)));
  const include = referenceKeys(object).join(',') || undefined;
  const rows = useQueries({
    queries: groups.map((group, at) => ({
      queryKey: ['records', object.key, 'group', groupBy, group.key, query],
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const filter = filterParam(bothFilters(query.filter, groupFilter(groupBy ?? '', group)));
        return api.get<RecordPage>(`/${object.plural}`, { signal, query: { filter, q: query.q, sort: query.sort, limit: GROUP_ROWS, include } });
      },
      enabled: isOpen(group, at),
    })),
  });
  const found: GroupRecords[] = groups.map((group, at) => ({ group, isOpen: isOpen(group, at), records: rows[at]?.data?.data }));
  const toggle = (group: SummaryRow) => {
    const id = groupId(group);
    const wasOpen = found.find((g) => groupId(g.group) === id)?.isOpen ?? false;
    const without = (set: ReadonlySet<string>) => new Set([...set].filter((x) => x !== id));
    setOpened((old) => (wasOpen ? without(old) : new Set([...old, id])));
    setClosed((old) => (wasOpen ? new Set([...old, id]) : without(old)));
  };
  return { groups: found, toggle, isPending: groupBy !== undefined && summary.isPending, error: summary.error, refetch: summary.refetch };
}
