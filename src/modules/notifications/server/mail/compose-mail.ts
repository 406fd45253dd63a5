import type { Letter } from './mail-letter.ts';
import type { MailServer } from './mail-server.ts';

/** The address alone, of `Name <address>` or of an address. */
export const bareAddress = (from: string): string => (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();

/** The same mail always has the same Message-ID: a server that gets it twice can tell (REL-2). */
export const messageIdOf = (id: string, from: string): string => `<${id}@${bareAddress(from).split('@').at(-1) || 'zhike.local'}>`;

/** The mail as it goes over the line. `date` is the moment of sending. */
export async function composeMail(server: MailServer, to: string, id: string, letter: Letter, date: Date): Promise<Buffer> {
  // Loaded with the first mail (PL-71).
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  return new MailComposer({
    from: server.from, to, subject: letter.subject, text: letter.text, html: letter.html, date, messageId: messageIdOf(id, server.from),
    // Automatic answers (out of office) must not come back.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true, disableUrlAccess: true,
  }).compile().build();
}
