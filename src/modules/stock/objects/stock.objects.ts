import { defineObject } from '#meta/object.ts';
import { stockTexts } from '../stock.texts.ts';
import { unitStatuses } from '../rules/unit-status.ts';

const texts = stockTexts;
const statusColours = { available: 'green', held: 'ju', reserved: 'hu', signed: 'zhu', delivered: 'ink', withdrawn: 'ink' } as const;

/** What a company sells at a site: its buildings, its price lists, its rules (RE-40). */
export const projectObject = defineObject({
  key: 'project', plural: 'projects', table: 'project', access: { kind: 'owned' }, title: 'name', icon: 'building-2', texts,
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true, inCreate: true },
    { key: 'code', type: 'text', required: true, max: 12, inList: true, inCreate: true },
    { key: 'site', type: 'reference', target: 'site', inList: true, inCreate: true },
    { key: 'pack', type: 'text', required: true, max: 80, default: 'first-visit', inCreate: true },
  ],
});

export const buildingObject = defineObject({
  key: 'building', plural: 'buildings', table: 'building', access: { kind: 'via', field: 'project' }, title: 'name', icon: 'building', texts, defaultSort: 'position',
  fields: [
    { key: 'name', type: 'text', required: true, max: 40, inList: true, inCreate: true },
    { key: 'project', type: 'reference', target: 'project', required: true, inList: true, inCreate: true },
    { key: 'position', type: 'integer', required: true, default: 0, min: 0, max: 999, inCreate: true },
  ],
});

/** A version of a project's prices, in force from a day on. */
export const priceListObject = defineObject({
  key: 'priceList', plural: 'price-lists', table: 'price_list', access: { kind: 'via', field: 'project' }, title: 'name', icon: 'list', texts,
  writes: 'actions', defaultSort: '-effectiveOn',
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true },
    { key: 'project', type: 'reference', target: 'project', required: true, inList: true },
    { key: 'effectiveOn', type: 'date', required: true, inList: true },
    { key: 'unitCount', type: 'integer', inList: true },
    { key: 'appliedAt', type: 'dateTime', inList: true },
  ],
});

/** One flat, shop or berth 房源 (RE-40). */
export const saleUnitObject = defineObject({
  key: 'saleUnit', plural: 'sale-units', table: 'sale_unit', access: { kind: 'via', field: 'project' }, title: 'code', icon: 'door-open', texts,
  writes: 'actions', defaultSort: 'code',
  fields: [
    { key: 'code', type: 'text', required: true, max: 40, search: 'name', inList: true },
    { key: 'project', type: 'reference', target: 'project', required: true, inList: true },
    { key: 'building', type: 'reference', target: 'building', required: true, inList: true },
    { key: 'floor', type: 'integer', required: true, inList: true },
    { key: 'position', type: 'integer', required: true },
    { key: 'layout', type: 'text', max: 40, inList: true },
    { key: 'area', type: 'number', required: true, inList: true },
    { key: 'grade', type: 'integer', required: true, default: 3 },
    { key: 'status', type: 'choice', fixedChoices: true, required: true, default: 'available', choices: unitStatuses.map((value) => ({ value, colour: statusColours[value] })), inList: true },
    { key: 'listPrice', type: 'money', inList: true },
    { key: 'unitPrice', type: 'money', inList: true },
    { key: 'holdUntil', type: 'dateTime' },
    { key: 'priceList', type: 'reference', target: 'priceList' },
  ],
});
