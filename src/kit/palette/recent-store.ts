export interface RecentRecord {
  readonly object: string;
  readonly id: string;
  readonly title: string;
}

const KEY = 'zhike.recent';
const MAX = 12;

const isRecent = (value: unknown): value is RecentRecord =>
  typeof value === 'object' && value !== null && 'object' in value && 'id' in value && 'title' in value;

/** Records seen lately in this tab, newest first; session storage, so that a shared computer forgets them. */
export function readRecent(): readonly RecentRecord[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(record: RecentRecord): void {
  const rest = readRecent().filter((r) => r.id !== record.id);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([record, ...rest].slice(0, MAX)));
  } catch {
    // Without storage there is no "recent".
  }
}
