import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerValue, type AuditItem, answerKinds, directions, isItemFailed, itemShare, scoreAudit, serviceTypeOf } from './score-audit.ts';
import { faceOf, serviceAreas } from './service-areas.ts';

const item = (change: Partial<AuditItem> = {}): AuditItem => ({
  key: 'a', area: 'timeliness', standard: null, text: '三声内接听', answer: 'yesNo', unit: null, target: null, direction: null, weight: 1, comment: 'never', photo: 'never', ...change,
});
const seconds = { answer: 'number', unit: '秒', target: 30, direction: 'atMost' } as const;

describe('one item', () => {
  test.each([
    ['yes', item(), 1, 1, false], ['no', item(), 0, 0, true],
    ['scale 1', item({ answer: 'scale' }), 1, 0, true], ['scale 3', item({ answer: 'scale' }), 3, 0.5, false], ['scale 5', item({ answer: 'scale' }), 5, 1, false],
    ['within the target', item(seconds), 30, 1, false], ['half too long', item(seconds), 45, 0.5, true], ['twice as long', item(seconds), 60, 0, true],
    ['enough', item({ ...seconds, direction: 'atLeast' }), 31, 1, false], ['half of it', item({ ...seconds, direction: 'atLeast' }), 15, 0.5, true],
    ['not applicable', item(), null, null, false],
  ] as const)('%s', (_name, asked, value, share, isFailed) => {
    expect(itemShare(asked, value)).toBe(share);
    expect(isItemFailed(asked, value)).toBe(isFailed);
  });
});

test('the number explains itself: weights, points, and what was left out', () => {
  const items = [item({ key: 'a', weight: 3 }), item({ key: 'b', weight: 1 }), item({ key: 'c', weight: 6 }), item({ key: 'd', area: 'tact', weight: 2 })];
  const score = scoreAudit(items, new Map<string, AnswerValue>([['a', 1], ['b', 0], ['c', null], ['d', 1]]));
  expect(score.areas.timeliness).toEqual({ score: 75, points: 3, weight: 4, items: 2, leftOut: 1 });
  expect(score.faces.procedural.score).toBe(75);
  expect(score.faces.personal.score).toBe(100);
});

test.each([[90, 90, 'quality'], [90, 60, 'factory'], [60, 90, 'friendly'], [60, 60, 'cold'], [70, 70, 'quality'], [69.9, 70, 'friendly'], [null, 90, null]] as const)(
  'procedural %s, personal %s is %s', (procedural, personal, type) => {
    expect(serviceTypeOf(procedural, personal, { procedural: 70, personal: 70 })).toBe(type);
  },
);

const anyItem = fc.record({
  area: fc.constantFrom(...serviceAreas), answer: fc.constantFrom(...answerKinds), direction: fc.constantFrom(...directions),
  target: fc.integer({ min: 1, max: 600 }), weight: fc.integer({ min: 1, max: 10 }), value: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
});
const anyAudit = fc.array(anyItem, { minLength: 1, maxLength: 40 }).map((list) => list.map(({ value, ...rest }, at) => ({
  item: item({ ...rest, key: `k${at}` }),
  value: value === null ? null : rest.answer === 'yesNo' ? value % 2 : rest.answer === 'scale' ? 1 + (value % 5) : value,
})));
type Answered = readonly { readonly item: AuditItem; readonly value: AnswerValue }[];
const scored = (list: Answered) => scoreAudit(list.map((each) => each.item), new Map(list.map((each) => [each.item.key, each.value])));

describe('laws', () => {
  test('every score lies between 0 and 100, and is missing only when nothing applied', () => {
    fc.assert(fc.property(anyAudit, (list) => {
      for (const [face, part] of Object.entries(scored(list).faces)) {
        const applied = list.some((each) => faceOf(each.item.area) === face && each.value !== null);
        expect(part.score !== null).toBe(applied);
        expect(part.score ?? 0).toBeGreaterThanOrEqual(0);
        expect(part.score ?? 0).toBeLessThanOrEqual(100);
      }
    }));
  });
  test('an item that does not apply changes no number', () => {
    fc.assert(fc.property(anyAudit, anyItem, (list, { value: _value, ...extra }) => {
      const more = scored([...list, { item: item({ ...extra, key: 'extra' }), value: null }]);
      const before = scored(list);
      expect([more.faces.procedural.score, more.faces.personal.score]).toEqual([before.faces.procedural.score, before.faces.personal.score]);
    }));
  });
  test('the order of items and a common factor of all weights change no number', () => {
    fc.assert(fc.property(anyAudit, fc.integer({ min: 2, max: 9 }), (list, factor) => {
      const other = scored(list.map((each) => ({ ...each, item: { ...each.item, weight: each.item.weight * factor } })).toReversed());
      expect(other.faces.procedural.score).toBe(scored(list).faces.procedural.score);
      expect(other.faces.personal.score).toBe(scored(list).faces.personal.score);
    }));
  });
  test('a better answer never lowers its face', () => {
    fc.assert(fc.property(anyAudit, fc.nat(), (list, pick) => {
      const at = pick % list.length;
      const chosen = list[at];
      if (!chosen || chosen.value === null) return;
      const best = chosen.item.answer === 'yesNo' ? 1 : chosen.item.answer === 'scale' ? 5 : (chosen.item.target ?? 0);
      const face = faceOf(chosen.item.area);
      const better = scored(list.with(at, { ...chosen, value: best })).faces[face].score ?? 0;
      expect(better).toBeGreaterThanOrEqual(scored(list).faces[face].score ?? 0);
    }));
  });
  test('a face is the mean of its areas by their weights', () => {
    fc.assert(fc.property(anyAudit, (list) => {
      const { areas, faces } = scored(list);
      const inside = Object.entries(areas).filter(([area]) => serviceAreas.some((each) => each === area && faceOf(each) === 'procedural')).map(([, part]) => part);
      expect(inside.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(faces.procedural.points, 2);
      expect(inside.reduce((sum, part) => sum + part.weight, 0)).toBe(faces.procedural.weight);
    }));
  });
});
