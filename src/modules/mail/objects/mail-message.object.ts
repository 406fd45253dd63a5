import { defineObject } from '#meta/object.ts';
import { mailTexts } from '../mail.texts.ts';

const plain = (...list: string[]) => list.map((value) => ({ value }));

/** A mail in or out (SE-30), seen by whoever sees its customer. Taken in and sent by actions only. */
export const mailMessageObject = defineObject({
  key: 'mailMessage', plural: 'mail-messages', table: 'mail_message', access: { kind: 'via', field: 'customer' }, title: 'subject',
  partOf: 'customer', icon: 'mail', texts: mailTexts, writes: 'actions', actions: ['read'], defaultSort: '-happenedAt',
  fields: [
    { key: 'subject', type: 'text', max: 500, readOnly: true, inList: true },
    { key: 'direction', type: 'choice', fixedChoices: true, choices: plain('in', 'out'), readOnly: true, inList: true },
    { key: 'nature', type: 'choice', fixedChoices: true, choices: plain('normal', 'bounce', 'autoReply', 'loop', 'list'), readOnly: true, inList: true },
    { key: 'customer', type: 'reference', target: 'customer', readOnly: true, inList: true },
    { key: 'contact', type: 'reference', target: 'contact', readOnly: true, inList: true },
    { key: 'fromAddress', type: 'email', mask: 'email', readOnly: true },
    { key: 'body', type: 'longText', readOnly: true },
    { key: 'state', type: 'choice', fixedChoices: true, choices: plain('taken', 'unread', 'waiting', 'sending', 'sent', 'failed', 'unsure'), readOnly: true },
    { key: 'happenedAt', type: 'dateTime', readOnly: true, inList: true },
  ],
});
