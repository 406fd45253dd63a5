import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

const kinds = { enquiry: 'Enquiry', service: 'Service', complaint: 'Complaint', suggestion: 'Suggestion', praise: 'Praise', repair: 'Repair' };
const channels = { phone: 'Phone', mail: 'Mail', web: 'Web form', portal: 'Portal', inPerson: 'In person', entrusted: 'Through somebody', letter: 'Letter or suggestion box', chat: 'Chat', message: 'Message', api: 'API' };
const main = { groups: { main: 'Details' } };

export const en: Translated<typeof zhCN> = {
  objects: {
    case: {
      one: 'Case', many: 'Cases', groups: { main: 'What it is', reporter: 'Who reported it', handling: 'Handling', result: 'Result' },
      fields: {
        number: 'Number', kind: 'Kind', caseType: 'Service type', channel: 'Channel', subject: 'Subject', description: 'Description', customer: 'Customer', contact: 'Contact',
        reporterName: 'Reported by', reporterPhone: 'Their phone', reporterEmail: 'Their email', place: 'Place', isLocal: 'In this city', state: 'State', priority: 'Priority',
        validity: 'Judgement', severity: 'Severity', cause: 'Cause', step: 'Current step', queue: 'Queue', firstReceiver: 'First receiver', responsible: 'Person responsible',
        receivedAt: 'Received', dueAt: 'Next deadline', urgency: 'Deadline', firstResponseAt: 'First response', answeredAt: 'Answered', closedAt: 'Closed',
        reopenCount: 'Times reopened', solution: 'Solution', summary: 'Evaluation', satisfaction: 'Satisfaction', isSolved: 'Solved', isOnSpot: 'Solved on the spot',
        mergedInto: 'Merged into', splitFrom: 'Split from', tags: 'Tags',
      },
      choices: {
        kind: kinds, channel: channels,
        state: { open: 'Open', waiting: 'Waiting for customer', answered: 'Answered', closed: 'Closed', merged: 'Merged', withdrawn: 'Withdrawn' },
        priority: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
        validity: { unjudged: 'Not judged', valid: 'Valid', invalid: 'Invalid' },
        severity: { ordinary: 'Ordinary', major: 'Major' },
        urgency: { calm: 'In time', half: 'Half used', near: 'Nearly due', breached: 'Overdue' },
        tags: { review: 'To be reviewed' },
      },
      help: { dueAt: 'The nearest of the running deadlines; open it to see how it was computed.', isLocal: 'Deadlines in hours tell local from elsewhere.', satisfaction: 'Score of the call back, 1 to 5.' },
    },
    caseMessage: {
      one: 'Message', many: 'Messages', ...main, help: {},
      fields: { case: 'Case', customer: 'Customer', kind: 'Kind', channel: 'Channel', body: 'Text', author: 'Written by', authorName: 'Sender' },
      choices: { kind: { incoming: 'From the customer', reply: 'To the customer', note: 'Internal note' }, channel: channels },
    },
    caseRemedy: {
      one: 'Remedy', many: 'Remedies', ...main, help: { amount: 'Booked on the day of approval, reported by cause.' },
      fields: { case: 'Case', customer: 'Customer', kind: 'Kind', note: 'Note', amount: 'Cost', state: 'State', cause: 'Cause', bookedOn: 'Booked on' },
      choices: {
        kind: { explanation: 'Explanation', apology: 'Apology', repair: 'Repair', exchange: 'Exchange', refund: 'Refund', compensation: 'Compensation', gift: 'Gift', points: 'Points' },
        state: { approving: 'Awaiting approval', granted: 'Granted', refused: 'Refused' },
      },
    },
    correctiveAction: {
      one: 'Corrective action', many: 'Corrective actions', ...main, help: { checkOn: 'The day to see whether the same problem still occurs.' },
      fields: { subject: 'Action', case: 'Case', cause: 'Cause', measure: 'What is done', state: 'State', dueOn: 'Due', doneOn: 'Done', checkOn: 'Effect checked on', effect: 'Effect' },
      choices: { state: { open: 'Open', done: 'Done', effective: 'Effective', ineffective: 'Not effective' } },
    },
    serviceQueue: {
      one: 'Queue', many: 'Service queues', ...main, help: { unit: 'Deadlines run by the working calendar of this unit.', assignment: 'By load: to whoever is on duty, has the skills and the fewest open cases.' },
      fields: { name: 'Name', unit: 'Org unit', skills: 'Skills needed', assignment: 'Assignment', isActive: 'In use' }, choices: { assignment: { manual: 'People take cases', load: 'By load' } },
    },
    caseType: {
      one: 'Service type', many: 'Service types', ...main, help: { process: 'Key of the process template.', pack: 'The pack of policies for its deadlines and limits.', isPublic: 'Customers may choose it in the portal.' },
      fields: { name: 'Name', kind: 'Kind', process: 'Process', pack: 'Policy pack', queue: 'Queue', skills: 'Skills needed', isPublic: 'Open to customers', position: 'Order', isActive: 'In use' },
      choices: { kind: kinds },
    },
    complaintCause: {
      one: 'Cause', many: 'Causes', ...main, help: { feedsBackTo: 'Who is told the result, so that it does not happen again.' },
      fields: { name: 'Name', parent: 'Above', feedsBackTo: 'Fed back to', position: 'Order', isActive: 'In use' },
      choices: { feedsBackTo: { design: 'Design', production: 'Production', operations: 'Operations', service: 'Service', none: 'Nobody' } },
    },
    cannedReply: {
      one: 'Canned reply', many: 'Canned replies', ...main, help: { body: 'Merge fields such as {customer}, {number}, {agent} may be used.' },
      fields: { name: 'Name', locale: 'Language', body: 'Text' }, choices: { locale: { 'zh-CN': 'Chinese', en: 'English' } },
    },
    caseMacro: { one: 'Macro', many: 'Macros', ...main, help: {}, fields: { name: 'Name', steps: 'Actions', isActive: 'In use', position: 'Order' }, choices: {} },
  },
};
