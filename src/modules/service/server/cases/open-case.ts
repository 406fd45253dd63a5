import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { requireGrant, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord, objectDef } from '#platform/records/action-records.ts';
import type { CaseChannel } from '../../objects/case.object.ts';
import { lockCase } from '../case-rows.ts';
import { tellCaseListeners } from '../case-listeners.ts';
import { refreshDue } from '../clocks/clock-rows.ts';
import { startClock } from '../clocks/run-clocks.ts';
import { openFirstSteps } from '../process/open-case-step.ts';
import { type ProcessRow, currentProcess } from '../setup/processes.ts';
import { chooseAssignee } from './assign-case.ts';
import { letSee, tellOfCase } from './case-people.ts';
import { type TypeRow, typeOf } from './case-type-row.ts';

export interface CaseDraft {
  readonly caseType: Id;
  readonly channel: CaseChannel;
  readonly subject: string;
  readonly description?: string | null;
  readonly customer?: Id | null;
  readonly contact?: Id | null;
  readonly reporterName?: string | null;
  /** E.164. */
  readonly reporterPhone?: string | null;
  readonly reporterEmail?: string | null;
  readonly place?: string | null;
  readonly isLocal?: boolean;
  readonly priority?: 'low' | 'normal' | 'high' | 'urgent';
  /** Who handles it; absent: by the queue of the type, else who records it. */
  readonly owner?: Id;
  /** The same source twice makes one case (REL-7). */
  readonly sourceKey?: string;
  readonly splitFrom?: Id;
  /** Looks doubtful: nobody gets it by rotation, a supervisor sees it with this tag and decides (SE-31). */
  readonly isHeld?: boolean;
  /** Nobody gets it by rotation: whoever talks with the customer takes it (SE-31, chat). */
  readonly isForTaking?: boolean;
}

export interface OpenedCase {
  readonly id: Id;
  readonly number: string;
  /** False when the source had made a case already. */
  readonly isNew: boolean;
}

/** Staff speak with the customer while they record it, so the customer has been heard. */
const SPOKEN: readonly CaseChannel[] = ['phone', 'inPerson', 'entrusted'];

/**
 * Takes a case in (SE-1): who handles it, its process and its clocks follow from its type. Whoever takes it in is the
 * first receiver and stays on it until the customer is answered (SE-2). Errors: record.not-found, record.invalid, policy.not-in-force.
 */
export async function openCase(ctx: Context, draft: CaseDraft): Promise<OpenedCase> {
  requireGrant(ctx, objectDef(ctx, 'case'), 'create');
  const earlier = draft.sourceKey === undefined ? undefined : await claimSource(ctx, draft.sourceKey);
  if (earlier) return { ...earlier, isNew: false };
  if (draft.customer != null) await requireRecord(ctx, objectDef(ctx, 'customer'), 'read', draft.customer);
  const type = await typeOf(ctx, draft.caseType);
  const process = await currentProcess(ctx, type.process);
  const isStaff = ctx.actor.kind !== 'system';
  const owner = draft.owner ?? (type.queueId === null || draft.isHeld === true || draft.isForTaking === true ? null : await chooseAssignee(ctx, type.queueId, type.skills)) ?? (isStaff && type.queueId === null ? ctx.actor.userId : null);
  const firstReceiver = isStaff ? ctx.actor.userId : owner;
  const id = await insertRecord(ctx, 'case', caseValues(ctx, draft, type, { process, owner, firstReceiver }));
  const row = await lockCase(ctx, id);
  const isHeard = isStaff && SPOKEN.includes(draft.channel);
  if (isHeard) await ctx.db.run(sql`UPDATE service_case SET first_response_at = ${ctx.now.toISOString()} WHERE id = ${id}`);
  else await startClock(ctx, row, 'firstResponse', ctx.now);
  await startClock(ctx, row, 'whole', ctx.now);
  await refreshDue(ctx, [id]);
  if (firstReceiver !== null && firstReceiver !== owner) await letSee(ctx, id, firstReceiver, 'write');
  await openFirstSteps(ctx, row, process);
  await tellOfCase(ctx, owner, row, 'given');
  await tellCaseListeners(ctx, { kind: 'opened', caseId: id, number: row.number, customerId: row.customerId, channel: row.channel });
  return { id, number: row.number, isNew: true };
}

/** The case that the source made, if it did. Two at once wait for each other here. */
async function claimSource(ctx: Context, sourceKey: string): Promise<{ id: Id; number: string } | undefined> {
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`case-source:${sourceKey}`}, 0))`);
  return ctx.db.maybe<{ id: Id; number: string }>(sql`SELECT id, number FROM service_case WHERE source_key = ${sourceKey}`);
}

function caseValues(ctx: Context, draft: CaseDraft, type: TypeRow, by: { process: ProcessRow; owner: Id | null; firstReceiver: Id | null }) {
  const { caseType, channel, subject, description, customer, contact, reporterName, reporterPhone, reporterEmail, place, isLocal, priority, splitFrom } = draft;
  return {
    values: {
      kind: type.kind, caseType, channel, subject, description: description ?? null, customer: customer ?? null, contact: contact ?? null, reporterName: reporterName ?? null,
      reporterPhone: reporterPhone ?? null, reporterEmail: reporterEmail ?? null, place: place ?? null, isLocal: isLocal ?? true, state: 'open', priority: priority ?? 'normal',
      validity: 'unjudged', severity: 'ordinary', urgency: 'calm', queue: type.queueId, firstReceiver: by.firstReceiver, receivedAt: ctx.now.toISOString(), reopenCount: 0,
      isOnSpot: false, tags: draft.isHeld === true ? ['review'] : [], owner: by.owner, ...(splitFrom !== undefined && { splitFrom }), ...(type.queueUnitId !== null && { unit: type.queueUnitId }),
    },
    columns: { process_template_id: by.process.id, source_key: draft.sourceKey ?? null },
  };
}
