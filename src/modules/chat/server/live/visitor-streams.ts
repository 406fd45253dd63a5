import type { ServerResponse } from 'node:http';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Services } from '#platform/runtime/services.ts';

const PER_VISITOR = 5;
const STREAMS = 5_000;
const BEAT_MS = 20_000;
/** A client that does not read is cut off; it comes back and reads everything anew. */
const MAX_WAITING_BYTES = 16 * 1024;

/**
 * The open streams of visitors. What goes over the line says only that something changed: the page then reads what it may
 * see with its own token. Without a stream the page asks every few seconds.
 */
export class VisitorStreams {
  readonly #services: Services;
  readonly #open = new Map<Id, Set<ServerResponse>>();
  #unsubscribe: (() => void) | undefined;
  #beat: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Refuses when this visitor or this server has too many streams open already. */
  requireRoom(visitor: Id): void {
    const all = [...this.#open.values()].reduce((sum, streams) => sum + streams.size, 0);
    if ((this.#open.get(visitor)?.size ?? 0) >= PER_VISITOR || all >= STREAMS) throw fail('request.too-many', { seconds: 60 });
    if (this.#isClosed) throw fail('system.not-ready');
  }

  add(visitor: Id, response: ServerResponse): void {
    const streams = this.#open.get(visitor) ?? new Set();
    this.#open.set(visitor, streams.add(response));
    const remove = () => this.#remove(visitor, response);
    response.on('close', remove);
    response.on('error', remove);
    this.#unsubscribe ??= this.#services.events.subscribe((announcement) => {
      if (announcement.kind === 'personal' && announcement.event.topic === 'chat-visitor') this.#wake(announcement.event.userId);
    });
    this.#beat ??= setInterval(() => {
      for (const each of this.#open.values()) for (const stream of each) write(stream, ': \n\n');
    }, BEAT_MS).unref();
  }

  close(): void {
    this.#isClosed = true;
    for (const streams of this.#open.values()) for (const stream of streams) stream.end();
    this.#open.clear();
    this.#rest();
  }

  #wake(visitor: Id): void {
    for (const stream of this.#open.get(visitor) ?? []) write(stream, 'data: {}\n\n');
  }

  #remove(visitor: Id, response: ServerResponse): void {
    const streams = this.#open.get(visitor);
    streams?.delete(response);
    if (streams?.size === 0) this.#open.delete(visitor);
    if (this.#open.size === 0) this.#rest();
  }

  #rest(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    clearInterval(this.#beat);
    this.#beat = undefined;
  }
}

function write(stream: ServerResponse, text: string): void {
  if (stream.writableEnded || stream.destroyed) return;
  if (stream.writableLength > MAX_WAITING_BYTES) stream.destroy();
  else stream.write(text);
}
