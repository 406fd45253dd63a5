import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  title: 'Follow-up sheet',
  hint: 'A follow-up counts when the customer was reached; attempts are noted apart.',
  mine: 'Mine', team: 'Team', due: 'Due today', overdue: 'Overdue', all: 'All',
  total: '{count} in all, {overdue} overdue',
  emptyDue: 'Nobody is due today', emptyDueHint: 'Give a customer a class (A–D) on their page; they are listed here when due.',
  emptyAll: 'No sheets yet', emptyAllHint: 'Open a customer and choose a class under “Follow-up”.',
  customer: 'Customer', owner: 'Owner', class: 'Class', last: 'Last reached', dueOn: 'Due', attempts: '{count} {count|attempt|attempts}', never: 'Not reached yet',
  late: '{days} {days|day|days} late', today: 'Today', inDays: 'in {days} {days|day|days}', every: 'every {days} {days|day|days}', releaseOn: 'to the pool on {day}',
  reached: 'Reached', attempted: 'Not reached', note: 'What was said', save: 'Save', cancel: 'Cancel', logged: 'Noted', log: 'Log',
  logTitle: 'Follow up {name}', call: 'Call', visit: 'Visit', meeting: 'Meeting', how: 'How', subject: 'Follow-up: {how}', result: 'Result',
  why: 'Why',
  panel: {
    none: 'No class', choose: 'Class', close: 'Stop', closed: 'Follow-up stopped', set: 'Now class {class}',
    release: 'Give to the pool', releaseTitle: 'Give the customer to the pool', reason: 'Reason', releaseHint: 'You will no longer look after this customer; others may claim them.', released: 'Given to the pool',
  },
  pool: {
    title: 'Public pool', hint: 'Only name, region, class and reason are shown; contacts are seen after claiming.',
    mine: '{claims} claimed today, {holdings} held', claim: 'Claim', claimed: 'Claimed: you look after them now', give: 'Give to', given: 'Given', giveTitle: 'Give to whom',
    empty: 'Nobody is in this pool', emptyHint: 'Customers who were not reached, or without a deal, for the days set come here.', none: 'No pools yet', noneHint: 'Add one: choose unit, grades and the policy.', noneHintUser: 'Ask a manager to add one.',
    region: 'Region', why: 'Why released', at: 'Released', unclassed: 'Not classed', lockedUntil: 'You were the owner: free for you from {day}',
    nextFrom: 'It is possible from {day}.', nextCapacity: 'First give customers you no longer follow up to the pool.',
    save: 'Save', refused: 'Refused claims', refusedNote: 'last 90 days', refusedWho: '{claimant} claimed {customer}', attempts: '{count} times that day',
    settings: 'Pool settings', add: 'New pool', edit: 'Change pool', name: 'Name', unit: 'Unit', wholeCompany: 'Whole company', grades: 'Grades', anyGrade: 'All grades', lines: 'Product lines (customer tags)', anyLine: 'All product lines',
    pack: 'Policy', position: 'Order', positionHint: 'A customer goes to the first pool that fits.', active: 'In use', off: 'Not in use', saved: 'Saved', remove: 'Delete', removed: 'Deleted', waiting: '{count} waiting', linesHint: 'Separate with commas', more: 'More', order: 'Place {position}',
  },
};
