import { defineObject } from '#meta/object.ts';
import { receptionTexts } from './reception.texts.ts';

/** A sales office (RE-1). Its owner is the project manager; its members see it by being members. */
export const siteObject = defineObject({
  key: 'site',
  plural: 'sites',
  table: 'site',
  access: { kind: 'owned' },
  title: 'name',
  writes: 'actions',
  defaultSort: 'name',
  icon: 'store',
  texts: receptionTexts,
  // `assign` is the right to run the board: to open the day, to note who is away.
  actions: ['create', 'read', 'update', 'delete', 'export', 'assign'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, identity: true, pinyinSort: true, search: 'name', inList: true, inCreate: true },
    { key: 'pack', type: 'text', required: true, max: 60, inList: true },
    { key: 'timeZone', type: 'text', readOnly: true, max: 60 },
    { key: 'deputy', type: 'reference', target: 'user', inList: true },
    { key: 'opensAt', type: 'text', required: true, max: 5 },
    { key: 'closesAt', type: 'text', required: true, max: 5 },
    { key: 'lunchFrom', type: 'text', required: true, max: 5 },
    { key: 'lunchUntil', type: 'text', required: true, max: 5 },
    { key: 'takeUpMinutes', type: 'integer', required: true, min: 1, max: 120, default: 5 },
  ],
});
