import type { ObjectMeta } from '#meta/view-model.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { isBlank } from '../field/field-props.ts';
import { FieldValue } from '../field/field-value.tsx';
import { type RecordData, titleOf } from '../records/record-types.ts';
import { fieldOf } from '../records/use-meta.ts';
import { useRecords } from '../records/use-records.ts';
import { PageLink } from '../shell/page-link.tsx';
import { usePick } from '../texts/locale-provider.tsx';
import { rememberedScroll, rememberScroll } from './list-memory.ts';
import type { ListBodyProps } from './list-table.tsx';
import { GridSkeleton, ListEmpty, ListError } from './list-states.tsx';

function RecordCard({ object, record, columns, href, onOpen }: { object: ObjectMeta; record: RecordData; columns: readonly string[]; href: string; onOpen: () => void }) {
  const pick = usePick();
  const fields = columns.slice(1, 6).flatMap((key) => fieldOf(object, key) ?? []).filter((f) => !isBlank(record[f.key]));
  return (
    <PageLink to={href} className="card card-line" onClick={onOpen}>
      <span className="card-title"><span className="truncate">{titleOf(object, record)}</span></span>
      <span className="card-fields">
        {fields.map((field) => (
          <span key={field.key} className="truncate">
            {field.type !== 'choice' && field.type !== 'multiChoice' && <span className="faint">{pick(field.label)} </span>}
            <FieldValue object={object} field={field} value={record[field.key]} record={record} isCell />
          </span>
        ))}
      </span>
    </PageLink>
  );
}

/** The list on a phone: cards of the first columns, as many as are seen. */
export function RecordCards({ object, state, opening, onCreate }: ListBodyProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { filter, sort, columns } = state.settings;
  const query = useMemo(() => ({ filter, q: state.q, sort: sort || undefined }), [filter, state.q, sort]);
  const list = useRecords(object, query);
  const memoryKey = JSON.stringify(['cards', object.key, query]);
  const virtual = useVirtualizer({
    count: list.records.length, getScrollElement: () => scroller.current, estimateSize: () => 92, overscan: 6, initialOffset: () => rememberedScroll(memoryKey),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= list.records.length - 8) void fetchNextPage();
  }, [last, list.records.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (list.error && list.records.length === 0) return <ListError error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <GridSkeleton />;
  if (list.records.length === 0) return <ListEmpty object={object} state={state} onCreate={onCreate} />;
  const ids = list.records.map((r) => r.id);
  return (
    <div className="cards" ref={scroller} onScroll={(e) => rememberScroll(memoryKey, e.currentTarget.scrollTop)}>
      <div role="list" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const record = list.records[item.index];
          return record && (
            <div key={record.id} role="listitem" data-index={item.index} ref={virtual.measureElement} style={{ position: 'absolute', left: 0, right: 0, transform: `translateY(${item.start}px)` }}>
              <RecordCard object={object} record={record} columns={columns} href={opening.hrefOf(record.id)} onOpen={() => opening.remember(ids)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
