import type { FieldMeta } from '#meta/view-model.ts';
import { describe, expect, it } from 'vitest';
import { byDay, thinDays } from './calendar-data.ts';

const field = { key: 'dueAt', type: 'dateTime' } as FieldMeta;
const at = (id: string, dueAt: string | null) => ({ id, version: 1, dueAt });

describe('the days of a calendar (UX-3)', () => {
  it('lie in the person’s time zone; what has no date lies nowhere', () => {
    const days = byDay(field, [at('a', '2026-03-01T16:30:00Z'), at('b', '2026-03-02T01:00:00Z'), at('c', null)], 'Asia/Shanghai');
    expect([...days].map(([day, records]) => [day, records.map((r) => r.id)])).toEqual([['2026-03-02', ['a', 'b']]]);
  });

  it('ask for their own records where the first page holds fewer than are shown, and only there', () => {
    const found = new Map([['2026-03-01', [at('a', null), at('b', null), at('c', null), at('d', null)]], ['2026-03-02', [at('e', null)]]]);
    const counts = new Map([['2026-03-01', 900], ['2026-03-02', 1], ['2026-03-03', 2], ['2026-03-04', 0]]);
    expect(thinDays(counts, found, 4)).toEqual(['2026-03-03']);
    expect(thinDays(counts, new Map(), 4)).toEqual(['2026-03-01', '2026-03-02', '2026-03-03']);
  });
});
