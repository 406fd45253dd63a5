import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkChineseId, makeDemoChineseId } from '#kernel/chinese-id.ts';

describe('checkChineseId', () => {
  it('reads the example of the standard', () => {
    expect(checkChineseId('11010519491231002x')).toEqual({
      ok: true, value: '11010519491231002X', birthDate: '1949-12-31', gender: 'female', regionCode: '110105',
    });
    expect(checkChineseId('４４０５２４ 18800101 0014')).toMatchObject({ ok: true, gender: 'male' });
  });

  it('says what is wrong', () => {
    expect(checkChineseId('110105491231002')).toEqual({ ok: false, reason: 'length' });
    expect(checkChineseId('1101051949123100XX')).toEqual({ ok: false, reason: 'character' });
    expect(checkChineseId('110105194902300020')).toEqual({ ok: false, reason: 'birth-date' });
    expect(checkChineseId('110105194912310021')).toEqual({ ok: false, reason: 'check-digit', expected: 'X' });
    expect(checkChineseId('11010519491231002X', '1949-12-30')).toEqual({ ok: false, reason: 'birth-date' });
    expect(checkChineseId('11010519491231002X', '1949-12-31').ok).toBe(true);
  });

  it('accepts demo numbers, whose region is nobody’s', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    const gender = fc.constantFrom('male' as const, 'female' as const);
    fc.assert(
      fc.property(date, gender, fc.integer({ min: 0, max: 499 }), (day, sex, sequence) => {
        const birthDate = day.toISOString().slice(0, 10);
        const value = makeDemoChineseId(birthDate, sex, sequence);
        expect(checkChineseId(value)).toEqual({ ok: true, value, birthDate, gender: sex, regionCode: '100000' });
      }),
    );
  });

  it('refuses parts that are no date or no sequence', () => {
    expect(() => makeDemoChineseId('2026-02-29', 'male', 1)).toThrow(RangeError);
    expect(() => makeDemoChineseId('2026-02-28', 'male', 500)).toThrow(RangeError);
  });
});
