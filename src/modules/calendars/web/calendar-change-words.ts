import { holidayName } from '#kernel/working-time/holiday-names.ts';
import type { Locale } from '#kernel/texts.ts';
import { sayDay } from '#kit/working-time/trace-lines.ts';
import { calendarsWebTexts } from './calendars-web.texts.ts';
import type { Change } from './use-calendars.ts';

type Side = Change['from'];

/** One side of a change: `放假 · 春节`, `09:00-12:00`, 休息. */
export function saySide(locale: Locale, side: Side): string {
  const { t } = calendarsWebTexts;
  if (side === null) return t(locale, 'list.nothing');
  if (typeof side === 'string') return side === '' ? t(locale, 'week.off') : side;
  return [t(locale, `kinds.${side.kind}`), holidayName(side.name, locale), side.hours ?? ''].filter(Boolean).join(' · ');
}

/** A change of a version in one sentence. */
export function sayChange(locale: Locale, { what, key, from, to }: Change): string {
  const { t } = calendarsWebTexts;
  const sides = { from: saySide(locale, from), to: saySide(locale, to) };
  if (what === 'day') return t(locale, 'versions.day', { date: `${key.slice(0, 4)} · ${sayDay(locale, key)}`, ...sides });
  if (what === 'weekday') return t(locale, 'versions.weekday', { day: t(locale, 'week.days').split(' ')[Number(key)] ?? '', ...sides });
  return t(locale, `versions.${what}`, sides);
}
