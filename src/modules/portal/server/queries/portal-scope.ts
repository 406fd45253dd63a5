import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { PortalAccount } from '../portal-account.ts';

/**
 * The one place that says which cases an account sees (SEC-12): those it raised, and of the public types those of its contacts and of customers
 * whose own address it is. Expects `service_case c JOIN case_type t`.
 */
export const isTheirs = (account: PortalAccount): Sql => isTheirsOf(sql`${account.id}`, sql`${account.email}`);

const isTheirsOf = (id: Sql, email: Sql): Sql => sql`(c.deleted_at IS NULL AND (
  EXISTS (SELECT 1 FROM portal_case p WHERE p.case_id = c.id AND p.account_id = ${id})
  OR (t.is_public AND (
    c.contact_id IN (SELECT id FROM contact WHERE lower(email) = ${email} AND email IS NOT NULL AND deleted_at IS NULL)
    OR c.customer_id IN (SELECT id FROM customer WHERE lower(email) = ${email} AND email IS NOT NULL AND deleted_at IS NULL)))))`;

/** The same asked the other way round: the accounts that see a case. */
export const accountsSeeing = (ctx: Pick<Context, 'db'>, caseId: Id): Promise<{ id: Id; email: string; locale: string; isMailOn: boolean }[]> => ctx.db.rows(sql`
  SELECT a.id, a.email, a.locale, a.is_mail_on AS "isMailOn" FROM portal_account a, service_case c JOIN case_type t ON t.id = c.case_type_id
  WHERE c.id = ${caseId} AND ${isTheirsOf(sql`a.id`, sql`a.email`)} ORDER BY a.id`);

/**
 * Whose contracts and papers an account sees: of a customer whose own address it is, and as its contact where somebody of the
 * house said so. `customer`: the column with the customer's id.
 */
export const maySeePapers = (account: PortalAccount, customer: Sql): Sql => sql`EXISTS (
  SELECT 1 FROM customer k WHERE k.id = ${customer} AND k.deleted_at IS NULL AND ((lower(k.email) = ${account.email} AND k.email IS NOT NULL)
    OR (EXISTS (SELECT 1 FROM portal_contract_reader r WHERE r.customer_id = k.id AND r.email = ${account.email})
      AND EXISTS (SELECT 1 FROM contact p WHERE p.customer_id = k.id AND lower(p.email) = ${account.email} AND p.email IS NOT NULL AND p.deleted_at IS NULL))))`;

/** The subscriptions `s` that an account sees: signed ones, never drafts. */
export const isTheirContract = (account: PortalAccount): Sql => sql`(s.deleted_at IS NULL AND s.state IN ('signed', 'contracted') AND ${maySeePapers(account, sql`s.customer_id`)})`;

/** The files `f` with their mark `d` that an account sees: what was marked for the customer, as long as it hangs there. */
export const isTheirDocument = (account: PortalAccount): Sql => sql`(f.deleted_at IS NULL AND ${maySeePapers(account, sql`d.customer_id`)})`;

/** The messages `m` of a visible case that a customer may read: no notes, and nothing merged in from a case that they do not see. */
export const isReadable = (account: PortalAccount): Sql => sql`(m.kind IN ('incoming', 'reply') AND m.deleted_at IS NULL AND (m.moved_from_id IS NULL OR EXISTS (
  SELECT 1 FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE c.id = m.moved_from_id AND ${isTheirs(account)})))`;

/** Throws as if there were no such case when it is not theirs. */
export async function requireTheirs(ctx: Context, account: PortalAccount, caseId: Id): Promise<void> {
  const found = await ctx.db.maybe(sql`SELECT 1 FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE c.id = ${caseId} AND ${isTheirs(account)}`);
  if (!found) throw fail('record.not-found');
}
