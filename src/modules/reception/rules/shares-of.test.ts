import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePolicy } from '#meta/decisions/compiled-policy.ts';
import { decide } from '#meta/decisions/decide.ts';
import type { Fact, FactValue, PolicyModel } from '#meta/decisions/decision-model.ts';
import { addDays } from '#kernel/period.ts';
import { receptionPacks } from '../reception.packs.ts';
import { possibleClauses } from './possible-clauses.ts';
import { equalParts, ownersOf, sharesOf } from './shares-of.ts';
import { nobody, type Parties } from './visit-facts-of.ts';

const parties: Parties = { earlier: 'a', receiver: 'b', designated: 'c', assistant: 'd', introducer: 'e', earlierAll: ['a', 'f', 'g'] };
const policies = receptionPacks.flatMap((pack) => pack.policies.filter((model) => model.point === 'ownership').map((model) => ({ name: pack.key, model })));

const valueOf = (fact: Fact): fc.Arbitrary<FactValue> => {
  const day = fc.integer({ min: -70, max: 70 }).map((days) => addDays('2026-02-28', days));
  const plain: fc.Arbitrary<FactValue> = fact.type === 'boolean' ? fc.boolean() : fact.type === 'date' ? day : fc.constantFrom(...(fact.choices ?? []).map(({ value }) => value));
  return fact.isNullable === true ? fc.oneof(plain, fc.constant(null)) : plain;
};
const factsOf = (model: PolicyModel) => fc.record(Object.fromEntries(model.facts.map((fact) => [fact.name, valueOf(fact)])));

test.each(policies)('$name: for any facts exactly one row decides, and the shares are 100 % together or wait for a ruling or the lot', ({ model }) => {
  const policy = compilePolicy(model);
  fc.assert(fc.property(factsOf(model), (facts) => {
    const decision = decide(policy, facts);
    if (decision.status !== 'decided') return false;
    if (decision.trace.at(-1)?.rows.length !== 1) return false;
    const { shares, missing } = sharesOf(decision.results, parties);
    const total = shares.reduce((sum, { percent }) => sum + percent, 0);
    const isOpen = decision.results['owner'] === 'ruling' || decision.results['owner'] === 'drawn';
    return missing.length === 0 && (isOpen ? shares.length === 0 : Math.abs(total - 100) < 1e-9);
  }), { numRuns: 2_000 });
});

test('equal parts sum exactly, the first ones take what is left of the last decimal', () => {
  expect(equalParts(50, 3)).toEqual([16.6666666667, 16.6666666667, 16.6666666666]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 60 }), (percent, count) =>
    Math.round(equalParts(percent, count).reduce((sum, part) => sum + part * 1e10, 0)) === percent * 1e10));
});

test('the earlier receivers share without the present one; a party nobody knows is named as missing', () => {
  expect(sharesOf({ receiverShare: 50, earlierAllShare: 50 }, { ...parties, receiver: 'g' })).toEqual({
    missing: [], shares: [{ party: 'receiver', userId: 'g', percent: 50 }, { party: 'earlierAll', userId: 'a', percent: 25 }, { party: 'earlierAll', userId: 'f', percent: 25 }],
  });
  expect(sharesOf({ earlierShare: 100 }, nobody).missing).toEqual(['earlier']);
});

test('owners are persons; funds, the lot and rulings own nothing', () => {
  expect(ownersOf('both', parties)).toEqual(['a', 'b']);
  expect(ownersOf('both', { ...parties, earlier: 'b' })).toEqual(['b']);
  for (const owner of ['publicFund', 'department', 'drawn', 'ruling', null]) expect(ownersOf(owner, parties)).toEqual([]);
});

test('3.7 may still come to g, h, i or j: exactly these are shown at the desk', () => {
  const model = policies.find(({ name }) => name === 'site-rotation')?.model;
  if (!model) return expect.unreachable();
  const facts = { matter: 'visit', cameBefore: true, earlierRegisteredOn: '2026-01-10', arrivedOn: '2026-01-31', designation: 'none', remembers: false };
  expect(possibleClauses(compilePolicy(model), facts, '2026-01-31').map(({ clause }) => clause).toSorted()).toEqual(['3.7g', '3.7h', '3.7i', '3.7j']);
});
