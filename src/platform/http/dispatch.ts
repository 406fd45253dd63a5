import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Locale } from '#kernel/texts.ts';
import { requireAccess } from '../access/require-access.ts';
import type { Actor } from '../context/actor.ts';
import type { Context } from '../context/context.ts';
import { type ContextOptions, runAction, runQuery, systemActor } from '../runtime/make-context.ts';
import type { Services } from '../runtime/services.ts';
import { claimKey, hashRequest, storeAnswer } from './idempotency.ts';
import { RawJson, type Route, type RouteInput } from './route.ts';

const KEY = z.string().min(8).max(200);

/** The language asked for: the person's own, else the browser's. */
export function localeOf(request: FastifyRequest, actor: Actor | undefined, fallback: Locale): Locale {
  const wanted = request.headers['accept-language'];
  if (actor?.kind === 'user') return actor.locale;
  if (wanted === undefined) return actor?.locale ?? fallback;
  return /^\s*(zh|\*)/i.test(wanted) ? 'zh-CN' : /^\s*en/i.test(wanted) ? 'en' : fallback;
}

/** The handler of one route: who, may they, is the input right, run, answer. */
export function dispatch(services: Services, route: Route, limitRate: (who: string, nowMs: number) => void) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await services.authenticate(request);
    request.actor = actor;
    limitRate(actor?.userId ?? request.ip, services.clock().getTime());
    if (actor === undefined && route.access !== 'public') throw fail('auth.required');
    const known = actor ?? systemLess(services, request);
    requireAccess(known, route, services.clock());
    // Signing in is no action and stays possible: somebody must be able to look (REL-5).
    if ((route.kind === 'action' || route.isUpload === true) && services.isDiskLow()) throw fail('system.disk-full');
    const options: ContextOptions = { actor: known, requestId: request.id, ip: request.ip, locale: localeOf(request, actor, services.defaultLocale) };
    const input = readInput(route, request, reply);
    const run = route.kind === 'action' ? runAction : runQuery;
    const result = await run(services, options, (ctx) => answerOnce(ctx, route, request, input));
    if (route.isHijacked === true || reply.sent) return reply;
    return sendResult(reply, route, result);
  };
}

interface Keyed {
  readonly stored: { readonly status: number; readonly text: string };
}

async function answerOnce(ctx: Context, route: Route, request: FastifyRequest, input: RouteInput<unknown, unknown, unknown>): Promise<unknown> {
  const header = request.headers['idempotency-key'];
  if (header === undefined || request.method !== 'POST' || route.kind !== 'action' || route.isUpload === true) {
    return route.handle(ctx, input);
  }
  const key = KEY.parse(header);
  const earlier = await claimKey(ctx, key, hashRequest(request.method, request.url, request.body));
  if (earlier !== undefined) return { stored: earlier } satisfies Keyed;
  const result = await route.handle(ctx, input);
  const text = result instanceof RawJson ? result.text : result === undefined ? '' : JSON.stringify(result);
  const stored = { status: (result instanceof RawJson ? result.status : undefined) ?? route.status ?? (result === undefined ? 204 : 200), text };
  await storeAnswer(ctx, key, stored);
  return { stored } satisfies Keyed;
}

const isKeyed = (value: unknown): value is Keyed => typeof value === 'object' && value !== null && 'stored' in value;

function sendResult(reply: FastifyReply, route: Route, result: unknown): FastifyReply {
  const json = 'application/json; charset=utf-8';
  if (isKeyed(result) && result.stored.text === '') return reply.code(result.stored.status).send();
  if (isKeyed(result)) return reply.code(result.stored.status).type(json).send(result.stored.text);
  if (result instanceof RawJson && result.status !== undefined) return reply.code(result.status).type('application/problem+json').send(result.text);
  if (result instanceof RawJson) return reply.code(route.status ?? 200).type(json).send(result.text);
  if (result === undefined) return reply.code(route.status ?? 204).send();
  return reply.code(route.status ?? 200).type(json).send(JSON.stringify(result));
}

function readInput(route: Route, request: FastifyRequest, reply: FastifyReply): RouteInput<unknown, unknown, unknown> {
  return {
    params: route.params ? route.params.parse(request.params) : request.params,
    query: route.query ? route.query.parse(request.query) : request.query,
    body: route.body ? route.body.parse(request.body ?? {}) : request.body,
    headers: request.headers,
    request,
    reply,
  };
}

/** Nobody in particular, for public routes: no grants, no rights. */
function systemLess(services: Services, request: FastifyRequest): Actor {
  const nobody = systemActor(services);
  const locale = localeOf(request, undefined, services.defaultLocale);
  return { ...nobody, locale, rights: new Set(), grants: new Map(), selves: [] };
}

