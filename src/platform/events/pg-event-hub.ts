import pg from 'pg';
import type { Announcement, EventHub } from './event-hub.ts';

const CHANNEL = 'zhike_announcement';
const BATCH_MS = 20;
// NOTIFY carries at most 8000 bytes.
const MAX_BYTES = 7_000;

interface Envelope {
  readonly from: string;
  readonly items: readonly Announcement[];
}

/**
 * Local listeners hear at once; other processes by NOTIFY on a connection of its own, in batches, outside every
 * transaction, because NOTIFY inside one makes all commits queue. When the line was broken, every cache is
 * invalidated on its return, since announcements may have been missed.
 */
export function openEventHub(options: { url: string; processId: string; onError: (error: Error) => void }): EventHub {
  const listeners = new Set<(announcement: Announcement) => void>();
  let pending: Announcement[] = [];
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let isClosed = false;

  const tellLocal = (announcement: Announcement) => listeners.forEach((hear) => hear(announcement));

  const flush = () => {
    timer = undefined;
    const items = pending;
    pending = [];
    if (items.length === 0) return;
    const texts = inParts(items).map((part) => JSON.stringify({ from: options.processId, items: part } satisfies Envelope));
    client?.query('SELECT pg_notify($1, t.text) FROM unnest($2::text[]) AS t (text)', [CHANNEL, texts]).catch(options.onError);
  };

  const connect = async (isAgain: boolean): Promise<void> => {
    const next = listener(options, tellLocal, () => {
      client = undefined;
      if (!isClosed) setTimeout(() => void connect(true), 500).unref();
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
      if (isAgain) for (const what of ['access', 'meta'] as const) tellLocal({ kind: 'invalidate', what });
    } catch (error) {
      options.onError(error instanceof Error ? error : new Error(String(error)));
    }
  };
  void connect(false);

  return {
    announce(announcement) {
      tellLocal(announcement);
      pending.push(announcement);
      timer ??= setTimeout(flush, BATCH_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      flush();
      await client?.end().catch(() => undefined);
    },
  };
}

/** A connection of its own that passes on what other processes announce. */
function listener(
  options: { url: string; processId: string; onError: (error: Error) => void }, tell: (announcement: Announcement) => void, onEnd: () => void,
): pg.Client {
  // Pipelined, as the next batch may be due before the last one is through.
  const client = new pg.Client({ connectionString: options.url, application_name: 'zhike-events', keepAlive: true, pipeline: true });
  client.on('error', options.onError);
  client.on('end', onEnd);
  client.on('notification', (message) => {
    const envelope = JSON.parse(message.payload ?? '{"from":"","items":[]}') as Envelope;
    if (envelope.from !== options.processId) envelope.items.forEach(tell);
  });
  return client;
}

function inParts(items: readonly Announcement[]): Announcement[][] {
  const parts: Announcement[][] = [];
  let part: Announcement[] = [];
  let size = 0;
  for (const item of items.flatMap(splitRecords)) {
    const bytes = JSON.stringify(item).length;
    if (part.length > 0 && size + bytes > MAX_BYTES) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(item);
    size += bytes;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

function splitRecords(item: Announcement): Announcement[] {
  if (item.kind !== 'records' || item.events.length <= 25) return [item];
  const count = Math.ceil(item.events.length / 25);
  return Array.from({ length: count }, (_, i) => ({ kind: 'records', events: item.events.slice(i * 25, i * 25 + 25) }));
}
