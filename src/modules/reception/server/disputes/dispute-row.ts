import sql, { type Sql, empty } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { ObjectAction } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import type { Share } from '../../rules/shares-of.ts';
import type { Evidence } from './read-evidence.ts';

export interface DisputeRow {
  readonly id: Id; readonly subject: string; readonly siteId: Id; readonly site: string; readonly manager: Id | null; readonly customerId: Id; readonly caseId: Id; readonly dealId: Id | null;
  readonly claimantId: Id; readonly claimant: string; readonly respondentId: Id; readonly respondent: string; readonly claim: string; readonly reply: string | null;
  readonly status: 'open' | 'proposed' | 'settled' | 'withdrawn'; readonly dueAt: string; readonly facts: FactValues; readonly decisionId: Id | null; readonly clause: string | null;
  readonly outcome: 'agreed' | 'mediated' | 'ruled' | null; readonly record: string | null; readonly shares: readonly Share[] | null; readonly ownerIds: readonly Id[];
  readonly settledAt: string | null; readonly evidence: Evidence | null; readonly createdAt: string; readonly version: number;
}

/** A dispute with the names of both sides. Errors: record.not-found. */
export async function loadDispute(ctx: Pick<Context, 'db'>, id: Id, isLocked = false): Promise<DisputeRow> {
  const lock: Sql = isLocked ? sql`FOR UPDATE OF d` : empty;
  const row = await ctx.db.maybe<DisputeRow>(sql`
    SELECT d.id, d.subject, d.site_id AS "siteId", s.name AS site, s.owner_id AS manager, d.customer_id AS "customerId", d.case_id AS "caseId", d.deal_id AS "dealId", d.owner_id AS "claimantId", a.name AS claimant,
      d.respondent_id AS "respondentId", b.name AS respondent, d.claim, d.reply, d.status, d.due_at AS "dueAt", d.facts, d.decision_id AS "decisionId", d.clause, d.outcome, d.record, d.shares,
      d.owner_ids AS "ownerIds", d.settled_at AS "settledAt", d.evidence, d.created_at AS "createdAt", d.version
    FROM dispute d JOIN site s ON s.id = d.site_id JOIN app_user a ON a.id = d.owner_id JOIN app_user b ON b.id = d.respondent_id WHERE d.id = ${id} AND d.deleted_at IS NULL ${lock}`);
  if (row === undefined) throw fail('record.not-found');
  return row;
}

/** The dispute, locked, after the actor's right to it was asked. */
export async function disputeFor(ctx: Context, id: Id, action: ObjectAction): Promise<DisputeRow> {
  const def = ctx.registry.object('dispute');
  if (def === undefined) throw fail('record.not-found');
  await requireRecord(ctx, def, action, id);
  return loadDispute(ctx, id, action !== 'read');
}

/** Whoever may settle: those with the right to change it, but never one of the two sides. */
export const isParty = (ctx: Pick<Context, 'actor'>, row: DisputeRow): boolean => ctx.actor.selves.includes(row.claimantId) || ctx.actor.selves.includes(row.respondentId);
