import { expect, test } from 'vitest';
import { type ChecklistItem, asksSignature, checklistFaults, isMissed, reportGaps } from './order-report.ts';

const label = { 'zh-CN': '项', en: 'item' };
const item = (key: string, more: Partial<ChecklistItem> = {}): ChecklistItem => ({ key, kind: 'tick', label, isRequired: true, needsPhoto: false, ...more });
const answer = (key: string, value: string, photos = 0, comment = '') => ({ key, value, comment, photos });

test('a required item needs an answer, a photo where the list asks for one, words where it was not kept (SE-11)', () => {
  const items = [item('a'), item('b', { needsPhoto: true }), item('c', { isRequired: false, needsPhoto: true })];
  expect(reportGaps(items, [])).toEqual([{ key: 'a', part: 'value' }, { key: 'b', part: 'value' }]);
  expect(reportGaps(items, [answer('a', 'no'), answer('b', 'yes')])).toEqual([{ key: 'a', part: 'comment' }, { key: 'b', part: 'photos' }]);
  expect(reportGaps(items, [answer('a', 'no', 0, '客户不在'), answer('b', 'yes', 1)])).toEqual([]);
  expect(reportGaps(items, [answer('a', 'maybe'), answer('b', 'no', 0, ' ')])).toEqual([{ key: 'a', part: 'value' }, { key: 'b', part: 'comment' }]);
});

test('numbers keep to their range or say why, choices are of the list, pictures are their own answer', () => {
  const ohm = item('ohm', { kind: 'number', unit: 'MΩ', min: 0.5, max: 20 });
  const state = item('state', { kind: 'choice', choices: [{ value: 'ok', label, isBad: false }, { value: 'broken', label, isBad: true }] });
  expect(['0.5', '20', '0.49', '20.0001', 'x'].map((value) => isMissed(ohm, value))).toEqual([false, false, true, true, false]);
  expect(reportGaps([ohm, state], [answer('ohm', '1e9'), answer('state', 'other')])).toEqual([{ key: 'ohm', part: 'value' }, { key: 'state', part: 'value' }]);
  expect(reportGaps([ohm, state], [answer('ohm', '0.2'), answer('state', 'broken')])).toEqual([{ key: 'ohm', part: 'comment' }, { key: 'state', part: 'comment' }]);
  expect(reportGaps([ohm, state], [answer('ohm', '0.2', 0, '已换线'), answer('state', 'ok')])).toEqual([]);
  const pictures = [item('p', { kind: 'photo' }), item('s', { kind: 'signature' }), item('t', { kind: 'text' })];
  expect(reportGaps(pictures, [answer('p', '', 1), answer('s', ''), answer('t', ' ')])).toEqual([{ key: 's', part: 'photos' }, { key: 't', part: 'value' }]);
  expect(reportGaps(pictures, [])).toEqual([{ key: 'p', part: 'photos' }, { key: 's', part: 'photos' }, { key: 't', part: 'value' }]);
  expect([asksSignature(pictures), asksSignature([item('s', { kind: 'signature', isRequired: false })])]).toEqual([true, false]);
});

test('a list that cannot be answered is not kept', () => {
  const choice = { value: 'x', label, isBad: false };
  expect(checklistFaults([item('a'), item('a', { kind: 'number', min: 3, max: 1 }), item('c', { kind: 'choice', choices: [choice] }), item('d', { kind: 'choice', choices: [choice, choice] })]))
    .toEqual([{ at: 1, code: 'key-twice' }, { at: 1, code: 'range' }, { at: 2, code: 'choices' }, { at: 3, code: 'choice-twice' }]);
  expect(checklistFaults([item('a', { kind: 'number', min: 1, max: 1 })])).toEqual([]);
});
