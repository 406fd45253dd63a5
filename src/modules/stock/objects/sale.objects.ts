import type { Field } from '#meta/field.ts';
import { defineObject } from '#meta/object.ts';
import { stockTexts } from '../stock.texts.ts';

const texts = stockTexts;
const coloured = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, colour]) => ({ value, colour }));
const plain = (...list: string[]) => list.map((value) => ({ value }));

const about: readonly Field[] = [
  { key: 'customer', type: 'reference', target: 'customer', required: true, inList: true },
  { key: 'project', type: 'reference', target: 'project', required: true, inList: true },
  { key: 'saleUnit', type: 'reference', target: 'saleUnit', required: true, inList: true },
];

/** A unit kept for one customer: 小定 or 大定; the register of both (P14). */
export const unitHoldObject = defineObject({
  key: 'unitHold', plural: 'unit-holds', table: 'unit_hold', access: { kind: 'owned' }, title: 'number', partOf: 'customer', icon: 'timer', texts, writes: 'actions',
  fields: [
    { key: 'number', type: 'autoNumber', pattern: 'DD-{yyyy}-{000000}', readOnly: true, search: 'code', inList: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: coloured({ holding: 'ju', reservation: 'hu' }), inList: true },
    ...about,
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: coloured({ active: 'ju', expired: 'ink', released: 'ink', sold: 'green' }), inList: true },
    { key: 'deposit', type: 'money', required: true, inList: true },
    { key: 'expiresAt', type: 'dateTime', inList: true },
    { key: 'extensions', type: 'integer', default: 0 },
    { key: 'endedAt', type: 'dateTime' },
  ],
});

/** 认购书; its list is the register of subscriptions (RE-41, RE-43). */
export const subscriptionObject = defineObject({
  key: 'subscription', plural: 'subscriptions', table: 'subscription', access: { kind: 'owned' }, title: 'number', partOf: 'customer', icon: 'file-text', texts, writes: 'actions',
  fields: [
    { key: 'number', type: 'autoNumber', pattern: 'RG-{yyyy}-{000000}', readOnly: true, search: 'code', inList: true },
    ...about,
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'filed', choices: coloured({ filed: 'ju', signed: 'hu', contracted: 'green', cancelled: 'ink' }), inList: true },
    { key: 'buyers', type: 'text', required: true, max: 200, search: 'name', inList: true },
    { key: 'area', type: 'number', required: true },
    { key: 'listPrice', type: 'money', required: true },
    { key: 'discount', type: 'money', required: true },
    { key: 'price', type: 'money', required: true, inList: true },
    { key: 'deposit', type: 'money', required: true, inList: true },
    { key: 'phone', type: 'phone', mask: 'phone', required: true },
    { key: 'address', type: 'text', required: true, max: 200 },
    { key: 'postcode', type: 'text', required: true, max: 6 },
    { key: 'signedAt', type: 'dateTime', inList: true },
  ],
});

/** 成交: made when the contract is signed; its list is the register of contracts (RE-43). */
export const dealObject = defineObject({
  key: 'deal', plural: 'deals', table: 'deal', access: { kind: 'owned' }, title: 'number', partOf: 'customer', icon: 'handshake', texts, writes: 'actions', defaultSort: '-dealOn',
  fields: [
    { key: 'number', type: 'autoNumber', pattern: 'CJ-{yyyy}-{000000}', readOnly: true, search: 'code', inList: true },
    ...about,
    { key: 'subscription', type: 'reference', target: 'subscription', required: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'signed', choices: coloured({ signed: 'green', delivered: 'hu', cancelled: 'ink' }), inList: true },
    { key: 'contractNumber', type: 'text', required: true, max: 60, search: 'code', inList: true },
    { key: 'dealOn', type: 'date', required: true, inList: true },
    { key: 'price', type: 'money', required: true, inList: true },
  ],
});

export const receiptKinds = ['holdingDeposit', 'reservationDeposit', 'instalment', 'transferFee', 'refund'] as const;
const receiptColours = { holdingDeposit: 'ju', reservationDeposit: 'hu', instalment: 'green', transferFee: 'ink', refund: 'zhu' } as const satisfies Readonly<Record<(typeof receiptKinds)[number], string>>;
export const paymentMethods = ['transfer', 'card', 'cash', 'cheque', 'mortgage'] as const;

/** 收据: booked by finance only, never changed, reversed by another one (RE-41). */
export const receiptObject = defineObject({
  key: 'receipt', plural: 'receipts', table: 'receipt', access: { kind: 'owned' }, title: 'number', partOf: 'customer', icon: 'receipt', texts, writes: 'actions',
  fields: [
    { key: 'number', type: 'text', readOnly: true, max: 40, required: true, search: 'code', inList: true },
    ...about,
    { key: 'subscription', type: 'reference', target: 'subscription' },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: coloured(receiptColours), inList: true },
    { key: 'amount', type: 'money', required: true, inList: true },
    { key: 'method', type: 'choice', fixedChoices: true, required: true, choices: plain(...paymentMethods), inList: true },
    { key: 'receivedOn', type: 'date', required: true, inList: true },
    { key: 'payer', type: 'text', required: true, max: 200 },
    { key: 'note', type: 'longText' },
    { key: 'bookedBy', type: 'reference', target: 'user', required: true },
    { key: 'reverses', type: 'reference', target: 'receipt' },
  ],
});

/** 售后变更: exchange, rename, default, refund, each by a decision (RE-42). */
export const afterSaleChangeObject = defineObject({
  key: 'afterSaleChange', plural: 'after-sale-changes', table: 'after_sale_change', access: { kind: 'owned' }, title: 'reason', partOf: 'customer', icon: 'arrow-left-right', texts, writes: 'actions',
  fields: [
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: plain('exchange', 'rename', 'default', 'refund'), inList: true },
    ...about,
    { key: 'state', type: 'choice', fixedChoices: true, required: true, choices: coloured({ refused: 'zhu', retention: 'ju', approving: 'ju', feeDue: 'ju', done: 'green', rejected: 'ink' }), inList: true },
    { key: 'subscription', type: 'reference', target: 'subscription', required: true },
    { key: 'newSaleUnit', type: 'reference', target: 'saleUnit', inList: true },
    { key: 'newCustomer', type: 'reference', target: 'customer' },
    { key: 'buyers', type: 'text', max: 200 },
    { key: 'reason', type: 'longText', required: true, inList: true },
    { key: 'retention', type: 'longText' },
    { key: 'clause', type: 'text', max: 40, inList: true },
    { key: 'fee', type: 'money', inList: true },
  ],
});
