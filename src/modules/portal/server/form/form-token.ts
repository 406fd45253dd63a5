import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '#platform/context/context.ts';
import { isProof } from '../../rules/proof-of-work.ts';

/** Leading bits: some tens of thousands of hashes, a second of a telephone. */
export const PROOF_BITS = 14;
const SOONEST_MS = 3_000;
const LATEST_MS = 2 * 3_600_000;

const sign = (ctx: Pick<Context, 'secrets'>, text: string): string => ctx.secrets.blindIndex(text, 'portal-form');

/** `<milliseconds>.<nonce>.<signature>`: says when the form was opened, and stands for one message at most. */
export function makeFormToken(ctx: Pick<Context, 'secrets' | 'now'>): string {
  const text = `${ctx.now.getTime().toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${text}.${sign(ctx, text)}`;
}

/** What is wrong with a token and its proof; `nonce` when nothing is. Not earlier than 3 seconds after it was made, not later than 2 hours. */
export function readFormToken(
  ctx: Pick<Context, 'secrets' | 'now'>, token: string, counter: number,
): { readonly nonce: string } | { readonly wrong: 'forged' | 'early' | 'late' | 'proof' } {
  const [made = '', nonce = '', signature = ''] = token.split('.');
  const right = Buffer.from(sign(ctx, `${made}.${nonce}`));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { wrong: 'forged' };
  const age = ctx.now.getTime() - Number.parseInt(made, 36);
  if (age > LATEST_MS) return { wrong: 'late' };
  if (age < SOONEST_MS) return { wrong: 'early' };
  return isProof(token, counter, PROOF_BITS) ? { nonce } : { wrong: 'proof' };
}
