import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyNameKey } from '#kernel/names/company-name.ts';
import { duplicateMatch, duplicateScoreShown, type DuplicateFacts } from './duplicate-match.ts';

const company = (name: string, more: Partial<DuplicateFacts> = {}): DuplicateFacts => ({
  kind: 'company', nameKey: companyNameKey(name).core, phones: [], emails: [], ...more,
});
const person = (name: string, more: Partial<DuplicateFacts> = {}): DuplicateFacts => ({
  kind: 'person', nameKey: name, phones: [], emails: [], ...more,
});
const inRegion = (regionCode: string): DuplicateFacts => company('明珠', { regionCode });
const frontDesk = { emails: ['info@x.cn'] };
const phones = ['+8653285711234'];
const uscc = '91330100799655058B';

describe('duplicateMatch (CU-10)', () => {
  it('is exact on the same USCC, whatever its form, or the same identity number', () => {
    expect(duplicateMatch(company('甲', { uscc }), company('乙', { uscc: ' 9133 0100-79965505８b' }))).toEqual({
      score: 100, exact: true, reasons: [{ code: 'uscc', detail: uscc }],
    });
    expect(duplicateMatch(person('甲', { idNumberHash: 'h1' }), person('乙', { idNumberHash: 'h1' }))).toEqual({
      score: 100, exact: true, reasons: [{ code: 'id-number', detail: '' }],
    });
  });

  it.each([
    ['the same phone', company('甲乙丙', { phones }), company('丁戊己', { phones }), ['phone'], 60],
    ['the same e-mail', company('甲', { emails: ['Li@X.cn '] }), company('乙', { emails: ['li@x.cn'] }), ['email'], 55],
    ['the same name', company('青岛海尔股份有限公司'), company('海爾集團（青島）有限公司'), ['name'], 60],
    ['a slip in the name', company('澳柯玛新材料科技有限公司'), company('澳珂玛新材料科技'), ['name'], 40],
    ['phone and name', company('青岛海尔', { phones }), company('海尔集团', { phones }), ['phone', 'name'], 99],
    ['another province', inRegion('440000'), inRegion('130900'), ['name'], 40],
    ['another city', inRegion('370200'), inRegion('370100'), ['name'], 60],
    ['a front desk address', company('甲', frontDesk), company('乙', frontDesk), ['email'], 20],
    ['people of one name', person('张伟'), person('张伟'), ['name'], 30],
    ['people of one name and phone', person('张伟', { phones }), person('张伟', { phones }), ['phone', 'name'], 90],
    ['a company and a person', company('张伟'), person('张伟'), [], 0],
    ['nothing in common', company('恒昌物流有限公司'), company('恒昌装饰有限公司'), [], 0],
  ])('%s', (_case, a, b, codes, score) => {
    const match = duplicateMatch(a, b);
    expect(match.reasons.map(({ code }) => code)).toEqual(codes);
    expect(Math.abs(match.score - score)).toBeLessThanOrEqual(2);
    expect(match.exact).toBe(false);
  });

  it('shows each sign of CU-10 alone, and what is common not at all', () => {
    const shown = (a: DuplicateFacts, b: DuplicateFacts): boolean => duplicateMatch(a, b).score >= duplicateScoreShown;
    expect(shown(company('甲', { phones }), company('乙', { phones }))).toBe(true);
    expect(shown(company('甲', { emails: ['li@x.cn'] }), company('乙', { emails: ['li@x.cn'] }))).toBe(true);
    expect(shown(company('青岛海尔股份有限公司'), company('海尔集团'))).toBe(true);
    expect(shown(company('澳柯玛新材料科技有限公司'), company('澳珂玛新材料科技有限公司'))).toBe(true);
    expect(shown(person('张伟'), person('张伟'))).toBe(false);
    expect(shown(company('甲', frontDesk), company('乙', frontDesk))).toBe(false);
  });

  it('does not show two branches with codes of their own for a shared phone', () => {
    const other = '9144030071526726XG';
    const match = duplicateMatch(company('甲', { phones, uscc }), company('乙', { phones, uscc: other }));
    expect(match.score).toBeLessThan(duplicateScoreShown);
  });

  it('is symmetric, within 0 and 100, and 100 only when exact', () => {
    const facts = fc.record({
      kind: fc.constantFrom('company' as const, 'person' as const),
      nameKey: fc.constantFrom('海尔', '海尔科技', '张伟', ''),
      phones: fc.subarray(['+8613812345678', '+8613912345678']),
      emails: fc.subarray(['a@x.cn', 'info@x.cn']),
      uscc: fc.constantFrom(undefined, '', uscc, '9144030071526726XG'),
      idNumberHash: fc.constantFrom(undefined, 'h1', 'h2'),
      regionCode: fc.constantFrom(undefined, '370200', '440300'),
    });
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const one = duplicateMatch(a, b);
        const two = duplicateMatch(b, a);
        expect([one.score, one.exact]).toEqual([two.score, two.exact]);
        expect(one.reasons.map(({ code }) => code)).toEqual(two.reasons.map(({ code }) => code));
        expect(one.score >= 0 && one.score <= 100).toBe(true);
        expect(one.score === 100).toBe(one.exact);
      }),
    );
  });
});
