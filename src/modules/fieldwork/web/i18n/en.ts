import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  states: { planned: 'To dispatch', dispatched: 'Dispatched', onTheWay: 'On the way', onSite: 'On site', done: 'Done', failed: 'Not done', cancelled: 'Cancelled' },
  kinds: { repair: 'Repair', install: 'Installation', inspect: 'Inspection', visit: 'Visit', other: 'Other' },
  skills: { electric: 'Electrician', plumbing: 'Plumbing', appliance: 'Appliances', renovation: 'Renovation', cleaning: 'Cleaning' },
  cancel: 'Cancel', noWindow: 'No appointment yet', nobody: 'Nobody yet', sendNow: 'Send now', remove: 'Delete',
  mine: {
    title: 'My service orders', hint: 'By appointment. What you fill in is kept on the phone first and goes on without network.', todo: 'To do', nothing: 'No orders for you now', nothingHint: 'They appear here once they are dispatched.', done: 'Lately done', open: 'Open', onDevice: 'On this device', waiting: 'Waiting for network',
    refused: 'The server did not take it', goOn: 'Go on', again: 'Send again', drop: 'Discard', dropTitle: 'Discard this report?', dropHint: 'What this device holds of “{title}” is deleted for good.', offline: 'No network; these orders are on this device.',
  },
  order: {
    title: 'Service order', place: 'Place', contact: 'Contact', customer: 'Customer', phone: 'Phone', leave: 'Set out', arrive: 'Arrived', way: 'Progress', checklist: 'Checklist', yes: 'Kept', no: 'Not kept', why: 'Why not', whyOf: 'Why not: {item}', photo: 'Photo', photoOf: '{item}, photo {at}',
    photoRemove: 'Remove photo {at}', missing: 'Choose one', needsComment: 'Say why', needsPhoto: 'Take a photo', needsSignature: 'To be signed', fillIn: 'Fill in', range: 'normal {range}', whyRange: 'Why it is out of range, and what was done', optional: 'optional', parts: 'Parts used', partName: 'Name', partChoose: 'Part', partOther: 'Something else (give its name)', partIn: '{name} (van: {quantity} {measure})', partShort: 'The van holds {quantity} {measure}. You can submit it; book the rest in afterwards.', partsCost: 'Cost of parts (CNY)', partQuantity: 'Quantity', partAdd: 'Add a part', partRemove: 'Remove this part',
    result: 'Result', failedFor: 'Why it could not be done', outcome: 'Outcome', isDone: 'Done', isFailed: 'Could not be done', signature: 'Signature of the customer', sign: 'The customer signs in the box', again: 'Sign again', unsigned: 'Not signed', unsignedFor: 'Why there is no signature',
    finish: 'Submit', next: 'Next open one', progress: '{done} of {total} complete', kept: 'Kept on this device, also without network', unkept: 'This device cannot keep it: do not close the page', sent: 'Submitted', queued: 'No network: kept on this device, sent by itself later',
    waiting: 'Complete, waiting for network', waitingHint: 'It is sent by itself; nothing is left to do.', denied: 'This order cannot be filled in now', deniedHint: 'It is over, cancelled, or somebody else’s now.', notHere: 'This order is not on this device', notHereHint: 'Open it again with network.', stepRefused: '{title}: {problem}',
  },
  itemKinds: { tick: 'Kept or not', number: 'Number', choice: 'Choice', text: 'Words', photo: 'Photo', signature: 'Signature' },
  lists: {
    title: 'Service checklists', hint: 'What is kept to at the customer’s. A change makes a new version; orders that were made keep theirs.', all: 'All checklists', add: 'New checklist', none: 'No checklists yet', noneHint: 'Make one, and it can be chosen when dispatching.', count: '{count} {count|item|items}', revision: 'version {revision}', active: 'In use', retired: 'Retired',
    new: 'New checklist', editHint: 'Beside it is what field workers see on the phone; try it out there.', about: 'Checklist', name: 'Name', nameEn: 'English name', state: 'State', versions: 'Versions', old: 'An earlier version, to be looked at only.', items: 'Items', item: 'Item {at}', label: 'What is done', labelZh: 'Item {at}', labelEn: 'Item {at} in English',
    kindOf: 'Kind of item {at}', required: 'required', withPhoto: 'with photo', unit: 'Unit', min: 'Least', max: 'Most', choice: 'Choice', choiceZh: 'Choice {place} of item {at}', choiceEn: 'Choice {place} of item {at} in English', isBad: 'bad', choiceAdd: 'Add a choice', choiceRemove: 'Remove choice {place}', grip: 'Move: {item}', gripHint: 'Drag, or move with the arrow keys.',
    up: 'Up: {item}', down: 'Down: {item}', remove: 'Remove: {item}', save: 'Save as a new version', saved: 'Saved, version {revision}', keeps: 'Orders that were made keep theirs', unfinished: 'Complete what is marked red', tryOut: 'Try out', empty: 'Add items, and try them out here.', check: 'What is missing', restart: 'Start again',
    gap: { words: 'Chinese and English words are needed', range: 'The least must not exceed the most', choices: 'At least two choices, in both languages' },
  },
  stock: {
    title: 'Parts', hint: 'What lies in the depot and in each van. Parts used on site leave the van by themselves.', find: 'Find by name or code', lowOnly: 'Only what runs low ({count})', parts: 'List of parts', stores: 'Depots and vans', none: 'No parts', noneHint: 'Enter parts in the list first, then receive them.', part: 'Part', price: 'Price (CNY)', total: 'In all', low: 'low',
    receive: 'Receive', transfer: 'Move', count: 'Count', from: 'From', store: 'Store', to: 'To', quantity: 'Quantity', counted: 'Counted', there: '{quantity} on the books', lineAdd: 'Add a line', lineRemove: 'Remove this line', note: 'Note (optional)', book: 'Book', done: 'Booked', noMoves: 'Nothing moved yet', kinds: { receive: 'Received', transfer: 'Moved', use: 'Used on site', count: 'Count' },
  },
  signal: { waiting: '{count} {count|entry|entries} from the field to send', refused: '{count} field {count|report needs|reports need} a look', sent: 'Sent: {title}' },
  board: {
    title: 'Dispatch', hint: 'Drag an order to a person’s row, or press “Dispatch” to choose person and time.', before: 'Day before', after: 'Day after', today: 'Today', unassigned: 'To dispatch', none: 'Nothing to dispatch', noneHint: 'Press “Dispatch” on the page of a case to make one.', nobody: 'No field workers yet', nobodyHint: 'Give somebody the role “Field worker”.',
    load: '{hours} / {of} h · {count} {count|order|orders}', count: '{count} {count|order|orders}', off: 'Off', oneDay: 'Day', week: 'Week', view: 'View', weekBefore: 'Week before', weekAfter: 'Week after', weekHint: 'Hours dispatched to each person and day against their working hours. A day opens its board.', print: 'Print the day', overlaps: 'overlaps another order', tooFar: 'too far from {after}: about {needed} min on the way, {free} min between', busyWith: 'has {orders} at that time', dayOff: 'does not work that day', fits: 'Fits', free: 'Free', dispatch: 'Dispatch', dispatchOf: 'Dispatch: {order}', move: 'Move', worker: 'Person', date: 'Date', from: 'From', to: 'To', done: 'Given to {worker}', accept: 'Dispatch all the same', wrongTimes: 'The end must be after the start', cancelOrder: 'Cancel the order', reason: 'Why it is cancelled', cancelled: 'Cancelled', choose: 'Choose',
    order: 'Case', track: 'Windows of {worker}', drag: 'Space picks up, arrow keys move, space drops; or press “Dispatch”.', dropped: 'Dropped on {worker}',
  },
  weekdays: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  print: { title: 'Orders of {day}', hint: 'One page a person, in the order of the way; to be taken along on paper.', everybody: 'Everybody', none: 'Nothing is dispatched for that day', noneHint: 'Dispatch orders first, then print them.' },
  panel: { none: 'No service orders yet', create: 'Dispatch', title: 'New service order', kind: 'Kind', subject: 'To be done', checklist: 'Checklist', place: 'Place', area: 'Area', noArea: 'No area', skills: 'Skills needed', later: 'Nobody yet', worker: 'Person', save: 'Make', made: '{number} is made', all: 'Dispatch board' },
};
