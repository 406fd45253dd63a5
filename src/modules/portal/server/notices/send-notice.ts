import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { type MailServer, readMailServer } from '#modules/notifications/server/notifications.public.ts';
import { openMailSession } from '#platform/mail/smtp-session.ts';
import type { Services } from '#platform/runtime/services.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { portalTexts } from '../../portal.texts.ts';
import { bareAddress, writeLetter } from '../portal-letter.ts';
import { portalSetting } from '../portal-settings.ts';
import { companyName } from '../queries/name-of-house.ts';
import { accountsSeeing } from '../queries/portal-scope.ts';

interface DueNotice {
  readonly id: Id;
  readonly email: string;
  readonly locale: string;
  readonly accountId: Id | null;
  readonly caseId: Id;
  readonly kind: 'reply' | 'closed' | 'chat';
  readonly state: string;
  readonly number: string;
  /** Of a message in a chat that they left: there is no other place where they would read it. */
  readonly body: string | null;
}

type Host = Pick<Services, 'database' | 'secrets' | 'mail' | 'clock'>;
type Settled = 'sent' | 'unsure' | 'failed' | 'dropped';

/** Sends what waits in the outbox, each at most once. Throws while the server cannot be reached, so that the job is tried again. */
export async function sendNotices(services: Host): Promise<void> {
  const since = new Date(services.clock().getTime() - 3 * 86_400_000).toISOString();
  const due = await services.database.rows<DueNotice>(sql`
    SELECT n.id, n.email, n.locale, n.account_id AS "accountId", n.case_id AS "caseId", n.kind, n.state, c.number, CASE WHEN n.kind = 'chat' THEN m.body END AS body
    FROM portal_notice n JOIN service_case c ON c.id = n.case_id LEFT JOIN case_message m ON m.id = n.message_id AND m.deleted_at IS NULL
    WHERE n.state IN ('waiting', 'sending') AND n.created_at > ${since} ORDER BY n.created_at, n.id LIMIT 200`);
  if (due.length === 0) return;
  const server = await readMailServer({ db: services.database, secrets: services.secrets }, services.mail);
  const isOpen = await readSetting(services, portalSetting);
  for (const row of due) {
    // Whoever sent it ended before the server answered: it may have arrived.
    if (row.state === 'sending') await settle(services, row.id, 'unsure', 'the sender ended before the server answered');
    else if (!server || !(await isWanted(services, row, isOpen))) await settle(services, row.id, 'dropped', null);
    else await sendOne(services, server, row);
  }
}

/** Asked again when it leaves: they may have switched it off, or may not see the case any more. */
async function isWanted(services: Host, row: DueNotice, isOpen: boolean): Promise<boolean> {
  if (row.kind === 'chat') return row.body !== null;
  if (!isOpen) return false;
  return (await accountsSeeing({ db: services.database }, row.caseId)).some((account) => account.id === row.accountId && account.isMailOn);
}

async function sendOne(services: Host, server: MailServer, row: DueNotice): Promise<void> {
  const session = await openMailSession(server);
  try {
    const taken = await services.database.run(sql`UPDATE portal_notice SET state = 'sending' WHERE id = ${row.id} AND state = 'waiting'`);
    if (taken === 0) return;
    const result = await session.send({ from: bareAddress(server.from), to: row.email }, await letterOf(services, server, row));
    if (result.state === 'sent' || result.state === 'unsure') return await settle(services, row.id, result.state, null);
    if (result.state === 'refused') return await settle(services, row.id, 'failed', result.error);
    await services.database.run(sql`UPDATE portal_notice SET state = 'waiting' WHERE id = ${row.id}`);
    throw new Error('the mail server asks for another try');
  } finally {
    session.close();
  }
}

const settle = async (services: Host, id: Id, state: Settled, error: string | null): Promise<void> => {
  await services.database.run(sql`UPDATE portal_notice SET state = ${state}, error = ${error} WHERE id = ${id}`);
};

/** Says that there is something to read and where; what was said stays in the portal. */
async function letterOf(services: Host, server: MailServer, row: DueNotice): Promise<Buffer> {
  const locale: Locale = row.locale === 'en' ? 'en' : 'zh-CN';
  const company = (await companyName({ db: services.database })).replace(/\s+/g, ' ') || 'Zhike';
  const link = server.siteUrl === null ? '' : `${server.siteUrl.replace(/\/+$/, '')}${row.kind === 'chat' ? '/chat' : `/portal/cases/${row.caseId}`}`;
  const params = { number: row.number, company, link, body: row.body ?? '' };
  return writeLetter(server, {
    id: row.id, to: row.email, subject: portalTexts.t(locale, `notice.${row.kind}.subject`, params), text: portalTexts.t(locale, `notice.${row.kind}.text`, params).replaceAll(/\n{3,}/g, '\n\n').trim(), date: services.clock(),
  });
}
