import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { describe, expect, it } from 'vitest';
import { changedValues, conflictsOf, firstValues, isAsked, missingFields } from './form-model.ts';

const field = (key: string, type: FieldMeta['type'], more: Partial<FieldMeta> = {}): FieldMeta => ({
  key, type, label: { 'zh-CN': key, en: key }, access: { view: 'full', edit: true }, operators: [], isSortable: false, isGroupable: false, ...more,
});

const object: ObjectMeta = {
  key: 'thing', plural: 'things', label: { one: { 'zh-CN': '物', en: 'Thing' }, many: { 'zh-CN': '物', en: 'Things' } }, title: 'name', groups: [],
  fields: [
    field('name', 'text', { required: true }), field('kind', 'choice', { default: 'company' }), field('code', 'text', { required: true, when: { kind: ['company'] } }),
    field('owner', 'reference'), field('tags', 'multiChoice'),
  ],
  defaultSort: 'name', isCustom: false, isOwned: true, isMergeable: false, writes: 'records', grants: {},
};

const ann = { id: '018f0000-0000-7000-8000-000000000001', name: 'Ann' };

describe('form model', () => {
  it('asks a field only when its condition holds', () => {
    const code = object.fields[2];
    expect(code && isAsked(code, { kind: 'company' })).toBe(true);
    expect(code && isAsked(code, { kind: 'person' })).toBe(false);
    expect(missingFields(object.fields, { kind: 'person' }).map((f) => f.key)).toEqual(['name']);
    expect(missingFields(object.fields, firstValues(object, { name: ' x' })).map((f) => f.key)).toEqual(['code']);
  });
  it('sends only what differs; an included reference equals its id', () => {
    const before = { name: 'A', owner: ann, tags: null };
    expect(changedValues(object, before, { name: 'A', owner: ann.id, tags: [] })).toEqual({});
    expect(changedValues(object, before, { name: 'B', owner: null })).toEqual({ name: 'B', owner: null });
  });
  it('never sends what only the system sets', () => {
    const readOnly: ObjectMeta = { ...object, fields: [field('name', 'text', { readOnly: true })] };
    expect(changedValues(readOnly, { name: 'A' }, { name: 'B' })).toEqual({});
  });
  it('finds only real conflicts', () => {
    const before = { name: 'A', kind: 'company', owner: ann };
    expect(conflictsOf(object, before, { name: 'B' }, { name: 'A', kind: 'person', owner: ann.id })).toEqual([]);
    const found = conflictsOf(object, before, { name: 'B', kind: 'person' }, { name: 'C', kind: 'person' });
    expect(found.map((c) => [c.field.key, c.mine, c.theirs])).toEqual([['name', 'B', 'C']]);
  });
});
