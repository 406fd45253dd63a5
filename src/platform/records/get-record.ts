import type { Id } from '#kernel/ids.ts';
import { isJsonObject } from '#kernel/json.ts';
import { type ObjectAction, type ObjectDef, objectActions } from '#meta/object.ts';
import type { Registry } from '#meta/registry.ts';
import { idsSql, requireGrant } from '../access/allowed-ids.ts';
import { grantOf, recordPredicate } from '../access/record-predicate.ts';
import type { Actor } from '../context/actor.ts';
import type { Context, FullRecord } from '../context/context.ts';
import type { Statement } from '../db/database.ts';
import { notFound } from './merge/merged-into.ts';
import { type ProjectionRequest, fullProjectionSql, projectionSql } from './projection.ts';
import { StatementBuilder } from './statement.ts';
import { tableCondition } from './storage.ts';

export interface ShownRecord {
  readonly id: Id;
  readonly version: number;
  readonly capabilities: readonly ObjectAction[];
  readonly [field: string]: unknown;
}

/** One record as the actor may see it, with what they may do with it. 404 for none and for not allowed alike. */
export async function getRecord(ctx: Context, def: ObjectDef, id: Id, request: ProjectionRequest & { isDeleted?: boolean } = {}): Promise<ShownRecord> {
  requireGrant(ctx, def, 'read');
  const rows = await ctx.db.prepared<{ r: ShownRecord }>(readOf(ctx, def, request)(ctx.now, id));
  const record = rows[0]?.r;
  if (!record) throw await notFound(ctx, def, id);
  return record;
}

type Read = ReturnType<StatementBuilder['kept']>;

// Rights and declarations are new objects whenever they change, and the old ones take their texts with them.
const reads = new WeakMap<Registry, WeakMap<Actor, Map<string, Read>>>();
// A person asks for few shapes; one who makes up many does not fill the memory.
const MAX_READS = 40;

/** The text for this person and these fields, made once: a quarter of the cost of reading one record (PL-70). */
function readOf(ctx: Context, def: ObjectDef, request: ProjectionRequest & { isDeleted?: boolean }): (now: Date, id: Id) => Statement {
  const byActor = reads.get(ctx.registry) ?? new WeakMap<Actor, Map<string, Read>>();
  reads.set(ctx.registry, byActor);
  const held = byActor.get(ctx.actor) ?? new Map<string, Read>();
  byActor.set(ctx.actor, held);
  const shape = `${def.key} ${request.isDeleted === true} ${request.fields ? `of ${request.fields.join()}` : 'all'} ${request.include?.join() ?? ''}`;
  const made = held.get(shape) ?? makeRead(ctx, def, request);
  if (held.size < MAX_READS) held.set(shape, made);
  return made;
}

function makeRead(ctx: Context, def: ObjectDef, request: ProjectionRequest & { isDeleted?: boolean }): Read {
  const b = new StatementBuilder();
  const columns = projectionSql(ctx, def, request, 't', b);
  const key = b.param(null);
  const may = recordPredicate(ctx, def, 'read', 't', b);
  const actions = capabilitiesSql(ctx, def, b);
  const alive = request.isDeleted === true ? '' : ' AND t.deleted_at IS NULL';
  return b.kept(`SELECT row_to_json(x) AS r FROM (SELECT ${columns}, ${actions} AS "capabilities" FROM ${def.table} t
    WHERE ${tableCondition(def, 't')}t.id = ${key}::uuid${alive} AND ${may}) x`, key);
}

/** The verbs that the actor may use on each row, asked of the same predicate as everything else. */
function capabilitiesSql(ctx: Context, def: ObjectDef, b: StatementBuilder): string {
  const tests = objectActions
    .filter((action) => (def.actions ?? objectActions).includes(action) && grantOf(ctx.actor, def, action) !== undefined)
    .map((action) => `CASE WHEN ${recordPredicate(ctx, def, action, 't', b)} THEN '${action}' END`);
  return tests.length === 0 ? "'[]'::json" : `array_to_json(array_remove(ARRAY[${tests.join(', ')}]::text[], NULL))`;
}

/** Everything of a record for the server's own use, locked for the rest of the transaction. No access check. */
export async function loadForUpdate(ctx: Context, def: ObjectDef, id: Id): Promise<FullRecord | undefined> {
  return (await loadFull(ctx, def, [id], true))[0];
}

export async function loadFull(ctx: Context, def: ObjectDef, ids: readonly Id[], isLocked = false): Promise<FullRecord[]> {
  const b = new StatementBuilder();
  const wanted = idsSql(ids, 't', b);
  const rows = await ctx.db.prepared<{ id: Id; version: number; deleted_at: string | null; v: Record<string, unknown> }>(
    b.named(`SELECT t.id, t.version, t.deleted_at, (SELECT row_to_json(x) FROM (SELECT ${fullProjectionSql(ctx, def, 't')}) x) AS v
      FROM ${def.table} t WHERE ${tableCondition(def, 't')}${wanted} ORDER BY t.id${isLocked ? ' FOR UPDATE OF t' : ''}`),
  );
  return rows.map((row) => ({ id: row.id, version: row.version, deletedAt: row.deleted_at, values: isJsonObject(row.v) ? row.v : {} }));
}
