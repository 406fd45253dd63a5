/** How a number in a sheet is to be understood: as it is, as a date or time, or as digits padded with zeros. */
export type CellFormat = { kind: 'number' } | { kind: 'date' } | { kind: 'digits'; length: number };

const plain: CellFormat = { kind: 'number' };
const date: CellFormat = { kind: 'date' };
const daySeconds = 86_400;
const lastSerial = 2_958_465;

/** Format of a built-in number; 27-36 and 50-58 are dates of Chinese, Japanese and Korean Excel, 46 is a duration. */
export function builtInFormat(id: number): CellFormat {
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);
  return isDate ? date : plain;
}

/** A format code of the workbook. `[h]:mm` counts hours beyond a day and stays a number; `000000` keeps its zeros. */
export function formatOfCode(code: string): CellFormat {
  const first = code.split(';', 1)[0] ?? '';
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?:\$[^\]]*|[A-Za-z]{3,}\d*|[<>=][^\]]*|DBNum\d)\]/gi, '');
  if (/^0{2,}$/.test(bare)) return { kind: 'digits', length: bare.length };
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return plain;
  if (/general/i.test(bare)) return plain;
  return /[ymdhs]/i.test(bare) && !/[0#?]{1,}[.,]?[0#?]*E[+-]/i.test(bare) ? date : plain;
}

/**
 * A serial date as ISO text: `2024-01-05`, `2024-01-05T08:30:00` (no zone: a sheet has none), `08:30:00` below one day.
 * Undefined for what is no date in Excel either (negative, beyond the year 9999).
 */
export function isoOfSerial(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 0) || serial > lastSerial + 1) return undefined;
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * daySeconds);
  if (seconds === daySeconds) {
    days += 1;
    seconds = 0;
  }
  if (days === 0) return clock(seconds);
  const day = new Date(epoch(days, is1904) + days * daySeconds * 1000).toISOString().slice(0, 10);
  return seconds === 0 ? day : `${day}T${clock(seconds)}`;
}

/** Trap: Excel has a 29 February 1900 (serial 60), so that the days before it count from another epoch. */
function epoch(days: number, is1904: boolean): number {
  if (is1904) return Date.UTC(1904, 0, 1);
  return days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
