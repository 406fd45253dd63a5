import { Input } from 'antd';
import { useState } from 'react';
import { type Board, type BoardUnit, type UnitStatus, statuses, useStockTexts } from '../use-stock.ts';

export interface BoardFilter {
  readonly statuses: readonly UnitStatus[];
  readonly isMine: boolean;
  /** As typed: ten thousands and square metres. */
  readonly price: readonly [string, string];
  readonly area: readonly [string, string];
}

export const noFilter: BoardFilter = { statuses: [], isMine: false, price: ['', ''], area: ['', ''] };

const within = (value: number, [low, high]: readonly [string, string]): boolean => (low === '' || value >= Number(low)) && (high === '' || value <= Number(high));

/** Whether a unit fits; no status chosen means every status. */
export const fits = (unit: BoardUnit, filter: BoardFilter): boolean =>
  (filter.statuses.length === 0 || filter.statuses.includes(unit.status)) && (!filter.isMine || unit.isMine)
  && within(unit.area, filter.area) && (unit.price === null ? filter.price.join('') === '' : within(Number(unit.price) / 10_000, filter.price));

function Range({ label, value, onChange }: { readonly label: string; readonly value: readonly [string, string]; onChange(value: readonly [string, string]): void }) {
  const t = useStockTexts();
  const box = (index: 0 | 1, word: string) => (
    <Input
      aria-label={`${label} ${word}`} placeholder={word} inputMode="decimal" value={value[index]}
      onChange={(event) => /^\d*\.?\d*$/.test(event.target.value) && onChange(index === 0 ? [event.target.value, value[1]] : [value[0], event.target.value])}
    />
  );
  return <span className="stock-range"><span className="small muted">{label}</span>{box(0, t('board.from'))}–{box(1, t('board.to'))}</span>;
}

interface BarProps {
  readonly board: Board;
  readonly filter: BoardFilter;
  readonly shown: number;
  onChange(filter: BoardFilter): void;
}

/** Statuses with their counts, price and area. */
export function FilterBar({ board, filter, shown, onChange }: BarProps) {
  const t = useStockTexts();
  const [isFolded, setFolded] = useState(true);
  const toggle = (status: UnitStatus) => onChange({ ...filter, statuses: filter.statuses.includes(status) ? filter.statuses.filter((each) => each !== status) : [...filter.statuses, status] });
  return (
    <div className="stock-tools no-print">
      <div className="stock-chips" role="group" aria-label={t('board.legend')}>
        {statuses.map((status) => (
          <button key={status} type="button" className={`stock-chip is-${status}`} aria-pressed={filter.statuses.includes(status)} onClick={() => toggle(status)}>
            <span className="stock-letter" aria-hidden>{t(`letter.${status}`)}</span>{t(`status.${status}`)} <b>{board.units.filter((unit) => unit.status === status).length}</b>
          </button>
        ))}
        <button type="button" className="stock-chip" style={{ paddingLeft: 10 }} aria-pressed={filter.isMine} onClick={() => onChange({ ...filter, isMine: !filter.isMine })}>{t('board.mine')}</button>
      </div>
      <div className={`row wrap stock-ranges${isFolded ? ' is-folded' : ''}`}>
        <button type="button" className="plain-button stock-more" aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>{t('board.more')}</button>
        <Range label={t('board.price')} value={filter.price} onChange={(price) => onChange({ ...filter, price })} />
        <Range label={t('board.area')} value={filter.area} onChange={(area) => onChange({ ...filter, area })} />
        <span className="small muted stock-count" role="status">{t('board.shown', { shown, total: board.units.length })}</span>
        {filter !== noFilter && <button type="button" className="plain-button" onClick={() => onChange(noFilter)}>{t('board.clear')}</button>}
      </div>
    </div>
  );
}
