import { defineObject } from '#meta/object.ts';
import { organisationTexts } from './organisation.texts.ts';

/** A company, branch, department or team; units form one tree (PL-30). */
export const orgUnitObject = defineObject({
  key: 'orgUnit',
  plural: 'org-units',
  table: 'org_unit',
  access: { kind: 'everyone' },
  title: 'name',
  writes: 'actions',
  defaultSort: 'name',
  icon: 'network',
  texts: organisationTexts,
  actions: ['read', 'create', 'update', 'delete', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, identity: true, pinyinSort: true, search: 'name', inList: true, inCreate: true },
    {
      key: 'kind', type: 'choice', required: true, default: 'department', inList: true, inCreate: true,
      choices: [{ value: 'company' }, { value: 'branch' }, { value: 'department' }, { value: 'team' }],
    },
    { key: 'parent', type: 'reference', target: 'orgUnit', inList: true, inCreate: true },
    { key: 'manager', type: 'reference', target: 'user', inList: true },
    { key: 'position', type: 'integer', default: 0, min: 0, max: 100_000 },
  ],
});
