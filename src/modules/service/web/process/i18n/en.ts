import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  denied: 'Editing a process takes the right to manage the service desk.', title: 'Process', back: 'Service desk', hint: 'Steps are data: once published as a new revision, new cases take it. How long things may take, extensions and warnings are in the policies.', policies: 'See the policies',
  new: 'New process', newTitle: 'New process', newHint: 'Starting from one that exists is quicker than from nothing.', from: 'Start from', blank: 'Record, handle, answer', create: 'Make a draft', cancel: 'Cancel',
  name: { 'zh-CN': 'Name in Chinese', en: 'Name in English' },
  tag: { revision: 'Revision {n}', draft: 'Has a draft', draftOnly: 'Draft', retired: 'Retired' },
  tabs: { edit: 'Edit', difference: 'Difference to the one in force', walk: 'Walk through', versions: 'Revisions' },
  running: '{n} open', open: 'Open',
  bar: { unsaved: 'There are changes that are not saved', saved: 'The draft is saved; nobody is affected until it is published', discard: 'Discard changes', save: 'Save draft', publish: 'Publish', savedToast: 'Draft saved', kept: 'Changes that were not saved are back' },
  publish: {
    title: 'Publish revision {n} of “{name}”', go: 'Publish', done: 'Revision {n} is published', new: 'New cases take revision {n}.', none: 'No case is open on an older revision.', old: 'The {n} open {n|case stays|cases stay} on the revision that each began with:', line: 'revision {revision}: {n}', faults: '{n} {n|place|places} to mend before it can be published.', hints: '{n} {n|hint|hints}; it can be published.', noTypes: 'No service type uses this process yet. Choose it there once it is published.', types: 'Service types that use it: {names}', and: ', ',
  },
  more: { label: 'More', copy: 'Copy as a new process', export: 'Export JSON', import: 'Import JSON', retire: 'Retire', takeUp: 'Use again', drop: 'Delete the draft', copyName: '{name} (copy)', retired: 'Process retired', taken: 'The process is in use again', dropped: 'Draft deleted', imported: 'Imported as a draft. Check it, then publish.', notJson: 'This is not a process file exported from here.' },
  retireTitle: 'Retire “{name}”', retireHint: 'New cases do not take it any more; the {n} open {n|one goes|ones go} on to the end.', dropTitle: 'Delete the draft', dropHint: 'What was published stays.',
  rail: { title: 'Steps', add: 'Add a step', drag: 'Drag to sort, or choose a step and press Alt+↑ or Alt+↓.', up: 'Move “{name}” up', down: 'Move “{name}” down', moved: '“{name}” is step {at} now', nameless: 'No name yet', end: 'Closed', turn: '{question}: {value} → step {at} {name}', issue: '{n} {n|place|places} to mend in this step', hint: 'There is a hint for this step' },
  remarks: { title: 'Check', fine: 'Nothing to mend; it can be published', errors: '{n} to mend', hints: '{n} {n|hint|hints}', go: 'Show' },
  step: {
    title: 'Step {at}', remove: 'Delete this step', nameZh: 'Name in Chinese', nameEn: 'Name in English', actor: 'Done by', effect: 'Then the program', due: 'Time for this step', dueNone: 'None of its own', amount: 'How much', questions: 'What has to be answered', addQuestion: 'Add a question', nothing: 'Asks nothing; done when the case is taken in.', turns: 'Answers that lead elsewhere', turnsHint: 'Any other answer leads to the next step.', addTurn: 'Add one', noBranch: 'It takes a question answered by yes or no, or by a choice.',
    limit: { whole: 'Without one, the deadline for the answer binds it.', callback: 'Without one, the deadline for the call back binds it.', own: 'From when the step opens, by the unit’s working calendar; anew once the customer has let it go on.', none: 'After the answer no other deadline binds it. Give it one here.' },
  },
  measure: { workingHours: 'working hours', workingDays: 'working days', hours: 'hours by the clock' },
  actor: { firstReceiver: 'First receiver', handler: 'Handler', responsible: 'Person responsible', recheck: 'Anybody but the person responsible', manager: 'Supervisor' },
  effect: { record: 'notes that it was taken in', judge: 'judges it; a major one gets other deadlines', cause: 'notes the cause and counts it', assign: 'names the person responsible and tells them', propose: 'has the solution approved by severity', answer: 'sends the answer to the customer', callback: 'notes the satisfaction; opens again what is not solved', evaluate: 'feeds the result back to those who can prevent it', none: 'only keeps the answers' },
  type: { text: 'A line', longText: 'A text', choice: 'One of several', boolean: 'Yes or no', score: '1 to 5', date: 'A date', user: 'A colleague', cause: 'A cause, from the tree', files: 'Files or photos' },
  question: {
    nameZh: 'Question in Chinese', nameEn: 'Question in English', type: 'Answered by', required: 'Required', needed: 'The program works with this answer; it stays', remove: 'Remove the question “{name}”', up: 'Move the question “{name}” up', down: 'Move the question “{name}” down', choices: 'Answers to choose from', choiceZh: 'Answer in Chinese', choiceEn: 'Answer in English', value: 'Means', addChoice: 'Add an answer', removeChoice: 'Remove the answer “{name}”', when: 'Asked when', always: 'Always', only: '“{question}” is “{value}”', whenLabel: 'Asked only then',
  },
  turn: { question: 'Question', value: 'Answer', to: 'Leads to', remove: 'Remove this line' },
  yes: 'Yes', no: 'No',
  difference: {
    none: 'No difference to the revision in force.', first: 'Never published, so there is nothing to compare it with.', renamed: 'The process has another name: {from} → {to}', added: 'New', removed: 'Dropped', changed: 'Changed',
    what: { label: 'Name: {from} → {to}', actor: 'Done by: {from} → {to}', effect: 'The program: {from} → {to}', due: 'Time: {from} → {to}', turns: 'Answers that lead elsewhere changed', order: 'Another place in the order', 'question-added': 'Also asks “{name}”', 'question-removed': 'Does not ask “{name}” any more', 'question-changed': 'Asks “{name}” in another way', 'questions-order': 'The order of the questions changed' }, noDue: 'none of its own',
  },
  walk: {
    hint: 'Take a made-up case through the process by the real rules. Nothing is recorded.', begin: 'Start over', back: 'One step back', do: 'Do “{step}”', over: 'At the end; the case is closed', overHint: '{n} {n|step|steps} in all.', done: 'Done', round: 'round {n}', auto: 'done on intake', by: 'by: {who}', faulty: 'The process still has places to mend; walk through it again then.', file: 'Attach a made-up file', someone: 'A made-up colleague', cause: 'A made-up cause', empty: 'No steps yet.', due: 'time: {due}',
  },
  versions: { none: 'Never published.', current: 'In force', by: 'published by {who}', note: 'An open case goes on by the revision that it began with.', look: 'See the steps', hide: 'Hide', takeOver: 'Use as a draft', taken: 'It is in the editor now; saved, it becomes the draft' },
  remark: {
    'no-steps': 'There is no step at all.', 'key-twice': 'Two steps have the same key.', 'no-name': 'Write the name in Chinese and in English.', 'process-name': 'Write the name of the process in Chinese and in English.', 'question-twice': 'Two questions have the same key.', 'question-no-name': 'The question “{question}” and its answers need Chinese and English.',
    'no-choices': 'The question “{question}” needs at least two answers to choose from.', 'choice-twice': 'The question “{question}” has an answer twice.', 'choice-unknown': 'The question “{question}” has an answer that the program does not know: {value}.', 'unknown-actor': 'There is nobody called “{value}” to do it. Choose somebody else.', 'unknown-effect': 'The program cannot do “{value}”. Choose something else.',
    'nobody-responsible': 'It is for the person responsible, but no step before it names one. Add such a step, or let the handler do it.', 'record-not-first': 'Only the first step can note that the case was taken in.', 'first-asks': 'The first step is done on intake and cannot ask anything.',
    'question-missing': 'The program {effect}, yet “{question}” is not asked. Choose again what the program does.', 'question-optional': 'The program works with “{question}”: make it required.', 'turn-to-nowhere': 'An answer leads to a step that does not exist.', 'turn-without-question': 'An answer that leads elsewhere belongs to no question.', 'turn-value': 'An answer that leads elsewhere does not exist: {value}.',
    'when-without-question': 'When “{question}” is asked hangs on a question that does not exist.', 'when-too-late': '“{question}” hangs on a question that comes after it. Change their order.', unreachable: 'No way leads to this step.', 'no-end': 'From here no way leads to the end.', 'due-amount': 'The time must be more than 0, and whole for working days.',
    'no-answer': 'No step answers the customer. That is right for internal matters only.', 'no-due': 'No deadline: after the answer the policies’ deadlines do not bind this step.',
  },
};
