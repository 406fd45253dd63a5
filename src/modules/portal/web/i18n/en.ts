export const en = {
  title: 'Customer service', switch: '中文', back: 'Back', loading: 'Opening …', again: 'Try again', signOut: 'Sign out', closed: 'The customer portal is not open yet. Please contact us directly.',
  noMail: 'Codes cannot be sent at the moment. Please contact us directly.', lost: 'The network is gone. Please try again later.',
  signIn: {
    title: 'Sign in', hint: 'Enter the mail address that we know you by. We send a code of six digits to it.', email: 'Mail address', ask: 'Get a code', sent: 'If we know you by {email}, a code arrives shortly. It is valid for 10 minutes.',
    code: 'Code of six digits', enter: 'Sign in', ended: 'Your sign-in has ended. Please get a new code; what was not sent is still on this device.', other: 'Another address or a new code',
  },
  state: { received: 'Received', working: 'In progress', waitsForYou: 'Waiting for you', answered: 'Answered', done: 'Done', withdrawn: 'Withdrawn', joined: 'Joined to another' },
  cases: { title: 'My requests', none: 'No requests yet.', add: 'New request', due: 'Answer promised by {at}', received: 'Sent {at}' },
  kept: { title: 'Not sent yet', waiting: 'Sent when the network is back', refused: 'Not accepted: {problem}', edit: 'Change', drop: 'Do not send', send: 'Send now', message: 'Addition' },
  one: { place: 'Place', us: 'Service', you: 'You', talk: 'Conversation', none: 'Nothing said yet.', file: 'Download {name}', picture: 'Picture {name}', joined: 'Joined to {number}', reply: 'Add something', send: 'Send', ended: 'This request is done. For anything else please make a new one.' },
  rate: { title: 'Are you content with the answer', score: '{score} of 5', solved: 'Is it solved', yes: 'Solved', no: 'Not solved', words: 'Your words (optional)', send: 'Send rating', reopens: 'If it is not solved, we take it up again.', given: 'Your rating: {score} of 5, {solved}', choose: 'Choose a score and whether it is solved.' },
  add: { title: 'New request', type: 'Type', party: 'For whom', subject: 'Subject', text: 'What happened', where: 'Place (optional)', send: 'Send', fill: 'Fill in type, subject and what happened.' },
  pictures: { add: 'Add pictures', remove: 'Remove picture {at}', at: 'Picture {at}', most: 'At most {max} pictures.', notOne: '“{name}” cannot be used as a picture.' },
  mails: 'Tell me by mail when there is an answer',
  papers: { title: 'Contracts and documents', open: 'Contracts and documents', none: 'No contracts or documents yet.', contracts: 'Contracts', documents: 'Documents', pdf: 'Download PDF', take: 'Download', get: 'Download {name}', signed: 'Signed {at}', contract: 'Contract {number}', state: { signed: 'Subscribed', contracted: 'Under contract', delivered: 'Handed over' } },
  visit: { title: 'Book a visit', open: 'Book a visit', what: 'What is to be done', place: 'Address', on: 'Which day', part: 'When', parts: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' }, party: 'For whom', send: 'Book', hint: 'We confirm the time before anybody comes.', fill: 'Fill in what is to be done, address and day.', past: 'Choose today or a later day.' },
  form: {
    title: 'Write to us', name: 'Name', email: 'Mail address', phone: 'Phone', either: 'Fill in a mail address or a phone number.', send: 'Send', sending: 'Sending …', sent: 'Received under number {number}. We will contact you soon.', another: 'Write another one',
    closed: 'The form is not open.', fill: 'Fill in name, type, subject and text.', website: 'Leave empty',
  },
};
