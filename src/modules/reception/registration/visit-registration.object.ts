import { defineObject } from '#meta/object.ts';
import { visitFacts } from '../points/visit-facts.ts';
import { registrationTexts } from './registration.texts.ts';

const values = (...list: string[]) => list.map((value) => ({ value }));
export const visitChannels = ['walkIn', 'signboard', 'newspaper', 'internet', 'friend', 'exhibition', 'call', 'other'] as const;
const matters = (visitFacts.find((fact) => fact.name === 'matter')?.choices ?? []).map(({ value }) => ({ value }));

/** A visit as registered at the desk (RE-10, 12); its owner is whoever received. */
export const visitRegistrationObject = defineObject({
  key: 'visitRegistration',
  plural: 'visit-registrations',
  table: 'visit_registration',
  access: { kind: 'owned' },
  title: 'visitor',
  partOf: 'customer',
  icon: 'clipboard-list',
  defaultSort: '-arrivedAt',
  writes: 'actions',
  actions: ['create', 'read', 'update', 'export', 'reveal'],
  texts: registrationTexts,
  groups: ['main', 'reception', 'ownership'],
  fields: [
    { key: 'visitor', type: 'text', required: true, max: 60, identity: true, search: 'name', pinyinSort: true, inList: true, group: 'main' },
    { key: 'customer', type: 'reference', target: 'customer', inList: true, group: 'main' },
    { key: 'site', type: 'reference', target: 'site', required: true, inList: true, group: 'main' },
    { key: 'phone', type: 'phone', mask: 'phone', search: 'phone', inList: true, group: 'main' },
    { key: 'arrivedAt', type: 'dateTime', required: true, inList: true, group: 'main' },
    { key: 'arrivedOn', type: 'date', required: true, group: 'main' },
    { key: 'channel', type: 'choice', choices: values(...visitChannels), inList: true, group: 'main' },
    { key: 'companions', type: 'integer', min: 0, max: 50, group: 'main' },
    { key: 'matter', type: 'choice', fixedChoices: true, required: true, choices: matters, inList: true, group: 'main' },
    { key: 'note', type: 'longText', group: 'main' },
    { key: 'receiver', type: 'reference', target: 'user', inList: true, group: 'reception' },
    { key: 'isCounted', type: 'boolean', group: 'reception' },
    { key: 'clause', type: 'text', max: 40, inList: true, group: 'reception' },
    { key: 'overruled', type: 'text', max: 500, group: 'reception' },
    { key: 'outsideHours', type: 'text', max: 300, group: 'reception' },
    { key: 'status', type: 'choice', fixedChoices: true, required: true, choices: [{ value: 'unconfirmed', colour: 'hu' }, { value: 'confirmed', colour: 'green' }], inList: true, group: 'reception' },
    { key: 'confirmedAt', type: 'dateTime', group: 'reception' },
    { key: 'confirmedBy', type: 'reference', target: 'user', group: 'reception' },
  ],
});
