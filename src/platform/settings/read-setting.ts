import sql from 'sql-template-tag';
import type { Context } from '../context/context.ts';
import type { Services } from '../runtime/services.ts';
import type { Setting } from './setting.ts';

type Cache = Map<string, unknown>;

// One cache per running application: its key ring is the one object that a context and the services share.
const caches = new WeakMap<object, { values: Cache; generation: number }>();

function cacheOf(secrets: object) {
  const cache = caches.get(secrets) ?? { values: new Map<string, unknown>(), generation: 0 };
  caches.set(secrets, cache);
  return cache;
}

/** The value in force. What is stored but no longer fits its schema counts as not set. */
export async function readSetting<T>(from: Pick<Context, 'db' | 'secrets'> | Pick<Services, 'database' | 'secrets'>, setting: Setting<T>): Promise<T> {
  const cache = cacheOf(from.secrets);
  if (!cache.values.has(setting.key)) {
    const { generation } = cache;
    const db = 'db' in from ? from.db : from.database;
    const row = await db.maybe<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = ${setting.key}`);
    // A change that was announced meanwhile must not be covered by what was read before it.
    if (generation === cache.generation) cache.values.set(setting.key, row?.value);
    return valueOf(setting, row?.value);
  }
  return valueOf(setting, cache.values.get(setting.key));
}

export function valueOf<T>(setting: Setting<T>, stored: unknown): T {
  const parsed = stored === undefined || stored === null ? undefined : setting.schema.safeParse(stored);
  return parsed?.success ? parsed.data : setting.fallback;
}

export function forgetSettings(secrets: object): void {
  const cache = cacheOf(secrets);
  cache.values.clear();
  cache.generation += 1;
}

/** Settings that any process changed are read anew. */
export function watchSettings(services: Pick<Services, 'events' | 'secrets'>): void {
  services.events.subscribe((announcement) => {
    if (announcement.kind === 'invalidate') forgetSettings(services.secrets);
  });
}
