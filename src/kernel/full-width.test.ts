import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWidth, lettersAndDigits } from '#kernel/full-width.ts';
import { foldChinese, toSimplified } from '#kernel/traditional.ts';

describe('folding of texts (CU-10)', () => {
  it('folds width and drops invisible characters', () => {
    expect(foldWidth('万　科Ａ（Ｃｏ．）')).toBe('万 科A(Co.)');
    expect(foldWidth('\ufeff青\u200b岛')).toBe('青岛');
    expect(foldWidth('ﾃｽﾄ㈱')).toBe('テスト(株)');
  });

  it('folds case and white space', () => {
    expect(foldText('  ＡＢＣ \n\t Ｄｅｆ ')).toBe('abc def');
    expect(lettersAndDigits(foldText('AT&T （中国）'))).toBe('att中国');
  });

  it('unifies traditional characters by phrase', () => {
    expect(toSimplified('青島啤酒股份有限公司')).toBe('青岛啤酒股份有限公司');
    expect(toSimplified('乾隆')).toBe('乾隆');
    expect(toSimplified('乾燥 發現 頭髮')).toBe('干燥 发现 头发');
    expect(foldChinese('臺灣　ＴＳＭＣ')).toBe('台湾 tsmc');
  });

  it('is stable: folding twice changes nothing', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(fc.property(anyText, (text) => foldWidth(foldWidth(text)) === foldWidth(text)));
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    fc.assert(fc.property(fc.string({ unit: han }), (text) => foldChinese(foldChinese(text)) === foldChinese(text)));
  });
});
