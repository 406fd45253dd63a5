import { timingSafeEqual } from 'node:crypto';
import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { asHouse, openPortalSession } from '../portal-account.ts';
import { networkOf, takeLimit } from '../take-limit.ts';
import { challengeHash } from './ask-code.ts';

const TRIES = 5;
const PER_NETWORK = { name: 'try-network', max: 60, seconds: 900 };

interface CodeRow {
  readonly id: Id;
  readonly email: string;
  readonly locale: string;
  readonly codeHash: string | null;
}

export const codeHash = (ctx: Pick<Context, 'secrets'>, id: Id, code: string): string => ctx.secrets.blindIndex(`${id}:${code}`, 'portal-code');

const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Checks a code and opens a session. The try is counted and committed before it is looked at, so parallel tries cannot
 * slip through (SEC-3). Unknown addresses take the same steps. Errors: auth.second-factor-wrong, request.too-many.
 */
export async function checkCode(
  services: Services, ctx: Context, given: { readonly challenge: string; readonly code: string; readonly agent: string | undefined },
): Promise<{ readonly token: string; readonly expires: Date }> {
  const options = { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip, locale: ctx.locale };
  const row = await runAction(services, options, async (tx) => {
    await takeLimit(tx, PER_NETWORK, networkOf(ctx.ip));
    return tx.db.maybe<CodeRow>(sql`
      UPDATE portal_code SET tries = tries + 1
      WHERE challenge_hash = ${challengeHash(tx, given.challenge)} AND is_live AND used_at IS NULL AND tries < ${TRIES} AND expires_at > ${tx.now.toISOString()}
      RETURNING id, email, locale, code_hash AS "codeHash"`);
  });
  const isRight = isSame(codeHash(ctx, row?.id ?? '', given.code), row?.codeHash ?? '-'.repeat(43));
  if (!row || !isRight) throw fail('auth.second-factor-wrong');
  return runAction(services, options, (tx) => admit(services, tx, row, given.agent));
}

async function admit(services: Services, tx: Context, row: CodeRow, agent: string | undefined) {
  const now = tx.now.toISOString();
  const used = await tx.db.run(sql`UPDATE portal_code SET used_at = ${now}, is_live = false WHERE id = ${row.id} AND used_at IS NULL AND is_live`);
  if (used === 0) throw fail('auth.second-factor-wrong');
  const { id } = await tx.db.one<{ id: Id }>(sql`
    INSERT INTO portal_account (id, email, locale, created_at, last_signed_in_at) VALUES (${tx.newId()}, ${row.email}, ${row.locale}, ${now}, ${now})
    ON CONFLICT (email) DO UPDATE SET last_signed_in_at = excluded.last_signed_in_at, locale = excluded.locale RETURNING id`);
  await writeAudit(asHouse(services, tx, row.email), [{ action: 'sign-in', object: 'portalAccount', recordId: id, detail: { agent: agent?.slice(0, 300) ?? null } }]);
  return openPortalSession(tx, id, agent);
}
