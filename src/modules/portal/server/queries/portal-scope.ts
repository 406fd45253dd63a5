import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { PortalAccount } from '../portal-account.ts';

/**
 * The one place that says which cases an account sees (SEC-12): those it raised, and of the public types those of its contacts and of customers
 * whose own address it is. Expects `service_case c JOIN case_type t`.
 */
export const isTheirs = (account: PortalAccount): Sql => sql`(c.deleted_at IS NULL AND (
  EXISTS (SELECT 1 FROM portal_case p WHERE p.case_id = c.id AND p.account_id = ${account.id})
  OR (t.is_public AND (
    c.contact_id IN (SELECT id FROM contact WHERE lower(email) = ${account.email} AND email IS NOT NULL AND deleted_at IS NULL)
    OR c.customer_id IN (SELECT id FROM customer WHERE lower(email) = ${account.email} AND email IS NOT NULL AND deleted_at IS NULL)))))`;

/** The messages `m` of a visible case that a customer may read: no notes, and nothing merged in from a case that they do not see. */
export const isReadable = (account: PortalAccount): Sql => sql`(m.kind IN ('incoming', 'reply') AND m.deleted_at IS NULL AND (m.moved_from_id IS NULL OR EXISTS (
  SELECT 1 FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE c.id = m.moved_from_id AND ${isTheirs(account)})))`;

/** Throws as if there were no such case when it is not theirs. */
export async function requireTheirs(ctx: Context, account: PortalAccount, caseId: Id): Promise<void> {
  const found = await ctx.db.maybe(sql`SELECT 1 FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE c.id = ${caseId} AND ${isTheirs(account)}`);
  if (!found) throw fail('record.not-found');
}
