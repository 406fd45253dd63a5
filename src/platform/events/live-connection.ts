import type { ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../context/actor.ts';

/** What goes over the line about a record: no values, so nothing needs masking. */
export interface LiveEvent {
  readonly object: string;
  /** Empty when many records of the object changed at once, or the object is `meta`. */
  readonly id: string;
  readonly action: string;
  readonly version?: number;
}

// A client that does not read for so long or so much is cut off; it comes back and reads everything anew.
const MAX_WAITING_BYTES = 256 * 1024;
const STUCK_MS = 30_000;

/** One open event stream. */
export class LiveConnection {
  readonly request: FastifyRequest;
  actor: Actor;
  /** The actor must be read again before anything more is sent (SEC-14). */
  isStale = false;
  readonly #response: ServerResponse;
  #waitingSince: number | undefined;

  constructor(request: FastifyRequest, response: ServerResponse, actor: Actor) {
    this.request = request;
    this.#response = response;
    this.actor = actor;
    response.on('drain', () => { this.#waitingSince = undefined; });
  }

  get isOpen(): boolean {
    return !this.#response.writableEnded && !this.#response.destroyed;
  }

  send(event: LiveEvent): void {
    this.#write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** A notice for this person only; `personal` is the event's name. */
  sendPersonal(topic: string, payload: Readonly<Record<string, unknown>>): void {
    this.#write(`event: personal\ndata: ${JSON.stringify({ topic, payload })}\n\n`);
  }

  /** Keeps proxies from closing the line, and finds clients that are gone. */
  beat(): void {
    this.#write(': \n\n');
  }

  end(): void {
    if (this.isOpen) this.#response.end();
  }

  #write(text: string): void {
    if (!this.isOpen) return;
    const now = performance.now();
    const isStuck = this.#waitingSince !== undefined && now - this.#waitingSince > STUCK_MS;
    if (isStuck || this.#response.writableLength > MAX_WAITING_BYTES) {
      this.#response.destroy();
      return;
    }
    if (!this.#response.write(text)) this.#waitingSince ??= now;
  }
}
