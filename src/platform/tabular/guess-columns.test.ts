import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns, normaliseHeader } from './guess-columns.ts';
import type { FieldCandidate } from './guess-columns.ts';
import { looksLike } from './looks-like.ts';

const candidates: FieldCandidate[] = [
  { field: 'name', labels: ['客户名称', 'Customer name'], synonyms: ['名称', '公司名称', 'company'], type: 'text' },
  { field: 'uscc', labels: ['统一社会信用代码', 'USCC'], synonyms: ['信用代码', '税号'], type: 'uscc' },
  { field: 'contact', labels: ['联系人', 'Contact'], synonyms: [], type: 'text' },
  { field: 'mobile', labels: ['手机', 'Mobile'], synonyms: ['手机号', '联系电话', '电话', 'phone'], type: 'phone' },
  { field: 'email', labels: ['邮箱', 'Email'], synonyms: ['电子邮件', 'e-mail'], type: 'email' },
  { field: 'listedOn', labels: ['上市日期', 'Listed on'], synonyms: [], type: 'date' },
  { field: 'shares', labels: ['总股本', 'Share capital'], synonyms: [], type: 'decimal' },
  { field: 'region', labels: ['地区', 'Region'], synonyms: ['省份'], type: 'text' },
];

const fields = (headers: string[], rows?: unknown[][]): (string | null)[] =>
  guessColumns(headers, candidates, rows).map((guess) => guess.field);

describe('guessColumns', () => {
  it('maps Chinese and English headers through width, case, marks and units', () => {
    expect(fields(['客户名称*', ' 总股本(亿) ', '总股本（亿元）', 'Ｅ－ｍａｉｌ', 'PHONE', '【必填】地区', '备注'])).toEqual([
      'name', 'shares', null, 'email', 'mobile', 'region', null,
    ]);
    expect(fields(['Company', 'customer_name', 'Listed On'])).toEqual([null, 'name', 'listedOn']);
  });

  it('gives each field to one column, the best', () => {
    const guesses = guessColumns(['名称', '客户名称', '联系人电话', '联系人'], candidates);
    expect(guesses.map((guess) => guess.field)).toEqual([null, 'name', 'mobile', 'contact']);
    expect(guesses[1]?.confidence).toBe(1);
    expect(guesses[2]?.confidence).toBeLessThan(0.9);
  });

  it('lets values break ties and refuse what cannot be', () => {
    expect(fields(['联系电话', '电话'], [['无', '13800138000'], ['', '021-58881234']])).toEqual([null, 'mobile']);
    expect(fields(['', '列2', 'x'], [['a@b.cn', '91310000MA1FL0AB1C', 1]])).toEqual(['email', 'uscc', null]);
    expect(fields(['传真', '注册日期'], [['021-58881234', '2020-01-01']])).toEqual([null, null]);
  });

  it('never gives a field twice and answers for every column', () => {
    const header = fc.constantFrom('客户名称', '名称', '电话', '手机', 'Email', '联系人电话', '', 'x', '税号', '总股本(亿)');
    fc.assert(
      fc.property(fc.array(header, { maxLength: 12 }), (headers) => {
        const guesses = guessColumns(headers, candidates);
        const given = guesses.flatMap((guess) => (guess.field === null ? [] : [guess.field]));
        expect(new Set(given).size).toBe(given.length);
        expect(guesses.map((guess) => guess.column)).toEqual(headers.map((_, column) => column));
        expect(guesses.every((guess) => guess.confidence >= 0 && guess.confidence <= 1)).toBe(true);
      }),
    );
  });
});

describe('normaliseHeader', () => {
  it.each([
    ['＊客户名称（必填）', '客户名称'],
    ['总股本(亿)', '总股本'],
    ['E-Mail_Address', 'emailaddress'],
    ['(备注)', '备注'],
    ['客户 名称：', '客户名称'],
  ])('%s becomes %s', (header, name) => expect(normaliseHeader(header)).toBe(name));
});

describe('looksLike', () => {
  it.each([
    ['phone', ['13800138000', ' 138 0013 8000', '+86 13800138000', '021-58881234', '４００-820-8820']],
    ['email', ['a.b@example.com.cn']],
    ['date', ['2024-01-05', '2024/1/5', '2024年1月5日', new Date(0)]],
    ['uscc', ['91310000MA1FL0AB1C']],
    ['number', ['1,234.50', 3, '¥5', '12%']],
    ['boolean', ['是', '否', true]],
    ['text', ['上海石化']],
  ])('knows %s', (kind, values) => expect(looksLike(values)).toEqual({ kind, share: 1 }));

  it('gives the share of the most frequent look, and nothing for empty columns', () => {
    expect(looksLike(['13800138000', '13800138001', '无人', null])).toEqual({ kind: 'phone', share: 2 / 3 });
    expect(looksLike(['', null, undefined])).toEqual({ kind: 'text', share: 0 });
  });
});
