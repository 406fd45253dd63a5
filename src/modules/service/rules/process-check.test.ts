import { expect, test } from 'vitest';
import { checkProcess, hasErrors, limitOf } from './process-check.ts';
import { type ProcessStep, type StepQuestion, stepOf } from './process.ts';
import { shippedProcesses } from './shipped-processes.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const step = (key: string, more: Partial<ProcessStep> = {}): ProcessStep => ({ key, label: both(key, key), actor: 'handler', effect: 'none', questions: [], ...more });
const yes = (key: string, more: Partial<StepQuestion> = {}): StepQuestion => ({ key, type: 'boolean', label: both(key, key), isRequired: true, ...more });
const errors = (...steps: readonly ProcessStep[]) => checkProcess({ steps }).filter((each) => each.level === 'error').map(({ code, step: at }) => `${at}: ${code}`);

test('a process without steps, with a key twice, without names', () => {
  expect(errors()).toEqual([': no-steps']);
  expect(errors(step('a'), step('a'))).toEqual(['a: key-twice']);
  expect(errors(step('a', { label: both('甲', ' ') }))).toEqual(['a: no-name']);
  expect(hasErrors(checkProcess({ steps: [step('a')] }))).toBe(false);
});

test('a step that no answer leads to is named (SE-3)', () => {
  const always = step('a', { questions: [yes('ok')], turns: [{ key: 'ok', is: true, to: 'c' }, { key: 'ok', is: false, to: 'c' }] });
  expect(errors(always, step('b'), step('c'))).toEqual(['b: unreachable']);
  const sometimes = step('a', { questions: [yes('ok', { isRequired: false })], turns: always.turns ?? [] });
  expect(errors(sometimes, step('b'), step('c'))).toEqual([]);
});

test('steps that can never come to an end are named', () => {
  const back = step('b', { questions: [yes('ok')], turns: [{ key: 'ok', is: true, to: 'a' }, { key: 'ok', is: false, to: 'b' }] });
  expect(errors(step('a'), back)).toEqual(['a: no-end', 'b: no-end']);
  expect(errors(step('a'), { ...back, turns: back.turns?.slice(0, 1) ?? [] })).toEqual([]);
});

test('a turn needs its question, its answer and its step', () => {
  expect(errors(step('a', { turns: [{ key: 'x', is: true, to: 'z' }] }))).toEqual(['a: turn-to-nowhere', 'a: turn-without-question']);
  expect(errors(step('a', { questions: [yes('ok')], turns: [{ key: 'ok', is: 'maybe', to: 'a' }] }))).toEqual(['a: turn-value']);
});

test('nobody can be responsible before somebody was named; an actor must exist', () => {
  expect(errors(step('a', { actor: 'responsible' }))).toEqual(['a: nobody-responsible']);
  const assign = step('a', { effect: 'assign', questions: [{ key: 'responsible', type: 'user', label: both('人', 'Who'), isRequired: true }] });
  expect(errors(assign, step('b', { actor: 'responsible' }))).toEqual([]);
  const stranger: unknown = 'director';
  expect(errors({ ...step('a'), actor: stranger as ProcessStep['actor'] })).toEqual(['a: unknown-actor']);
});

test('an effect gets what it works with: there, of its type, required, with values that it knows', () => {
  expect(errors(step('a', { effect: 'callback', questions: [yes('isSolved')] }))).toEqual(['a: question-missing']);
  expect(errors(step('a', { effect: 'answer', questions: [{ key: 'reply', type: 'longText', label: both('答', 'Answer'), isRequired: false }] }))).toEqual(['a: question-optional']);
  const complaint = shippedProcesses[0]?.steps ?? [];
  const judge = stepOf({ steps: complaint }, 'judge');
  const strange = judge && { ...judge, questions: judge.questions.map((question) => (question.key === 'severity' ? { ...question, choices: [...(question.choices ?? []), { value: 'huge', label: both('特大', 'Huge') }] } : question)) };
  expect(errors(...complaint.map((each) => (each.key === 'judge' && strange ? strange : each)))).toEqual(['judge: choice-unknown']);
});

test('questions: twice, nameless, without choices, asked by one that comes later', () => {
  expect(errors(step('a', { questions: [yes('x'), yes('x')] }))).toEqual(['a: question-twice']);
  expect(errors(step('a', { questions: [yes('x', { label: both('', 'X') })] }))).toEqual(['a: question-no-name']);
  expect(errors(step('a', { questions: [{ ...yes('x'), type: 'choice', choices: [] }] }))).toEqual(['a: no-choices']);
  expect(errors(step('a', { questions: [yes('x', { when: { key: 'y', is: true } }), yes('y')] }))).toEqual(['a: when-too-late']);
  expect(errors(step('a', { questions: [yes('x', { when: { key: 'z', is: true } })] }))).toEqual(['a: when-without-question']);
});

test('recording comes first and asks nothing', () => {
  expect(errors(step('a'), step('b', { effect: 'record' }))).toEqual(['b: record-not-first']);
  expect(errors(step('a', { effect: 'record', questions: [yes('x')] }), step('b'))).toEqual(['a: first-asks']);
});

test('whatever comes after the answer needs a time of its own, but the call back', () => {
  const complaint = shippedProcesses[0]?.steps ?? [];
  expect(complaint.map((_step, at) => limitOf(complaint, at))).toEqual(['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'callback', 'own']);
  const { due: _due, ...evaluate } = complaint.at(-1) ?? step('z');
  expect(checkProcess({ steps: [...complaint.slice(0, -1), evaluate] })).toEqual([{ level: 'hint', code: 'no-due', step: 'evaluate' }]);
  expect(errors(step('a', { due: { measure: 'workingDays', amount: 1.5 } }))).toEqual(['a: due-amount']);
  expect(errors(step('a', { due: { measure: 'hours', amount: 0 } }))).toEqual(['a: due-amount']);
});
