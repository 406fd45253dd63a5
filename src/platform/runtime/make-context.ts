import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { objectActions } from '#meta/object.ts';
import { type Actor, rights } from '../context/actor.ts';
import type { Context } from '../context/context.ts';
import type { Db } from '../db/database.ts';
import type { RecordEvent } from '../events/event-hub.ts';
import type { Services } from './services.ts';

export interface ContextOptions {
  readonly actor: Actor;
  readonly requestId?: string;
  readonly ip?: string | null;
  readonly locale?: Locale;
}

interface Pending {
  readonly effects: (() => void | Promise<void>)[];
  readonly events: RecordEvent[];
}

const nothingPending = (): Pending => ({ effects: [], events: [] });

function build(services: Services, db: Db, options: ContextOptions, pending: Pending): Context {
  return {
    actor: options.actor,
    db,
    now: services.clock(),
    newId: services.newId,
    locale: options.locale ?? options.actor.locale,
    timeZone: options.actor.timeZone,
    requestId: options.requestId ?? newId(),
    ip: options.ip ?? null,
    registry: services.registry(),
    secrets: services.secrets,
    hooks: services.hooks,
    announce: (event) => pending.events.push(event),
    tell: (event) => pending.effects.push(() => services.events.announce({ kind: 'personal', event })),
    afterCommit: (effect) => pending.effects.push(effect),
  };
}

/** Runs a read: no transaction, effects run at once when it is done. */
export async function runQuery<R>(services: Services, options: ContextOptions, work: (ctx: Context) => Promise<R>): Promise<R> {
  const pending = nothingPending();
  const result = await work(build(services, services.database, options, pending));
  await runEffects(services, pending);
  return result;
}

/** Runs an action: one transaction; effects only after its commit. */
export async function runAction<R>(services: Services, options: ContextOptions, work: (ctx: Context) => Promise<R>): Promise<R> {
  const pending = nothingPending();
  const result = await services.database.transaction((tx) => {
    pending.effects.length = 0;
    pending.events.length = 0;
    return work(build(services, tx, options, pending));
  });
  await runEffects(services, pending);
  return result;
}

async function runEffects(services: Services, pending: Pending): Promise<void> {
  if (pending.events.length > 0) services.events.announce({ kind: 'records', events: pending.events });
  for (const effect of pending.effects) {
    try {
      await effect();
    } catch (error) {
      services.log.error({ err: error }, 'an effect after commit failed');
    }
  }
}

const SYSTEM_ID = '00000000-0000-7000-8000-000000000000';

/** The system itself: jobs, migrations of data, the demo. May do everything; its entries say so. */
export function systemActor(services: Pick<Services, 'timeZone' | 'defaultLocale' | 'registry'>): Actor {
  const all = new Map(objectActions.map((action) => [action, 'all' as const]));
  return {
    userId: SYSTEM_ID,
    username: 'system',
    name: 'Zhike',
    locale: services.defaultLocale,
    timeZone: services.timeZone,
    kind: 'system',
    roles: [],
    rights: new Set(rights),
    grants: new Map(services.registry().objects.map((def) => [def.key, all])),
    fieldAccess: new Map(),
    selves: [SYSTEM_ID],
    primaryUnit: null,
    units: [],
    unitsBelow: [],
  };
}
