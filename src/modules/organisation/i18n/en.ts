import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  objects: {
    orgUnit: {
      one: 'Org unit',
      many: 'Org units',
      fields: {
        name: 'Name',
        kind: 'Kind',
        parent: 'Parent unit',
        manager: 'Head',
        position: 'Order',
      },
      choices: {
        kind: { company: 'Company', branch: 'Branch', department: 'Department', team: 'Team' },
      },
      groups: { main: 'Details' },
      help: {
        parent: 'A unit that moves takes the units below it along',
        position: 'Smaller numbers come first',
      },
    },
  },
  inspector: {
    disabled: 'The account is switched off and sees nothing',
    passwordDue: 'The password must be changed first; until then there are no rights',
    twoFactorDue: 'Two-factor sign-in must be set up first; until then there are no rights',
    noGrant: 'No role grants “{action}” on {object}',
    deleted: 'The record is deleted',
    role: {
      own: 'Role “{role}” allows “{action}” on {object} records that the person owns',
      unit: 'Role “{role}” allows “{action}” on {object} records of the person’s units',
      unitBelow: 'Role “{role}” allows “{action}” on {object} records of the person’s units and below',
      all: 'Role “{role}” allows “{action}” on all {object} records',
    },
    scopeAll: 'The data scope is all records',
    everyone: '{object} records are open to everybody who has the grant',
    owner: '{owner} is the owner',
    delegation: '{owner} is the owner and lets {person} stand in until {until}',
    unit: 'The record belongs to “{unit}”, a unit of {person}',
    unitBelow: 'The record belongs to “{unit}”, below a unit of {person}',
    shareUser: 'Shared with {person} ({level})',
    shareUnit: 'Shared with “{unit}” ({level})',
    via: 'Seen through {parent} “{title}”: {reason}',
    creator: '{person} created this record, which hangs on no other',
    outOfScope: 'The owner is {owner} and the unit is {unit}: outside the data scope',
    nobody: '(none)',
    level: { read: 'may read', write: 'may edit' },
    field: {
      hidden: '“{field}” is hidden from this person',
      masked: '“{field}” is shown shortened',
      full: '“{field}” is shown in full',
    },
    action: {
      create: 'create', read: 'read', update: 'update', delete: 'delete', export: 'export', import: 'import', assign: 'assign',
      share: 'share', merge: 'merge', reveal: 'reveal',
    },
  },
};
