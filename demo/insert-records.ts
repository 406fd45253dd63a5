import sql, { raw } from 'sql-template-tag';
import { AUDIT_COLUMNS } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { sealValues } from '#platform/records/to-columns.ts';
import { insertColumns, rootOf } from '#platform/records/write-record.ts';
import type { ObjectDef } from '#meta/object.ts';
import { nameKeyOf } from '#modules/customers/server/customers.public.ts';
import type { DemoRecord } from './demo-customers.ts';

const BATCH = 500;

type Extra = (record: DemoRecord) => Record<string, unknown>;

function extraOf(def: ObjectDef, record: DemoRecord): Record<string, unknown> {
  return def.key === 'customer' ? { name_key: nameKeyOf(record.values.kind, record.values.name) } : {};
}

/** The engine's own columns, many rows a statement; every record has its entry in the trail, as if made by hand. */
export async function insertRecords(ctx: Context, object: string, records: readonly DemoRecord[], extra?: Extra): Promise<void> {
  const def = ctx.registry.object(object);
  if (!def) throw new Error(`no object ${object}`);
  for (let from = 0; from < records.length; from += BATCH) {
    const batch = records.slice(from, from + BATCH);
    const rows = batch.map((record) => rowOf(ctx, def, record, extra));
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const full = rows.map((row) => ({ ...row, custom: {} }));
    const columns = raw(names.map((name) => `"${name}"`).join(', '));
    await ctx.db.run(sql`INSERT INTO ${raw(def.table)} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${raw(def.table)}, ${JSON.stringify(full)}::jsonb)`);
    await insertAudit(ctx, def, batch);
  }
}

function rowOf(ctx: Context, def: ObjectDef, record: DemoRecord, extra: Extra | undefined): Record<string, unknown> {
  const defaults = Object.fromEntries(def.fields.filter((f) => f.default !== undefined).map((f) => [f.key, f.default]));
  const values = sealValues(ctx.secrets, def, { ...defaults, ...listsOf(def), ...record.values });
  const at = { ...ctx, now: record.at } as Context;
  const author = record.author === '' ? null : record.author;
  return { ...insertColumns(at, def, { id: record.id, values, extra: { ...extraOf(def, record), ...extra?.(record) } }), version: 1, created_by: author, updated_by: author };
}

const listsOf = (def: ObjectDef): Record<string, unknown> =>
  Object.fromEntries(def.fields.filter((f) => f.type === 'multiChoice' || f.type === 'multiReference').map((f) => [f.key, []]));

async function insertAudit(ctx: Context, def: ObjectDef, batch: readonly DemoRecord[]): Promise<void> {
  const rows = batch.map((record) => ({
    id: ctx.newId(), at: record.at.toISOString(), actor_kind: 'system', actor_name: 'Zhike', request_id: ctx.requestId, action: 'create', object: def.key,
    record_id: record.id, customer_id: rootOf(def, record.id, record.values), version: 1, detail: { source: 'demo' }, ok: true,
    changes: Object.fromEntries(Object.entries(record.values).map(([key, value]) => [key, [null, value ?? null]])),
  }));
  await ctx.db.run(sql`INSERT INTO audit_entry (${raw(AUDIT_COLUMNS)}) SELECT ${raw(AUDIT_COLUMNS)} FROM jsonb_populate_recordset(NULL::audit_entry, ${JSON.stringify(rows)}::jsonb)`);
}
