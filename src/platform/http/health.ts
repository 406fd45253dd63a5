import type { FastifyInstance } from 'fastify';
import client from 'prom-client';
import sql from 'sql-template-tag';
import type { Services } from '../runtime/services.ts';

/** `/healthz`, `/readyz`, `/metrics` (PL-3): outside the API, without sign-in, and without any business value. */
export function healthRoutes(server: FastifyInstance, services: Services): void {
  const registry = new client.Registry();
  client.collectDefaultMetrics({ register: registry });
  const seconds = new client.Histogram({
    name: 'zhike_http_request_seconds', help: 'Time of requests', labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [registry],
  });
  const connections = new client.Gauge({
    name: 'zhike_database_connections', help: 'Connections of the pool', labelNames: ['state'], registers: [registry],
  });
  server.addHook('onResponse', (request, reply, done) => {
    seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await services.database.one(sql`SELECT 1`);
      if (!services.jobs.isReady()) return await reply.code(503).send({ status: 'not ready', part: 'jobs' });
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready' });
    }
  });
  server.get('/metrics', async (_request, reply) => {
    const { totalCount: total, idleCount: idle, waitingCount: waiting } = services.database.pool;
    for (const [state, count] of Object.entries({ total, idle, waiting })) connections.set({ state }, count);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
