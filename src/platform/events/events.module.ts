import type { ServerModule } from '../modules/server-module.ts';
import { type Route, defineRoute } from '../http/route.ts';
import type { Services } from '../runtime/services.ts';
import { EventStreams } from './event-streams.ts';

const open = new Set<EventStreams>();

const eventRoutes = (services: Services): readonly Route[] => {
  const streams = new EventStreams(services);
  open.add(streams);
  return [
    defineRoute({
      method: 'GET', path: '/events', access: 'signed-in', kind: 'query', tag: 'events', summary: 'Server-sent events of what the caller may see', isHijacked: true,
      handle: async (ctx, { request, reply }) => {
        streams.requireRoom(ctx.actor);
        reply.hijack();
        for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
        // Closed with its end: a kept connection would hold up the stop of the server.
        reply.raw.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close',
        });
        reply.raw.write('retry: 3000\n\n');
        streams.add(request, reply.raw, ctx.actor);
        return Promise.resolve();
      },
    }),
  ];
};

/** Live updates (PL-23). The streams end before the server closes, which would otherwise wait for them for ever. */
export const eventsModule: ServerModule = {
  name: 'events',
  routes: eventRoutes,
  beforeClose: () => {
    for (const streams of open) streams.close();
    open.clear();
    return Promise.resolve();
  },
};
