import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  title: 'Mailboxes', hint: 'Mail is read and sent from these mailboxes. What customers write stands on their timeline and goes on to what the mailbox is for. Nothing in the mailbox itself is changed.',
  add: 'Add a mailbox', edit: 'Change mailbox', none: 'No mailboxes yet', noneHint: 'Add the service mailbox, and what customers write comes in by itself.',
  address: 'Address', name: 'Display name', nameHint: 'The sender that customers see, like Customer service', imap: 'Receiving (IMAP)', smtp: 'Sending (SMTP)', host: 'Host', port: 'Port', security: 'Encryption',
  tls: 'TLS', starttls: 'STARTTLS', plain: 'None (this machine only)', username: 'User name', password: 'Password', kept: 'Stored; leave empty to keep it', folder: 'Folder', ownSmtp: 'Send by this mailbox’s own server', companySmtp: 'Otherwise the company’s mail server sends',
  unit: 'Org unit', feeds: 'Used for', feedsNone: 'Customers’ timelines only', feedsOf: { service: 'Opening service cases' }, signatureZh: 'Chinese signature', signatureEn: 'English signature', active: 'In use', history: 'Take in mails that are there already', historyHint: 'Otherwise only mails that arrive from now on',
  save: 'Save', saved: 'Mailbox saved', remove: 'Remove', removeTitle: 'Remove this mailbox?', removeText: '{address} no longer receives or sends, and its stored password is deleted. Mails taken in and sent stay.', removed: 'Mailbox removed',
  test: 'Test connection', testOk: 'Receiving and sending both work', testNoSmtp: 'Receiving works; the company has no mail server yet, so nothing can be sent', testImap: 'Receiving: ', testSmtp: 'Sending: ',
  heard: 'New mail comes in at once', polled: 'Looked into each minute', told: 'Administrators were told {at}',
  doubtTitle: 'The certificate that the server shows', doubtHint: 'No known authority vouches for it. Compare the fingerprint with whoever runs the mail server and trust it only when it is the same; another certificate is refused again.', subject: 'Issued to', issuer: 'Issued by', validUntil: 'Valid until', sha256: 'Fingerprint (SHA-256)', trust: 'The fingerprint is right: trust it', trusted: 'This certificate is trusted', pinned: 'Only the certificate with the fingerprint {sha256} is trusted', unpin: 'Trust it no longer', unpinned: 'Only certificates of known authorities are trusted',
  off: 'Not in use', fine: 'Working', failing: 'Not reached since {since}', looked: 'Last look {at}', never: 'Not looked into yet', received: 'Received in 24 hours', unread: 'Need somebody', waiting: 'Waiting to leave', failed: 'Not delivered in 7 days',
  keptTitle: 'Mails that need somebody', keptHint: 'Mails that the machine could not read or finish, and mails of ours that did not arrive. All of them are kept as they came.', keptNone: 'No mails need anybody.', noSubject: '(no subject)',
  states: { unread: 'Not readable', waiting: 'Tried again later', failed: 'Not delivered', unsure: 'Unknown' }, raw: 'Download as it came', retry: 'Try again', retried: 'Taken in', stillKept: 'Still not readable; it stays kept', tooLarge: 'Larger than 50 MB: only its headers are kept. Look at it in the mailbox itself',
  content: 'Mail', from: 'From', to: 'To', cc: 'Copy', quoted: 'Earlier mails and signature', asText: 'Show as text', asHtml: 'Show as it was laid out', attachments: 'Attachments', withheld: 'Not taken: kind of file not allowed, or not safe', thread: 'Mails of this thread', emptyText: '(no text)',
};
