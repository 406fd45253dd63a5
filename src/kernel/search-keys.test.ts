import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigrams, parseSearchQuery, searchKeys } from '#kernel/search-keys.ts';

describe('searchKeys (PL-60)', () => {
  it('builds the three columns', () => {
    expect(
      searchKeys({
        names: ['青島啤酒股份有限公司', '青啤', 'Tsingtao Brewery'],
        persons: ['曾国藩'],
        codes: ['KH-2026-001'],
        phones: ['+8653285711234', '+8613812345678'],
        emails: ['Zhang.San@x.cn'],
      }),
    ).toEqual({
      text: '青岛啤酒股份有限公司|青啤|tsingtaobrewery|曾国藩',
      key: 'qingdaopijiugufenyouxiangongsi qdpjgfyxgs qingpi qp tsingtaobrewery zengguofan zgf kh2026001 zhangsanxcn',
      phone: '8653285711234 8613812345678',
    });
  });

  it('leaves out what is empty or there twice', () => {
    expect(searchKeys({ names: ['新 希 望', '新希望', ' '], codes: ['—'], phones: [''], emails: [] })).toEqual({
      text: '新希望', key: 'xinxiwang xxw', phone: '',
    });
  });
});

describe('parseSearchQuery (PL-60)', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['（）', { kind: 'empty' }],
    ['啤酒', { kind: 'han', text: '啤酒', grams: ['啤酒'] }],
    ['青島啤酒', { kind: 'han', text: '青岛啤酒', grams: ['青岛', '岛啤', '啤酒'] }],
    ['青', { kind: 'han', text: '青', grams: [] }],
    ['ＨＢＳＨ', { kind: 'latin', text: 'hbsh' }],
    ['KH-2026', { kind: 'latin', text: 'kh2026' }],
    ['zhang.san@x', { kind: 'latin', text: 'zhangsanx' }],
    ['5678', { kind: 'digits', digits: '5678', text: '5678' }],
    ['0078', { kind: 'digits', digits: '0078', text: '0078' }],
    ['138 1234-5678', { kind: 'digits', digits: '13812345678', text: '13812345678' }],
    ['0532-85711234', { kind: 'digits', digits: '53285711234', text: '053285711234' }],
    ['+86 138 1234', { kind: 'digits', digits: '861381234', text: '861381234' }],
    ['青岛pj', { kind: 'mixed', parts: [
      { kind: 'han', text: '青岛', grams: ['青岛'] }, { kind: 'latin', text: 'pj' },
    ] }],
    ['青岛 啤酒', { kind: 'mixed', parts: [
      { kind: 'han', text: '青岛', grams: ['青岛'] }, { kind: 'han', text: '啤酒', grams: ['啤酒'] },
    ] }],
    ['张 5678', { kind: 'mixed', parts: [
      { kind: 'han', text: '张', grams: [] }, { kind: 'digits', digits: '5678', text: '5678' },
    ] }],
  ])('%j', (query, expected) => {
    expect(parseSearchQuery(query)).toEqual(expected);
  });

  it('finds every name by any of its substrings', () => {
    const names = ['青岛啤酒股份有限公司', '万 科Ａ', 'AT&T（中国）', '𠮷野家', '58同城'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat({ max: 12 }), fc.nat({ max: 12 }), (name, start, length) => {
        const query = Array.from(name).slice(start, start + length).join('');
        const { text, key, phone } = searchKeys({ names: [name], codes: [], phones: [], emails: [] });
        const parsed = parseSearchQuery(query);
        const terms = parsed.kind === 'mixed' ? parsed.parts : parsed.kind === 'empty' ? [] : [parsed];
        for (const term of terms) {
          expect([text, key, phone].some((column) => column.includes(term.text))).toBe(true);
          if (term.kind === 'han') expect(bigrams(text)).toEqual(expect.arrayContaining(term.grams));
        }
      }),
    );
  });
});

describe('bigrams', () => {
  it('gives distinct pairs without white space', () => {
    expect(bigrams('ab ab')).toEqual(['ab', 'ba']);
    expect(bigrams('𠮷野家')).toEqual(['𠮷野', '野家']);
    expect(bigrams('a')).toEqual([]);
    expect(bigrams('')).toEqual([]);
  });
});
