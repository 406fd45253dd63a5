import type { MailServer } from '#modules/notifications/server/notifications.public.ts';

export const bareAddress = (from: string): string => (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();

export interface Letter {
  /** The same on every try: the Message-ID is made of it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
}

/** A plain mail that no machine answers. */
export async function writeLetter(server: MailServer, { id, to, subject, text, date }: Letter): Promise<Buffer> {
  // Loaded with the first mail (PL-71).
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  return new MailComposer({
    from: server.from, to, subject, text, date, messageId: `<${id}@${bareAddress(server.from).split('@').at(-1) || 'zhike.local'}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }, disableFileAccess: true, disableUrlAccess: true,
  }).compile().build();
}
