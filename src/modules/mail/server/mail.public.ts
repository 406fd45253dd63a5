export { type InboundMailListener, addInboundMailListener } from './mail-listeners.ts';
export { type BouncedMail, type InboundMail, type MailAddress, type MailAttachment, type MailNature, type RecordLink } from './mail-types.ts';
export { type MailDraft, type SentMail, sendMail } from './sending/send-mail.ts';
export { type MailboxBrief, mailboxesFeeding } from './queries/mailbox-rows.ts';
export { sendMailPage } from './showing/mail-page.ts';
export { mailModule } from './mail.module.ts';
