import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Context, WriteStep } from '#platform/context/context.ts';
import { inOrder } from '#platform/db/database.ts';
import type { DuplicateFacts } from '../../rules/duplicate-match.ts';
import { factsOf, matchingFields } from './duplicate-facts.ts';
import { duplicateScoreHeld, findDuplicates } from './find-duplicates.ts';
import { presentDuplicates } from './present-duplicates.ts';

/**
 * Refuses a customer that exists already (CU-10), with the candidates in the problem. The same USCC or identity number
 * passes only when accepted by a person who may merge customers; likeness passes when accepted. Answers columns to write.
 */
export async function guardDuplicates(step: WriteStep): Promise<Readonly<Record<string, unknown>>> {
  const { ctx, before, values } = step;
  if (!matchingFields.some((key) => key in values)) return {};
  const facts = factsOf({ ...before?.values, ...values });
  // One behind the other without waiting: the search starts, with a view of its own, once the turn has come.
  const [, found] = await inOrder(takeTurns(ctx, facts), findDuplicates(ctx.db, facts, {
    exceptId: before?.id, ...(before && { before: factsOf(before.values) }),
  }));
  const isAccepted = step.isDuplicateAccepted === true;
  const exact = found.filter(({ isExact }) => isExact);
  const mayOverride = ctx.actor.grants.get('customer')?.has('merge') === true;
  const isHeld = exact.length > 0 ? !(isAccepted && mayOverride) : !isAccepted && found.some(({ score }) => score >= duplicateScoreHeld);
  if (isHeld) {
    const path = exact.some(({ reasons }) => reasons.some(({ code }) => code === 'uscc')) ? 'uscc' : 'idNumber';
    const issues = exact.length > 0 && path in values ? [{ path, code: 'same-identity' }] : [];
    const extra = { candidates: await presentDuplicates(ctx, found), canOverride: exact.length === 0 || mayOverride };
    throw fail('record.duplicate', {}, issues, extra);
  }
  const isIdentityNew = 'uscc' in values || 'idNumber' in values;
  return isIdentityNew ? { is_accepted_duplicate: exact.length > 0 } : {};
}

/**
 * Two people who create the same customer at the same instant go one after the other, so that the second sees the
 * first (CU-10). In a fixed order, so that they never wait for each other; held until the end of the transaction.
 * From here on the transaction keeps its plans: left to itself, PostgreSQL plans the search anew each time, which costs
 * five times what running it does (PL-70); whatever comes after it goes by ids.
 */
async function takeTurns(ctx: Context, facts: DuplicateFacts): Promise<void> {
  const keys = [facts.nameKey === '' ? '' : `name:${facts.kind}:${facts.nameKey}`, ...facts.phones.map((phone) => `phone:${phone}`)];
  const sorted = keys.filter((key) => key !== '').toSorted();
  if (sorted.length === 0) return;
  await ctx.db.run(sql`
    SELECT set_config('plan_cache_mode', 'force_generic_plan', true), pg_advisory_xact_lock(hashtextextended(k.key, 7)) FROM unnest(${sorted}::text[]) WITH ORDINALITY AS k (key, n) ORDER BY k.n`);
}
