import { defineObject } from '#meta/object.ts';
import { serviceTexts } from '../service.texts.ts';

const coloured = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, colour]) => ({ value, colour }));
const plain = (...list: string[]) => list.map((value) => ({ value }));

export const caseKinds = ['enquiry', 'service', 'complaint', 'suggestion', 'praise', 'repair'] as const;
export const caseChannels = ['phone', 'mail', 'web', 'portal', 'inPerson', 'entrusted', 'letter', 'chat', 'message', 'api'] as const;
export type CaseKind = (typeof caseKinds)[number];
export type CaseChannel = (typeof caseChannels)[number];

/** 服务请求: everything a customer asks, reports or complains of (SE-1). Its owner is the handler; actions write it. */
export const caseObject = defineObject({
  key: 'case', plural: 'cases', table: 'service_case', access: { kind: 'owned' }, title: 'number', partOf: 'customer', icon: 'inbox', texts: serviceTexts, writes: 'actions',
  defaultSort: '-receivedAt', groups: ['main', 'reporter', 'handling', 'result'],
  fields: [
    { key: 'number', type: 'autoNumber', pattern: 'FW-{yyyy}-{000000}', readOnly: true, inList: true, search: 'code', identity: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: coloured({ enquiry: 'qing', service: 'qing', complaint: 'zhu', suggestion: 'ju', praise: 'green', repair: 'hu' }), inList: true },
    { key: 'caseType', type: 'reference', target: 'caseType', required: true, inList: true },
    { key: 'channel', type: 'choice', fixedChoices: true, required: true, choices: plain(...caseChannels), inList: true },
    { key: 'subject', type: 'text', required: true, max: 200, inList: true, search: 'name' },
    { key: 'description', type: 'longText' },
    { key: 'customer', type: 'reference', target: 'customer', inList: true, group: 'reporter' },
    { key: 'contact', type: 'reference', target: 'contact', group: 'reporter' },
    { key: 'reporterName', type: 'text', max: 60, group: 'reporter' },
    { key: 'reporterPhone', type: 'phone', mask: 'phone', search: 'phone', group: 'reporter' },
    { key: 'reporterEmail', type: 'email', mask: 'email', group: 'reporter' },
    { key: 'place', type: 'text', max: 120, group: 'reporter' },
    { key: 'isLocal', type: 'boolean', default: true, group: 'reporter' },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'open', choices: coloured({ open: 'qing', waiting: 'ju', answered: 'hu', closed: 'green', merged: 'ink', withdrawn: 'ink' }), inList: true, group: 'handling' },
    { key: 'priority', type: 'choice', fixedChoices: true, required: true, default: 'normal', choices: coloured({ low: 'ink', normal: 'qing', high: 'ju', urgent: 'zhu' }), group: 'handling' },
    { key: 'validity', type: 'choice', fixedChoices: true, required: true, default: 'unjudged', choices: coloured({ unjudged: 'ink', valid: 'hu', invalid: 'ink' }), group: 'handling' },
    { key: 'severity', type: 'choice', fixedChoices: true, required: true, default: 'ordinary', choices: coloured({ ordinary: 'qing', major: 'zhu' }), group: 'handling' },
    { key: 'cause', type: 'reference', target: 'complaintCause', group: 'handling' },
    { key: 'step', type: 'text', max: 40, readOnly: true, group: 'handling' },
    { key: 'queue', type: 'reference', target: 'serviceQueue', inList: true, group: 'handling' },
    { key: 'firstReceiver', type: 'reference', target: 'user', group: 'handling' },
    { key: 'responsible', type: 'reference', target: 'user', group: 'handling' },
    { key: 'receivedAt', type: 'dateTime', required: true, inList: true },
    { key: 'dueAt', type: 'dateTime', inList: true, group: 'handling' },
    { key: 'urgency', type: 'choice', fixedChoices: true, required: true, default: 'calm', choices: coloured({ calm: 'ink', half: 'qing', near: 'ju', breached: 'zhu' }), group: 'handling' },
    { key: 'firstResponseAt', type: 'dateTime', group: 'result' },
    { key: 'answeredAt', type: 'dateTime', group: 'result' },
    { key: 'closedAt', type: 'dateTime', group: 'result' },
    { key: 'reopenCount', type: 'integer', default: 0, group: 'result' },
    { key: 'solution', type: 'longText', group: 'result' },
    { key: 'summary', type: 'longText', group: 'result' },
    { key: 'satisfaction', type: 'integer', min: 1, max: 5, group: 'result' },
    { key: 'isSolved', type: 'boolean', group: 'result' },
    { key: 'isOnSpot', type: 'boolean', default: false, group: 'result' },
    { key: 'mergedInto', type: 'reference', target: 'case', group: 'result' },
    { key: 'splitFrom', type: 'reference', target: 'case', group: 'result' },
    { key: 'tags', type: 'multiChoice', choices: coloured({ review: 'ju' }), group: 'handling' },
  ],
});

/** One message of a case: from the customer, to the customer, or a note among colleagues. */
export const caseMessageObject = defineObject({
  key: 'caseMessage', plural: 'case-messages', table: 'case_message', access: { kind: 'via', field: 'case' }, title: 'body', partOf: 'customer', texts: serviceTexts, writes: 'actions', defaultSort: 'createdAt',
  fields: [
    { key: 'case', type: 'reference', target: 'case', required: true },
    { key: 'customer', type: 'reference', target: 'customer' },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: plain('incoming', 'reply', 'note'), inList: true },
    { key: 'channel', type: 'choice', fixedChoices: true, required: true, choices: plain(...caseChannels), inList: true },
    { key: 'body', type: 'longText', required: true, inList: true },
    { key: 'author', type: 'reference', target: 'user', inList: true },
    { key: 'authorName', type: 'text', max: 120 },
  ],
});

export const remedyKinds = ['explanation', 'apology', 'repair', 'exchange', 'refund', 'compensation', 'gift', 'points'] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/** 补救: redress within limits of authority, beyond them by approval; its cost is reported by cause (SE-7). */
export const remedyObject = defineObject({
  key: 'caseRemedy', plural: 'case-remedies', table: 'case_remedy', access: { kind: 'via', field: 'case' }, title: 'kind', partOf: 'customer', icon: 'hand-heart', texts: serviceTexts, writes: 'actions',
  fields: [
    { key: 'case', type: 'reference', target: 'case', required: true, inList: true },
    { key: 'customer', type: 'reference', target: 'customer', inList: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: plain(...remedyKinds), inList: true },
    { key: 'note', type: 'longText', inList: true },
    { key: 'amount', type: 'money', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, choices: coloured({ approving: 'ju', granted: 'green', refused: 'ink' }), inList: true },
    { key: 'cause', type: 'reference', target: 'complaintCause', inList: true },
    { key: 'bookedOn', type: 'date', inList: true },
  ],
});

/** 纠正措施: removes the cause of complaints, with a check of its effect on a day (SE-8); what raises an audited unit is a 改进措施. */
export const correctiveActionObject = defineObject({
  key: 'correctiveAction', plural: 'corrective-actions', table: 'corrective_action', access: { kind: 'owned' }, title: 'subject', icon: 'wrench', texts: serviceTexts, defaultSort: 'dueOn',
  fields: [
    { key: 'subject', type: 'text', required: true, max: 200, inList: true, inCreate: true },
    { key: 'case', type: 'reference', target: 'case', inList: true, inCreate: true },
    { key: 'cause', type: 'reference', target: 'complaintCause', inList: true, inCreate: true },
    { key: 'measure', type: 'longText', inCreate: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'open', choices: coloured({ open: 'ju', done: 'hu', effective: 'green', ineffective: 'zhu' }), inList: true },
    { key: 'dueOn', type: 'date', required: true, inList: true, inCreate: true },
    { key: 'doneOn', type: 'date', inList: true },
    { key: 'checkOn', type: 'date', inList: true, inCreate: true },
    { key: 'effect', type: 'longText' },
  ],
});
