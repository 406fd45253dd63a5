import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '#kernel/failure.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses state changes that another site's page caused (SEC-20). Keys in a header cannot be sent by a foreign page. */
export function refuseCrossSite(request: FastifyRequest): void {
  if (SAFE.has(request.method) || request.headers.authorization !== undefined) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw fail('request.cross-site');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  let host: string;
  try {
    host = new URL(origin).host;
  } catch {
    throw fail('request.cross-site');
  }
  if (host !== request.host) throw fail('request.cross-site');
}

/** What a page may load and who may frame it. `frameAncestors`: origins, none when absent. */
export const contentPolicy = (frameAncestors = "'none'"): string => [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  `frame-ancestors ${frameAncestors}`,
].join('; ');

const CSP = contentPolicy();

/** On every answer, errors and files included (SEC-19). */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('content-security-policy', CSP);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'same-origin');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
  if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}
