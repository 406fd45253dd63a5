import { defineObject } from '#meta/object.ts';
import { fieldworkTexts as texts } from '../fieldwork.texts.ts';

const shared = { access: { kind: 'everyone' }, texts, defaultSort: 'name' } as const;
const actions = ['create', 'read', 'update', 'delete', 'export'] as const;

/** 片区: where somebody goes; its place on the map tells travel and the order of a day (SE-11). */
export const serviceAreaObject = defineObject({
  ...shared, key: 'serviceArea', plural: 'service-areas', table: 'service_area', title: 'name', icon: 'map', actions: [...actions],
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'nameEn', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'eastKm', type: 'number', required: true, default: 0, min: -1_000, max: 1_000, inList: true, inCreate: true },
    { key: 'northKm', type: 'number', required: true, default: 0, min: -1_000, max: 1_000, inList: true, inCreate: true },
    { key: 'isActive', type: 'boolean', default: true, inList: true },
  ],
});

/** 备件: what orders use, with its price by piece, metre or whatever it is counted in (SE-11). */
export const partObject = defineObject({
  ...shared, key: 'part', plural: 'parts', table: 'part', title: 'name', icon: 'package', actions: [...actions, 'import'],
  fields: [
    { key: 'code', type: 'text', required: true, max: 40, inList: true, inCreate: true, search: 'code' },
    { key: 'name', type: 'text', required: true, max: 120, inList: true, inCreate: true, search: 'name' },
    { key: 'measure', type: 'text', required: true, max: 12, inList: true, inCreate: true },
    { key: 'price', type: 'money', required: true, inList: true, inCreate: true },
    { key: 'lowAt', type: 'number', min: 0, max: 1_000_000, inList: true, inCreate: true },
    { key: 'isActive', type: 'boolean', default: true, inList: true },
  ],
});

/** 备件库: a depot, or the van of one worker; what lies in it is moved by actions only. */
export const partStoreObject = defineObject({
  ...shared, key: 'partStore', plural: 'part-stores', table: 'part_store', title: 'name', icon: 'warehouse', actions: [...actions],
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, default: 'depot', choices: [{ value: 'depot', colour: 'qing' }, { value: 'van', colour: 'hu' }], inList: true, inCreate: true },
    { key: 'worker', type: 'reference', target: 'user', inList: true, inCreate: true },
    { key: 'area', type: 'reference', target: 'serviceArea', inList: true, inCreate: true },
    { key: 'isActive', type: 'boolean', default: true, inList: true },
  ],
});
