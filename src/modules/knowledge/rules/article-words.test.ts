import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asRichText, gramsOf, plainText } from './article-words.ts';

test('whatever is written comes back as words and never as marks', () => {
  expect(asRichText('<script>alert(1)</script>\n\n第二段\n换行')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>第二段<br />换行</p>');
  fc.assert(fc.property(fc.string(), (text) => {
    expect(plainText(asRichText(text))).toBe(text.replace(/\u00a0/g, ' ').replace(/\s+/g, ' ').trim());
  }));
});

test('pairs of Chinese characters and Latin words', () => {
  expect(gramsOf('电梯异响 e3 code')).toEqual(['电梯', '梯异', '异响', 'code']);
  expect(gramsOf('好')).toEqual([]);
});
