import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { allowedIds } from '../access/allowed-ids.ts';
import { grantOf } from '../access/record-predicate.ts';
import type { Actor } from '../context/actor.ts';
import type { Services } from '../runtime/services.ts';
import type { RecordEvent } from './event-hub.ts';
import type { LiveEvent } from './live-connection.ts';

type View = Pick<Services, 'database' | 'registry' | 'clock'>;

/** Changes of one moment, by object and record; of several changes of a record the last one counts. */
export type Changed = ReadonlyMap<string, ReadonlyMap<Id, RecordEvent>>;

// More than this in one moment (an import, a bulk change) is told as "many": the lists are read anew anyway.
const MANY = 200;

/** What one person may hear of these changes (SEC-12): asked of the one access rule, one query an object. */
export async function selectEvents(view: View, actor: Actor, changed: Changed): Promise<LiveEvent[]> {
  const told: LiveEvent[] = [];
  for (const [object, events] of changed) {
    const def = view.registry().object(object);
    const scope = def && grantOf(actor, def, 'read');
    if (!def || scope === undefined) continue;
    if (events.size > MANY || [...events.values()].some((event) => event.action === 'many')) {
      told.push({ object, id: '', action: 'many' });
      continue;
    }
    const allowed = scope === 'all' ? undefined : await allowedFor(view, actor, def, [...events.keys()]);
    for (const event of events.values()) {
      if (allowed && !allowed.has(event.id)) continue;
      told.push({ object, id: event.id, action: event.action, ...(event.version !== undefined && { version: event.version }) });
    }
  }
  return told;
}

/** Removed records count: those who could see one hear that it is gone. */
function allowedFor(view: View, actor: Actor, def: ObjectDef, ids: readonly Id[]): Promise<Set<Id>> {
  return allowedIds({ actor, registry: view.registry(), now: view.clock(), db: view.database }, def, 'read', ids, true);
}

/** Adds announced events to what waits to be told. */
export function addChanges(waiting: Map<string, Map<Id, RecordEvent>>, events: readonly RecordEvent[]): void {
  for (const event of events) {
    const ofObject = waiting.get(event.object) ?? new Map<Id, RecordEvent>();
    // Beyond "many" the ids are not needed any more; an import of a million rows must not fill the memory.
    if (ofObject.size <= MANY) ofObject.set(event.id, event);
    waiting.set(event.object, ofObject);
  }
}
