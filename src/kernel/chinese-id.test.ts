import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkChineseId } from '#kernel/chinese-id.ts';

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

  it('accepts just one of the eleven check characters, and reads what stands before it', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.integer({ min: 110_000, max: 659_999 }), date, fc.integer({ min: 0, max: 999 }), (region, day, order) => {
        const birthDate = day.toISOString().slice(0, 10);
        const first17 = `${region}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
        const good = [...'0123456789X'].map((character) => checkChineseId(first17 + character)).filter(({ ok }) => ok);
        expect(good).toMatchObject([{ birthDate, gender: order % 2 === 1 ? 'male' : 'female', regionCode: String(region) }]);
      }),
    );
  });
});
