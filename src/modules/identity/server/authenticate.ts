import type { FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Actor } from '#platform/context/actor.ts';
import { type LoadedActor, loadActor } from './load-actor.ts';
import { isInNetworks } from './credentials/networks.ts';
import type { BaseServices } from './own-action.ts';
import { isReadOnly, limitToScopes } from './credentials/key-scopes.ts';
import { KeyGuard } from './credentials/key-guard.ts';
import { type Token, hashToken, readToken } from './credentials/tokens.ts';
import { type Look, actorOfLook, openLook } from './view-as/viewed-actor.ts';

// Announcements drop entries at once; this bounds what a lost announcement can do.
const KEEP_MS = 30_000;
const TOUCH_MS = 60_000;
const MAX_ENTRIES = 20_000;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Entry {
  readonly actor: Actor;
  readonly networks: LoadedActor['networks'];
  readonly kind: Token['kind'];
  readonly id: Id;
  readonly expiresAt: number;
  /** A key without any scope that writes changes nothing, not even its owner's preferences. */
  readonly isReadOnly: boolean;
  /** The session looks as somebody else (UX-14). */
  readonly look: Look | undefined;
  /** Infinity for keys. */
  readonly idleMs: number;
  readonly loadedAt: number;
  readonly staleAt: number;
  lastSeenAt: number;
  lastWrittenAt: number;
}

/**
 * Who sends a request: by session cookie or key; undefined for nobody. Actors are kept in memory by their token
 * (hashing it would be the dearest part of a warm request), so that such a request costs no query, and dropped at every `invalidate` announcement (SEC-14). End of session,
 * idle time and networks are checked on every request by the services' clock (SEC-8, SEC-10).
 *
 * Single sign-on will stand here: another way to make a session, after which everything is as with a password.
 */
export function makeAuthenticate(services: BaseServices): (request: FastifyRequest) => Promise<Actor | undefined> {
  const cache = new ActorCache(services);
  const guard = new KeyGuard();
  services.events.subscribe((announcement) => {
    if (announcement.kind === 'invalidate') cache.clear();
  });
  return async (request) => {
    const token = readToken(request);
    if (token === undefined) return undefined;
    const now = services.clock().getTime();
    const entry = await cache.find(token, now);
    if (entry !== undefined && isInNetworks(request.ip, entry.networks)) {
      if (entry.isReadOnly && !SAFE_METHODS.has(request.method)) throw fail('auth.forbidden', { right: 'write' });
      return entry.look === undefined ? entry.actor : actorOfLook(services, request, entry.look);
    }
    const seconds = token.kind === 'api-key' && entry === undefined ? guard.refused(request.ip, now) : 0;
    if (seconds > 0) throw fail('request.too-many', { seconds });
    return undefined;
  };
}

class ActorCache {
  readonly #services: BaseServices;
  readonly #entries = new Map<string, Entry>();
  readonly #loading = new Map<string, Promise<Entry | undefined>>();
  #generation = 0;

  constructor(services: BaseServices) {
    this.#services = services;
  }

  clear(): void {
    this.#generation += 1;
    this.#entries.clear();
    this.#loading.clear();
  }

  async find(token: Token, now: number): Promise<Entry | undefined> {
    const kept = this.#entries.get(token.text);
    const isFresh = kept !== undefined && now < kept.staleAt && now >= kept.loadedAt;
    const entry = isFresh ? kept : await this.#load(token);
    // What was seen a moment ago may not be written yet.
    if (entry !== undefined && kept !== undefined) entry.lastSeenAt = Math.max(entry.lastSeenAt, kept.lastSeenAt);
    if (entry === undefined || now >= entry.expiresAt || now - entry.lastSeenAt >= entry.idleMs) {
      this.#entries.delete(token.text);
      return undefined;
    }
    this.#touch(entry, now);
    return entry;
  }

  #load(token: Token): Promise<Entry | undefined> {
    const running = this.#loading.get(token.text);
    if (running !== undefined) return running;
    const loading = this.#read(token).finally(() => {
      if (this.#loading.get(token.text) === loading) this.#loading.delete(token.text);
    });
    this.#loading.set(token.text, loading);
    return loading;
  }

  /** Rights that change while they are read are read again; what is kept was read after the last announcement. */
  async #read(token: Token): Promise<Entry | undefined> {
    const hash = hashToken(this.#services.secrets, token);
    for (let attempt = 0; ; attempt += 1) {
      const generation = this.#generation;
      const entry = token.kind === 'session' ? await readSession(this.#services, hash) : await readKey(this.#services, hash);
      if (generation !== this.#generation && attempt < 3) continue;
      if (entry !== undefined && generation === this.#generation) this.#keep(token.text, entry);
      return entry;
    }
  }

  #keep(text: string, entry: Entry): void {
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= MAX_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(text, entry);
  }

  /** Written at most once a minute, beside the request. */
  #touch(entry: Entry, now: number): void {
    entry.lastSeenAt = Math.max(now, entry.lastSeenAt);
    if (now - entry.lastWrittenAt < TOUCH_MS) return;
    entry.lastWrittenAt = now;
    const at = new Date(now).toISOString();
    const { database, log } = this.#services;
    const written = entry.kind === 'session'
      ? database.run(sql`UPDATE session SET last_seen_at = greatest(last_seen_at, ${at}) WHERE id = ${entry.id}`)
      : database.run(sql`UPDATE api_key SET last_used_at = ${at} WHERE id = ${entry.id}`);
    written.catch((error: unknown) => log.warn({ err: error }, 'the time of last use was not written'));
  }
}

async function readSession(services: BaseServices, hash: string): Promise<Entry | undefined> {
  const row = await services.database.maybe<{ id: Id; user_id: Id; last_seen_at: string; expires_at: string; fresh_until: string }>(sql`
    SELECT id, user_id, last_seen_at, expires_at, fresh_until FROM session WHERE token_hash = ${hash} AND revoked_at IS NULL`);
  if (row === undefined) return undefined;
  const loaded = await loadActor(services.database, services.registry(), row.user_id, services.clock());
  if (loaded === undefined) return undefined;
  const freshUntil = new Date(row.fresh_until).toISOString();
  const lastSeenAt = Date.parse(row.last_seen_at);
  const actor = { ...loaded.actor, sessionId: row.id, freshUntil };
  const look = await openLook(services, actor);
  const base = entryBase(services, loaded);
  return {
    ...base, actor, look, staleAt: Math.min(base.staleAt, look?.until ?? Infinity),
    kind: 'session', isReadOnly: false, id: row.id, expiresAt: Date.parse(row.expires_at), idleMs: loaded.idleMs, lastSeenAt, lastWrittenAt: lastSeenAt,
  };
}

async function readKey(services: BaseServices, hash: string): Promise<Entry | undefined> {
  const row = await services.database.maybe<{ id: Id; user_id: Id; scopes: string[]; expires_at: string; last_used_at: string | null }>(sql`
    SELECT id, user_id, scopes, expires_at, last_used_at FROM api_key WHERE token_hash = ${hash} AND revoked_at IS NULL`);
  if (row === undefined) return undefined;
  const loaded = await loadActor(services.database, services.registry(), row.user_id, services.clock());
  if (loaded === undefined) return undefined;
  const lastUsed = row.last_used_at === null ? 0 : Date.parse(row.last_used_at);
  return {
    ...entryBase(services, loaded),
    actor: limitToScopes(loaded.actor, row.scopes, row.id),
    kind: 'api-key', look: undefined, isReadOnly: isReadOnly(row.scopes), id: row.id, expiresAt: Date.parse(row.expires_at), idleMs: Infinity, lastSeenAt: lastUsed, lastWrittenAt: lastUsed,
  };
}

function entryBase(services: BaseServices, loaded: LoadedActor): Pick<Entry, 'networks' | 'loadedAt' | 'staleAt'> {
  const now = services.clock().getTime();
  return { networks: loaded.networks, loadedAt: now, staleAt: Math.min(now + KEEP_MS, loaded.nextChangeAt) };
}
