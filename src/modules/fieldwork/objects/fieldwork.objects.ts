import { defineObject } from '#meta/object.ts';
import { fieldworkTexts as texts } from '../fieldwork.texts.ts';

const plain = (...list: string[]) => list.map((value) => ({ value }));
const coloured = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, colour]) => ({ value, colour }));
export const orderKinds = ['repair', 'install', 'inspect', 'visit', 'other'] as const;
export const orderColours = { planned: 'ju', dispatched: 'qing', onTheWay: 'hu', onSite: 'hu', done: 'green', failed: 'zhu', cancelled: 'ink' } as const;

/** 服务指令: somebody goes to the customer for a case (SE-11). Its owner is the field worker, its unit that of the case. */
export const serviceOrderObject = defineObject({
  key: 'serviceOrder', plural: 'service-orders', table: 'service_order', access: { kind: 'owned' }, title: 'number', partOf: 'customer', icon: 'van', texts, writes: 'actions', defaultSort: '-windowFrom',
  groups: ['main', 'place', 'visit', 'result'], actions: ['create', 'read', 'update', 'export', 'assign', 'reveal'],
  fields: [
    { key: 'number', type: 'autoNumber', pattern: 'FD-{yyyy}-{000000}', readOnly: true, inList: true, search: 'code', identity: true },
    { key: 'case', type: 'reference', target: 'case', required: true, inList: true },
    { key: 'customer', type: 'reference', target: 'customer', inList: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, default: 'repair', choices: plain(...orderKinds), inList: true },
    { key: 'subject', type: 'text', required: true, max: 200, inList: true, search: 'name' },
    { key: 'checklist', type: 'reference', target: 'orderChecklist', required: true },
    { key: 'place', type: 'text', max: 200, group: 'place', inList: true },
    { key: 'area', type: 'reference', target: 'serviceArea', group: 'place', inList: true },
    { key: 'contactName', type: 'text', max: 60, group: 'place' },
    { key: 'contactPhone', type: 'phone', mask: 'phone', search: 'phone', group: 'place' },
    { key: 'skills', type: 'multiChoice', choices: plain('electric', 'plumbing', 'appliance', 'renovation', 'cleaning'), group: 'visit' },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'planned', choices: coloured(orderColours), group: 'visit', inList: true },
    { key: 'windowFrom', type: 'dateTime', group: 'visit', inList: true },
    { key: 'windowTo', type: 'dateTime', group: 'visit', inList: true },
    { key: 'leftAt', type: 'dateTime', group: 'visit' },
    { key: 'arrivedAt', type: 'dateTime', group: 'visit' },
    { key: 'doneAt', type: 'dateTime', group: 'result' },
    { key: 'result', type: 'longText', group: 'result' },
    { key: 'failedFor', type: 'longText', group: 'result' },
    { key: 'cancelledFor', type: 'longText', group: 'result' },
    { key: 'partsCost', type: 'money', group: 'result' },
  ],
});

/** 服务检查单: what a worker keeps to at the customer's; an order keeps the items it was made with. */
export const orderChecklistObject = defineObject({
  key: 'orderChecklist', plural: 'order-checklists', table: 'order_checklist', access: { kind: 'everyone' }, title: 'name', icon: 'list-checks', texts, writes: 'actions', defaultSort: 'name',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true },
    { key: 'nameEn', type: 'text', required: true, max: 80, inList: true },
    { key: 'itemCount', type: 'integer', required: true, inList: true },
    { key: 'revision', type: 'integer', default: 1, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: coloured({ active: 'green', retired: 'ink' }), inList: true },
  ],
});
