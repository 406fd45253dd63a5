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
    photoRemove: 'Remove photo {at}', missing: 'Choose one', needsComment: 'Say why', needsPhoto: 'Take a photo', optional: 'optional', parts: 'Parts used', partName: 'Name', partQuantity: 'Quantity', partAdd: 'Add a part', partRemove: 'Remove this part',
    result: 'Result', failedFor: 'Why it could not be done', outcome: 'Outcome', isDone: 'Done', isFailed: 'Could not be done', signature: 'Signature of the customer', sign: 'The customer signs in the box', again: 'Sign again', unsigned: 'Not signed', unsignedFor: 'Why there is no signature',
    finish: 'Submit', next: 'Next open one', progress: '{done} of {total} complete', kept: 'Kept on this device, also without network', unkept: 'This device cannot keep it: do not close the page', sent: 'Submitted', queued: 'No network: kept on this device, sent by itself later',
    waiting: 'Complete, waiting for network', waitingHint: 'It is sent by itself; nothing is left to do.', denied: 'This order cannot be filled in now', deniedHint: 'It is over, cancelled, or somebody else’s now.', notHere: 'This order is not on this device', notHereHint: 'Open it again with network.', stepRefused: '{title}: {problem}',
  },
  signal: { waiting: '{count} {count|entry|entries} from the field to send', refused: '{count} field {count|report needs|reports need} a look', sent: 'Sent: {title}' },
  board: {
    title: 'Dispatch', hint: 'Drag an order to a person’s row, or press “Dispatch” to choose person and time.', day: 'Day', before: 'Day before', after: 'Day after', today: 'Today', unassigned: 'To dispatch', none: 'Nothing to dispatch', noneHint: 'Press “Dispatch” on the page of a case to make one.', nobody: 'No field workers yet', nobodyHint: 'Give somebody the role “Field worker”.',
    load: '{hours} h · {count} {count|order|orders}', free: 'Free', dispatch: 'Dispatch', dispatchOf: 'Dispatch: {order}', move: 'Move', worker: 'Person', date: 'Date', from: 'From', to: 'To', done: 'Given to {worker}', accept: 'Dispatch despite the overlap', wrongTimes: 'The end must be after the start', cancelOrder: 'Cancel the order', reason: 'Why it is cancelled', cancelled: 'Cancelled', choose: 'Choose',
    order: 'Case', track: 'Windows of {worker}', drag: 'Space picks up, arrow keys move, space drops; or press “Dispatch”.', dropped: 'Dropped on {worker}',
  },
  panel: { none: 'No service orders yet', create: 'Dispatch', title: 'New service order', kind: 'Kind', subject: 'To be done', checklist: 'Checklist', place: 'Place', area: 'Area', skills: 'Skills needed', later: 'Nobody yet', worker: 'Person', save: 'Make', made: '{number} is made', all: 'Dispatch board' },
};
