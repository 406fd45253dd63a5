import { defineObject } from '#meta/object.ts';
import { serviceAreas } from '../rules/service-areas.ts';
import { answerKinds, directions, serviceTypes } from '../rules/score-audit.ts';
import { auditStates } from '../rules/audit-steps.ts';
import { standardsTexts } from '../standards.texts.ts';

const texts = standardsTexts;
const plain = (list: readonly string[]) => list.map((value) => ({ value }));
const coloured = (list: readonly string[], colours: Readonly<Record<string, string>>) => list.map((value) => ({ value, colour: colours[value] ?? 'ink' }));
export const typeColours = { cold: 'zhu', factory: 'hu', friendly: 'ju', quality: 'green' } as const;
const stateColours = { planned: 'qing', running: 'hu', submitted: 'ju', confirmed: 'green', cancelled: 'ink' } as const;

/** 服务标准: one observable, measurable item of one area (SE-20). The company's own; everybody with the grant reads all. */
export const standardObject = defineObject({
  key: 'standard', plural: 'standards', table: 'standard', access: { kind: 'everyone' }, title: 'item', icon: 'ruler', texts, defaultSort: 'code', groups: ['main', 'measure', 'scope'],
  actions: ['create', 'read', 'update', 'delete', 'export', 'import'],
  fields: [
    { key: 'code', type: 'text', required: true, max: 20, inList: true, inCreate: true },
    { key: 'area', type: 'choice', fixedChoices: true, required: true, choices: plain(serviceAreas), inList: true, inCreate: true },
    { key: 'item', type: 'text', required: true, max: 200, inList: true, inCreate: true },
    { key: 'method', type: 'longText', inCreate: true },
    { key: 'measure', type: 'choice', fixedChoices: true, required: true, default: 'yesNo', choices: plain(answerKinds), group: 'measure', inList: true, inCreate: true },
    { key: 'direction', type: 'choice', fixedChoices: true, choices: plain(directions), group: 'measure', when: { measure: ['number'] }, inCreate: true },
    { key: 'target', type: 'number', min: 0, max: 1_000_000, group: 'measure', when: { measure: ['number'] }, inList: true, inCreate: true },
    { key: 'measureUnit', type: 'text', max: 20, group: 'measure', when: { measure: ['number'] }, inList: true, inCreate: true },
    { key: 'weight', type: 'integer', required: true, default: 1, min: 1, max: 10, group: 'measure', inList: true },
    { key: 'edition', type: 'integer', required: true, default: 1, readOnly: true, group: 'scope' },
    { key: 'validFrom', type: 'date', group: 'scope' },
    { key: 'scopeUnit', type: 'reference', target: 'orgUnit', group: 'scope' },
    { key: 'site', type: 'reference', target: 'site', group: 'scope' },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: coloured(['draft', 'active', 'retired'], { draft: 'hu', active: 'green' }), group: 'scope', inList: true },
  ],
});

/** 督查模板: what is asked; its items lie in versions (SE-21). */
export const auditTemplateObject = defineObject({
  key: 'auditTemplate', plural: 'audit-templates', table: 'audit_template', access: { kind: 'everyone' }, title: 'name', icon: 'list-checks', texts, writes: 'actions', defaultSort: 'name',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: plain(['mystery', 'phone']), inList: true },
    { key: 'number', type: 'integer', required: true, inList: true },
    { key: 'itemCount', type: 'integer', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: coloured(['active', 'retired'], { active: 'green' }), inList: true },
  ],
});

/** 督查: its owner is the auditor; its unit stays empty until it is confirmed, then it is the audited unit's to read. */
export const serviceAuditObject = defineObject({
  key: 'serviceAudit', plural: 'service-audits', table: 'service_audit', access: { kind: 'owned' }, title: 'number', icon: 'clipboard-check', texts, writes: 'actions',
  actions: ['create', 'read', 'update', 'export', 'assign'],
  fields: [
    { key: 'number', type: 'autoNumber', pattern: 'DC-{yyyy}-{000000}', readOnly: true, inList: true },
    { key: 'template', type: 'reference', target: 'auditTemplate', required: true, inList: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: plain(['mystery', 'phone']), inList: true },
    { key: 'auditedUnit', type: 'reference', target: 'orgUnit', required: true, inList: true },
    { key: 'site', type: 'reference', target: 'site' },
    { key: 'plannedOn', type: 'date', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'planned', choices: coloured(auditStates, stateColours), inList: true },
    { key: 'doneAt', type: 'dateTime' },
    { key: 'procedural', type: 'number', inList: true },
    { key: 'personal', type: 'number', inList: true },
    { key: 'type', type: 'choice', fixedChoices: true, choices: coloured(serviceTypes, typeColours), inList: true },
    { key: 'failedItems', type: 'integer' },
    { key: 'templateNumber', type: 'integer' },
    { key: 'note', type: 'longText' },
    { key: 'returnedFor', type: 'longText' },
    { key: 'confirmedAt', type: 'dateTime' },
    { key: 'confirmedBy', type: 'reference', target: 'user' },
  ],
});

/** 改进措施: what follows from an audit below target; the next audit of the unit says whether it helped (SE-21). */
export const auditActionObject = defineObject({
  key: 'auditAction', plural: 'audit-actions', table: 'audit_action', access: { kind: 'owned' }, title: 'subject', icon: 'wrench', texts, writes: 'actions', defaultSort: 'dueOn',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 200, inList: true },
    { key: 'plan', type: 'longText' },
    { key: 'audit', type: 'reference', target: 'serviceAudit', required: true, inList: true },
    { key: 'standard', type: 'reference', target: 'standard' },
    { key: 'auditedUnit', type: 'reference', target: 'orgUnit', required: true, inList: true },
    { key: 'dueOn', type: 'date', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'open', choices: coloured(['open', 'done'], { open: 'hu', done: 'green' }), inList: true },
    { key: 'doneAt', type: 'dateTime' },
    { key: 'result', type: 'longText' },
    { key: 'effect', type: 'choice', fixedChoices: true, required: true, default: 'pending', choices: coloured(['pending', 'improved', 'notYet'], { improved: 'green', notYet: 'zhu' }), inList: true },
    { key: 'checkedBy', type: 'reference', target: 'serviceAudit' },
  ],
});

/** 服务圈: a journey; its steps with their moments of truth lie beside it (SE-22). */
export const blueprintObject = defineObject({
  key: 'blueprint', plural: 'blueprints', table: 'blueprint', access: { kind: 'everyone' }, title: 'name', icon: 'route', texts, defaultSort: 'name',
  actions: ['create', 'read', 'update', 'delete', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true, inCreate: true },
    { key: 'about', type: 'longText', inCreate: true },
    { key: 'scopeUnit', type: 'reference', target: 'orgUnit', inList: true, inCreate: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: coloured(['active', 'retired'], { active: 'green' }), inList: true },
  ],
});
