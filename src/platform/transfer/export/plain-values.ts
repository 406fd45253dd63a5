import type { Id } from '#kernel/ids.ts';
import { isJsonObject } from '#kernel/json.ts';
import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import { allowedIds } from '../../access/allowed-ids.ts';
import type { Context } from '../../context/context.ts';
import type { ShownRow } from '../../records/batch/stream-records.ts';
import { loadFull } from '../../records/get-record.ts';
import { sealBinding } from '../../records/to-columns.ts';

/** Full values of masked fields, of the records on this page that the person may reveal; the others stay masked (CU-50). */
export async function readPlain(
  ctx: Context, def: ObjectDef, fields: readonly Field[], page: readonly ShownRow[],
): Promise<Map<Id, Readonly<Record<string, unknown>>>> {
  if (fields.length === 0) return new Map();
  const ids = page.map((row) => row.id).filter((id): id is Id => typeof id === 'string');
  const allowed = await allowedIds(ctx, def, 'reveal', ids);
  const records = await loadFull(ctx, def, [...allowed]);
  return new Map(records.map((record) => [
    record.id, Object.fromEntries(fields.map((field) => [field.key, plainValue(ctx, def, field, record.values[field.key] ?? null)])),
  ]));
}

function plainValue(ctx: Context, def: ObjectDef, field: Field, stored: unknown): unknown {
  if (field.sensitive !== true) return stored;
  return isJsonObject(stored) && typeof stored.cipher === 'string' ? ctx.secrets.decrypt(stored.cipher, sealBinding(def, field)) : null;
}
