import { defineObject } from '#meta/object.ts';
import { disputeTexts } from './dispute.texts.ts';

/** A dispute over whose customer somebody is (RE-22); its owner is the claimant. */
export const disputeObject = defineObject({
  key: 'dispute',
  plural: 'disputes',
  table: 'dispute',
  access: { kind: 'owned' },
  title: 'subject',
  partOf: 'customer',
  icon: 'scale',
  writes: 'actions',
  actions: ['create', 'read', 'update', 'export'],
  texts: disputeTexts,
  fields: [
    { key: 'subject', type: 'text', max: 200, required: true, identity: true, inList: true },
    { key: 'status', type: 'choice', fixedChoices: true, required: true, inList: true, choices: [{ value: 'open', colour: 'hu' }, { value: 'proposed', colour: 'qing' }, { value: 'settled', colour: 'green' }, { value: 'withdrawn', colour: 'ink' }] },
    { key: 'respondent', type: 'reference', target: 'user', required: true, inList: true },
    { key: 'site', type: 'reference', target: 'site', required: true, inList: true },
    { key: 'customer', type: 'reference', target: 'customer', required: true },
    { key: 'dueAt', type: 'dateTime', required: true, inList: true },
    { key: 'clause', type: 'text', max: 40, inList: true },
    { key: 'outcome', type: 'choice', fixedChoices: true, choices: [{ value: 'agreed' }, { value: 'mediated' }, { value: 'ruled' }], inList: true },
    { key: 'claim', type: 'longText' },
    { key: 'record', type: 'longText' },
    { key: 'settledAt', type: 'dateTime' },
  ],
});
