import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { maskEmail } from '#kernel/phone.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { customerPortalAnswer } from '../portal.answers.ts';

type Shown = Answered<typeof customerPortalAnswer>;

/** The addresses that speak for a customer: its own and those of its contacts. */
const speaksFor = (customer: Id) => sql`(SELECT lower(email) FROM customer WHERE id = ${customer} AND email IS NOT NULL
  UNION SELECT lower(email) FROM contact WHERE customer_id = ${customer} AND email IS NOT NULL AND deleted_at IS NULL)`;

/** Files of the customer and of its contracts; nothing of notes, cases or colleagues. */
const filesOf = (customer: Id) => sql`file_object f WHERE f.deleted_at IS NULL AND f.customer_id = ${customer} AND f.object IN ('customer', 'subscription', 'deal')`;

const readable = async (ctx: Context, customer: Id): Promise<void> => { await requireRecord(ctx, objectDef(ctx, 'customer'), 'read', customer); };

/** Who of a customer signs in to the portal, from where, and what they are shown (SE-31). Addresses are masked as everywhere. Errors: record.not-found. */
export async function showCustomerPortal(ctx: Context, customer: Id): Promise<Shown> {
  await readable(ctx, customer);
  const accounts = await ctx.db.rows<Shown['accounts'][number]>(sql`
    SELECT a.id, a.email, a.created_at AS "createdAt", a.last_signed_in_at AS "lastSignedInAt", EXISTS (SELECT 1 FROM customer k WHERE k.id = ${customer} AND lower(k.email) = a.email) AS "isOwnAddress",
      EXISTS (SELECT 1 FROM portal_contract_reader r WHERE r.customer_id = ${customer} AND r.email = a.email) AS "maySeePapers",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'since', s.created_at, 'seenAt', s.last_seen_at, 'agent', s.agent) ORDER BY s.last_seen_at DESC)
        FROM portal_session s WHERE s.account_id = a.id AND s.revoked_at IS NULL AND s.expires_at > ${ctx.now.toISOString()}), '[]') AS sessions
    FROM portal_account a WHERE a.email IN ${speaksFor(customer)} ORDER BY a.last_signed_in_at DESC, a.id LIMIT 50`);
  const files = await ctx.db.rows<Shown['files'][number]>(sql`
    SELECT x.id, x.name, x.object AS of, EXISTS (SELECT 1 FROM portal_document d WHERE d.file_id = x.id) AS "isShown" FROM (SELECT f.* FROM ${filesOf(customer)}) x ORDER BY x.created_at DESC, x.id LIMIT 100`);
  const iso = (text: string): string => new Date(text).toISOString();
  return {
    accounts: accounts.map((row) => ({
      ...row, email: maskEmail(row.email), createdAt: iso(row.createdAt), lastSignedInAt: iso(row.lastSignedInAt), sessions: row.sessions.map((session) => ({ ...session, since: iso(session.since), seenAt: iso(session.seenAt) })),
    })),
    files: [...files],
  };
}

/** An account that speaks for the customer. Errors: record.not-found. */
async function accountOf(ctx: Context, customer: Id, account: Id): Promise<{ readonly email: string }> {
  await readable(ctx, customer);
  const row = await ctx.db.maybe<{ email: string }>(sql`SELECT email FROM portal_account WHERE id = ${account} AND email IN ${speaksFor(customer)}`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** Ends one session of an account, or all of them; on record. Errors: record.not-found. */
export async function revokeSessions(ctx: Context, customer: Id, account: Id, session: Id | undefined): Promise<void> {
  await accountOf(ctx, customer, account);
  const ended = await ctx.db.run(sql`
    UPDATE portal_session SET revoked_at = ${ctx.now.toISOString()} WHERE account_id = ${account} AND revoked_at IS NULL AND (${session ?? null}::uuid IS NULL OR id = ${session ?? null}::uuid)`);
  if (ended === 0 && session !== undefined) throw fail('record.not-found');
  // A code that is on its way would open the door again.
  await ctx.db.run(sql`UPDATE portal_code SET is_live = false WHERE is_live AND email = (SELECT email FROM portal_account WHERE id = ${account})`);
  await writeAudit(ctx, [{ action: 'portal-revoke', object: 'customer', recordId: customer, customerId: customer, detail: { account, sessions: ended } }]);
}

/** Whether a contact sees the contracts and documents of their company; on record. Errors: record.not-found. */
export async function allowPapers(ctx: Context, customer: Id, account: Id, isAllowed: boolean): Promise<void> {
  const { email } = await accountOf(ctx, customer, account);
  const changed = isAllowed
    ? await ctx.db.run(sql`INSERT INTO portal_contract_reader (customer_id, email, since, created_by) VALUES (${customer}, ${email}, ${ctx.now.toISOString()}, ${authorOf(ctx)}) ON CONFLICT DO NOTHING`)
    : await ctx.db.run(sql`DELETE FROM portal_contract_reader WHERE customer_id = ${customer} AND email = ${email}`);
  if (changed > 0) await writeAudit(ctx, [{ action: 'portal-papers', object: 'customer', recordId: customer, customerId: customer, detail: { account, isAllowed } }]);
}

/** Shows a file to the customer, or no longer; on record. Errors: record.not-found. */
export async function showDocument(ctx: Context, customer: Id, file: Id, isShown: boolean): Promise<void> {
  await readable(ctx, customer);
  const found = await ctx.db.maybe(sql`SELECT 1 FROM (SELECT f.id FROM ${filesOf(customer)}) x WHERE x.id = ${file}`);
  if (!found) throw fail('record.not-found');
  const changed = isShown
    ? await ctx.db.run(sql`INSERT INTO portal_document (file_id, customer_id, since, created_by) VALUES (${file}, ${customer}, ${ctx.now.toISOString()}, ${authorOf(ctx)}) ON CONFLICT DO NOTHING`)
    : await ctx.db.run(sql`DELETE FROM portal_document WHERE file_id = ${file}`);
  if (changed > 0) await writeAudit(ctx, [{ action: 'portal-document', object: 'customer', recordId: customer, customerId: customer, detail: { file, isShown } }]);
}
