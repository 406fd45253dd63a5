import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useDroppable } from '@dnd-kit/core';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { ChoiceValue } from '../field/choice-value.tsx';
import { bothFilters } from '../filter/filter-model.ts';
import type { ListOpening } from '../list/list-opening.ts';
import type { RecordQuery } from '../records/record-types.ts';
import { fieldOf } from '../records/use-meta.ts';
import { useRecords } from '../records/use-records.ts';
import type { Values } from '../records/use-save.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { formatMoney, formatNumber, isMoney } from '../texts/numbers.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import type { BoardColumn } from './kanban-data.ts';
import { KanbanCard } from './kanban-card.tsx';

interface ColumnProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly column: BoardColumn;
  readonly query: RecordQuery;
  readonly columns: readonly string[];
  readonly sums: readonly string[];
  readonly opening: ListOpening;
  readonly mayMove: boolean;
  readonly onCreate: ((values: Values) => void) | undefined;
}

const PAGE = 30;

function sumWords(object: ObjectMeta, key: string, value: unknown): string {
  if (isMoney(value)) return formatMoney(value);
  if (typeof value !== 'number' && typeof value !== 'string') return '';
  return fieldOf(object, key)?.type === 'money' ? formatMoney({ amount: String(value), currency: 'CNY' }) : formatNumber(value);
}

/** One column: a drop target with its count, sums and cards. */
export function KanbanColumn({ object, field, column, query, columns, sums, opening, mayMove, onCreate }: ColumnProps) {
  const t = useKitTexts();
  const pick = usePick();
  const { setNodeRef, isOver } = useDroppable({ id: `column-${column.value ?? ''}`, data: { value: column.value } });
  const own = useMemo(() => ({ ...query, filter: bothFilters(query.filter, column.filter) }), [query, column.filter]);
  const { records, hasNextPage, fetchNextPage, isPending } = useRecords(object, own, PAGE);
  const count = column.summary?.count ?? 0;
  const rest = count - records.length;
  const words = sums.map((key) => sumWords(object, key, column.summary?.[`sum:${key}`] ?? column.summary?.[key])).filter(Boolean);
  const choice = field.choices?.find((c) => c.value === column.value);
  const name = choice ? pick(choice.label) : t('kanban.noValue');
  return (
    <section ref={setNodeRef} className={`kanban-column${isOver ? ' is-over' : ''}`} aria-label={name}>
      <header className="kanban-head">
        {column.value === null ? <span className="tag">{t('kanban.noValue')}</span> : <ChoiceValue field={field} value={column.value} />}
        <span className="faint">{formatNumber(count)}</span>
        <span className="grow" />
        {words.map((word) => <span key={word} className="small muted">{word}</span>)}
        {onCreate && choice?.retired !== true && (
          <button type="button" className="plain-button kanban-add" aria-label={`${t('kanban.add')}${t('app.colon')}${name}`} title={t('kanban.add')} onClick={() => onCreate({ [field.key]: column.value })}><Plus size={15} aria-hidden /></button>
        )}
      </header>
      <div className="kanban-cards">
        {records.map((record) => (
          <KanbanCard
            key={record.id} object={object} record={record} columns={columns} boardField={field.key} href={opening.hrefOf(record.id)} mayMove={mayMove}
            onOpen={() => opening.remember(records.map((r) => r.id))}
          />
        ))}
        {isPending && <div className="skeleton" style={{ height: 64 }} />}
        {!isPending && records.length === 0 && <p className="small faint kanban-none">{t('kanban.empty')}</p>}
        {hasNextPage && <button type="button" className="link-button small" onClick={() => void fetchNextPage()}>{t('kanban.more', { count: Math.min(PAGE, Math.max(rest, 1)) })}</button>}
      </div>
    </section>
  );
}
