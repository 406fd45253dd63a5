export interface Span {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** How far off a moment is, whichever side of it we are on; whole minutes. */
export function spanTo(iso: string, now: number): Span {
  const minutes = Math.floor(Math.abs(Date.parse(iso) - now) / 60_000);
  return { days: Math.floor(minutes / 1_440), hours: Math.floor((minutes % 1_440) / 60), minutes: minutes % 60 };
}

/** The two largest parts of a span that are not nothing: days and hours, or hours and minutes; none below one minute. */
export function spanParts({ days, hours, minutes }: Span): readonly { readonly unit: 'days' | 'hours' | 'minutes'; readonly n: number }[] {
  const all = [{ unit: 'days', n: days }, { unit: 'hours', n: hours }, { unit: 'minutes', n: minutes }] as const;
  const first = all.findIndex((part) => part.n > 0);
  return first === -1 ? [] : all.slice(first, first + 2).filter((part) => part.n > 0);
}

export type DueState = 'breached' | 'near' | 'half' | 'calm' | 'waiting' | 'none';

/** What a row says of its deadline now: the server's word, but past is past the moment it is. */
export function dueState(row: { readonly state: string; readonly dueAt: string | null; readonly urgency: 'calm' | 'half' | 'near' | 'breached' }, now: number): DueState {
  if (row.state === 'waiting') return 'waiting';
  if (row.dueAt === null) return 'none';
  if (Date.parse(row.dueAt) <= now) return 'breached';
  return row.urgency === 'breached' ? 'near' : row.urgency;
}
