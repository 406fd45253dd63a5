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
  rounds: {
    one: 'Inspection round', mine: 'My rounds', mineHint: 'Point by point; what you find becomes a case. It is kept on the phone first and goes on without network.', today: 'To walk now', later: 'Next days', over: 'Lately done', nothing: 'No rounds to walk now', nothingHint: 'They appear here on their day.', offline: 'No network; these rounds are on this device.',
    states: { planned: 'To walk', done: 'Done', late: 'Late', missed: 'Missed' }, points: '{count} {count|point|points}', foundCount: '{count} {count|finding|findings}', doneAt: 'done {at}', dropTitle: 'Discard what was noted on this round?', waitingCount: '{count} {count|round|rounds} to send', refusedCount: '{count} {count|round needs|rounds need} a look',
    code: 'Code of the point', codeHint: 'Code on the sign', find: 'Go to', orList: 'Type the code or read it with a scanner, or use the list below.', found: 'Here: {point}', codeUnknown: 'No point of this route has the code {code}; compare it with the sign.', pointList: 'Points', byCode: 'At the point',
    fine: 'Fine', finding: 'Problem', unreachable: 'No access', reason: 'Why it cannot be reached', reasonOf: 'Why {point} cannot be reached', what: 'What you see, and where exactly', whatAt: 'Problem at {point}', urgent: 'Urgent', another: 'Another problem at this point', removeFinding: 'Remove this problem', note: 'Note on the whole round', case: 'Case',
    gap: { visit: 'Nothing noted yet', reason: 'Say why', finding: 'Describe the problem', photos: 'Take a photo' }, notHere: 'This round is not on this device',
  },
  inspections: {
    title: 'Rounds board', hint: 'What was walked today, what was missed, what was found.', today: 'Rounds of today', noneToday: 'No rounds today', noneTodayHint: 'Set how often in a route, and rounds are planned by themselves.', missed: 'Missed within two weeks', coming: 'Coming week', findings: 'Latest findings', noFindings: 'Nothing found yet', noFindingsHint: 'Problems noted on rounds are listed here with their cases.',
    caseOpen: 'In hand', caseOver: 'Closed', photos: '{count} {count|photo|photos}', trend: 'Last six months', month: 'Month', rounds: 'Rounds', counts: { over: 'Done', due: 'To walk', missed: 'Missed', found: 'Findings' },
  },
  routes: {
    title: 'Inspection routes', hint: 'Which points, how often, by whom. Rounds are planned by themselves.', all: 'All routes', add: 'New route', none: 'No routes yet', noneHint: 'Make one with its points and how often.', new: 'New route', editHint: 'Points in the order of the way; signs can be printed once it is saved.', plan: 'Plan', worker: 'Walked by', nobody: 'Nobody yet', caseType: 'Findings become cases of type',
    frequency: 'How often', daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly', weeklyOn: 'Every {day}', monthlyOn: 'Monthly on day {day}', onWeekday: 'Weekday', onDate: 'Day of the month', dayOfMonth: 'Day {day}', shortMonth: 'The last day in months without this one.', next: 'Next: {dates}', and: ', ',
    point: 'Point {at}', pointEn: 'Point {at} in English', pointName: 'Name of the point', addPoint: 'Add a point', codeLater: 'code once saved', keeps: 'Rounds that have not begun follow the new plan', save: 'Save the route', saved: 'Route saved', signs: 'Signs', print: 'Print',
  },
  weekdays: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  print: { title: 'Orders of {day}', hint: 'One page a person, in the order of the way; to be taken along on paper.', everybody: 'Everybody', none: 'Nothing is dispatched for that day', noneHint: 'Dispatch orders first, then print them.' },
  panel: { none: 'No service orders yet', create: 'Dispatch', title: 'New service order', kind: 'Kind', subject: 'To be done', checklist: 'Checklist', place: 'Place', area: 'Area', noArea: 'No area', skills: 'Skills needed', later: 'Nobody yet', worker: 'Person', save: 'Make', made: '{number} is made', all: 'Dispatch board' },
};
