import type { Issue } from '#kernel/failure.ts';
import { type DayChange, type DayRow, type SpecialKind } from './calendar-content.ts';

/** What people write for a kind. */
const kindWords: Readonly<Record<string, SpecialKind>> = {
  holiday: 'holiday', 放假: 'holiday', 休: 'holiday', 节假日: 'holiday', 法定节假日: 'holiday', 假日: 'holiday',
  makeup: 'makeUp', 上班: 'makeUp', 班: 'makeUp', 调休: 'makeUp', 调休上班: 'makeUp', 调休上班日: 'makeUp', 补班: 'makeUp', workday: 'makeUp',
  special: 'special', 特殊: 'special', 特殊时间: 'special', 其他: 'special',
};

export interface ReadList {
  readonly days: readonly DayRow[];
  /** Path `lines.3`: the line of the text or the place in the list, from 1. */
  readonly issues: readonly Issue[];
}

interface Entry { readonly line: number; readonly date: string; readonly kind: string; readonly name: string; readonly hours: string }

/**
 * Reads a list of holidays that somebody pasted or uploaded: JSON (a list of `{date, kind, name, hours}`, or
 * `{holidays: {date: name}, workdays: {date: name}}`) or lines of date, kind, name and hours parted by commas or tabs,
 * with or without a heading. Dates also as 2026/2/17 or 2026年2月17日.
 */
export function readHolidayList(text: string): ReadList {
  const entries = /^\s*[[{]/.test(text) ? jsonEntries(text) : lineEntries(text);
  if (entries === null) return { days: [], issues: [{ path: 'text', code: 'invalid' }] };
  const issues: Issue[] = [];
  const days: DayRow[] = [];
  for (const { line, date: written, kind: word, name, hours } of entries) {
    const date = isoDate(written);
    const kind = kindWords[word.trim().toLowerCase().replaceAll(/[\s_-]/g, '')];
    if (date === null) issues.push({ path: `lines.${line}`, code: 'not-a-date' });
    else if (kind === undefined) issues.push({ path: `lines.${line}`, code: 'not-a-choice', params: { value: word } });
    else days.push({ date, kind, name: name.trim().slice(0, 40), hours: hours.trim() === '' ? null : hours.trim() });
  }
  return { days, issues: entries.length === 0 ? [{ path: 'text', code: 'required' }] : issues };
}

/** A list as changes of a calendar: days of its years that the calendar has beyond it stay as they are. */
export const asChanges = (days: readonly DayRow[]): DayChange[] => days.map(({ date, ...to }) => ({ date, to }));

function isoDate(text: string): string | null {
  const match = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text.normalize('NFKC'));
  if (!match) return null;
  const date = `${match[1]}-${String(match[2]).padStart(2, '0')}-${String(match[3]).padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isFinite(read.getTime()) && read.toISOString().startsWith(date) ? date : null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

function jsonEntries(text: string): readonly Entry[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => {
      const entry = isObject(item) ? item : {};
      return { line: at + 1, date: words(entry['date']), kind: words(entry['kind']), name: words(entry['name']), hours: words(entry['hours']) };
    });
  }
  if (!isObject(value)) return null;
  const { holidays, workdays } = value;
  const listed = [['holiday', holidays], ['makeUp', workdays]] as const;
  return listed.flatMap(([kind, list]) => Object.entries(isObject(list) ? list : {}).map(([date, name], at) => ({ line: at + 1, date, kind, name: words(name), hours: '' })));
}

function lineEntries(text: string): readonly Entry[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const [date = '', kind = '', name = '', ...hours] = line.split(/[,\t，]/).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
    // A heading says what the columns are; it has no digit where the date is.
    if (at === 0 && !/\d/.test(date)) return [];
    return [{ line: at + 1, date, kind, name, hours: hours.filter((cell) => cell !== '').join(', ') }];
  });
}

