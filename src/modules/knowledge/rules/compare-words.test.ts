import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

test('sentences that came and went', () => {
  expect(compareWords('先停梯。再看导轨。', '先停梯。通知工程部。再看导轨。')).toEqual([
    { kind: 'same', text: '先停梯。' }, { kind: 'added', text: '通知工程部。' }, { kind: 'same', text: '再看导轨。' },
  ]);
});

test('what is not removed is the new text, what is not added the old one', () => {
  const text = fc.array(fc.constantFrom('甲。', '乙。', '丙。'), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, text, (before, after) => {
    const changes = compareWords(before, after);
    const without = (kind: string) => changes.filter((change) => change.kind !== kind).map((change) => change.text).join('');
    expect([without('added'), without('removed')]).toEqual([before, after]);
  }));
});
