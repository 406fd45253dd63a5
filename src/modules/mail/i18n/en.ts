import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  objects: {
    mailMessage: {
      one: 'Mail', many: 'Mails',
      fields: {
        subject: 'Subject', direction: 'Direction', nature: 'Nature', customer: 'Customer', contact: 'Contact', fromAddress: 'Sender’s address', body: 'Text', state: 'State', happenedAt: 'Time',
      },
      choices: {
        direction: { in: 'Received', out: 'Sent' },
        nature: { normal: 'Ordinary', bounce: 'Bounce', autoReply: 'Automatic reply', loop: 'Loop', list: 'Mailing list' },
        state: { taken: 'Taken in', unread: 'Not readable', waiting: 'Waiting', sending: 'Being sent', sent: 'Sent', failed: 'Not delivered', unsure: 'Unknown' },
      },
      groups: { main: 'Mail' },
    },
  },
};
