import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyNameKey } from '#kernel/names/company-name.ts';
import { similarity, similarNameThreshold } from '#kernel/names/name-similarity.ts';

const core = (name: string): string => companyNameKey(name).core;

describe('companyNameKey (CU-10)', () => {
  it.each([
    ['青岛啤酒', ['青岛啤酒股份有限公司', '青島啤酒', '青岛啤酒（集团）有限公司', '青岛 啤酒']],
    ['海尔', ['青岛海尔股份有限公司', '海尔集团（青岛）有限公司', '山东省青岛市海尔集团', '海尔集团公司']],
    ['万科', ['万 科Ａ', '万科', '万科集团', '深圳市万科股份有限公司']],
    ['宇顺', ['*ST宇顺', 'ST 宇顺', 'S*ST宇顺']],
    ['阿里巴巴', ['阿里巴巴（中国）有限公司', '阿里巴巴']],
    ['利群超市', ['青岛市黄岛区利群超市有限公司', '利群超市有限责任公司']],
    ['haier', ['Haier Group Co., Ltd.', 'ＨＡＩＥＲ', 'Haier Inc']],
    ['长沙银行', ['长沙银行股份有限公司']],
    ['中国银行', ['中国银行', '中国银行股份有限公司']],
    ['晨光厂', ['株洲市天元区晨光厂']],
  ])('%s', (expected, names) => {
    expect(names.map(core)).toEqual(names.map(() => expected));
  });

  it('never eats the whole name', () => {
    expect(['公司', '集团', '（集团）', '青岛', '上海公司', 'Ltd', 'A'].map(core)).toEqual(
      ['公司', '集团', '集团', '青岛', '上海', 'ltd', 'a'],
    );
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const key = companyNameKey(name);
      return (key.full === '') === (key.core === '');
    }));
  });

  it('keeps a branch apart from its company', () => {
    expect(core('利群百货股份有限公司胶州分公司')).not.toBe(core('利群百货股份有限公司'));
  });

  it('keeps the folded name', () => {
    expect(companyNameKey('*ST 中绒').full).toBe('中绒');
    expect(companyNameKey('海爾集團（青島）有限公司').full).toBe('海尔集团青岛有限公司');
  });
});

describe('similarity', () => {
  it('calls names alike that differ in a slip, not in what names them', () => {
    const alike = (a: string, b: string): boolean => similarity(core(a), core(b)) >= similarNameThreshold;
    expect(alike('澳柯玛新材料科技有限公司', '澳珂玛新材料科技有限公司')).toBe(true);
    expect(alike('莱西市大众食品有限公司', '大众食品')).toBe(true);
    expect(alike('澳柯玛', '澳柯玛电器')).toBe(true);
    expect(alike('恒昌物流有限公司', '恒昌装饰有限公司')).toBe(false);
    expect(alike('锦品', '锦佩')).toBe(false);
    expect(alike('青岛银行', '青岛啤酒')).toBe(false);
    expect(alike('中国建设银行', '中国农业银行')).toBe(false);
  });

  it('is symmetric, within 0 and 1, and 1 only for equal names', () => {
    const name = fc.string({ unit: fc.constantFrom(...'青岛海尔啤酒科技集团ab'), maxLength: 8 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const score = similarity(a, b);
        expect(score).toBe(similarity(b, a));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score === 1).toBe(a === b && a !== '');
      }),
      { numRuns: 500 },
    );
  });
});
