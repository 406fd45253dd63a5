import { setTimeout as wait } from 'node:timers/promises';
import { type FailureCode, fail } from '#kernel/failure.ts';
import type { Actor } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { identityTexts } from '../../identity.texts.ts';
import { type Attempt, beginAttempt, forgiveAttempt, withdrawAttempt } from '../credentials/attempts.ts';
import { loadActor } from '../load-actor.ts';
import { isInNetworks } from '../credentials/networks.ts';
import { type BaseServices, dropActors, ownAction } from '../own-action.ts';
import { isPassword } from '../credentials/passwords.ts';
import { type Account, findAccountByUsername, normaliseUsername } from '../queries/find-account.ts';
import { spendSecondFactor } from '../credentials/totp.ts';
import { type NewSession, openSession, revokeSession } from './open-session.ts';

export interface SignInFacts {
  readonly username: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly agent: string | undefined;
  /** Who was signed in in this browser until now; that session ends. */
  readonly previous: Actor | undefined;
}

// A refusal leaves on the next multiple of this after the request came, whatever was looked up on the way.
const GRID_MS = 50;

/**
 * Checks username, password and second factor and opens a session (PL-21). Known and unknown names take the same steps
 * and the same time (SEC-4). Errors: auth.wrong-credentials, auth.locked, auth.second-factor-required,
 * auth.second-factor-wrong, auth.forbidden (network).
 */
export async function signIn(services: BaseServices, ctx: Context, facts: SignInFacts): Promise<NewSession> {
  const start = performance.now();
  try {
    return await checkAndAdmit(services, ctx, facts);
  } catch (error) {
    await wait(GRID_MS - ((performance.now() - start) % GRID_MS));
    throw error;
  }
}

async function checkAndAdmit(services: BaseServices, ctx: Context, facts: SignInFacts): Promise<NewSession> {
  const username = normaliseUsername(facts.username);
  const account = await findAccountByUsername(ctx, username);
  const attempt = await beginAttempt(services, ctx, { account: username, isKnownOrigin: account?.isKnownOrigin ?? false });
  const isRight = await isPassword(facts.password, account?.passwordHash);
  if (account === undefined || !isRight || !account.isActive) {
    throw await refusal(services, ctx, account, 'auth.wrong-credentials');
  }
  const loaded = await loadActor(services.database, ctx.registry, account.id, ctx.now);
  if (loaded === undefined) throw await refusal(services, ctx, account, 'auth.wrong-credentials');
  if (!isInNetworks(ctx.ip, loaded.networks)) {
    const right = identityTexts.t(ctx.locale, 'rights.access.network');
    throw await refusal(services, ctx, account, 'auth.forbidden', { right });
  }
  if (account.totpCipher !== null && (facts.code ?? '').trim() === '') {
    await ownAction(services, ctx, (tx) => withdrawAttempt(tx, attempt));
    throw fail('auth.second-factor-required');
  }
  const session = await ownAction(services, ctx, (tx) => admit(services, tx, account, attempt, facts), loaded.actor);
  if (session === undefined) throw await refusal(services, ctx, account, 'auth.second-factor-wrong');
  return session;
}

async function admit(
  services: BaseServices, tx: Context, account: Account, attempt: Attempt, facts: SignInFacts,
): Promise<NewSession | undefined> {
  const needsCode = account.totpCipher !== null;
  const factor = needsCode ? await spendSecondFactor(tx, account, facts.code ?? '') : undefined;
  if (needsCode && factor === undefined) return undefined;
  await forgiveAttempt(tx, attempt);
  const { previous } = facts;
  if (previous?.sessionId !== undefined && (await revokeSession(tx, previous.userId, previous.sessionId))) {
    dropActors(services, tx);
  }
  const session = await openSession(tx, account.id, facts.agent);
  await writeAudit(tx, [{
    action: 'sign-in', object: 'session', recordId: account.id,
    detail: { session: session.id, agent: facts.agent?.slice(0, 300) ?? null, ...(factor && { secondFactor: factor }) },
  }]);
  return session;
}

/** Remembers the refused try. An unknown name is not written down: people type passwords into that field (SEC-26). */
async function refusal(
  services: BaseServices, ctx: Context, account: Account | undefined, code: FailureCode, params = {},
): Promise<Error> {
  await ownAction(services, ctx, (tx) => writeAudit(tx, [{
    action: 'sign-in', object: 'session', isOk: false,
    ...(account && { recordId: account.id }),
    detail: { reason: account === undefined ? 'unknown-username' : account.isActive ? code : 'disabled' },
  }]));
  return fail(code, params);
}
