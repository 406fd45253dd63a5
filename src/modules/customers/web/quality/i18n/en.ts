import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  duplicate: {
    title: 'Customers that may be the same', none: 'While you enter a name, phone, email or number, likely duplicates appear here.', clear: 'No such customer was found.', exact: 'Same number', likely: 'Very likely', alike: 'Similar',
    open: 'Open {name} in a new tab', owner: 'Owner {name}', noOwner: 'No owner', outside: 'Belongs to {unit}, outside your data scope', anotherUnit: 'another unit', ask: 'Ask for access', asked: 'The owner was asked; see the answer under Access requests.',
    reasons: { uscc: 'same credit code', 'id-number': 'same ID number', phone: 'same phone', email: 'same email', name: 'same or similar name', 'contact-phone': 'same phone as one of its contacts' },
  },
  worklist: {
    title: 'Duplicates', hint: 'Likely duplicates by phone, email, number and name. Merge each group, or say that they differ; those never come back.', scan: 'Search again', running: 'Searching, {done} of {total} done', started: 'The search has begun; results appear here',
    last: 'Last search: {at}', never: 'Never searched', empty: 'No duplicates to work through', emptyHint: 'Search again after an import.', group: '{count} customers may be the same', merge: 'Compare and merge', different: 'Not the same',
    different2: 'Marked as not the same', reopened: 'Back in the list', score: 'Likeness {score}', created: 'Created', complete: 'Completeness {score}', back: 'Data quality',
  },
  request: {
    title: 'Access requests', hint: 'Colleagues who met one of your customers while entering a new one ask here to see it.', mine: 'My requests', toMe: 'Waiting for my answer', empty: 'No access requests', from: '{name} asks for access', grant: 'Allow', decline: 'Decline', granted: 'Access allowed', declined: 'Declined',
    states: { open: 'Waiting', granted: 'Allowed', declined: 'Declined' }, inUnit: 'A customer of {unit}', someCustomer: 'A customer',
  },
  merge: {
    title: 'Merge customers', contactTitle: 'Merge contacts', hint: 'Choose for each line what to keep. Contacts, activities and all else of the other record move to the one kept. It can be undone for 30 days.', action: 'Merge', pick: 'Merge with which customer', pickHint: 'Choose the duplicate of “{name}”; next you compare them line by line.',
    next: 'Next', survivor: 'Kept', loser: 'Merged into it', swap: 'Swap', field: 'Field', both: 'Both together', empty: 'Empty', differ: 'Differs', onlyOne: 'On one side only', same: 'The same on both ({count})', differing: 'Worth a look ({count})', filled: 'Filled in ({count})',
    whySame: 'the same', whyKept: 'as in the one kept', whyOnly: 'empty on the other side', whyVerified: 'verified later', whyNewer: 'changed later', whyUnited: 'both kept', moves: 'Moves over', noMoves: 'Nothing to move', reason: 'Reason (optional)', confirm: 'Make them one customer',
    done: 'Merged into {name}', undone: 'Merge undone', undoneKept: 'Merge undone; {count} {count|field|fields} changed since stay', count: '{object} {count}', choose: '{field}: {side} {value}', swapHint: 'Swap which one is kept', files: 'Files',
    twoOnly: 'Choose exactly two customers to merge.', log: 'Merges', logHint: 'They can be undone for 30 days.', logEmpty: 'Nothing was merged yet', logLine: '{loser} merged into', by: '{name}, {at}', undo: 'Undo merge', isUndone: 'Undone', other: 'the other record',
  },
  board: {
    title: 'Data quality', hint: 'Completeness, duplicates and bad phone numbers by owner or unit.', byOwner: 'By owner', byUnit: 'By unit', name: 'Name', customers: 'Customers', score: 'Completeness', poor: 'Below 60', missing: 'Missing most often', duplicates: 'Likely duplicates',
    badPhones: 'Doubtful phones', nobody: 'No owner', noUnit: 'No unit', empty: 'No customers to show', requirements: 'Required data', runs: 'Completeness is being computed anew', missingOne: '{field} {count}', worklist: 'Work through duplicates', log: 'Merges', total: 'Total', requests: 'Access requests',
    badHint: 'Cannot be dialled, one digit only, or shared by three or more customers',
  },
  requirement: {
    title: 'Required data', company: 'Companies', person: 'Persons', field: 'Field', weight: 'Weight', months: 'Verified within (months)', monthsHint: 'Empty: needs no regular check', add: 'Add a field', remove: 'Remove {field}', save: 'Save', saved: 'Saved; the completeness of all customers is being computed anew',
    hint: 'The larger the weight, the more the field counts. A field past its check counts half.', choose: 'Choose a field', none: 'Nothing required; completeness is always 100.',
  },
  complete: {
    title: 'Completeness', full: 'All required data are filled in and verified.', missing: 'Missing', stale: 'To be verified', verify: 'Verified', verifyAll: 'All verified', verified: '{field} noted as verified', verifiedMany: '{count} fields noted as verified', of: 'Completeness {score} of 100',
  },
  handover: {
    title: 'Hand-over', people: 'From whom to whom', hint: 'When somebody leaves or moves, their customers and open tasks go to colleagues in one step.', start: 'New hand-over', empty: 'No hand-over concerns you', from: 'From', to: 'To', fromHint: 'The person who leaves or moves; a disabled one too.', rule: 'Rule',
    rules: { one: 'All to one', rotation: 'In turn', random: 'By lot' }, ruleHints: { one: 'Every customer goes to one colleague', rotation: 'Dealt in turn by customer code', random: 'Drawn by lot; the seed is kept, so that anybody can draw again' },
    receivers: 'Receivers', addReceiver: 'Add a receiver', removeReceiver: 'Remove {name}', note: 'Note (optional)', acceptance: 'Receivers must accept', acceptanceHint: 'It can be undone until then; what is declined comes back to you.', keyAccounts: 'Notes on key accounts', keyHint: 'For the receiver; pinned to the customer’s timeline.',
    preview: '{customers} {customers|customer|customers} and {tasks} open {tasks|task|tasks} will move', outside: '{count} more lie outside your scope and stay', absent: 'Absent, receives nothing', gets: 'gets {count}', owns: 'has {count} now', confirm: 'Hand over', done: '{count} {count|customer|customers} handed over', undo: 'Undo hand-over', undone: 'Undone, {count} returned',
    nothing: 'This person has no customers or open tasks that you may hand over.', choosePerson: 'First choose whose customers they are.', chooseReceiver: 'Choose a receiver.', waiting: '{count} waiting', accepted: '{count} accepted', declined: '{count} declined', undoneCount: '{count} undone', mine: '{count} wait for you',
    accept: 'Accept', acceptAll: 'Accept all', decline: 'Decline', declineAll: 'Decline all', declineReason: 'Why you decline', acceptedNow: '{count} accepted', declinedNow: '{count} returned', states: { waiting: 'Waiting', accepted: 'Accepted', declined: 'Declined', undone: 'Undone' },
    check: 'Check the draw', checkSame: 'Drawn again with seed {seed}: the same result.', checkOther: 'Drawn again with seed {seed}: the result differs. Look into it.', line: 'Customers of {from}', by: '{name}, {at}', customer: 'Customer', receiver: 'Receiver', state: 'State', words: 'Note', back: 'Hand-over',
    isUndone: 'Undone', noAccess: 'You may not hand customers over. Ask your manager or an administrator.',
  },
};
