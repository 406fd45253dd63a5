import type { zhCN } from './zh-CN.ts';

export const en: typeof zhCN = {
  objects: {
    meeting: {
      one: 'Meeting', many: 'Meetings', groups: { main: 'Meeting', result: 'Result' },
      fields: {
        subject: 'Subject', kind: 'Kind', state: 'State', startsAt: 'Begins', endsAt: 'Ends', place: 'Place', customer: 'Customer', goal: 'Goal', agenda: 'Agenda', preparation: 'Preparation',
        summary: 'Summary of the minutes', resolution: 'Resolution', resolutionText: 'What was resolved', resolvedAt: 'Resolved', resolvedBy: 'Recorded by', minutesDueAt: 'Minutes due', minutesSentAt: 'Minutes sent', cancelledFor: 'Reason for cancelling',
      },
      choices: {
        kind: { solution: 'Meeting of managers', symposium: 'Customer symposium', keyAccount: 'Key-account meeting', other: 'Other' },
        state: { planned: 'Planned', held: 'Held', minuted: 'Minutes sent', closed: 'Closed', cancelled: 'Cancelled' },
        resolution: { none: 'Open', agreed: 'Agreed', notAgreed: 'Not agreed' },
      },
      help: { minutesDueAt: 'Minutes are sent within 48 hours of the end.' },
    },
    meetingAction: {
      one: 'Meeting action', many: 'Meeting actions', groups: { main: 'Action' }, help: {},
      fields: { subject: 'What to do', opinion: 'What the customer said', meeting: 'Meeting', dueOn: 'Due', state: 'State', doneAt: 'Done', result: 'Result' },
      choices: { state: { open: 'Open', done: 'Done' } },
    },
  },
};
