import { expect, it } from 'vitest';
import { type Condition, type FlowFacts, expandSteps, matchFlow } from './flow.ts';

const facts: FlowFacts = { amount: '100000.00', unitPath: ['company', 'north'], facts: { level: 'star5' } };
const flow = (name: string, ...conditions: Condition[]) => ({ name, conditions });

it.each([
  ['above is not equal', [flow('a', { kind: 'amountAbove', amount: '100000' })], undefined],
  ['a cent more', [flow('a', { kind: 'amountAbove', amount: '99999.99' })], 'a'],
  ['a unit counts with what is below it', [flow('a', { kind: 'unit', unit: 'company' })], 'a'],
  ['another unit', [flow('a', { kind: 'unit', unit: 'south' })], undefined],
  ['a fact', [flow('a', { kind: 'fact', fact: 'level', equals: 'star4' }), flow('b', { kind: 'fact', fact: 'level', equals: 'star5' })], 'b'],
  ['all conditions', [flow('a', { kind: 'unit', unit: 'north' }, { kind: 'amountAbove', amount: '900000' }), flow('rest')], 'rest'],
  ['the first one wins', [flow('a'), flow('b')], 'a'],
] as const)('%s', (_name, flows, expected) => expect(matchFlow(flows, facts)?.name).toBe(expected));

it('an amount that is not given is above nothing', () => {
  expect(matchFlow([flow('a', { kind: 'amountAbove', amount: '-1' })], { ...facts, amount: null })).toBeUndefined();
});

it('a chain of managers is one step a level', () => {
  const shared = { name: null, rule: { kind: 'any' }, timeoutHours: null } as const;
  const steps = expandSteps([{ ...shared, by: { kind: 'manager', levels: 3 } }, { ...shared, by: { kind: 'role', role: 'finance' } }]);
  expect(steps.map(({ by }) => (by.kind === 'manager' ? by.levels : by.kind))).toEqual([1, 2, 3, 'role']);
});
