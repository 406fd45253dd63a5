import { useMemo } from 'react';
import { type Board, type BoardUnit, inWan, useStockTexts } from '../use-stock.ts';

interface GridProps {
  readonly board: Board;
  /** Ids that fit the filter; the others stay in their place, dimmed. */
  readonly fitting: ReadonlySet<string>;
  /** The building that is shown on a telephone. */
  readonly building: string | undefined;
  onOpen(unit: BoardUnit): void;
}

/** Building × floor × unit, a letter and a colour for each status (RE-40). */
export function BoardGrid({ board, fitting, building, onOpen }: GridProps) {
  const byBuilding = useMemo(() => Map.groupBy(board.units, (unit) => unit.building), [board.units]);
  return (
    <div className="stock-buildings">
      {board.buildings.map((each) => (
        <section key={each.id} className={`card stock-building${each.id === building ? '' : ' is-other'}`} aria-label={each.name}>
          <h2 className="card-head">{each.name}</h2>
          <Floors units={byBuilding.get(each.id) ?? []} fitting={fitting} onOpen={onOpen} />
        </section>
      ))}
    </div>
  );
}

function Floors({ units, fitting, onOpen }: { readonly units: readonly BoardUnit[]; readonly fitting: ReadonlySet<string>; onOpen(unit: BoardUnit): void }) {
  const t = useStockTexts();
  const floors = useMemo(() => [...Map.groupBy(units, (unit) => unit.floor)].toSorted(([a], [b]) => b - a), [units]);
  return (
    <div className="stock-grid" role="group">
      {floors.map(([floor, row]) => (
        <div key={floor} className="stock-floor">
          <span title={t('board.floor', { floor })}>{floor}</span>
          <div>{row.map((unit) => <UnitBox key={unit.id} unit={unit} isOut={!fitting.has(unit.id)} onOpen={onOpen} />)}</div>
        </div>
      ))}
    </div>
  );
}

function UnitBox({ unit, isOut, onOpen }: { readonly unit: BoardUnit; readonly isOut: boolean; onOpen(unit: BoardUnit): void }) {
  const t = useStockTexts();
  const price = unit.price === null ? '' : t('board.wan', { value: inWan(unit.price) });
  const words = [unit.code, t(`status.${unit.status}`), unit.layout, `${unit.area} ㎡`, price].filter(Boolean).join(' · ');
  return (
    <button type="button" className={`stock-unit is-${unit.status}${isOut ? ' is-out' : ''}${unit.isMine ? ' is-mine' : ''}`} title={words} onClick={() => onOpen(unit)}>
      <span className="visually-hidden">{words}</span>
      <span className="stock-letter" aria-hidden>{t(`letter.${unit.status}`)}</span>
      <span className="stock-unit-text" aria-hidden><span>{unit.code.replace(/^[^-]*-/, '')}</span>{unit.price !== null && <small>{inWan(unit.price)}</small>}</span>
    </button>
  );
}
