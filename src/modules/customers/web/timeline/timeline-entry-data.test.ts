import { expect, test } from 'vitest';
import { orderEntries, readEntry } from './timeline-entry-data.ts';

const entry = (id: string, more: object = {}) => readEntry({ id, kind: 'call', at: '2026-11-20T01:00:00.000Z', ...more });

test('an entry is read with its person, outcome and pin', () => {
  const found = entry('1', { actor: { id: 'u', name: '沈一舟' }, title: '回访', outcome: 'reached', pinned: true, visibility: 'customer' });
  expect(found).toMatchObject({ actor: '沈一舟', outcome: 'reached', isPinned: true, isForCustomer: true, object: 'activity', mayEdit: true });
  expect(readEntry({ id: '1', kind: 'call' })).toBeUndefined();
});

test('changes belong to the customer and are not edited here', () => {
  const found = readEntry({ id: '1', kind: 'change', at: 'x', changes: [{ field: 'stage', from: 'potential', to: 'lost' }, { from: 1 }] });
  expect(found).toMatchObject({ object: 'customer', mayEdit: false, changes: [{ field: 'stage', from: 'potential', to: 'lost' }] });
});

test('pinned entries stand first and none shows twice', () => {
  const list = ['1', '2', '3', '2'].flatMap((id) => entry(id, { pinned: id === '3' }) ?? []);
  expect(orderEntries(list).map((e) => e.id)).toEqual(['3', '1', '2']);
});
