import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Secrets } from '#platform/secrets/secrets.ts';

const COOKIE = 'zhike_session';
// A page of a neighbouring subdomain cannot plant a cookie with this prefix (SEC-7).
const SECURE_COOKIE = `__Host-${COOKIE}`;
const KEY_PREFIX = 'zk_';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export type Token = { readonly kind: 'session' | 'api-key'; readonly text: string };

/** 256 bits, known to the browser only; the database has its hash. */
export const makeSessionToken = (): string => randomBytes(32).toString('base64url');

/** `zk_` and 32 random bytes in base62. */
export function makeApiKey(): string {
  let rest = BigInt(`0x${randomBytes(32).toString('hex')}`);
  let text = '';
  for (let i = 0; i < 43; i += 1) {
    text = `${BASE62[Number(rest % 62n)] ?? ''}${text}`;
    rest /= 62n;
  }
  return `${KEY_PREFIX}${text}`;
}

export const hashToken = (secrets: Secrets, token: Token): string => secrets.blindIndex(token.text, token.kind);

const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https';

/**
 * What the request shows. With an Authorization header the cookie does not count: such a request skips the check of
 * its origin (SEC-20).
 */
export function readToken(request: FastifyRequest): Token | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const text = /^Bearer (zk_[0-9A-Za-z]{43})$/.exec(header)?.[1];
    return text === undefined ? undefined : { kind: 'api-key', text };
  }
  const text = request.cookies[isSecure(request) ? SECURE_COOKIE : COOKIE];
  return text !== undefined && /^[\w-]{43}$/.test(text) ? { kind: 'session', text } : undefined;
}

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, expires: Date): void {
  const secure = isSecure(request);
  void reply.setCookie(secure ? SECURE_COOKIE : COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  const secure = isSecure(request);
  void reply.clearCookie(secure ? SECURE_COOKIE : COOKIE, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
