import { defineObject } from '#meta/object.ts';
import { customersTexts } from '../customers.texts.ts';

const values = (...list: string[]) => list.map((value) => ({ value }));

/** What a customer needs or expects, by level, open or met, with the activity it came from (CU-5). */
export const needObject = defineObject({
  key: 'need',
  plural: 'needs',
  table: 'need',
  access: { kind: 'via', field: 'customer' },
  title: 'title',
  partOf: 'customer',
  icon: 'target',
  texts: customersTexts,
  fields: [
    { key: 'title', type: 'text', required: true, max: 200, inList: true, inCreate: true },
    { key: 'customer', type: 'reference', target: 'customer', required: true, inList: true, inCreate: true },
    { key: 'contact', type: 'reference', target: 'contact', inCreate: true },
    { key: 'level', type: 'choice', required: true, choices: values('basic', 'want', 'desire', 'unexpected'), inList: true, inCreate: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'open', choices: [{ value: 'open', colour: 'hu' }, { value: 'met', colour: 'green' }], inList: true, inCreate: true },
    { key: 'activity', type: 'reference', target: 'activity', inCreate: true },
    { key: 'metAt', type: 'dateTime', readOnly: true },
    { key: 'note', type: 'longText', inCreate: true },
  ],
});
