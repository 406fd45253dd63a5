export const en = {
  title: 'Chat', switch: '中文', close: 'Close', loading: 'Opening …', closed: 'The chat is not open. Please reach us another way.', lost: 'The network is gone. It goes on by itself when it is back.', again: 'Try again',
  mode: { live: 'Online', away: 'Nobody is here right now', closed: 'We are closed right now' },
  opens: 'We open {at}',
  hello: { away: 'Nobody is online right now. Leave a message and a way to reach you, and we answer soon.', closed: 'We are closed and open {at}. Leave a message and a way to reach you, and we answer then.' },
  talk: 'Conversation', you: 'You', us: 'Service', typing: '{name} is writing', seen: 'Seen', sent: 'Delivered', waits: 'Waiting for the network', waitsContact: 'Sent once we know how to reach you', sending: 'Sending …', refused: 'Not sent: {problem}', retry: 'Try again', drop: 'Do not send',
  state: {
    next: 'You are next. One moment, please.', ahead: '{n} before you. One moment, please.', live: '{name} is here for you', left: 'Received under number {number}. We reach you the way you left, or you find the answer here.',
    leftOpen: 'Received under number {number}. The answer appears here.', ended: 'The talk has ended, number {number}. Write again to go on.', blocked: 'Messages cannot be sent from here for now. Please reach us by phone or mail.',
  },
  contact: { title: 'How to reach you', name: 'Name', email: 'Mail address', phone: 'Phone', either: 'Fill in a mail address or a phone number.', needName: 'Fill in your name.', tired: 'Leave a way to be reached instead', save: 'Leave it', saved: 'Noted. You may close the page; we will get in touch.', back: 'Keep waiting', thanks: 'Thank you. Please write your message below.' },
  write: { label: 'Message', hint: 'Write a message, Enter sends', send: 'Send', count: 'At most 2000 characters', end: 'End the talk' },
};
