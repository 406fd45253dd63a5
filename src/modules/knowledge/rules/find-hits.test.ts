import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldChinese } from '#kernel/traditional.ts';
import { excerptAround, hitsIn, splitByHits } from './find-hits.ts';

test('words are found as they stand: traditional, full-width, capitals', () => {
  expect(hitsIn('電梯异响，先停梯', ['电梯'], foldChinese)).toEqual(['電梯']);
  expect(hitsIn('The Lift stops; ＬＩＦＴ again, lift', ['lift'], foldChinese)).toEqual(['Lift', 'ＬＩＦＴ', 'lift']);
  expect(hitsIn('没有', ['电梯'], foldChinese)).toEqual([]);
});

test('an excerpt begins at the words, or at the beginning', () => {
  const text = `${'前'.repeat(200)}漏水先关阀${'后'.repeat(200)}`;
  expect(excerptAround(text, ['漏水'], { fold: foldChinese, length: 40 })).toMatch(/^…前{10}漏水先关阀后+…$/);
  expect(excerptAround('漏水先关阀', ['漏水'], { fold: foldChinese, length: 40 })).toBe('漏水先关阀');
  expect(excerptAround(text, [], { fold: foldChinese, length: 3 })).toBe('前前前…');
});

test('the parts of a text are the text, whatever was found', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '电', '梯', ' ') }), fc.array(fc.string({ unit: fc.constantFrom('a', '电', '梯'), maxLength: 3 }), { maxLength: 4 }), (text, words) => {
    const hits = hitsIn(text, words, foldChinese);
    const parts = splitByHits(text, hits);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.every(({ text: part, isHit }) => !isHit || hits.includes(part))).toBe(true);
  }));
});
