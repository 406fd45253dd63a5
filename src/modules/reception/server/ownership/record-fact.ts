import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Parties } from '../../rules/visit-facts-of.ts';
import { redecide } from './decide-ownership.ts';
import { type OwnershipCase, loadCase } from './ownership-case.ts';

export interface LearntFact {
  readonly facts: FactValues;
  /** Parties whom the fact names: the salesperson recognised, the one asked for midway, the one who received next. */
  readonly parties?: Partial<Parties> | undefined;
  /** The other of two registrations: of the family member, of the conflict, or the one that was recognised. */
  readonly otherRegistration?: Id | undefined;
  readonly reason?: string | null | undefined;
}

/** Matters about which the one who has the customer is the earlier salesperson. */
const about = new Set(['afterDeal', 'discount', 'refusal', 'midwayDesignation', 'sameDayOther', 'leave']);

/**
 * Adds what was learnt and decides anew (RE-20), by the policy of the visit's day. The fact, who recorded it, and the
 * decision stay on record. Errors: record.not-found, request.invalid.
 */
export async function recordOwnershipFact(ctx: Context, caseId: Id, learnt: LearntFact): Promise<OwnershipCase> {
  const before = await loadCase(ctx, caseId, true);
  if (before.replacedBy !== null) throw fail('record.wrong-state');
  const { facts, parties } = await learntOf(ctx, before, learnt);
  return redecide(ctx, before, { facts, parties, reason: learnt.reason ?? null });
}

/** Facts and parties after what was learnt, without writing anything. */
export async function learntOf(ctx: Pick<Context, 'db'>, before: OwnershipCase, { facts, parties, otherRegistration }: LearntFact): Promise<{ facts: FactValues; parties: Parties }> {
  const matter = facts['matter'];
  const isTurned = typeof matter === 'string' && matter !== before.facts['matter'];
  const holder = before.ownerIds[0] ?? before.parties.receiver;
  const shifted: Parties = isTurned && about.has(matter) ? { ...before.parties, earlier: matter === 'afterDeal' ? holder : before.parties.receiver ?? holder } : before.parties;
  const other = otherRegistration === undefined ? undefined : await otherVisit(ctx, otherRegistration);
  if (!other) return { facts, parties: { ...shifted, ...parties } };
  if (matter === 'household' || matter === 'conflict') {
    const isEarlier = other.arrivedAt < before.openedAt;
    const mine = before.parties.receiver ?? holder;
    const pair = isEarlier ? { earlier: other.receiverId, receiver: mine } : { earlier: mine, receiver: other.receiverId };
    // Of conflicting registrations the earlier valid one counts (7.3): one that was never confirmed is none.
    const valid = matter === 'conflict' && isEarlier && !other.isConfirmed ? { earlier: mine, receiver: other.receiverId } : pair;
    return { facts, parties: { ...shifted, ...valid, ...parties } };
  }
  return {
    facts: { cameBefore: true, earlierRegisteredOn: other.isConfirmed ? other.arrivedOn : null, ...facts },
    parties: { ...shifted, earlier: other.receiverId, ...parties },
  };
}

interface OtherVisit { readonly arrivedAt: string; readonly arrivedOn: string; readonly receiverId: Id | null; readonly isConfirmed: boolean }

async function otherVisit(ctx: Pick<Context, 'db'>, id: Id): Promise<OtherVisit> {
  const row = await ctx.db.maybe<OtherVisit>(sql`
    SELECT arrived_at AS "arrivedAt", arrived_on::text AS "arrivedOn", receiver_id AS "receiverId", (status = 'confirmed') AS "isConfirmed"
    FROM visit_registration WHERE id = ${id} AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  return { ...row, arrivedAt: isoTime(row.arrivedAt) };
}
