import type { ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Actor } from '../context/actor.ts';
import type { Services } from '../runtime/services.ts';
import type { Announcement, RecordEvent } from './event-hub.ts';
import { LiveConnection } from './live-connection.ts';
import { addChanges, selectEvents } from './select-events.ts';
import { endedAccess } from './ended-access.ts';

export const STREAMS_PER_USER = 20;
const STREAMS = 5_000;
const GATHER_MS = 200;
const BEAT_MS = 20_000;
const SESSIONS_MS = 4_000;

/**
 * All event streams of this process. Changes are gathered for a moment and told to everybody who may see them; one
 * round follows the other, so that a busy system sends later instead of asking the database more.
 */
export class EventStreams {
  readonly #services: Services;
  readonly #connections = new Set<LiveConnection>();
  readonly #timers: NodeJS.Timeout[] = [];
  #unsubscribe: (() => void) | undefined;
  #waiting = new Map<string, Map<Id, RecordEvent>>();
  #isMetaChanged = false;
  #isAccessChanged = false;
  #round: NodeJS.Timeout | undefined;
  #isTelling = false;
  #isClosed = false;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Refuses when this person or this server has too many streams open already. */
  requireRoom(actor: Actor): void {
    const own = [...this.#connections].filter((connection) => connection.actor.userId === actor.userId).length;
    if (own >= STREAMS_PER_USER || this.#connections.size >= STREAMS) throw fail('request.too-many', { seconds: 60 });
    if (this.#isClosed) throw fail('system.not-ready');
  }

  add(request: FastifyRequest, response: ServerResponse, actor: Actor): void {
    const connection = new LiveConnection(request, response, actor);
    this.#connections.add(connection);
    response.on('close', () => this.#remove(connection));
    response.on('error', () => this.#remove(connection));
    if (this.#unsubscribe) return;
    this.#unsubscribe = this.#services.events.subscribe((announcement) => this.#hear(announcement));
    this.#every(BEAT_MS, () => {
      for (const each of this.#connections) each.beat();
    });
    this.#every(SESSIONS_MS, () => {
      this.#endDead().catch((error: unknown) => this.#services.log.warn({ err: error }, 'sessions of event streams were not checked'));
    });
  }

  /** Ends every stream; clients come back by themselves, to another server or to this one after its restart. */
  close(): void {
    this.#isClosed = true;
    for (const connection of this.#connections) connection.end();
    this.#connections.clear();
    this.#rest();
  }

  #every(ms: number, work: () => void): void {
    const timer = setInterval(work, ms);
    timer.unref();
    this.#timers.push(timer);
  }

  #remove(connection: LiveConnection): void {
    this.#connections.delete(connection);
    if (this.#connections.size === 0) this.#rest();
  }

  #rest(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    clearTimeout(this.#round);
    this.#round = undefined;
    this.#waiting = new Map();
  }

  #hear(announcement: Announcement): void {
    if (announcement.kind === 'personal') {
      const { userId, topic, payload } = announcement.event;
      for (const each of this.#connections) if (each.actor.userId === userId && !each.isStale) each.sendPersonal(topic, payload);
      return;
    }
    if (announcement.kind === 'records') addChanges(this.#waiting, announcement.events);
    else if (announcement.what === 'meta') this.#isMetaChanged = true;
    else this.#isAccessChanged = true;
    if (announcement.kind === 'invalidate') for (const each of this.#connections) each.isStale = true;
    this.#round ??= setTimeout(() => void this.#tell(), GATHER_MS).unref();
  }

  async #tell(): Promise<void> {
    this.#round = undefined;
    if (this.#isTelling) {
      this.#round = setTimeout(() => void this.#tell(), GATHER_MS).unref();
      return;
    }
    this.#isTelling = true;
    const changed = this.#waiting;
    const epoch = this.#isAccessChanged ? '' : undefined;
    const isMetaChanged = this.#isMetaChanged;
    this.#waiting = new Map();
    this.#isMetaChanged = false;
    this.#isAccessChanged = false;
    try {
      // Another process changed it: what is told must not be older than what is then read.
      if (isMetaChanged) await this.#services.reloadRegistry();
      await this.#renewStale(epoch ?? this.#services.registry().epoch);
      if (changed.size > 0) await this.#tellChanges(changed);
    } catch (error) {
      // Somebody may have missed a change: all come back and read anew.
      this.#services.log.warn({ err: error }, 'live updates could not be told');
      for (const each of this.#connections) each.end();
    } finally {
      this.#isTelling = false;
    }
  }

  async #tellChanges(changed: ReadonlyMap<string, ReadonlyMap<Id, RecordEvent>>): Promise<void> {
    const groups = Map.groupBy(this.#connections, (each) => each.actor.apiKeyId ?? each.actor.userId);
    for (const members of groups.values()) {
      const [first] = members;
      if (!first) continue;
      const told = await selectEvents(this.#services, first.actor, changed);
      // Rights that changed during the query count: those streams wait for the next round.
      for (const each of members) {
        if (each.isStale) this.#keepFor(changed);
        else for (const event of told) each.send(event);
      }
    }
  }

  #keepFor(changed: ReadonlyMap<string, ReadonlyMap<Id, RecordEvent>>): void {
    for (const events of changed.values()) addChanges(this.#waiting, [...events.values()]);
  }

  /**
   * Tells of meta once; `epoch` says which, so that who has it does not read it again, and is empty where rights changed.
   * Reads the actors of streams whose rights may have changed; ends the streams of those who are gone.
   */
  async #renewStale(epoch: string): Promise<void> {
    for (const each of this.#connections) {
      if (!each.isStale) continue;
      each.isStale = false;
      const actor = await this.#services.authenticate(each.request).catch(() => undefined);
      if (actor === undefined || actor.userId !== each.actor.userId) {
        each.end();
        continue;
      }
      each.actor = actor;
      each.send({ object: 'meta', id: epoch, action: 'changed' });
    }
  }

  async #endDead(): Promise<void> {
    const actors = [...this.#connections].map((each) => each.actor);
    const sessions = actors.flatMap((actor) => actor.sessionId ?? []);
    const keys = actors.flatMap((actor) => actor.apiKeyId ?? []);
    const ended = await endedAccess(this.#services.database, { sessions, keys }, this.#services.clock());
    const now = this.#services.clock().toISOString();
    for (const each of this.#connections) {
      const isViewOver = (each.actor.viewedBy?.until ?? now) < now;
      if (isViewOver || ended.has(each.actor.sessionId ?? each.actor.apiKeyId ?? '')) each.end();
    }
  }
}
