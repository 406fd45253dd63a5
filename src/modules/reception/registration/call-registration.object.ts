import { defineObject } from '#meta/object.ts';
import { registrationTexts } from './registration.texts.ts';
import { visitChannels } from './visit-registration.object.ts';

/** A call to the site (RE-11): information only. */
export const callRegistrationObject = defineObject({
  key: 'callRegistration',
  plural: 'call-registrations',
  table: 'call_registration',
  access: { kind: 'owned' },
  title: 'caller',
  partOf: 'customer',
  icon: 'phone',
  defaultSort: '-calledAt',
  texts: registrationTexts,
  groups: ['main', 'ownership'],
  fields: [
    { key: 'caller', type: 'text', required: true, max: 60, identity: true, search: 'name', pinyinSort: true, inList: true, inCreate: true, group: 'main' },
    { key: 'site', type: 'reference', target: 'site', required: true, inList: true, inCreate: true, group: 'main' },
    { key: 'phone', type: 'phone', mask: 'phone', search: 'phone', inList: true, inCreate: true, group: 'main' },
    { key: 'calledAt', type: 'dateTime', required: true, inList: true, inCreate: true, group: 'main' },
    { key: 'channel', type: 'choice', choices: visitChannels.map((value) => ({ value })), inList: true, inCreate: true, group: 'main' },
    { key: 'interest', type: 'longText', inCreate: true, group: 'main' },
    { key: 'appointmentOn', type: 'date', inList: true, inCreate: true, group: 'main' },
    { key: 'customer', type: 'reference', target: 'customer', inCreate: true, group: 'main' },
  ],
});
