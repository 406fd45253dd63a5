import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { fail } from '#kernel/failure.ts';
import { newId } from '#kernel/ids.ts';
import type { Actor } from '../context/actor.ts';
import type { Services } from '../runtime/services.ts';
import { dispatch, localeOf } from './dispatch.ts';
import { refuseCrossSite, setSecurityHeaders } from './guards.ts';
import { sendProblem } from './problem.ts';
import { makeRateLimit } from './rate-limit.ts';
import type { Route } from './route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined;
  }
  interface FastifyContextConfig {
    route?: Route;
  }
}

export const API = '/api/v1';

export interface ServerOptions {
  readonly services: Services;
  readonly routes: readonly Route[];
  readonly trustedProxies: readonly string[];
  /** Requests a second per person; 0: no limit. */
  readonly rateLimit?: number;
}

/** The HTTP server with every route of every module. A route without access rule, or declared twice, ends the start. */
export function buildServer(options: ServerOptions): FastifyInstance {
  const { services } = options;
  const logger: FastifyBaseLogger = services.log;
  const server: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 500 },
  });
  server.decorateRequest('actor', undefined);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, server.getDefaultJsonParser('error', 'error'));
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  void server.register(cookie);
  // Hooks call back instead of being async: each promise costs a turn of the loop on every request.
  server.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(request, reply);
    reply.header('x-request-id', request.id);
    refuseCrossSite(request);
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  server.setErrorHandler((error, request, reply) =>
    sendProblem(error, request, reply, localeOf(request, request.actor, services.defaultLocale), services.log),
  );
  const limitRate = makeRateLimit(options.rateLimit ?? 0);
  for (const route of options.routes) addRoute(server, route, dispatch(services, route, limitRate));
  return server;
}

function addRoute(server: FastifyInstance, route: Route, handler: ReturnType<typeof dispatch>): void {
  if (route.access === undefined) throw new Error(`route ${route.method} ${route.path} does not say who may call it`);
  server.route({
    method: route.method,
    url: `${API}${route.path}`,
    config: { route },
    ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
    preValidation: (request, _reply, done) => {
      const isStream = request.headers['content-type'] === 'application/octet-stream';
      const isWrong = isStream !== (route.isUpload ?? false) && request.body !== undefined;
      done(isWrong ? fail('request.not-json') : undefined);
    },
    handler,
  });
}
