import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Context } from '#platform/context/context.ts';
import { type AttemptKind, forgetAfterHours, waitSeconds } from '../../rules/lockout.ts';
import { type BaseServices, ownAction } from '../own-action.ts';

/** One try that has been counted before it is known whether it is right, so that parallel tries cannot slip through. */
export interface Attempt {
  readonly buckets: readonly Bucket[];
}

interface Bucket {
  readonly name: string;
  readonly kind: AttemptKind;
}

export interface AttemptFacts {
  /** The username as typed; unknown ones count just the same (SEC-4). */
  readonly account: string;
  /** The account signed in from this address not long ago. */
  readonly isKnownOrigin: boolean;
}

const accountKey = (ctx: Context, account: string): string => ctx.secrets.blindIndex(account.toLowerCase(), 'attempt');

/** Counts the try; throws `auth.locked` with the seconds to wait, and then counts nothing. */
export function beginAttempt(services: BaseServices, ctx: Context, facts: AttemptFacts): Promise<Attempt> {
  const key = accountKey(ctx, facts.account);
  const ip = ctx.ip ?? 'none';
  const buckets: Bucket[] = [{ name: `pair:${key}:${ip}`, kind: 'pair' }];
  if (!facts.isKnownOrigin) buckets.push({ name: `account:${key}`, kind: 'account' }, { name: `address:${ip}`, kind: 'address' });
  return countAttempt(services, ctx, buckets);
}

/** Counts a try at something that belongs to no account (the set-up secret, a key), by address. */
export const beginAddressAttempt = (services: BaseServices, ctx: Context, purpose: string): Promise<Attempt> =>
  countAttempt(services, ctx, [{ name: `${purpose}:${ctx.ip ?? 'none'}`, kind: 'pair' }]);

function countAttempt(services: BaseServices, ctx: Context, buckets: readonly Bucket[]): Promise<Attempt> {
  return ownAction(services, ctx, async (tx) => {
    const now = tx.now.toISOString();
    const forgotten = new Date(tx.now.getTime() - forgetAfterHours * 3_600_000).toISOString();
    const names = buckets.map((bucket) => bucket.name).sort();
    const rows = await tx.db.rows<{ bucket: string; failures: number }>(sql`
      INSERT INTO attempt (bucket, failures, first_at, last_at)
      SELECT bucket, 1, ${now}::timestamptz, ${now}::timestamptz FROM unnest(${names}::text[]) AS bucket ORDER BY bucket
      ON CONFLICT (bucket) DO UPDATE SET last_at = excluded.last_at, blocked_until = NULL,
        failures = CASE WHEN attempt.last_at < ${forgotten} THEN 1 ELSE attempt.failures + 1 END
      WHERE attempt.blocked_until IS NULL OR attempt.blocked_until <= ${now}
      RETURNING bucket, failures`);
    if (rows.length < names.length) throw fail('auth.locked', { seconds: await secondsLeft(tx, names) });
    for (const { bucket, failures } of rows) {
      const kind = buckets.find((one) => one.name === bucket)?.kind ?? 'pair';
      const seconds = waitSeconds(kind, failures);
      if (seconds > 0) {
        const until = new Date(tx.now.getTime() + seconds * 1000).toISOString();
        await tx.db.run(sql`UPDATE attempt SET blocked_until = ${until} WHERE bucket = ${bucket}`);
      }
    }
    return { buckets };
  });
}

async function secondsLeft(ctx: Context, names: readonly string[]): Promise<number> {
  const row = await ctx.db.one<{ until: string | null }>(
    sql`SELECT max(blocked_until) AS until FROM attempt WHERE bucket = ANY(${names}::text[])`);
  const left = row.until === null ? 0 : new Date(row.until).getTime() - ctx.now.getTime();
  return Math.max(1, Math.ceil(left / 1000));
}

/** The try was right in part (a second factor is still missing): neither failure nor success. */
export async function withdrawAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  const names = attempt.buckets.map((bucket) => bucket.name);
  await ctx.db.run(sql`
    UPDATE attempt SET failures = greatest(failures - 1, 0), blocked_until = NULL WHERE bucket = ANY(${names}::text[])`);
}

/** The try was right: the account's counters end. The address keeps its other failures, or one's own account would clear it. */
export async function forgiveAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  await withdrawAttempt(ctx, attempt);
  const own = attempt.buckets.filter((bucket) => bucket.kind !== 'address').map((bucket) => bucket.name);
  await ctx.db.run(sql`DELETE FROM attempt WHERE bucket = ANY(${own}::text[])`);
}

/** An administrator lets an account in again (reset of its password). */
export async function unlockAccount(ctx: Context, username: string): Promise<void> {
  const key = accountKey(ctx, username);
  await ctx.db.run(sql`
    DELETE FROM attempt WHERE bucket = ${`account:${key}`} OR starts_with(bucket, ${`pair:${key}:`})`);
}
