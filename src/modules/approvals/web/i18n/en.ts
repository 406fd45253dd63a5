import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  title: 'Approvals', hint: 'What waits for you, what you asked for, what you decided. J and K move, Enter opens.', waitingFor: 'To approve', badge: 'To approve: {count}', badgeNone: 'To approve: nothing',
  box: { waiting: 'To approve', mine: 'My requests', done: 'Decided by me', all: 'All' }, boxes: 'Which ones',
  empty: { waiting: 'Nothing waits for your approval', mine: 'You have not asked for an approval yet', done: 'You have not decided anything yet', all: 'No approvals yet' }, emptyHint: 'When something comes to you, the number in the header shows it and you are told.',
  state: { open: 'Under way', returned: 'Returned', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' },
  by: '{name}, {at}', at: 'Step {step} of {count}', waits: 'waits for {names}', comma: ', ', due: 'by {at}', overdue: 'overdue', nobody: 'nobody to decide', more: 'Show more', select: 'Select {title}', selected: '{count} selected', approveSelected: 'Approve all', batchTitle: 'Approve {count} {count|request|requests}', batchHint: 'Each counts by itself; one whose content has changed is passed over.', batchDone: '{count} approved', batchSome: '{count} approved, {left} not: {why}',
  detail: {
    back: 'Back to approvals', what: 'What is asked', from: 'Now', to: 'Becomes', none: '(empty)', field: 'Item', withheld: 'Not for you to see', note: 'Note', amount: 'Amount', unit: 'Unit', clause: 'By', open: 'Open the page', flow: 'Flow', defaultFlow: 'Default flow', steps: 'Steps', opinions: 'Opinions', round: 'Submission {round}',
    changed: 'It was changed after the request. The requester must submit it again before it can be approved.', changedOwn: 'It was changed after your request. Check it and submit it again.', gone: 'What it was about no longer exists: withdraw or reject it.', stuck: 'Nobody can decide this step at the moment. It goes out by itself when somebody can; those who look after approvals may also name a person.', print: 'Print', printed: 'Printed {at}', number: 'Number', requester: 'Requester', result: 'Result', mine: 'You',
    next: '{count} more to approve', stood: '{name} for {for}', signed: 'by {name}',
  },
  origin: { fallback: 'nobody qualified: manager or administrator', added: 'added', delegated: 'passed on', escalated: 'escalated', assigned: 'named by an administrator' },
  task: { waiting: 'waiting', later: 'after that', approved: 'approved', rejected: 'rejected', returned: 'returned', passed: 'passed on', skipped: 'not needed' },
  action: { approve: 'Approve', reject: 'Reject', return: 'Return', delegate: 'Pass on', addSigner: 'Add a signer', resubmit: 'Submit again', withdraw: 'Withdraw', remind: 'Remind', assign: 'Name a signer', more: 'More' },
  dialog: {
    opinion: 'Opinion', needed: 'Opinion (needed)', person: 'To whom', signer: 'Who', place: 'Order', before: 'before me', after: 'after me', approve: 'Approve this request', reject: 'Reject this request', return: 'Return it to the requester', delegate: 'Let somebody else decide', addSigner: 'Ask one more person', resubmit: 'Submit it again', withdraw: 'Withdraw the request', assign: 'Name a signer', placeholder: 'A word to the requester',
    withdrawHint: 'The request ends with that. You may ask again when you need to.', resubmitHint: 'It is decided anew from the first step, with what it says now.',
  },
  said: { approve: 'Approved', reject: 'Rejected', return: 'Returned to the requester', delegate: 'Passed on', addSigner: 'Signer added', resubmit: 'Submitted again', withdraw: 'Withdrawn', remind: 'Reminded', assign: 'Signer named' },
  entry: {
    request: 'asked for approval', approve: 'approved', reject: 'rejected', return: 'returned it', resubmit: 'submitted it again', withdraw: 'withdrew it', delegate: 'passed it on to {to}', addBefore: 'asked {to} to decide first', addAfter: 'asked {to} to decide afterwards', remind: 'sent a reminder', escalate: '{for} did not decide in time, passed to {to}', assign: 'named {to}', approveElsewhere: 'approved it on its own page', rejectElsewhere: 'declined it on its own page', system: 'System',
  },
  panel: { title: 'Approval', none: 'No approval' },
  flows: {
    title: 'Approval flows', hint: 'A request takes the first flow of its kind whose conditions hold. Changes count for requests made from now on.', add: 'New flow', edit: 'Edit', remove: 'Delete', removed: 'Flow deleted', saved: 'Flow saved', off: 'Off', none: 'No flow', defaultSubject: 'Default: one step, the owner decides; after 24 hours their manager. Without an owner, a manager or an administrator.', defaultManager: 'Default: one step, the requester’s manager decides; without one, those who look after approvals.', otherwise: 'When none of these fits, the default flow is taken.',
    name: 'Name', active: 'In use', allowsOwn: 'The requester may decide on their own request', allowsOwnHint: 'Better not', conditions: 'Conditions (all must hold)', noConditions: 'Always', addCondition: 'Add a condition', amountAbove: 'Amount above', unit: 'Requester’s unit (and below)', fact: '{fact} equals', value: 'Value', whenAmount: 'amount above {amount}', whenUnit: 'unit: {unit}', whenFact: '{fact} is {value}',
    steps: 'Steps', step: 'Step {n}', addStep: 'Add a step', who: 'Who decides', how: 'When is it approved', role: 'Role', manager: 'Managers, level by level', people: 'Named people', subject: 'Owner', levels: 'Levels', levelsValue: '{n} {n|level|levels}', timeout: 'Escalate after hours (empty: never)', any: 'One of them', all: 'All of them', vote: 'By vote', quorum: 'Votes needed', majority: 'Majority', simple: 'More than half', twoThirds: 'Two thirds', everyone: 'Unanimous', person: 'Add a person', up: 'Up', down: 'Down', removeStep: 'Remove this step', removeItem: 'Remove', position: 'Order', newTitle: 'New flow for “{kind}”', editTitle: 'Edit flow',
    managerSteps: 'managers of {n} {n|level|levels}', timeoutAfter: 'escalates after {hours} h',
  },
};
