import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addMonths, localDate } from '#kernel/period.ts';
import type { WriteStep } from '#platform/context/context.ts';
import type { Db } from '#platform/db/database.ts';
import { type Completeness, completeness, isEmpty } from '../../rules/completeness.ts';
import { type Requirements, readRequirements, requiredOf } from './requirements.ts';

export type Verified = Readonly<Record<string, string>>;

/** The score of one customer and the last day on which it holds; null when time changes nothing. */
export interface Assessment extends Completeness {
  readonly until: string | null;
}

/** Values are stored ones by field key, `verified` instants by field, `today` the company's date. */
export function assess(requirements: Requirements, values: Readonly<Record<string, unknown>>, verified: Verified, today: string): Assessment {
  const required = requiredOf(requirements, values.kind);
  const result = completeness(required, values, verified, today);
  const ends = required
    .filter(({ field, verifiedWithinMonths }) => verifiedWithinMonths !== undefined && !isEmpty(values[field]) && verified[field] !== undefined)
    .map(({ field, verifiedWithinMonths = 0 }) => addMonths((verified[field] ?? '').slice(0, 10), verifiedWithinMonths))
    .filter((end) => end >= today);
  return { ...result, until: ends.toSorted()[0] ?? null };
}

export const columnsOf = (requirements: Requirements, { score, until }: Assessment) =>
  ({ completeness: score, completeness_rules: requirements.version, completeness_until: until });

export async function readVerified(db: Db, id: Id): Promise<Verified> {
  const row = await db.maybe<{ verified: Verified }>(sql`SELECT verified FROM customer WHERE id = ${id}`);
  return row?.verified ?? {};
}

/** Keeps the score up with every write (CU-13). A field that changed is no longer verified. */
export async function completenessColumns(step: WriteStep, after: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  const { ctx, before, values } = step;
  const requirements = await readRequirements(ctx.db);
  const earlier = before === undefined ? {} : await readVerified(ctx.db, step.id);
  const verified = Object.fromEntries(Object.entries(earlier).filter(([field]) => !(field in values)));
  const assessed = assess(requirements, after, verified, localDate(ctx.now, ctx.timeZone));
  const isUnverified = Object.keys(verified).length < Object.keys(earlier).length;
  return { ...columnsOf(requirements, assessed), ...(isUnverified && { verified: JSON.stringify(verified) }) };
}
