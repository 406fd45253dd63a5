import { defineObject } from '#meta/object.ts';
import { meetingsTexts } from '../meetings.texts.ts';
import { meetingKinds, type meetingStates } from '../rules/meeting-steps.ts';

const coloured = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, colour]) => ({ value, colour }));
const plain = (list: readonly string[]) => list.map((value) => ({ value }));
const stateColours: Readonly<Record<(typeof meetingStates)[number], string>> = { planned: 'qing', held: 'ju', minuted: 'hu', closed: 'green', cancelled: 'ink' };

/** 会议: its owner is the chair; those who take part are let in one by one (SE-5, SF-21, SF-22). */
export const meetingObject = defineObject({
  key: 'meeting', plural: 'meetings', table: 'meeting', access: { kind: 'owned' }, title: 'subject', partOf: 'customer', icon: 'users', texts: meetingsTexts, writes: 'actions',
  actions: ['create', 'read', 'update', 'export'], defaultSort: '-startsAt', groups: ['main', 'result'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 200, inList: true, search: 'name' },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, choices: plain(meetingKinds), inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'planned', choices: coloured(stateColours), inList: true },
    { key: 'startsAt', type: 'dateTime', required: true, inList: true },
    { key: 'endsAt', type: 'dateTime', required: true },
    { key: 'place', type: 'text', max: 120, inList: true },
    { key: 'customer', type: 'reference', target: 'customer', inList: true },
    { key: 'goal', type: 'longText' },
    { key: 'agenda', type: 'json' },
    { key: 'preparation', type: 'json' },
    { key: 'summary', type: 'longText', group: 'result' },
    { key: 'resolution', type: 'choice', fixedChoices: true, required: true, default: 'none', choices: coloured({ none: 'ink', agreed: 'green', notAgreed: 'zhu' }), group: 'result' },
    { key: 'resolutionText', type: 'longText', group: 'result' },
    { key: 'resolvedAt', type: 'dateTime', group: 'result' },
    { key: 'resolvedBy', type: 'reference', target: 'user', group: 'result' },
    { key: 'minutesDueAt', type: 'dateTime', inList: true, group: 'result' },
    { key: 'minutesSentAt', type: 'dateTime', group: 'result' },
    { key: 'cancelledFor', type: 'text', max: 500, group: 'result' },
  ],
});

/** 会议行动: out of an opinion, with who does it until when (SF-21). */
export const meetingActionObject = defineObject({
  key: 'meetingAction', plural: 'meeting-actions', table: 'meeting_action', access: { kind: 'owned' }, title: 'subject', icon: 'list-checks', texts: meetingsTexts, writes: 'actions',
  actions: ['create', 'read', 'update', 'export'], defaultSort: 'dueOn',
  fields: [
    { key: 'subject', type: 'text', required: true, max: 200, inList: true },
    { key: 'opinion', type: 'longText', inList: true },
    { key: 'meeting', type: 'reference', target: 'meeting', required: true, inList: true },
    { key: 'dueOn', type: 'date', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'open', choices: coloured({ open: 'ju', done: 'green' }), inList: true },
    { key: 'doneAt', type: 'dateTime' },
    { key: 'result', type: 'longText' },
  ],
});
