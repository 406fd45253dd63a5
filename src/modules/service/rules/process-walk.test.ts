import { expect, test } from 'vitest';
import { shippedProcesses } from './shipped-processes.ts';
import { beginWalk, stepOn } from './process-walk.ts';

const repair = shippedProcesses.find((each) => each.key === 'repair');
if (!repair) throw new Error('no repair process');
const id = '01980000-0000-7000-8000-000000000000';

test('a made-up case walks the steps of a real one, back and round again, to its end', () => {
  let walk = beginWalk(repair);
  expect([walk.done.map((each) => each.key), walk.open?.key]).toEqual([['record'], 'repair']);
  const go = (answers: Readonly<Record<string, unknown>>) => {
    const next = stepOn(repair, walk, answers);
    expect(next.issues).toEqual([]);
    walk = next.walk;
    return walk.open?.key;
  };
  expect(stepOn(repair, walk, { result: '换了泵' })).toMatchObject({ walk, issues: [{ key: 'cause', code: 'required' }] });
  expect(go({ cause: id, result: '换了泵' })).toBe('answer');
  expect(go({ reply: '修好了' })).toBe('callback');
  expect(go({ isSolved: false, satisfaction: 2 })).toBe('repair');
  expect(go({ cause: id, result: '又换了阀' })).toBe('answer');
  expect(walk.done.filter((each) => each.key === 'repair').map((each) => each.round)).toEqual([1, 2]);
  expect(go({ reply: '好了' })).toBe('callback');
  expect(go({ isSolved: true, satisfaction: 5 })).toBe('feedback');
  expect(go({ department: 'production', feedback: '泵的批次' })).toBeUndefined();
  expect(stepOn(repair, walk, {}).walk).toEqual(walk);
});
