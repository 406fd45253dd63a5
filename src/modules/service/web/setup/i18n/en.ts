import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  title: 'Service desk set-up', hint: 'Queues and people, service types, causes, canned replies, macros and processes.',
  open: {
    title: 'Set up the service desk', hint: 'Policies, processes, a queue, service types, causes and replies in one go; each can be changed afterwards.', pack: 'Which deadlines hold', unit: 'Which unit it belongs to', unitHint: 'Its working calendar counts the deadlines; without one the company’s does.', members: 'Who takes requests', membersHint: 'New ones go to whoever has the fewest; with nobody named, people take them themselves.', add: 'Add somebody', remove: 'Remove {name}', go: 'Set up',
    days: 'An ordinary complaint is answered in 1 working day, a major one in 3; extended level by level to 7 working days at most. Holidays and hours off do not count. For teams that work by a calendar.',
    hours: 'Answered in 12 hours within the city and 24 elsewhere, by the clock, holidays included. For companies that promise an answer in hours.',
    done: 'The service desk is set up',
  },
  queues: { title: 'Queues', note: 'Who handles what; a queue’s unit gives its calendar', none: 'No queues yet', unit: 'Unit', company: 'Whole company', load: 'By load', manual: 'Taken', off: 'Not in use', people: '{n} {n|person|people}: {names}', and: ', ', edit: 'Change people', editTitle: 'People of {name}', max: 'At most', maxHint: 'No limit', open: '{n} open', nobody: 'Nobody yet. Requests of a queue without people have to be taken.', add: 'Add somebody', remove: 'Remove {name}', save: 'Save', saved: 'People saved', cancel: 'Cancel' },
  lists: {
    title: 'Contents', types: 'Service types', typesHint: 'What customers may ask for, with its process, policy and queue', causes: 'Causes', causesHint: 'Where complaints and repairs come from, and who is told', replies: 'Canned replies', repliesHint: 'With {customer}, {number}, {agent}, {due}', policies: 'Policies', policiesHint: 'Deadlines, who approves a solution, limits of redress', calendars: 'Working calendars', calendarsHint: 'Hours, holidays, make-up days', count: '{n} {n|entry|entries}', none: 'None yet',
  },
  macros: {
    title: 'Macros', note: 'Several things in one press', none: 'No macros yet', noneHint: 'For example “Ask for photos”: reply, tag, then wait for the customer.', create: 'New macro', edit: 'Change', off2: 'Not in use', name: 'Name', isActive: 'In use', steps: 'Does in turn', addStep: 'Add a step', remove: 'Remove step {n}', up: 'Move step {n} up', save: 'Save', saved: 'Macro saved', cancel: 'Cancel', undo: 'Undo', removed: 'Macro deleted', delete: 'Delete', merge: 'Texts may hold {customer}, {number}, {agent}, {due}.',
    act: { reply: 'Reply to the customer', note: 'Write an internal note', priority: 'Set the priority', tag: 'Add a tag', handOn: 'Hand on', wait: 'Wait for the customer' }, text: 'Text', to: 'To', tag: 'Tag', person: 'To', reason: 'For what', needName: 'Write a name.', needStep: 'Fill in each step; at least one.',
  },
  processes: { title: 'Processes', revision: 'Revision {n}', running: '{n} open' },
};
