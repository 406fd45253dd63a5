import { expect, test } from 'vitest';
import { checkProcess } from '../../rules/process-check.ts';
import { stepEffects } from '../../rules/process.ts';
import { shippedProcesses } from '../../rules/shipped-processes.ts';
import { movedTo, withEffect, withNewQuestion, withNewStep, withoutQuestion, withoutStep } from './process-edit.ts';

const repair = shippedProcesses.find((each) => each.key === 'repair');
if (!repair) throw new Error('no repair process');

test.each(stepEffects)('a step that is given the effect %s asks what it works with', (effect) => {
  const { process, key } = withNewStep(repair, 2);
  const made = process.steps.find((each) => each.key === key);
  if (!made) throw new Error('no step');
  const step = withEffect({ ...made, label: { 'zh-CN': '新', en: 'New' } }, effect);
  const codes = checkProcess({ steps: process.steps.map((each) => (each.key === key ? step : each)) }).filter((remark) => remark.step === key && remark.level === 'error').map(({ code }) => code);
  expect(codes).toEqual(effect === 'record' ? ['record-not-first'] : []);
});

test('keys stay their own; what led to a step that is gone goes too', () => {
  const { process, key } = withNewStep(withNewStep(repair, 1).process, 1);
  expect(new Set(process.steps.map((step) => step.key)).size).toBe(7);
  expect(withoutStep(process, key).steps).toHaveLength(6);
  expect(withoutStep(repair, 'repair').steps.find((step) => step.key === 'callback')).not.toHaveProperty('turns');
  const callback = repair.steps.find((step) => step.key === 'callback');
  if (!callback) throw new Error('no call back');
  expect(withoutQuestion(callback, 'isSolved')).not.toHaveProperty('turns');
  expect(withNewQuestion(withNewQuestion(callback)).questions.map(({ key: name }) => name)).toEqual(['isSolved', 'satisfaction', 'words', 'question4', 'question5']);
});

test('moving keeps everything else in order, and stops at the ends', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(movedTo(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});
