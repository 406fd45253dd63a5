import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalOutcome, ApprovalSubject } from '#platform/modules/approval-kind.ts';
import { writeEntry } from '../approval-entries.ts';
import { type ApprovalState, lockApproval } from '../approval-row.ts';
import { markClosed, openStep } from '../open-step.ts';
import { chooseFlow } from '../queries/choose-flow.ts';
import { fingerprintOf } from '../summary-fingerprint.ts';
import { refreshPeople } from '../tell-people.ts';

export interface ApprovalRequest {
  readonly kind: ApprovalKind;
  readonly subject: ApprovalSubject;
  /** Decimal text, for conditions "amount above". */
  readonly amount?: string;
  readonly note?: string;
  /** Facts that the kind declares, for conditions. */
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface RequestedApproval {
  readonly id: Id;
  readonly state: ApprovalState;
  /** False when the same request was open already; nothing was added then. */
  readonly isNew: boolean;
}

/**
 * Asks for approval (PL-42), in the caller's transaction; the actor is the requester. One request a kind and subject is
 * open at a time. Errors: record.not-found when the kind knows no such subject.
 */
export async function requestApproval(ctx: Context, request: ApprovalRequest): Promise<RequestedApproval> {
  const { kind, subject, amount, note, values = {} } = request;
  const summary = await kind.summarise(ctx, subject);
  if (summary === undefined) throw fail('record.not-found');
  const unitId = ctx.actor.primaryUnit;
  const flow = await chooseFlow(ctx, kind, { unitId, amount: amount ?? null, facts: values });
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  const added = await ctx.db.run(sql`
    INSERT INTO approval (id, kind, subject_object, subject_id, requester_id, unit_id, amount, note, facts, flow_id, flow, summary, fingerprint, created_at, updated_at)
    VALUES (${id}, ${kind.key}, ${subject.object}, ${subject.id}, ${ctx.actor.userId}, ${unitId}, ${amount ?? null}, ${note ?? null}, ${JSON.stringify(values)}::jsonb,
      ${flow.id}, ${JSON.stringify(flow)}::jsonb, ${JSON.stringify(summary)}::jsonb, ${fingerprintOf(summary)}, ${now}, ${now})
    ON CONFLICT (kind, subject_id) WHERE state IN ('open', 'returned') DO NOTHING`);
  if (added === 0) {
    const earlier = await ctx.db.one<{ id: Id; state: ApprovalState }>(sql`
      SELECT id, state FROM approval WHERE kind = ${kind.key} AND subject_id = ${subject.id} AND state IN ('open', 'returned')`);
    return { ...earlier, isNew: false };
  }
  const row = await lockApproval(ctx, id);
  await writeEntry(ctx, row, { action: 'request', opinion: note });
  await openStep(ctx, kind, row);
  return { id, state: 'open', isNew: true };
}

/** The request that is under way for a subject, if any. */
export async function openApprovalOf(
  ctx: Pick<Context, 'db'>, subject: ApprovalSubject, kind?: ApprovalKind,
): Promise<{ readonly id: Id; readonly kind: string; readonly state: ApprovalState; readonly requesterId: Id } | undefined> {
  return ctx.db.maybe(sql`
    SELECT id, kind, state, requester_id AS "requesterId" FROM approval
    WHERE subject_object = ${subject.object} AND subject_id = ${subject.id} AND state IN ('open', 'returned')
      AND (${kind?.key ?? null}::text IS NULL OR kind = ${kind?.key ?? null}) ORDER BY created_at DESC LIMIT 1`);
}

/**
 * The subject was decided on its own page, by somebody with the right to it: the open request ends with that outcome,
 * and `settle` is not called. Nothing happens where none is open.
 */
export async function closeApprovalElsewhere(ctx: Context, kind: ApprovalKind, subject: ApprovalSubject, outcome: Exclude<ApprovalOutcome, 'withdrawn'>): Promise<void> {
  const open = await openApprovalOf(ctx, subject, kind);
  if (open === undefined) return;
  const row = await lockApproval(ctx, open.id);
  if (row.state !== 'open' && row.state !== 'returned') return;
  await markClosed(ctx, row, outcome);
  await writeEntry(ctx, row, { action: outcome === 'approved' ? 'approveElsewhere' : 'rejectElsewhere' });
  await refreshPeople(ctx, row);
}
