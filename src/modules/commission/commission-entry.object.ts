import { defineObject } from '#meta/object.ts';
import { commissionTexts } from './commission.texts.ts';

const values = (...list: string[]) => list.map((value) => ({ value }));

/**
 * One line of the ledger (RE-30). Its owner is the person whose money it is; the funds' and the company's lines have
 * none. The unit is the site's, so that its managers see them.
 */
export const commissionEntryObject = defineObject({
  key: 'commissionEntry',
  plural: 'commission-entries',
  table: 'commission_entry',
  access: { kind: 'owned' },
  title: 'subject',
  writes: 'actions',
  icon: 'coins',
  texts: commissionTexts,
  actions: ['read', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 200, identity: true, readOnly: true, inList: true },
    { key: 'kind', type: 'choice', required: true, fixedChoices: true, readOnly: true, inList: true, choices: values('accrue', 'split', 'freeze', 'release', 'settle', 'clawBack', 'penalty', 'adjust') },
    { key: 'account', type: 'choice', required: true, fixedChoices: true, readOnly: true, inList: true, choices: values('person', 'publicFund', 'departmentFund', 'company') },
    { key: 'state', type: 'choice', required: true, fixedChoices: true, readOnly: true, inList: true, choices: [{ value: 'accrued', colour: 'qing' }, { value: 'frozen', colour: 'hu' }, { value: 'settled', colour: 'green' }] },
    { key: 'amount', type: 'money', required: true, readOnly: true, inList: true },
    { key: 'month', type: 'text', required: true, max: 7, readOnly: true, inList: true },
    { key: 'percent', type: 'percent', readOnly: true },
    { key: 'clause', type: 'text', max: 80, readOnly: true, inList: true },
    { key: 'customer', type: 'reference', target: 'customer', readOnly: true },
  ],
});
