import { expect, test } from 'vitest';
import type { CaseMessage } from '../use-case.ts';
import { byDay, newerBy } from './message-days.ts';

const message = (id: string, at: string, author: string | null = null, kind: CaseMessage['kind'] = 'reply'): CaseMessage =>
  ({ id, kind, channel: 'phone', body: id, quoted: null, hasHtml: false, held: 0, at, author: author === null ? null : { id: author, name: author }, authorName: null, files: [] });

test('messages stand under their day, in their order', () => {
  const days = byDay([message('a', '2026-03-02T15:00:00Z'), message('b', '2026-03-02T17:00:00Z'), message('c', '2026-03-02T18:00:00Z')], (iso) => (iso < '2026-03-02T16' ? '2026-03-02' : '2026-03-03'));
  expect(days.map(({ day, messages }) => [day, messages.map(({ id }) => id).join()])).toEqual([['2026-03-02', 'a'], ['2026-03-03', 'b,c']]);
});

test('newer is what others said to or for the customer since one began to write', () => {
  const all = [message('a', '1', 'lin'), message('b', '2', 'zhou'), message('c', '3', 'lin'), message('d', '4', 'zhou', 'note'), message('e', '5', null, 'incoming')];
  expect(newerBy(all, 'a', 'lin').map(({ id }) => id)).toEqual(['b', 'e']);
  expect(newerBy(all, 'e', 'lin')).toEqual([]);
  expect(newerBy(all, null, 'lin').map(({ id }) => id)).toEqual(['b', 'e']);
});
