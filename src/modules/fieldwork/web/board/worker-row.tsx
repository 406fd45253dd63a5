import { useDroppable } from '@dnd-kit/core';
import { AlertTriangle, Route } from 'lucide-react';
import { useFormat } from '#kit/texts/use-format.ts';
import { dayIn } from '#kit/texts/dates.ts';
import { type DispatchBoard, type ShownOrder, useFieldworkTexts, useSayWindow } from '../use-fieldwork.ts';
import { hoursOf, loadLevel, placeWindows } from './day-track.ts';

type Row = DispatchBoard['workers'][number];
type Flag = Row['flags'][number];

interface RowProps {
  readonly row: Row;
  /** Midnight, in milliseconds. */
  readonly start: number;
  readonly hours: { readonly first: number; readonly last: number };
  onOpen(order: ShownOrder): void;
}

/** A bar of what is planned against the hours of work. */
export function LoadBar({ minutes, capacity }: { readonly minutes: number; readonly capacity: number }) {
  return <span className={`load-bar is-${loadLevel(minutes, capacity)}`} aria-hidden><span style={{ width: `${capacity === 0 ? (minutes > 0 ? 100 : 0) : Math.min(100, (minutes / capacity) * 100)}%` }} /></span>;
}

export const inHours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** What does not fit about an order, in words. */
export function useSayFlag(): (flag: Flag) => string {
  const t = useFieldworkTexts();
  return ({ kind, after, needed, free }) => (kind === 'overlap' ? t('board.overlaps') : t('board.tooFar', { after: after ?? '', needed, free }));
}

/** One person of the day: their load, their windows, what of it does not fit, and in which order the way is shortest. */
export function WorkerRow({ row, start, hours, onOpen }: RowProps) {
  const t = useFieldworkTexts();
  const say = useSayWindow();
  const sayFlag = useSayFlag();
  const { zone } = useFormat();
  const { setNodeRef, isOver } = useDroppable({ id: row.id, data: { worker: row } });
  const placed = placeWindows(hoursOf(row.orders, start), hours.first, hours.last);
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));
  const places = new Map(row.route.map((id, at) => [id, at + 1]));
  const areas = row.route.flatMap((id) => row.orders.find((order) => order.id === id)?.area ?? []);
  const stops = [...(row.start === null ? [] : [row.start]), ...areas].filter((area, at, all) => area !== all[at - 1]);
  const timeOf = (iso: string | null) => (iso === null ? '' : dayIn(iso, zone).time);
  return (
    <tr ref={setNodeRef} className={isOver ? 'is-over' : ''}>
      <th scope="row">
        {row.name}
        <span className={`small ${loadLevel(row.minutes, row.capacity) === 'over' ? 'danger' : 'muted'}`}>{row.orders.length === 0 ? t('board.free') : t('board.load', { hours: inHours(row.minutes), of: inHours(row.capacity), count: row.orders.length })}</span>
        <LoadBar minutes={row.minutes} capacity={row.capacity} />
      </th>
      <td>
        <div className="dispatch-track" style={{ height: lanes * 52 + 4, backgroundSize: `${100 / (hours.last - hours.first)}% 100%` }} role="group" aria-label={t('board.track', { worker: row.name })}>
          {placed.map(({ order: { shown }, left, width, lane }) => {
            const flags = row.flags.filter(({ order }) => order === shown.id).map(sayFlag);
            return (
              <button
                key={shown.id} type="button" className={`dispatch-block is-${shown.state}${flags.length > 0 ? ' is-flagged' : ''}`} style={{ left: `${left}%`, width: `${width}%`, top: lane * 52 + 2 }}
                title={[`${say(shown)} ${shown.subject}`, shown.area, ...flags].filter(Boolean).join('\n')} onClick={() => onOpen(shown)}
              >
                <span className="truncate">{flags.length > 0 && <AlertTriangle size={13} aria-hidden />}{shown.subject}<span className="visually-hidden"> {flags.join(' ')}</span></span>
                <span className="small truncate">{timeOf(shown.from)}–{timeOf(shown.to)} {t(`states.${shown.state}`)}{shown.area !== null && ` · ${shown.area}`}{(places.get(shown.id) ?? 0) > 0 && row.route.length > 1 && <b> {places.get(shown.id)}</b>}</span>
              </button>
            );
          })}
        </div>
        {stops.length > 1 && <p className="small muted dispatch-route"><Route size={13} aria-hidden />{stops.join(' → ')}</p>}
        {row.flags.length > 0 && <ul className="dispatch-flags small">{row.flags.map((flag) => <li key={`${flag.order} ${flag.kind}`}><AlertTriangle size={13} aria-hidden />{row.orders.find(({ id }) => id === flag.order)?.number} {sayFlag(flag)}</li>)}</ul>}
      </td>
    </tr>
  );
}
