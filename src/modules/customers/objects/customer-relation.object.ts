import { defineObject } from '#meta/object.ts';
import { customersTexts } from '../customers.texts.ts';

const values = (...list: string[]) => list.map((value) => ({ value }));

/** How two customers belong together: household, companies of one group, referrer and referred (CU-2). */
export const customerRelationObject = defineObject({
  key: 'customerRelation',
  plural: 'customer-relations',
  table: 'customer_relation',
  access: { kind: 'via', field: 'customer' },
  title: 'kind',
  partOf: 'customer',
  icon: 'link',
  texts: customersTexts,
  fields: [
    { key: 'customer', type: 'reference', target: 'customer', required: true, inList: true, inCreate: true },
    { key: 'kind', type: 'choice', required: true, choices: values('spouse', 'family', 'parentCompany', 'subsidiary', 'partner', 'referrer', 'referred'), inList: true, inCreate: true },
    { key: 'other', type: 'reference', target: 'customer', required: true, inList: true, inCreate: true },
    { key: 'note', type: 'text', max: 300, inList: true, inCreate: true },
  ],
});
