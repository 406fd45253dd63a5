import { defineObject } from '#meta/object.ts';
import { teamTexts as texts } from '../team.texts.ts';

export const coloured = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, colour]) => ({ value, colour }));
export const plain = (list: readonly string[]) => list.map((value) => ({ value }));
const inUse = coloured({ active: 'green', retired: 'ink' });

/** 技能: the company's list. Case types and service orders ask for them by code or by name (SE-40). */
export const skillObject = defineObject({
  key: 'skill', plural: 'skills', table: 'skill', access: { kind: 'everyone' }, title: 'name', icon: 'award', texts, defaultSort: 'name', actions: ['create', 'read', 'update', 'delete', 'export', 'import'],
  fields: [
    { key: 'code', type: 'text', required: true, max: 40, inList: true, inCreate: true, identity: true },
    { key: 'name', type: 'text', required: true, max: 60, inList: true, inCreate: true },
    { key: 'about', type: 'longText', inCreate: true },
    { key: 'needsCertificate', type: 'boolean', required: true, default: false, inList: true, inCreate: true },
    { key: 'validMonths', type: 'integer', min: 1, max: 120, inList: true, inCreate: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: inUse, inList: true },
  ],
});

/** 员工技能: who holds a skill at which level and how long. The proof is a file of the record; its owner is the person. */
export const staffSkillObject = defineObject({
  key: 'staffSkill', plural: 'staff-skills', table: 'staff_skill', access: { kind: 'owned' }, title: 'subject', icon: 'award', texts, writes: 'actions', defaultSort: 'validUntil',
  actions: ['create', 'read', 'update', 'delete', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 60, inList: true },
    { key: 'skill', type: 'reference', target: 'skill', required: true },
    { key: 'level', type: 'integer', required: true, min: 1, max: 5, inList: true },
    { key: 'certificateNumber', type: 'text', max: 60, inList: true },
    { key: 'validFrom', type: 'date', required: true, inList: true },
    { key: 'validUntil', type: 'date', inList: true },
    { key: 'source', type: 'choice', fixedChoices: true, required: true, default: 'entered', choices: coloured({ entered: 'ink', exam: 'green' }), inList: true },
    { key: 'exam', type: 'reference', target: 'exam' },
    { key: 'note', type: 'longText' },
  ],
});
