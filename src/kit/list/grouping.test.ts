import { describe, expect, it } from 'vitest';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { dayOf, onDay } from './day-range.ts';
import { groupFilter, groupings, inOrder, readGrouping } from './grouping.ts';

const field = (key: string, type: FieldMeta['type'], more: Partial<FieldMeta> = {}): FieldMeta => ({
  key, type, label: { 'zh-CN': key, en: key }, access: { view: 'full', edit: true }, operators: [], isSortable: true, isGroupable: true, ...more,
});
const made = field('createdAt', 'dateTime');
const due = field('dueOn', 'date');
const object: ObjectMeta = {
  key: 'case', plural: 'cases', label: { one: { 'zh-CN': '工单', en: 'Case' }, many: { 'zh-CN': '工单', en: 'Cases' } }, title: 'name', groups: [],
  fields: [field('stage', 'choice'), made, due, field('address', 'address'), field('notes', 'longText', { isGroupable: false })],
  defaultSort: '-createdAt', isCustom: false, isOwned: true, isMergeable: false, writes: 'records', grants: {},
};
const zone = 'Asia/Shanghai';

describe('grouping', () => {
  it('offers choices once and dates by week and month', () => {
    expect(groupings(object).map((g) => g.key)).toEqual(['stage', 'address', 'createdAt:week', 'createdAt:month', 'dueOn:week', 'dueOn:month']);
  });
  it('reads a step only for dates', () => {
    expect(readGrouping(object, 'createdAt:week')).toEqual({ field: made, step: 'week' });
    expect(readGrouping(object, 'dueOn')).toEqual({ field: due, step: 'month' });
    expect(readGrouping(object, 'gone')).toBeUndefined();
  });
  it('finds the records of a month from its first to its last moment in the zone', () => {
    expect(groupFilter({ field: made, step: 'month' }, { key: '2026-11-01', count: 3 }, zone)).toEqual({
      and: [{ field: 'createdAt', op: 'gte', value: '2026-10-31T16:00:00.000Z' }, { field: 'createdAt', op: 'lt', value: '2026-11-30T16:00:00.000Z' }],
    });
    expect(groupFilter({ field: due, step: 'week' }, { key: '2026-12-28', count: 1 }, zone)).toEqual({
      and: [{ field: 'dueOn', op: 'gte', value: '2026-12-28' }, { field: 'dueOn', op: 'lt', value: '2027-01-04' }],
    });
    expect(groupFilter({ field: due, step: 'week' }, { key: null, count: 1 }, zone)).toEqual({ field: 'dueOn', op: 'isNull', value: true });
  });
  it('puts the newest first and the empty last', () => {
    const rows = [{ key: null, count: 9 }, { key: '2026-10-01', count: 1 }, { key: '2026-11-01', count: 2 }];
    expect(inOrder({ field: made, step: 'month' }, rows).map((r) => r.key)).toEqual(['2026-11-01', '2026-10-01', null]);
  });
});

describe('days of values', () => {
  it('lie in the zone of the person', () => {
    expect(dayOf(made, '2026-11-20T17:30:00.000Z', zone)).toBe('2026-11-21');
    expect(dayOf(due, '2026-11-20', zone)).toBe('2026-11-20');
    expect(dayOf(due, null, zone)).toBeUndefined();
  });
  it('move with their time', () => {
    expect(onDay(made, '2026-11-20T17:30:00.000Z', '2026-12-01', zone)).toBe('2026-11-30T17:30:00.000Z');
    expect(onDay(due, '2026-11-20', '2026-12-01', zone)).toBe('2026-12-01');
    expect(onDay(made, null, '2026-12-01', zone)).toBe('2026-12-01T01:00:00.000Z');
  });
});
