/** Hands due mails to the mail server: one such job at a time for all servers together. */
export const MAIL_JOB = 'notifications.mail';
/** Looks for mails that have become due, for rows of a sender that died, and takes away what is old. */
export const SWEEP_JOB = 'notifications.sweep';
