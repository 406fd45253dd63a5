import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUscc, makeUscc } from '#kernel/uscc.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const letters = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });

describe('checkUscc (CU-1)', () => {
  it.each(['91330100799655058B', '9144030071526726XG', '914403001922038216', '12440600MB2C07549J'])(
    'accepts the published code %s',
    (code) => {
      expect(checkUscc(code)).toEqual({ ok: true, value: code });
    },
  );

  it('folds width, case, spaces and hyphens', () => {
    expect(checkUscc(' ９１３３０１００ 79965505-8b ')).toEqual({ ok: true, value: '91330100799655058B' });
  });

  it('says what is wrong', () => {
    expect(checkUscc('9133010079965505')).toEqual({ ok: false, reason: 'length' });
    expect(checkUscc('9133010079965505IB')).toEqual({ ok: false, reason: 'character' });
    expect(checkUscc('913301A0799655058B')).toEqual({ ok: false, reason: 'character' });
    expect(checkUscc('91330100799655058C')).toEqual({ ok: false, reason: 'check-digit', expected: 'B', position: 18 });
  });

  it('names the organisation code character when only that is wrong', () => {
    expect(checkUscc('913301007996550578')).toEqual({ ok: false, reason: 'check-digit', expected: '8', position: 17 });
  });

  it('accepts what makeUscc makes, and no single wrong character', () => {
    const region = fc.integer({ min: 110000, max: 659999 }).map(String);
    const anyChange = fc.record({ at: fc.nat({ max: 17 }), to: fc.constantFrom(...alphabet) });
    fc.assert(
      fc.property(region, letters(8), anyChange, (regionCode, organisation, { at, to }) => {
        const code = makeUscc({ regionCode, organisation });
        expect(checkUscc(code)).toEqual({ ok: true, value: code });
        fc.pre(code[at] !== to);
        expect(checkUscc(code.slice(0, at) + to + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  it('refuses parts that cannot be in a code', () => {
    expect(() => makeUscc({ regionCode: '3702', organisation: '26457425' })).toThrow(RangeError);
    expect(() => makeUscc({ regionCode: '370200', organisation: '2645742O' })).toThrow(RangeError);
  });
});
