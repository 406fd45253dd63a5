import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '#platform/context/context.ts';
import { isProof } from '#kernel/proof-of-work.ts';

/** Leading bits: some tens of thousands of hashes, a second of a telephone. */
export const PROOF_BITS = 14;
const SOONEST_MS = 3_000;
const LATEST_MS = 2 * 3_600_000;

/** What a token was made for; one of another purpose counts as forged. */
export type ProofPurpose = 'portal-form' | 'chat-visitor';

const sign = (ctx: Pick<Context, 'secrets'>, purpose: ProofPurpose, text: string): string => ctx.secrets.blindIndex(text, purpose);

/** `<milliseconds>.<nonce>.<signature>`: says when the page was opened, and stands for one message or visitor at most. */
export function makeProofToken(ctx: Pick<Context, 'secrets' | 'now'>, purpose: ProofPurpose): string {
  const text = `${ctx.now.getTime().toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${text}.${sign(ctx, purpose, text)}`;
}

/**
 * What is wrong with a token and its proof; `nonce` when nothing is. Not earlier than `soonestMs` after it was made (3
 * seconds when absent: people do not fill a form faster), not later than 2 hours.
 */
export function readProofToken(
  ctx: Pick<Context, 'secrets' | 'now'>, purpose: ProofPurpose, { token, counter }: { readonly token: string; readonly counter: number }, soonestMs = SOONEST_MS,
): { readonly nonce: string } | { readonly wrong: 'forged' | 'early' | 'late' | 'proof' } {
  const [made = '', nonce = '', signature = ''] = token.split('.');
  const right = Buffer.from(sign(ctx, purpose, `${made}.${nonce}`));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { wrong: 'forged' };
  const age = ctx.now.getTime() - Number.parseInt(made, 36);
  if (age > LATEST_MS) return { wrong: 'late' };
  if (age < soonestMs) return { wrong: 'early' };
  return isProof(token, counter, PROOF_BITS) ? { nonce } : { wrong: 'proof' };
}
