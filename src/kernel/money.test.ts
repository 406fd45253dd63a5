import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney, compareMoney, isMoney, multiplyMoney, parseMoney, splitByShares, subtractMoney, sumMoney, zeroMoney,
  type Money,
} from '#kernel/money.ts';

const cny = (amount: string): Money => ({ amount, currency: 'CNY' });

const anyMoney = fc
  .record({ units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), currency: fc.constantFrom('CNY', 'JPY') })
  .map(({ units, currency }): Money => {
    if (currency === 'JPY') return { amount: String(units), currency };
    const digits = String(units < 0n ? -units : units).padStart(3, '0');
    return { amount: `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
  });

describe('parseMoney', () => {
  it.each([
    ['1,234.5', 'CNY', '1234.50'],
    ['￥１２３４．５６', 'CNY', '1234.56'],
    ['-¥12', 'CNY', '-12.00'],
    ['300元', 'CNY', '300.00'],
    ['−0.00', 'CNY', '0.00'],
    ['1 200', 'JPY', '1200'],
    ['12.500', 'CNY', '12.50'],
    ['9999999999999999.99', 'USD', '9999999999999999.99'],
  ])('reads %s %s', (text, currency, amount) => {
    expect(parseMoney(text, currency)).toEqual({ amount, currency });
  });

  it.each([
    ['1.234', 'CNY'], ['1.5', 'JPY'], ['1,23', 'CNY'], ['1e3', 'CNY'], ['', 'CNY'], ['十元', 'CNY'],
    ['10000000000000000', 'CNY'], ['5', 'cny'], ['¥5', 'USD'], ['NaN', 'CNY'], ['.5', 'CNY'],
  ])('refuses %s %s', (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });

  it('knows the stored form', () => {
    expect(isMoney(cny('1.50'))).toBe(true);
    expect(isMoney(cny('1.5'))).toBe(false);
    fc.assert(fc.property(anyMoney, (money) => isMoney(money)));
  });
});

describe('arithmetic', () => {
  it('rounds half to even', () => {
    expect(multiplyMoney(cny('0.05'), '0.5').amount).toBe('0.02');
    expect(multiplyMoney(cny('0.15'), '0.5').amount).toBe('0.08');
    expect(multiplyMoney(cny('-0.05'), 0.5).amount).toBe('-0.02');
    expect(multiplyMoney(cny('-0.01'), 0.1).amount).toBe('0.00');
    expect(multiplyMoney({ amount: '25', currency: 'JPY' }, '0.1').amount).toBe('2');
  });

  it('is exact where floating point is not', () => {
    expect(addMoney(cny('0.10'), cny('0.20'))).toEqual(cny('0.30'));
    expect(sumMoney([], 'JPY')).toEqual({ amount: '0', currency: 'JPY' });
  });

  it('undoes addition by subtraction', () => {
    fc.assert(
      fc.property(anyMoney, anyMoney, (a, b) => {
        fc.pre(a.currency === b.currency);
        expect(subtractMoney(addMoney(a, b), b)).toEqual(a);
        expect(compareMoney(a, b)).toBe(-compareMoney(b, a) + 0);
      }),
    );
  });

  it('does not mix currencies or accept a ratio that is not a number', () => {
    expect(() => addMoney(cny('1.00'), zeroMoney('USD'))).toThrow(RangeError);
    expect(() => multiplyMoney(cny('1.00'), Number.NaN)).toThrow(RangeError);
    expect(() => multiplyMoney(cny('1.00'), 'Infinity')).toThrow(RangeError);
  });
});

describe('splitByShares', () => {
  it('gives the odd cent to the largest remainder, the first on a tie', () => {
    expect(splitByShares(cny('100.00'), [1, 1, 1]).map((part) => part.amount)).toEqual(['33.34', '33.33', '33.33']);
    expect(splitByShares(cny('0.05'), ['0.3', '0.7']).map((part) => part.amount)).toEqual(['0.02', '0.03']);
    expect(splitByShares(cny('-0.05'), ['0.3', '0.7']).map((part) => part.amount)).toEqual(['-0.02', '-0.03']);
    expect(splitByShares({ amount: '10', currency: 'JPY' }, [0, 3]).map((part) => part.amount)).toEqual(['0', '10']);
  });

  it('sums to the total and stays within one minor unit of the exact part', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyMoney, shares, (total, list) => {
        const whole = list.reduce((a, b) => a + b, 0);
        fc.pre(whole > 0);
        const parts = splitByShares(total, list);
        expect(sumMoney(parts, total.currency)).toEqual(total);
        parts.forEach((part, index) => {
          const scaled = (text: string): bigint => BigInt(text.replace('.', ''));
          const gap = scaled(part.amount) * BigInt(whole) - scaled(total.amount) * BigInt(list[index] ?? 0);
          expect((gap < 0n ? -gap : gap) < BigInt(whole)).toBe(true);
        });
      }),
    );
  });

  it('refuses shares that mean nothing', () => {
    expect(() => splitByShares(cny('1.00'), [0, 0])).toThrow(RangeError);
    expect(() => splitByShares(cny('1.00'), [])).toThrow(RangeError);
    expect(() => splitByShares(cny('1.00'), [2, -1])).toThrow(RangeError);
  });
});
