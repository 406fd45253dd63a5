import { randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { networkOf, takeLimit } from '../take-limit.ts';

export const CODE_JOB = 'portal.code';
export const CODE_MINUTES = 10;
const PER_ADDRESS = [{ name: 'code-address', max: 5, seconds: 900 }, { name: 'code-address-day', max: 20, seconds: 86_400 }];
const PER_NETWORK = { name: 'code-network', max: 20, seconds: 900 };

export const plainEmail = (text: string): string => text.trim().toLowerCase();

export const challengeHash = (ctx: Pick<Context, 'secrets'>, challenge: string): string => ctx.secrets.blindIndex(challenge, 'portal-challenge');

/**
 * Asks for a code (SE-31). Whether the address is known is looked up later, by the job that sends the mail: the answer and
 * its time are the same for all (SEC-4). The challenge stays in the browser that asked: without it a code is worth nothing.
 * Errors: request.too-many.
 */
export async function askCode(services: Pick<Services, 'jobs'>, ctx: Context, email: string): Promise<{ readonly challenge: string }> {
  const address = plainEmail(email);
  await takeLimit(ctx, PER_NETWORK, networkOf(ctx.ip));
  for (const limit of PER_ADDRESS) await takeLimit(ctx, limit, address);
  const challenge = randomBytes(24).toString('base64url');
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`portal-code:${address}`}, 0))`);
  await ctx.db.run(sql`UPDATE portal_code SET is_live = false WHERE email = ${address} AND is_live`);
  await ctx.db.run(sql`
    INSERT INTO portal_code (id, email, challenge_hash, locale, created_at, expires_at)
    VALUES (${id}, ${address}, ${challengeHash(ctx, challenge)}, ${ctx.locale}, ${now}, ${new Date(ctx.now.getTime() + CODE_MINUTES * 60_000).toISOString()})`);
  await services.jobs.enqueue(ctx, CODE_JOB, { code: id });
  return { challenge };
}
