import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Parties } from '../../rules/visit-facts-of.ts';
import type { Share } from '../../rules/shares-of.ts';

/** What the subject of ownership decisions is called on record. */
export const OWNERSHIP_CASE = 'ownershipCase';

export interface OwnershipCase {
  readonly id: Id;
  readonly siteId: Id;
  readonly customerId: Id;
  readonly pack: string;
  readonly registrationId: Id;
  /** The instant of the visit: it chooses the policy version. */
  readonly openedAt: string;
  readonly facts: FactValues;
  readonly parties: Parties;
  readonly ownerIds: readonly Id[];
  readonly state: 'open' | 'decided' | 'ruling' | 'ruled';
  readonly decisionId: Id | null;
  readonly clause: string | null;
  readonly ruling: { readonly shares: readonly Share[]; readonly reason: string } | null;
  readonly replacedBy: Id | null;
}

const columns = sql`id, site_id AS "siteId", customer_id AS "customerId", pack, registration_id AS "registrationId", opened_at AS "openedAt", facts, parties,
  owner_ids AS "ownerIds", state, decision_id AS "decisionId", clause, ruling, replaced_by AS "replacedBy"`;

const read = (row: OwnershipCase | undefined): OwnershipCase | undefined => row && { ...row, openedAt: isoTime(row.openedAt) };

/** One case, whatever its state. Errors: record.not-found. */
export async function loadCase(ctx: Pick<Context, 'db'>, caseId: Id, isLocked = false): Promise<OwnershipCase> {
  const found = read(await ctx.db.maybe<OwnershipCase>(sql`SELECT ${columns} FROM ownership_case WHERE id = ${caseId} ${isLocked ? sql`FOR UPDATE` : sql``}`));
  if (!found) throw fail('record.not-found');
  return found;
}

/** The case that stands for a customer at a site. */
export const standingCase = async (ctx: Pick<Context, 'db'>, siteId: Id, customerId: Id): Promise<OwnershipCase | undefined> =>
  read(await ctx.db.maybe<OwnershipCase>(sql`SELECT ${columns} FROM ownership_case WHERE site_id = ${siteId} AND customer_id = ${customerId} AND replaced_by IS NULL`));

/** All standing cases of a customer, newest first. */
export const casesOf = async (ctx: Pick<Context, 'db'>, customerId: Id): Promise<OwnershipCase[]> =>
  (await ctx.db.rows<OwnershipCase>(sql`SELECT ${columns} FROM ownership_case WHERE customer_id = ${customerId} AND replaced_by IS NULL ORDER BY opened_at DESC`)).map((row) => ({ ...row, openedAt: isoTime(row.openedAt) }));

/** Writes what was decided of a case, with what was learnt. */
export async function saveCase(ctx: Context, changed: OwnershipCase): Promise<void> {
  await ctx.db.run(sql`
    UPDATE ownership_case SET facts = ${JSON.stringify(changed.facts)}::jsonb, parties = ${JSON.stringify(changed.parties)}::jsonb, owner_ids = ${[...changed.ownerIds]}::uuid[],
      state = ${changed.state}, decision_id = ${changed.decisionId}, clause = ${changed.clause}, ruling = ${changed.ruling === null ? null : JSON.stringify(changed.ruling)}::jsonb,
      updated_at = ${ctx.now.toISOString()} WHERE id = ${changed.id}`);
}

/** Adds a case and replaces the one that stood. */
export async function insertCase(ctx: Context, made: OwnershipCase, replaced: OwnershipCase | undefined): Promise<void> {
  // The former one steps aside first: only one stands at a time.
  if (replaced) await ctx.db.run(sql`UPDATE ownership_case SET replaced_by = ${replaced.id}, updated_at = ${ctx.now.toISOString()} WHERE id = ${replaced.id}`);
  await ctx.db.run(sql`
    INSERT INTO ownership_case (id, site_id, customer_id, pack, registration_id, opened_at, facts, parties, owner_ids, state, decision_id, clause, updated_at)
    VALUES (${made.id}, ${made.siteId}, ${made.customerId}, ${made.pack}, ${made.registrationId}, ${made.openedAt}, ${JSON.stringify(made.facts)}::jsonb,
      ${JSON.stringify(made.parties)}::jsonb, ${[...made.ownerIds]}::uuid[], ${made.state}, ${made.decisionId}, ${made.clause}, ${ctx.now.toISOString()})`);
  if (replaced) await ctx.db.run(sql`UPDATE ownership_case SET replaced_by = ${made.id} WHERE id = ${replaced.id}`);
}
