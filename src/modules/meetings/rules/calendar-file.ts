/** A meeting as calendars understand it (RFC 5545). */
export interface CalendarEntry {
  /** The same for every version of the meeting. */
  readonly uid: string;
  /** Higher with each change: calendars replace what they had. */
  readonly sequence: number;
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly subject: string;
  readonly place: string;
  readonly words: string;
  readonly url: string;
  readonly isCancelled: boolean;
}

const instant = (at: Date): string => `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
const escape = (text: string): string => text.replace(/\\/g, '\\\\').replace(/[;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n').replace(/[\u0000-\u001f\u007f]/g, '');

/** Octets of a line before it goes on in the next one (RFC 5545 3.1); no character is cut. */
const MAX_OCTETS = 75;
const octetsOf = (sign: string): number => new TextEncoder().encode(sign).length;

function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const sign of line) {
    const octets = octetsOf(sign);
    if (size + octets > MAX_OCTETS) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += sign;
    size += octets;
  }
  return [...parts, part].join('\r\n');
}

/** The text of an .ics file; a cancelled meeting takes itself out of the calendar again. */
export function calendarFile({ uid, sequence, stamp, startsAt, endsAt, subject, place, words, url, isCancelled }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Zhike//Meetings//ZH', `METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`, 'BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(startsAt)}`, `DTEND:${instant(endsAt)}`, `SUMMARY:${escape(subject)}`, ...(place === '' ? [] : [`LOCATION:${escape(place)}`]), ...(words === '' ? [] : [`DESCRIPTION:${escape(words)}`]),
    ...(url === '' ? [] : [`URL:${url}`]), `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT', 'END:VCALENDAR', '',
  ];
  return lines.map(fold).join('\r\n');
}
