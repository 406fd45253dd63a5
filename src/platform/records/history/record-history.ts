import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { isJsonObject } from '#kernel/json.ts';
import { maskEmail, maskPhone, maskTail } from '#kernel/phone.ts';
import type { Field } from '#meta/field.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { requireGrant, requireRecord } from '../../access/allowed-ids.ts';
import { fieldAccessOf } from '../../access/field-access.ts';
import type { Context } from '../../context/context.ts';
import { requireWritable } from '../create-record.ts';
import { isoTime } from '../../db/database.ts';
import { loadForUpdate } from '../get-record.ts';
import { writeChange } from '../update-record.ts';

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly actorId: Id | null;
  readonly action: string;
  readonly version: number | null;
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  readonly detail: unknown;
}

interface AuditRow {
  seq: number; at: string; actor_name: string; actor_id: Id | null; action: string; version: number | null;
  changes: Record<string, [unknown, unknown]> | null; detail: unknown;
}

/** Who changed what from what to what (PL-50), within the reader's field rights. */
export async function recordHistory(ctx: Context, def: ObjectDef, id: Id, before: number | undefined, limit: number): Promise<HistoryEntry[]> {
  requireGrant(ctx, def, 'read');
  await requireRecord(ctx, def, 'read', id);
  const rows = await ctx.db.rows<AuditRow>(sql`
    SELECT seq, at, actor_name, actor_id, action, version, changes, detail FROM audit_entry
    WHERE record_id = ${id} AND object = ${def.key} AND ok AND seq < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY seq DESC LIMIT ${limit}`);
  return rows.map((row) => ({
    seq: row.seq, at: isoTime(row.at), actor: row.actor_name, actorId: row.actor_id, action: row.action, version: row.version,
    changes: shownChanges(ctx, def, row.changes ?? {}), detail: row.detail,
  }));
}

/** Changes as this person may see them: hidden fields are left out, masked ones shortened (SEC-13, SEC-27). */
export function shownChanges(ctx: Pick<Context, 'actor'>, def: ObjectDef, changes: Record<string, [unknown, unknown]>): HistoryEntry['changes'] {
  return Object.entries(changes).flatMap(([key, [from, to]]) => {
    const field = findField(def, key);
    const view = field && fieldAccessOf(ctx.actor, def, field).view;
    if (!field || view === undefined || view === 'hidden') return [];
    const show = (value: unknown) => (view === 'masked' ? masked(field, value) : value);
    return [{ field: key, from: show(from), to: show(to) }];
  });
}

function masked(field: Field, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isJsonObject(value) && typeof value.mask === 'string') return value.mask;
  if (typeof value !== 'string') return '****';
  if (field.mask === 'phone' || field.type === 'phone') return maskPhone(value);
  if (field.mask === 'email' || field.type === 'email') return maskEmail(value);
  return field.mask === 'tail' ? maskTail(value, 4) : '****';
}

/** Puts the fields of one history entry back to what they were before it; itself a change with its own entry. */
export async function restoreFromHistory(ctx: Context, def: ObjectDef, id: Id, seq: number): Promise<void> {
  requireWritable(def);
  requireGrant(ctx, def, 'update');
  const before = await loadForUpdate(ctx, def, id);
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  await requireRecord(ctx, def, 'update', id);
  const entry = await ctx.db.maybe<{ changes: Record<string, [unknown, unknown]> | null }>(sql`
    SELECT changes FROM audit_entry WHERE seq = ${seq} AND record_id = ${id} AND object = ${def.key} AND action <> 'create'`);
  if (!entry?.changes) throw fail('record.not-found');
  const values = Object.fromEntries(
    Object.entries(entry.changes)
      .filter(([key]) => {
        const field = findField(def, key);
        return field !== undefined && fieldAccessOf(ctx.actor, def, field).edit;
      })
      .map(([key, [from]]) => [key, from]),
  );
  if ('owner' in values && values.owner !== before.values.owner) await requireRecord(ctx, def, 'assign', id);
  await writeChange(ctx, def, before, values, { action: 'restore-values' });
}
