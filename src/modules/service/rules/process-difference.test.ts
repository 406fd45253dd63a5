import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareProcesses } from './process-difference.ts';
import type { ProcessStep } from './process.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const step = (key: string, more: Partial<ProcessStep> = {}): ProcessStep => ({ key, label: both(key, key), actor: 'handler', effect: 'none', questions: [], ...more });
const process = (...steps: readonly ProcessStep[]) => ({ name: both('流程', 'Process'), steps });
const told = (before: readonly ProcessStep[], after: readonly ProcessStep[]) => compareProcesses(process(...before), process(...after)).steps.map(({ kind, step: { key }, changes }) => [kind, key, ...changes.map(({ what }) => what)]);

test('what came, what went, what changed, in the order of the new version', () => {
  const [a, b, c] = [step('a'), step('b'), step('c')];
  expect(told([a, b], [a, b])).toEqual([]);
  expect(told([a, b], [step('x'), { ...b, actor: 'manager' }])).toEqual([['added', 'x'], ['changed', 'b', 'actor'], ['removed', 'a']]);
  expect(told([a, b, c], [c, a, b])).toEqual([['changed', 'c', 'order']]);
  expect(told([a], [{ ...a, due: { measure: 'hours', amount: 2 } }])).toEqual([['changed', 'a', 'due']]);
});

test('questions are compared by their key', () => {
  const ask = (key: string, isRequired = true) => ({ key, type: 'text' as const, label: both(key, key), isRequired });
  const before = [step('a', { questions: [ask('x'), ask('y')] })];
  const after = [step('a', { questions: [ask('x', false), ask('z')] })];
  expect(told(before, after)).toEqual([['changed', 'a', 'question-added', 'question-removed', 'question-changed']]);
  expect(told(before, [step('a', { questions: [ask('y'), ask('x')] })])).toEqual([['changed', 'a', 'questions-order']]);
});

test('a version differs from itself in nothing, and any two orders are told by moves alone', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 8 }).chain((keys) => fc.tuple(fc.constant(keys), fc.shuffledSubarray(keys, { minLength: keys.length }))), ([keys, shuffled]) => {
    const [before, after] = [keys.map((key) => step(key)), shuffled.map((key) => step(key))];
    expect(told(before, before)).toEqual([]);
    const lines = told(before, after);
    expect(lines.every(([kind, , ...what]) => kind === 'changed' && what.join() === 'order')).toBe(true);
    expect(lines.length === 0).toBe(keys.join() === shuffled.join());
  }));
});
