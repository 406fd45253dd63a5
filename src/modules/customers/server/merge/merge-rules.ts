import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { isSameJson } from '#kernel/json.ts';
import { localDate } from '#kernel/period.ts';
import type { Field } from '#meta/field.ts';
import { plainText } from '#meta/fields/field-type.ts';
import type { Changes } from '#platform/audit/write-audit.ts';
import type { Context, FullRecord } from '#platform/context/context.ts';
import { loadFull } from '#platform/records/get-record.ts';
import type { MergeRules, MergeSource } from '#platform/records/merge/merge-records.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { type SurvivorChoice, mergeValues } from '../../rules/merge-values.ts';
import { type Verified, assess, columnsOf } from '../quality/completeness-columns.ts';
import { readRequirements } from '../quality/requirements.ts';

/** Whose they are is a decision, not a matter of which record is newer: the survivor's unless it has none. */
const KEPT = ['owner', 'stage', 'lostReason', 'kind', 'name', 'isPrimary'];

/** `kept`: the survivor's, whichever is newer. */
export type MergeProposal = Omit<SurvivorChoice, 'why'> & { readonly why: SurvivorChoice['why'] | 'kept' };

/** What the rule of CU-11 proposes for these fields, with the reason for each. */
export function proposeValues(
  fields: readonly Field[], survivor: FullRecord, loser: FullRecord, verified: readonly [Verified, Verified],
): MergeProposal[] {
  const side = (record: FullRecord, verifiedAt: Verified) => ({ values: record.values, verifiedAt, updatedAt: plainText(record.values.updatedAt) });
  return mergeValues(fields.map(({ key }) => key), side(survivor, verified[0]), side(loser, verified[1])).map((choice) => {
    const isKept = KEPT.includes(choice.field) && (choice.why === 'newer' || choice.why === 'verified');
    return isKept ? { ...choice, why: 'kept' as const, from: 'survivor' as const, value: survivor.values[choice.field] ?? null } : choice;
  });
}

const sourcesOf = (choices: readonly MergeProposal[]): Map<string, MergeSource> => new Map(choices.map(({ field, from }) => [field, from]));

interface Carried { stage: string; lostReason: string | null; stageChangedAt: string | null; lastContactAt: string | null; verified: Verified }

const readCarried = (ctx: Pick<Context, 'db'>, id: Id) => ctx.db.one<Carried>(sql`
  SELECT stage, lost_reason AS "lostReason", stage_changed_at AS "stageChangedAt", last_contact_at AS "lastContactAt", verified
  FROM customer WHERE id = ${id}`);

/** When each field of both was verified. */
export async function verifiedOfBoth(ctx: Pick<Context, 'db'>, survivor: Id, loser: Id): Promise<[Verified, Verified]> {
  const rows = await ctx.db.rows<{ id: Id; verified: Verified }>(sql`SELECT id, verified FROM customer WHERE id IN (${survivor}, ${loser})`);
  const of = (id: Id) => rows.find((row) => row.id === id)?.verified ?? {};
  return [of(survivor), of(loser)];
}

async function writeCarried(ctx: Context, id: Id, next: Carried): Promise<void> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  const requirements = await readRequirements(ctx.db);
  const [record] = await loadFull(ctx, def, [id]);
  const score = columnsOf(requirements, assess(requirements, record?.values ?? {}, next.verified, localDate(ctx.now, ctx.timeZone)));
  await ctx.db.run(sql`
    UPDATE customer SET stage = ${next.stage}, lost_reason = ${next.lostReason}, stage_changed_at = ${next.stageChangedAt},
      last_contact_at = ${next.lastContactAt}, verified = ${JSON.stringify(next.verified)}, completeness = ${score.completeness},
      completeness_rules = ${score.completeness_rules}, completeness_until = ${score.completeness_until}
    WHERE id = ${id}`);
}

/** Merging two customers: stage, last contact and checks go with what they belong to. */
export const customerMergeRules: MergeRules = {
  ownFields: ['stage', 'lostReason'],
  check: (survivor, loser) => {
    if (survivor.values.kind !== loser.values.kind) throw fail('record.invalid', { count: 1 }, [{ path: 'loser', code: 'other-kind' }]);
  },
  propose: async (ctx, fields, survivor, loser) =>
    sourcesOf(proposeValues(fields, survivor, loser, await verifiedOfBoth(ctx, survivor.id, loser.id))),
  carry: async (ctx, survivorId, loserId, sources) => {
    const [survivor, loser] = [await readCarried(ctx, survivorId), await readCarried(ctx, loserId)];
    const isLoserStage = sources.get('stage') === 'loser';
    const { stage, lostReason, stageChangedAt } = isLoserStage ? loser : survivor;
    const checks = Object.entries(loser.verified).filter(([field]) => sources.get(field) === 'loser');
    const next: Carried = {
      stage, lostReason, stageChangedAt, lastContactAt: later(survivor.lastContactAt, loser.lastContactAt),
      verified: { ...survivor.verified, ...Object.fromEntries(checks) },
    };
    await writeCarried(ctx, survivorId, next);
    const keys = ['stage', 'lostReason', 'stageChangedAt', 'lastContactAt', 'verified'] as const;
    return Object.fromEntries(keys.filter((key) => !isSameJson(survivor[key], next[key])).map((key) => [key, [survivor[key], next[key]] as const]));
  },
  uncarry: async (ctx, survivorId, carried) => {
    const now = await readCarried(ctx, survivorId);
    await writeCarried(ctx, survivorId, {
      stage: former(carried, 'stage', now.stage), lostReason: former(carried, 'lostReason', now.lostReason),
      stageChangedAt: former(carried, 'stageChangedAt', now.stageChangedAt), lastContactAt: former(carried, 'lastContactAt', now.lastContactAt),
      verified: former(carried, 'verified', now.verified),
    });
  },
};

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && Date.parse(b) > Date.parse(a)) ? b : a);

/** What it was before the merge, if nobody changed it since. */
function former<K extends keyof Carried>(carried: Changes, key: K, current: Carried[K]): Carried[K] {
  const [from, to] = carried[key] ?? [undefined, undefined];
  return carried[key] !== undefined && isSameJson(to, current) ? (from as Carried[K]) : current;
}

/** Merging two contacts of one customer: only the fields. */
export const contactMergeRules: MergeRules = {
  check: (survivor, loser) => {
    if (survivor.values.customer !== loser.values.customer) throw fail('record.invalid', { count: 1 }, [{ path: 'loser', code: 'other-customer' }]);
  },
  propose: (_ctx, fields, survivor, loser) => Promise.resolve(sourcesOf(proposeValues(fields, survivor, loser, [{}, {}]))),
};
