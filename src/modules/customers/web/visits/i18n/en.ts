export const en = {
  checkIn: {
    open: 'Check in', title: 'Visit check-in', at: '{name}', planned: 'Planned visit: {visit}', save: 'Check in and save', saving: 'Saving', kept: 'Kept on this device as you write', unkept: 'This device offers no storage. Stay on this page until it is saved.',
    done: 'Checked in: {name}', doneFar: 'Checked in: {name}, {distance} from the customer', queued: 'No network: kept on this device and sent once it is back', denied: 'You may not record visits', deniedHint: 'Ask your administrator for the right to create activities.', noCustomer: 'This customer was not found', discard: 'Give up this check-in',
  },
  place: {
    title: 'Place', why: 'Your position is taken once, when you press the button, and kept with this visit. Colleagues who see this customer can see it. You are not tracked.', take: 'Record my position', again: 'Locate again', without: 'Without a place', finding: 'Finding the position',
    found: 'Found, within about {accuracy}', distance: '{distance} from the customer', unknown: 'This customer has no point on the map yet', remember: 'Keep this as the customer’s point on the map', none: 'No place', refused: 'The browser did not allow it. Allow it in the site settings and try again, or check in without a place.',
    unable: 'No position could be found here. Try again near a window, or check in without a place.', metres: '{count} m', kilometres: '{count} km',
  },
  outcome: { title: 'Did you meet the customer', reached: 'Met', attempted: 'Not met', hint: 'Only “Met” counts as a follow-up.' },
  photos: { title: 'Photos', take: 'Take a photo', choose: 'Choose photos', remove: 'Remove photo {at}', photo: 'Photo {at}', hint: 'Made smaller before sending, without the position inside the picture.', name: 'Visit photo' },
  note: { title: 'Short note', placeholder: 'Whom you met, what was said and promised (optional)' },
  next: { title: 'Next contact', none: 'Open', tomorrow: 'Tomorrow', week: 'In a week', fortnight: 'In two weeks', month: 'In a month', other: 'Another day', notAllowed: 'You may not change this customer, so no next contact can be set.' },
  today: { title: 'Visits today' },
  waiting: {
    title: 'Visits on this device', hint: 'Visits that were not sent yet. They go out once the network is back, each exactly once.', empty: 'No visits are waiting', emptyHint: 'Without network a check-in is kept here first.', draft: 'Not finished', waiting: 'Waiting', refused: 'Not accepted', go: 'Go on', again: 'Send again', discard: 'Discard', discardTitle: 'Discard this visit',
    discardHint: 'This visit to {name} exists on this device only and cannot be brought back.', keep: 'Keep', facts: '{when} · photos: {count}', chip: '{count} visits waiting', chipRefused: '{count} visits not accepted', sendAll: 'Send now', partly: 'The visit is recorded; some photos were not sent.', sent: 'Visit sent: {name}',
  },
  call: { title: 'Log the call', with: 'With {name}', reached: 'Reached', attempted: 'Not reached', outcome: 'Did you reach them', note: 'What was said (optional)', save: 'Log the call', skip: 'Skip', saved: 'Call logged', subject: 'Call' },
} as const;
