import { type FieldType, EQUALITY, ORDER, bad, ok, plainText } from './field-type.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real calendar day: 2026-02-29 is not. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+(\d{1,2})[:时](\d{2})(?:[:分](\d{2}))?.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

interface Written {
  readonly day: string;
  readonly time: string | undefined;
}

/** Dates as people write them: 2026-3-1, 2026/03/01, 2026年3月1日, 20260301, with or without a time. */
export function writtenDate(text: string): Written | undefined {
  const match = WRITTEN.exec(text.normalize('NFKC').trim()) ?? COMPACT.exec(text);
  if (!match) return undefined;
  const two = (part: string | undefined) => (part ?? '00').padStart(2, '0');
  const day = `${match[1]}-${two(match[2])}-${two(match[3])}`;
  return isDate(day) ? { day, time: match[4] && `${two(match[4])}:${two(match[5])}:${two(match[6])}` } : undefined;
}

/** The offset of a zone at an instant, in minutes. */
function offsetMinutes(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

/** The instant of a wall-clock time in a zone; in a gap of summer time the later offset counts. */
export function zonedInstant(day: string, time: string, zone: string): string {
  const asUtc = new Date(`${day}T${time}Z`);
  const first = new Date(asUtc.getTime() - offsetMinutes(zone, asUtc) * 60_000);
  return new Date(asUtc.getTime() - offsetMinutes(zone, first) * 60_000).toISOString();
}

const base = { isSortable: true, isGroupable: true } as const;

const date: FieldType = {
  ...base,
  family: 'date',
  operators: [...EQUALITY, ...ORDER, 'within'],
  parse: (value) => (typeof value === 'string' && isDate(value) ? ok(value) : bad('not-a-date')),
  fromText(text) {
    const written = writtenDate(text);
    return written ? ok(written.day) : bad('not-a-date');
  },
  toText: plainText,
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

const dateTime: FieldType = {
  ...base,
  family: 'dateTime',
  operators: [...ORDER, 'isNull', 'within'],
  parse(value) {
    if (typeof value !== 'string' || !INSTANT.test(value) || !isDate(value.slice(0, 10))) return bad('not-a-time');
    const at = new Date(value);
    return Number.isNaN(at.getTime()) ? bad('not-a-time') : ok(at.toISOString());
  },
  fromText(text, field, ctx) {
    if (INSTANT.test(text)) return dateTime.parse(text, field);
    const written = writtenDate(text);
    return written ? ok(zonedInstant(written.day, written.time ?? '00:00:00', ctx.timeZone)) : bad('not-a-time');
  },
  toText: (value, _field, ctx) =>
    typeof value === 'string'
      ? new Date(value).toLocaleString('sv-SE', { timeZone: ctx.timeZone, dateStyle: 'short', timeStyle: 'medium' })
      : '',
};

export const dateTypes = { date, dateTime };
