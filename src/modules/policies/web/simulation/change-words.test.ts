import { expect, test } from 'vitest';
import { personChanges } from './change-words.ts';
import type { SimulatedChange } from './impact-registry.ts';

const change = (before: string, after: string): SimulatedChange => ({
  decisionId: 'd', subject: { object: 'customer', id: 'c1' }, eventAt: '2026-03-01T00:00:00Z', names: { a: '方若溪', b: '江临', c1: '海信' },
  before: { clause: '1', results: { owner: before, subject: 'c1', share: 50 } }, after: { status: 'decided', clause: '2', results: { owner: after, subject: 'c1', share: 40 } },
});

test('counts for each person the records that come and go; the subject is nobody', () => {
  expect(personChanges([change('a', 'b'), change('a', 'b'), change('b', 'a'), change('a', 'a'), change('x', 'a')])).toEqual([
    { id: 'a', name: '方若溪', gained: 2, lost: 2 }, { id: 'b', name: '江临', gained: 2, lost: 1 },
  ]);
  expect(personChanges([])).toEqual([]);
});
