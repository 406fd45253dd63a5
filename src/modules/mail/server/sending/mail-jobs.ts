/** Hands waiting mails over: one such job at a time for all servers together. */
export const SEND_JOB = 'mail.send';
/** Looks into one mailbox; its key holds the mailbox, so one server reads at a time. */
export const READ_JOB = 'mail.read';
/** Each minute: every mailbox is looked into, mails that wait are sent, effects that failed are tried again. */
export const SWEEP_JOB = 'mail.sweep';
