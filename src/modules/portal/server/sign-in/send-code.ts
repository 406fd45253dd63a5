import { randomInt } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { type MailServer, readMailServer } from '#modules/notifications/server/notifications.public.ts';
import { openMailSession } from '#platform/mail/smtp-session.ts';
import type { Services } from '#platform/runtime/services.ts';
import { portalTexts } from '../../portal.texts.ts';
import { bareAddress, writeLetter } from '../portal-letter.ts';
import { knownParties } from '../queries/known-parties.ts';
import { CODE_MINUTES } from './ask-code.ts';
import { codeHash } from './check-code.ts';

interface DueCode {
  readonly id: Id;
  readonly email: string;
  readonly locale: string;
  readonly state: string;
  readonly company: string | null;
}

type Host = Pick<Services, 'database' | 'secrets' | 'mail' | 'clock'>;

/**
 * Makes the code of one request and mails it, where somebody of that address is known. Marked `sending` before the first
 * byte leaves, and never sent a second time once the server may have it. Throws while the server cannot be reached, so
 * that the job is tried again.
 */
export async function sendCode(services: Host, id: Id): Promise<void> {
  const row = await services.database.maybe<DueCode>(sql`
    SELECT id, email, locale, state, (SELECT name FROM org_unit WHERE parent_id IS NULL ORDER BY created_at LIMIT 1) AS company
    FROM portal_code WHERE id = ${id} AND state IN ('waiting', 'sending') AND is_live`);
  if (!row) return;
  if (row.state === 'sending') return settle(services, id, 'unsure', 'the sender ended before the server answered');
  const server = await readMailServer({ db: services.database, secrets: services.secrets }, services.mail);
  const isKnown = (await knownParties(services.database, row.email)).length > 0;
  if (!isKnown || !server) return settle(services, id, 'dropped', null);
  const session = await openMailSession(server);
  try {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const until = new Date(services.clock().getTime() + CODE_MINUTES * 60_000).toISOString();
    const taken = await services.database.run(sql`
      UPDATE portal_code SET state = 'sending', code_hash = ${codeHash(services, id, code)}, expires_at = ${until} WHERE id = ${id} AND state = 'waiting' AND is_live`);
    if (taken === 0) return;
    const result = await session.send({ from: bareAddress(server.from), to: row.email }, await letter(server, row, code, services.clock()));
    if (result.state === 'sent' || result.state === 'unsure') return await settle(services, id, result.state, null);
    if (result.state === 'refused') return await settle(services, id, 'failed', result.error);
    await services.database.run(sql`UPDATE portal_code SET state = 'waiting', code_hash = NULL WHERE id = ${id}`);
    throw new Error('the mail server asks for another try');
  } finally {
    session.close();
  }
}

const settle = async (services: Host, id: Id, state: 'sent' | 'unsure' | 'failed' | 'dropped', error: string | null): Promise<void> => {
  await services.database.run(sql`UPDATE portal_code SET state = ${state}, error = ${error} WHERE id = ${id}`);
};

function letter(server: MailServer, row: DueCode, code: string, date: Date): Promise<Buffer> {
  const locale: Locale = row.locale === 'en' ? 'en' : 'zh-CN';
  const params = { code, minutes: CODE_MINUTES, company: (row.company ?? 'Zhike').replace(/\s+/g, ' ') };
  return writeLetter(server, { id: row.id, to: row.email, subject: portalTexts.t(locale, 'mail.subject', params), text: portalTexts.t(locale, 'mail.text', params), date });
}
