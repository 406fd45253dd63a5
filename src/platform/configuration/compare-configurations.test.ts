import { expect, it } from 'vitest';
import { type ConfigurationImage, compareConfigurations } from './compare-configurations.ts';

const none = new Map<string, unknown>();
const image = (parts: Partial<ConfigurationImage>): ConfigurationImage =>
  ({ object: none, field: none, layout: none, setting: none, role: none, view: none, ...parts });

it('speaks only of what differs, with the former and the new value of each part', () => {
  const before = image({ field: new Map<string, unknown>([['customer.band', { label: '档次', inList: true }], ['customer.same', { label: '同' }]]), setting: new Map([['viewsPerPerson', 200]]) });
  const after = image({
    field: new Map<string, unknown>([['customer.band', { label: '等级', inList: true, required: true }], ['customer.same', { label: '同' }], ['customer.new', { label: '新' }]]),
    setting: new Map([['viewsPerPerson', 50]]),
  });
  expect(compareConfigurations(before, after)).toEqual([
    { kind: 'field', key: 'customer.band', change: 'changed', changes: [{ field: 'label', from: '档次', to: '等级' }, { field: 'required', from: null, to: true }] },
    { kind: 'field', key: 'customer.new', change: 'added', changes: [] },
    { kind: 'setting', key: 'viewsPerPerson', change: 'changed', changes: [{ field: '', from: 200, to: 50 }] },
  ]);
  expect(compareConfigurations(after, after)).toEqual([]);
});
