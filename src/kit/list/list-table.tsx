import type { ObjectMeta } from '#meta/view-model.ts';
import { useCallback, useMemo } from 'react';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { bothFilters } from '../filter/filter-model.ts';
import { useCount, useRecords } from '../records/use-records.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { groupLines, recordLines } from './grid/grid-lines.ts';
import { columnsOf } from './list-columns.ts';
import { useSelection } from './list-selection.ts';
import type { ListState } from './list-state.ts';
import { GridSkeleton, ListEmpty, ListError } from './list-states.tsx';
import { RecordGrid } from './grid/record-grid.tsx';
import type { ListOpening } from './list-opening.ts';
import { useGroups } from './grid/use-groups.ts';

export interface ListBodyProps {
  readonly object: ObjectMeta;
  readonly state: ListState;
  readonly opening: ListOpening;
  /** Number columns whose sums the groups show. */
  readonly sums: readonly string[];
  readonly onCreate: (() => void) | undefined;
}

function useLines({ object, state, sums }: ListBodyProps) {
  const { filter, sort, groupBy } = state.settings;
  const query = useMemo(() => ({ filter, q: state.q, sort: sort || undefined }), [filter, state.q, sort]);
  const list = useRecords(object, query);
  const grouped = useGroups(object, groupBy, sums, query);
  const flat = groupBy === undefined;
  const lines = flat ? recordLines(list.records) : groupLines(grouped.groups);
  const records = flat ? list.records : grouped.groups.flatMap((g) => (g.isOpen ? (g.records ?? []) : []));
  return { query, list, grouped, flat, lines, records };
}

/** The table with its bulk bar and its waiting, empty and failed states. */
export function ListTable(props: ListBodyProps) {
  const { object, state, opening, sums } = props;
  const pick = usePick();
  const { query, list, grouped, flat, lines, records } = useLines(props);
  const memoryKey = JSON.stringify([object.key, query, state.settings.groupBy]);
  const count = useCount(object, query);
  const selection = useSelection(records, memoryKey);
  const { columns: keys, widths } = state.settings;
  const columns = useMemo(() => columnsOf(object, keys, widths), [object, keys, widths]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const reachEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const ids = records.map((r) => r.id);
  const failure = flat ? list.error : grouped.error;
  if (failure && lines.length === 0) return <ListError error={failure} onRetry={() => void (flat ? list.refetch() : grouped.refetch())} />;
  if (flat ? list.isPending : grouped.isPending) return <GridSkeleton />;
  if (lines.length === 0) return <ListEmpty object={object} state={state} onCreate={props.onCreate} />;
  return (
    <>
      {(selection.ids.size > 0 || selection.isAll) && <BulkBar object={object} selection={selection} records={records} query={query} count={count.data} />}
      <RecordGrid
        object={object} lines={lines} columns={columns} sort={state.settings.sort} groupBy={state.settings.groupBy} sums={sums} selection={selection} count={count.data}
        memoryKey={memoryKey} isEnd={!flat || !hasNextPage} label={pick(object.label.many)} hrefOf={opening.hrefOf} onSort={(sort) => state.change({ sort })} onResize={state.resize}
        onMove={(moved) => state.change({ columns: moved })} onReachEnd={reachEnd} onPeek={state.setPeek} onOpen={() => opening.remember(ids)}
        onFollow={(id) => { opening.remember(ids); opening.follow(id); }} onToggleGroup={grouped.toggle}
        onOpenGroup={(group) => state.change({ filter: bothFilters(query.filter, grouped.filterOf(group)), groupBy: undefined })}
      />
    </>
  );
}
