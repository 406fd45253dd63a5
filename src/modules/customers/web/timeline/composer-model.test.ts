import { expect, test } from 'vitest';
import { isComplete, mentionedIds, nothingComposed, splitText, toActivity } from './composer-model.ts';

test('the first line is the subject, the rest the body', () => {
  expect(splitText(' 确认下月计划\n提前两天排车。\n ')).toEqual({ subject: '确认下月计划', body: '提前两天排车。' });
  const long = '长'.repeat(250);
  expect(splitText(long)).toEqual({ subject: `${'长'.repeat(199)}…`, body: long });
});

test('an attempted call needs no words and carries its outcome', () => {
  const call = { ...nothingComposed, kind: 'call' as const, outcome: 'attempted' as const };
  expect(isComplete(call)).toBe(true);
  expect(toActivity(call, 'c1', '电话 · 未联系上')).toEqual({
    kind: 'call', customer: 'c1', subject: '电话 · 未联系上', status: 'done', visibility: 'internal', outcome: 'attempted', direction: 'outbound', mentions: [],
  });
  expect(isComplete(nothingComposed)).toBe(false);
});

test('a task is open until its date; only people still named are mentioned', () => {
  const task = { ...nothingComposed, kind: 'task' as const, text: '@方若溪 寄样品', dueAt: '2026-11-25T10:00:00.000Z', mentioned: { 方若溪: 'u1', 秦望舒: 'u2' } };
  expect(mentionedIds(task)).toEqual(['u1']);
  expect(toActivity(task, 'c1', '')).toMatchObject({ status: 'open', dueAt: '2026-11-25T10:00:00.000Z', mentions: ['u1'], subject: '@方若溪 寄样品' });
});
