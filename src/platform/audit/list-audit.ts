import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { isJsonObject } from '#kernel/json.ts';
import { grantOf } from '../access/record-predicate.ts';
import type { Context } from '../context/context.ts';
import { shownChanges } from '../records/history/record-history.ts';
import { readCursor, writeCursor } from './audit-cursor.ts';

const instant = z.iso.datetime({ offset: true });

export const auditFilter = {
  actor: z.uuid().optional(),
  action: z.string().max(60).optional(),
  object: z.string().max(80).optional(),
  record: z.uuid().optional(),
  /** From this instant on, and before that one. */
  from: instant.optional(),
  to: instant.optional(),
  ok: z.enum(['true', 'false']).optional(),
};
export type AuditFilter = z.infer<z.ZodObject<typeof auditFilter>>;

export interface ShownAuditEntry {
  readonly seq: number;
  readonly id: Id;
  /** UTC. */
  readonly at: string;
  readonly actor: { readonly id: Id | null; readonly name: string; readonly kind: string };
  readonly ip: string | null;
  readonly requestId: string | null;
  readonly action: string;
  readonly object: string | null;
  readonly recordId: Id | null;
  readonly customerId: Id | null;
  readonly version: number | null;
  readonly ok: boolean;
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  readonly detail: unknown;
}

interface Row {
  readonly seq: number; readonly id: Id; readonly at: string; readonly actor_id: Id | null; readonly actor_name: string;
  readonly actor_kind: string; readonly ip: string | null; readonly request_id: string | null; readonly action: string;
  readonly object: string | null; readonly record_id: Id | null; readonly customer_id: Id | null; readonly version: number | null;
  readonly ok: boolean; readonly changes: Record<string, [unknown, unknown]> | null; readonly detail: unknown; readonly k: string;
}

/** One page of the trail, newest first; `next` is the cursor of the following one. */
export async function listAudit(
  ctx: Context, filter: AuditFilter, limit: number, cursor: string | undefined,
): Promise<{ data: ShownAuditEntry[]; next: string | null }> {
  const { where, values } = conditions(filter, cursor);
  // Not kept prepared: with the values known, the partial indexes for rare actions and refusals can be used.
  const rows = await ctx.db.prepared<Row>({
    text: `SELECT seq, id, at, at::text AS k, actor_id, actor_name, actor_kind, ip, request_id, action, object, record_id, customer_id,
        version, ok, changes, detail FROM audit_entry ${where} ORDER BY at DESC, seq DESC LIMIT $${values.length + 1}`,
    values: [...values, limit + 1],
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { data: page.map((row) => show(ctx, row)), next: last ? writeCursor(last.k, last.seq) : null };
}

function conditions(filter: AuditFilter, cursor: string | undefined): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (text: (param: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(text(`$${values.length}`));
  };
  add((p) => `actor_id = ${p}`, filter.actor);
  add((p) => `action = ${p}`, filter.action);
  add((p) => `object = ${p}`, filter.object);
  add((p) => `record_id = ${p}`, filter.record);
  add((p) => `at >= ${p}::timestamptz`, filter.from);
  add((p) => `at < ${p}::timestamptz`, filter.to);
  if (filter.ok !== undefined) parts.push(filter.ok === 'true' ? 'ok' : 'NOT ok');
  if (cursor !== undefined) {
    const after = readCursor(cursor);
    if (!after) throw fail('request.invalid', {}, [{ path: 'cursor', code: 'bad-cursor' }]);
    values.push(after.at, after.seq);
    parts.push(`(at, seq) < ($${values.length - 1}::timestamptz, $${values.length})`);
  }
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

function show(ctx: Context, row: Row): ShownAuditEntry {
  return {
    seq: row.seq, id: row.id, at: new Date(row.at).toISOString(),
    actor: { id: row.actor_id, name: row.actor_name, kind: row.actor_kind },
    ip: row.ip, requestId: row.request_id, action: row.action, object: row.object, recordId: row.record_id,
    customerId: row.customer_id, version: row.version, ok: row.ok, changes: changesFor(ctx, row), detail: row.detail,
  };
}

/** Values of business records within the reader's own rights; an auditor without the right to read them sees who, when and what only. */
function changesFor(ctx: Context, row: Row): ShownAuditEntry['changes'] {
  if (!isJsonObject(row.changes)) return [];
  const def = row.object === null ? undefined : ctx.registry.object(row.object);
  if (!def) return Object.entries(row.changes).map(([field, [from, to]]) => ({ field, from, to }));
  return grantOf(ctx.actor, def, 'read') === undefined ? [] : shownChanges(ctx, def, row.changes);
}
