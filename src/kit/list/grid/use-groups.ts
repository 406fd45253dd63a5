import type { ObjectMeta } from '#meta/view-model.ts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api-client.ts';
import { bothFilters } from '../../filter/filter-model.ts';
import { filterParam, type RecordPage, type RecordQuery, type SummaryRow } from '../../records/record-types.ts';
import { referenceKeys } from '../../records/use-meta.ts';
import { summaryQuery } from '../../records/use-records.ts';
import { useFormat } from '../../texts/use-format.ts';
import { groupFilter, inOrder, readGrouping } from '../grouping.ts';
import { groupId, type GroupRecords } from './grid-lines.ts';

/** Rows of one open group; a longer group offers itself as a list of its own. */
const GROUP_ROWS = 100;

/** Groups with counts and sums, the first two open; each open group loads its own rows. */
export function useGroups(object: ObjectMeta, groupBy: string | undefined, sums: readonly string[], query: RecordQuery) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const { zone } = useFormat();
  const grouping = readGrouping(object, groupBy);
  const filterOf = (group: SummaryRow) => grouping && groupFilter(grouping, group, zone);
  const measures = ['count', ...sums.map((key) => `sum:${key}`)];
  const summary = useQuery({ ...summaryQuery(object, groupBy ?? '', measures, query), enabled: grouping !== undefined });
  const groups = grouping ? inOrder(grouping, summary.data ?? []) : [];
  const isOpen = (group: SummaryRow, at: number) => opened.has(groupId(group)) || (at < 2 && !closed.has(groupId(group)));
  const include = referenceKeys(object).join(',') || undefined;
  const rows = useQueries({
    queries: groups.map((group, at) => ({
      queryKey: ['records', object.key, 'group', groupBy, group.key, query],
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const filter = filterParam(bothFilters(query.filter, filterOf(group)));
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
  return { groups: found, toggle, filterOf, isPending: groupBy !== undefined && summary.isPending, error: summary.error, refetch: summary.refetch };
}
