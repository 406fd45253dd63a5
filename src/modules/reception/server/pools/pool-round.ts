import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { decide } from '#meta/decisions/decide.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { type PolicyInForce, policyInForce } from '#platform/decisions/policy-versions.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { type Standing, standings } from './customer-standing.ts';
import { releaseCustomer } from './release-customer.ts';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Verdict { readonly isReleased: boolean; readonly warnDays: number }

/** What the policy says of these facts; a pack without the policy keeps everybody. */
function verdictOf(policy: PolicyInForce | undefined, facts: FactValues): Verdict {
  const decision = policy && decide(policy.compiled, facts);
  if (decision?.status !== 'decided') return { isReleased: false, warnDays: 0 };
  return { isReleased: decision.results['release'] === true, warnDays: Number(decision.results['warnDays'] ?? 0) };
}

const inDays = (facts: FactValues, days: number): FactValues => ({
  ...facts, daysWithoutReached: Number(facts['daysWithoutReached']) + days, daysWithoutDeal: Number(facts['daysWithoutDeal']) + days,
  contractEndedDays: facts['contractEndedDays'] === null ? null : Number(facts['contractEndedDays']) + days,
});

/**
 * Goes once through everybody who could go to a pool (UX-18): notes new owners, warns those whose time runs out, takes
 * warnings back, releases those whose warning is over. One transaction a release; after a crash or a jump of the clock
 * it may simply run again. Answers how many were released and warned.
 */
export async function runPoolRound(services: Services, signal?: AbortSignal): Promise<{ released: number; warned: number }> {
  const now = services.clock();
  const policies = new Map<string, PolicyInForce | undefined>();
  const done = { released: 0, warned: 0 };
  let after: Id | undefined = FIRST;
  while (after !== undefined) {
    if (signal?.aborted === true) break;
    const batch: Standing[] = await standings(services.database, now, services.timeZone, { after, limit: BATCH });
    for (const { pack } of batch) if (!policies.has(pack)) policies.set(pack, await policyInForce(services.database, `${pack}.poolRelease`, now));
    await noteHoldings(services, batch);
    const { warn, clear, release } = sortOut(batch, policies, localDate(now, services.timeZone));
    await saveWarnings(services, warn, clear);
    done.warned += warn.length;
    for (const each of release) {
      const isReleased = await runAction(services, { actor: systemActor(services) }, (ctx) => releaseCustomer(ctx, { customerId: each.id, ownerId: each.ownerId, timeZone: services.timeZone }))
        .catch((error: unknown) => {
          services.log.warn({ err: error, customer: each.id }, 'a customer was not moved to the pool');
          return false;
        });
      if (isReleased) done.released += 1;
    }
    const last = batch.at(-1);
    after = batch.length < BATCH ? undefined : last?.id;
  }
  return done;
}

interface Warning { readonly id: Id; readonly owner: Id; readonly on: string }

function sortOut(batch: readonly Standing[], policies: ReadonlyMap<string, PolicyInForce | undefined>, today: string) {
  const warn: Warning[] = [];
  const clear: Id[] = [];
  const release: Standing[] = [];
  for (const each of batch) {
    const policy = policies.get(each.pack);
    const now = verdictOf(policy, each.facts);
    const isNear = now.isReleased || verdictOf(policy, inDays(each.facts, now.warnDays)).isReleased;
    if (!isNear) {
      if (each.releaseOn !== null) clear.push(each.id);
    } else if (now.isReleased && (now.warnDays === 0 || (each.releaseOn !== null && each.releaseOn <= today))) release.push(each);
    else if (each.releaseOn === null) warn.push({ id: each.id, owner: each.ownerId, on: addDays(today, now.warnDays) });
  }
  return { warn, clear, release };
}

async function saveWarnings({ database, clock }: Services, warn: readonly Warning[], clear: readonly Id[]): Promise<void> {
  if (warn.length > 0) {
    await database.run(sql`
      INSERT INTO pool_warning (customer_id, owner_id, warned_at, release_on)
      SELECT w.id, w.owner, ${clock().toISOString()}, w."on" FROM json_to_recordset(${JSON.stringify(warn)}::json) AS w (id uuid, owner uuid, "on" date)
      ON CONFLICT (customer_id) DO UPDATE SET owner_id = excluded.owner_id, warned_at = excluded.warned_at, release_on = excluded.release_on`);
  }
  if (clear.length > 0) await database.run(sql`DELETE FROM pool_warning WHERE customer_id = ANY(${[...clear]}::uuid[])`);
}

async function noteHoldings({ database }: Services, batch: readonly Standing[]): Promise<void> {
  const fresh = batch.filter((each) => each.isHoldingNew).map(({ id, ownerId, since }) => ({ id, owner: ownerId, since }));
  if (fresh.length === 0) return;
  await database.run(sql`
    INSERT INTO customer_holding (customer_id, owner_id, since)
    SELECT n.id, n.owner, n.since FROM json_to_recordset(${JSON.stringify(fresh)}::json) AS n (id uuid, owner uuid, since timestamptz)
    ON CONFLICT (customer_id) DO UPDATE SET owner_id = excluded.owner_id, since = excluded.since`);
}
