import { expect, test } from 'vitest';
import { shippedProcesses } from './shipped-processes.ts';
import { answerIssues, stepAfter, stepOf } from './process.ts';
import { checkProcess } from './process-check.ts';

const complaint = shippedProcesses.find((each) => each.key === 'complaint');
if (!complaint) throw new Error('no complaint process');

test.each(shippedProcesses)('$key runs: every turn leads somewhere and asks what it turns on (SE-3)', (process) => {
  expect(checkProcess(process).filter((remark) => remark.code !== 'no-answer')).toEqual([]);
  for (const step of process.steps) expect(step.label.en.length * step.label['zh-CN'].length).toBeGreaterThan(0);
});

test('a complaint goes through its eight steps in order (P4, SE-3)', () => {
  expect(complaint.steps.map((step) => step.key)).toEqual(['record', 'judge', 'investigate', 'assign', 'propose', 'answer', 'callback', 'evaluate']);
  expect(stepAfter(complaint, 'record', {})?.key).toBe('judge');
  expect(stepAfter(complaint, 'evaluate', {})).toBeUndefined();
});

test('a customer who says that it is not solved sends the case back to the investigation', () => {
  expect(stepAfter(complaint, 'callback', { isSolved: false })?.key).toBe('investigate');
  expect(stepAfter(complaint, 'callback', { isSolved: true })?.key).toBe('evaluate');
});

test('nothing that is asked and required may be left out, nothing unknown given', () => {
  const judge = stepOf(complaint, 'judge');
  if (!judge) throw new Error('no step');
  expect(answerIssues(judge, {})).toEqual([{ key: 'validity', code: 'required' }]);
  expect(answerIssues(judge, { validity: 'valid' })).toEqual([{ key: 'severity', code: 'required' }]);
  expect(answerIssues(judge, { validity: 'valid', severity: 'huge' })).toEqual([{ key: 'severity', code: 'not-a-choice' }]);
  expect(answerIssues(judge, { validity: 'valid', severity: 'major', more: 1 })).toEqual([{ key: 'more', code: 'unknown' }]);
  expect(answerIssues(judge, { validity: 'valid', severity: 'major' })).toEqual([]);
  expect(answerIssues(judge, { validity: 'invalid', severity: 'major', reason: '不属我方' })).toEqual([{ key: 'severity', code: 'unknown' }]);
});
