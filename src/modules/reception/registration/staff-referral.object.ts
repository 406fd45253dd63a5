import { defineObject } from '#meta/object.ts';
import { registrationTexts } from './registration.texts.ts';

/** A customer whom staff announce before the first visit (RE-13). */
export const staffReferralObject = defineObject({
  key: 'staffReferral',
  plural: 'staff-referrals',
  table: 'staff_referral',
  access: { kind: 'owned' },
  title: 'visitor',
  partOf: 'customer',
  icon: 'user-plus',
  writes: 'actions',
  actions: ['create', 'read', 'update', 'export'],
  texts: registrationTexts,
  groups: ['main', 'ownership'],
  fields: [
    { key: 'visitor', type: 'text', required: true, max: 60, identity: true, search: 'name', pinyinSort: true, inList: true, group: 'main' },
    { key: 'site', type: 'reference', target: 'site', required: true, inList: true, group: 'main' },
    { key: 'phone', type: 'phone', required: true, mask: 'phone', search: 'phone', inList: true, group: 'main' },
    { key: 'introducer', type: 'reference', target: 'user', required: true, inList: true, group: 'main' },
    { key: 'agreedOn', type: 'date', required: true, inList: true, group: 'main' },
    { key: 'status', type: 'choice', fixedChoices: true, required: true, choices: [{ value: 'registered', colour: 'hu' }, { value: 'confirmed', colour: 'green' }, { value: 'lapsed', colour: 'ink' }, { value: 'void', colour: 'zhu' }], inList: true, group: 'main' },
    { key: 'voidReason', type: 'choice', fixedChoices: true, choices: [{ value: 'siteFirst' }, { value: 'notConfirmed' }, { value: 'rejected' }], inList: true, group: 'main' },
    { key: 'approval', type: 'choice', fixedChoices: true, required: true, choices: [{ value: 'waiting', colour: 'hu' }, { value: 'approved', colour: 'green' }, { value: 'rejected', colour: 'zhu' }], inList: true, group: 'main' },
    { key: 'confirmation', type: 'choice', fixedChoices: true, choices: [{ value: 'accompanied' }, { value: 'phoned' }], group: 'main' },
    { key: 'confirmedAt', type: 'dateTime', group: 'main' },
    { key: 'confirmedBy', type: 'reference', target: 'user', group: 'main' },
    { key: 'confirmedAs', type: 'choice', fixedChoices: true, choices: [{ value: 'manager' }, { value: 'deputy' }], group: 'main' },
    { key: 'registration', type: 'reference', target: 'visitRegistration', group: 'main' },
    { key: 'customer', type: 'reference', target: 'customer', group: 'main' },
  ],
});
