import { Input } from 'antd';
import { useId, useState } from 'react';
import { instantOfWall } from '#kernel/working-time/wall-time.ts';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { type ShownOrder, useFieldworkTexts } from '../use-fieldwork.ts';

/** As typed: a day and two times `HH:MM`. */
export interface TypedWindow {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

const secondsOf = (time: string): number => Number(time.slice(0, 2)) * 3_600 + Number(time.slice(3, 5)) * 60;

/** The instants of a typed window; undefined where it is not whole or ends before it begins. */
export function readWindow({ day, from, to }: TypedWindow, zone: string): { readonly from: string; readonly to: string } | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d/.test(from) || !/^\d\d:\d\d/.test(to) || from >= to) return undefined;
  return { from: instantOfWall(zone, { date: day, seconds: secondsOf(from) }).toISOString(), to: instantOfWall(zone, { date: day, seconds: secondsOf(to) }).toISOString() };
}

/** Begins with the order's window, else with an hour of the given day. */
export function useWindow(order: Pick<ShownOrder, 'from' | 'to'> | undefined, day: string) {
  const { zone } = useFormat();
  const [value, set] = useState<TypedWindow>(() => {
    if (!order || order.from === null || order.to === null) return { day, from: '09:00', to: '10:00' };
    const from = dayIn(order.from, zone);
    return { day: from.day, from: from.time, to: dayIn(order.to, zone).time };
  });
  return { value, set };
}

export function WindowFields({ value, onChange }: { readonly value: TypedWindow; onChange(value: TypedWindow): void }) {
  const t = useFieldworkTexts();
  const ids = { day: useId(), from: useId(), to: useId() };
  return (
    <div className="window-fields">
      <div className="admin-field"><label htmlFor={ids.day}>{t('board.date')}</label><Input id={ids.day} type="date" value={value.day} onChange={(event) => onChange({ ...value, day: event.target.value })} /></div>
      <div className="admin-field"><label htmlFor={ids.from}>{t('board.from')}</label><Input id={ids.from} type="time" value={value.from} onChange={(event) => onChange({ ...value, from: event.target.value })} /></div>
      <div className="admin-field"><label htmlFor={ids.to}>{t('board.to')}</label><Input id={ids.to} type="time" value={value.to} onChange={(event) => onChange({ ...value, to: event.target.value })} /></div>
    </div>
  );
}
