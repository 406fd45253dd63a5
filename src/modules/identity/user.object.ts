import { defineObject } from '#meta/object.ts';
import { identityTexts } from './identity.texts.ts';

/** A person who may sign in (PL-21). */
export const userObject = defineObject({
  key: 'user',
  plural: 'users',
  table: 'app_user',
  access: { kind: 'everyone' },
  title: 'name',
  writes: 'actions',
  defaultSort: 'name',
  icon: 'user',
  texts: identityTexts,
  actions: ['read', 'create', 'update', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 60, identity: true, pinyinSort: true, search: 'name', inList: true, inCreate: true },
    { key: 'username', type: 'text', required: true, max: 64, identity: true, search: 'code', inList: true, inCreate: true },
    { key: 'title', type: 'text', max: 60, inList: true },
    { key: 'unit', type: 'reference', target: 'orgUnit', inList: true, inCreate: true },
    { key: 'manager', type: 'reference', target: 'user' },
    { key: 'phone', type: 'phone', mask: 'phone', search: 'phone', inCreate: true },
    { key: 'email', type: 'email', mask: 'email', search: 'email' },
    { key: 'isActive', type: 'boolean', inList: true },
  ],
});
