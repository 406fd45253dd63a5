import { expect, test } from 'vitest';
import { relationSides } from './relation-sides.ts';

const a = { id: 'a', name: 'A' };
const b = { id: 'b', name: 'B' };
const c = { id: 'c', name: 'C' };

test('a relation reads from either side and shows once', () => {
  const records = [
    { id: '1', version: 1, customer: a, other: b, kind: 'parentCompany' },
    { id: '2', version: 1, customer: b, other: a, kind: 'subsidiary' },
    { id: '3', version: 1, customer: c, other: a, kind: 'referrer', note: 'x' },
  ];
  const sides = relationSides(records, 'a');
  expect([...sides.keys()]).toEqual(['companies', 'referrals']);
  expect(sides.get('companies')).toEqual([{ id: '1', kind: 'parentCompany', other: b, note: '' }]);
  expect(sides.get('referrals')).toEqual([{ id: '3', kind: 'referred', other: c, note: 'x' }]);
});

test('the household comes first and is the same from both sides', () => {
  const records = [{ id: '1', version: 1, customer: b, other: a, kind: 'partner' }, { id: '2', version: 1, customer: b, other: a, kind: 'spouse' }];
  expect([...relationSides(records, 'a').entries()].map(([group, list]) => [group, list[0]?.kind])).toEqual([['household', 'spouse'], ['others', 'partner']]);
});
