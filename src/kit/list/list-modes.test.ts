import { expect, it } from 'vitest';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { dateField, listModes, readMode } from './list-modes.ts';

const field = (key: string, type: FieldMeta['type'], more: Partial<FieldMeta> = {}): FieldMeta => ({
  key, type, label: { 'zh-CN': key, en: key }, access: { view: 'full', edit: true }, operators: [], isSortable: true, isGroupable: true, ...more,
});
const label = { 'zh-CN': '客户', en: 'Customer' };
const objectOf = (...fields: readonly FieldMeta[]): ObjectMeta => ({
  key: 'customer', plural: 'customers', label: { one: label, many: label }, title: 'name', groups: [], fields, defaultSort: '', isCustom: false,
  isOwned: true, isMergeable: false, writes: 'records', grants: {},
});

it('shows only the modes for which an object has fields', () => {
  expect(listModes(objectOf(field('name', 'text')))).toEqual(['table']);
  const masked = field('address', 'address', { access: { view: 'masked', edit: false } });
  expect(listModes(objectOf(masked, field('bornOn', 'date')))).toEqual(['table', 'calendar']);
  expect(readMode(objectOf(masked), 'map')).toBeUndefined();
  expect(readMode(objectOf(field('address', 'address')), 'map')).toBe('map');
});

it('lays a calendar out by a date that people plan with', () => {
  const last = field('lastContactAt', 'dateTime', { readOnly: true, inList: true });
  const object = objectOf(field('bornOn', 'date'), last, field('nextContactAt', 'dateTime'));
  expect(dateField(object, {})?.key).toBe('nextContactAt');
  expect(dateField(object, { dateField: 'bornOn' })?.key).toBe('bornOn');
  expect(dateField(objectOf(last), {})?.key).toBe('lastContactAt');
});
