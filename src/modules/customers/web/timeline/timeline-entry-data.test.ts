import { expect, test } from 'vitest';
import { detailContact, detailText, orderEntries, readEntry } from './timeline-entry-data.ts';

const raw = (id: string, more: object = {}) => ({
  id, kind: 'call', at: '2026-11-20T01:00:00.000Z', actor: { id: 'u', name: '沈一舟' }, title: '回访', body: null, object: 'activity', recordId: id,
  pinned: false, visibility: 'internal', version: 3, outcome: 'reached', contact: { id: 'k', name: '顾行远' }, ...more,
});

test('an entry is read with its person, outcome and pin', () => {
  const entry = readEntry(raw('1', { pinned: true, visibility: 'customer' }));
  expect(entry).toMatchObject({ actor: '沈一舟', isPinned: true, isForCustomer: true, object: 'activity', recordId: '1', version: 3, body: '' });
  expect(entry && [detailText(entry, 'outcome'), detailText(entry, 'dueAt'), detailContact(entry)]).toEqual(['reached', '', { id: 'k', name: '顾行远' }]);
  expect(readEntry({ id: '1', kind: 'call' })).toBeUndefined();
});

test('a change names its object, else it is that of the entry', () => {
  const changes = [{ field: 'name', from: 'A', to: 'B' }, { object: 'contact', recordId: 'k', field: 'phone', from: null, to: '1' }, { from: 1 }];
  expect(readEntry(raw('1', { kind: 'change', object: 'customer', changes }))?.changes).toEqual([
    { object: 'customer', recordId: '', field: 'name', from: 'A', to: 'B' }, { object: 'contact', recordId: 'k', field: 'phone', from: null, to: '1' },
  ]);
});

test('pinned entries stand first and none shows twice', () => {
  const [a, b, c] = ['1', '2', '3'].map((id) => readEntry(raw(id)));
  if (!a || !b || !c) throw new Error('entries were not read');
  expect(orderEntries([c], [a, b, c, b]).map((e) => e.id)).toEqual(['3', '1', '2']);
});
