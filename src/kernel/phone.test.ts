import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskBankAccount, maskEmail, maskIdNumber, maskPhone, maskTail, normalisePhone } from '#kernel/phone.ts';

describe('normalisePhone (CU-10)', () => {
  it.each([
    ['13812345678', '+8613812345678'],
    ['１３８－１２３４－５６７８', '+8613812345678'],
    ['138 1234 5678', '+8613812345678'],
    ['008613812345678', '+8613812345678'],
    ['+86 138-1234-5678', '+8613812345678'],
    ['86 138 1234 5678', '+8613812345678'],
    ['(+86)13812345678', '+8613812345678'],
    ['0086-0532-85711234', '+8653285711234'],
    ['0532-8571 1234', '+8653285711234'],
    ['（0532）85711234', '+8653285711234'],
    ['010-62345678', '+861062345678'],
    ['0371 6234567', '+863716234567'],
    ['400-123-4567', '+864001234567'],
    ['800-810-1234', '+868008101234'],
    ['+1 415 555 2671', '+14155552671'],
    ['+852 2345 6789', '+85223456789'],
  ])('%s → %s', (text, e164) => {
    expect(normalisePhone(text)).toEqual({ e164 });
  });

  it.each(['0532-8571 1234 转 801', '0532-85711234转801', '0532-85711234-分机：801', '053285711234 ext. 801',
    '0532-85711234#801'])('reads the extension of %s', (text) => {
    expect(normalisePhone(text)).toEqual({ e164: '+8653285711234', extension: '801' });
  });

  it.each(['', '电话', '95588', '85711234', '12345678901', '10000000000', '1381234567', '138123456789', '01062345',
    '13812345678/13912345678'])('refuses %j', (text) => {
    expect(normalisePhone(text)).toBeNull();
  });

  it('follows the default country', () => {
    expect(normalisePhone('2345 6789', 'HK')).toEqual({ e164: '+85223456789' });
    expect(() => normalisePhone('1', 'XX')).toThrow(RangeError);
  });

  it('accepts its own result', () => {
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
    fc.assert(
      fc.property(mobile, ([second, rest]) => {
        const e164 = `+861${second}${String(rest).padStart(9, '0')}`;
        expect(normalisePhone(e164)).toEqual({ e164 });
        expect(normalisePhone(e164.slice(3))).toEqual({ e164 });
      }),
    );
  });
});

describe('masking (CU-50, SEC-27)', () => {
  it.each([
    ['+8613812345678', '138****5678'],
    ['13812345678', '138****5678'],
    ['+8653285711234', '0532****1234'],
    ['+861062345678', '010****5678'],
    ['+864001234567', '400****567'],
    ['+14155552671', '+14****2671'],
    ['+4712345678', '+47****5678'],
    ['0532-85711234', '****1234'],
    ['95588', '****'],
  ])('%s → %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('masks e-mail, identity number and bank account', () => {
    expect(maskEmail('zhang.san@x.cn')).toBe('z***n@x.cn');
    expect(maskEmail('ab@x.cn')).toBe('a***@x.cn');
    expect(maskEmail('a@x.cn')).toBe('***@x.cn');
    expect(maskEmail('nonsense')).toBe('***');
    expect(maskIdNumber('11010519491231002X')).toBe('1****************X');
    expect(maskIdNumber('1234567')).toBe('*******');
    expect(maskBankAccount('6222 0212 3456 7890 123')).toBe('**** 0123');
    expect(maskTail('91330100799655058B', 4)).toBe('**************058B');
    expect(maskTail('ab', 4)).toBe('*b');
  });

  it('never shows a whole number', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(fc.constantFrom('', '+', '+86', '0086'), digits, fc.nat({ max: 20 }), (prefix, number, keep) => {
        const hidden = (text: string): number => number.length - text.replace(/\D/g, '').length;
        expect(hidden(maskPhone(prefix + number))).toBeGreaterThan(0);
        expect(hidden(maskTail(number, keep))).toBeGreaterThan(0);
        expect(hidden(maskIdNumber(number))).toBeGreaterThan(0);
        expect(hidden(maskBankAccount(number))).toBeGreaterThan(0);
      }),
    );
  });
});
