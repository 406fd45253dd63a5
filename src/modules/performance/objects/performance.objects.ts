import { defineObject } from '#meta/object.ts';
import { performanceTexts } from '../performance.texts.ts';

const texts = performanceTexts;
const coloured = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, colour]) => ({ value, colour }));

/** 激励批次: a unit's month, or a correction of one entry; its owner runs it (SE-40). */
export const incentiveRunObject = defineObject({
  key: 'incentiveRun', plural: 'incentive-runs', table: 'incentive_run', access: { kind: 'owned' }, title: 'month', icon: 'trophy', texts, writes: 'actions',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'month', type: 'text', required: true, max: 7, inList: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: coloured({ award: 'qing', correction: 'ju' }), inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'draft', choices: coloured({ draft: 'ink', submitted: 'ju', posted: 'green', dropped: 'ink' }), inList: true },
    { key: 'pack', type: 'text', required: true, max: 80 },
    { key: 'reason', type: 'longText' },
    { key: 'people', type: 'integer', default: 0, inList: true },
    { key: 'points', type: 'number', default: 0, inList: true },
    { key: 'amount', type: 'money', required: true, inList: true },
    { key: 'postedAt', type: 'dateTime', inList: true },
  ],
});

/**
 * 激励记录: what a person was awarded for a month, or a counter-entry; never changed. Whoever may read somebody's entries
 * may read their performance sheet: one condition for both.
 */
export const incentiveEntryObject = defineObject({
  key: 'incentiveEntry', plural: 'incentive-entries', table: 'incentive_entry', access: { kind: 'owned' }, title: 'month', icon: 'award', texts, writes: 'actions',
  actions: ['read', 'export'],
  fields: [
    { key: 'month', type: 'text', required: true, max: 7, inList: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: coloured({ award: 'green', correction: 'ju' }), inList: true },
    { key: 'points', type: 'number', required: true, inList: true },
    { key: 'amount', type: 'money', required: true, inList: true },
    { key: 'clause', type: 'text', max: 80, inList: true },
    { key: 'reason', type: 'longText' },
    { key: 'run', type: 'reference', target: 'incentiveRun', required: true },
    { key: 'corrects', type: 'reference', target: 'incentiveEntry' },
  ],
});

/** 表扬: its owner is who is praised. The customer's words are in the case, for those who may read it (SE-40). */
export const recognitionObject = defineObject({
  key: 'recognition', plural: 'recognitions', table: 'recognition', access: { kind: 'owned' }, title: 'words', icon: 'heart', texts, writes: 'actions',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: coloured({ customer: 'green', colleague: 'qing' }), inList: true },
    { key: 'author', type: 'reference', target: 'user', inList: true },
    { key: 'words', type: 'longText', inList: true },
    { key: 'points', type: 'integer', default: 0, min: 0, inList: true },
    { key: 'month', type: 'text', required: true, max: 7 },
    { key: 'case', type: 'reference', target: 'case' },
    { key: 'hiddenFor', type: 'longText' },
    { key: 'hiddenBy', type: 'reference', target: 'user' },
  ],
});

export const reactionKinds = ['applause', 'thanks', 'learn'] as const;
export type ReactionKind = (typeof reactionKinds)[number];
