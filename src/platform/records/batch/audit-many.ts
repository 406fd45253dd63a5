import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Changes } from '../../audit/write-audit.ts';
import { authorOf } from '../../context/author.ts';
import type { Context } from '../../context/context.ts';
import type { Statement } from '../../db/database.ts';
import { StatementBuilder } from '../statement.ts';

export interface AuditedRow {
  readonly recordId: Id;
  readonly customerId: Id | null;
  readonly action: string;
  readonly version: number;
  readonly changes?: Changes;
}

/** One audit entry for each record of a batch (PL-50). `detail` names what they have in common. */
export async function auditMany(ctx: Context, def: ObjectDef, rows: readonly AuditedRow[], detail: Readonly<Record<string, unknown>>): Promise<void> {
  if (rows.length > 0) await ctx.db.prepared(auditStatement(ctx, def, rows, detail));
}

/** The same as a statement, to be run in the caller's transaction. */
export function auditStatement(ctx: Context, def: ObjectDef, rows: readonly AuditedRow[], detail: Readonly<Record<string, unknown>>): Statement {
  const b = new StatementBuilder();
  const data = b.param(JSON.stringify(rows.map((row) => ({
    id: ctx.newId(), record_id: row.recordId, customer_id: row.customerId, action: row.action, version: row.version, changes: row.changes ?? null,
  }))));
  const { actor } = ctx;
  const common = [
    b.param(ctx.now.toISOString()), b.param(authorOf(ctx)), b.param(actor.kind), b.param(actor.name),
    b.param(ctx.ip), b.param(ctx.requestId), b.param(def.key), b.param(JSON.stringify(detail)),
  ];
  const [at, actorId, kind, name, ip, request, object, common8] = common;
  return b.named(`
    INSERT INTO audit_entry (id, at, actor_id, actor_kind, actor_name, ip, request_id, action, object, record_id, customer_id, version, changes, detail, ok)
    SELECT r.id, ${at}, ${actorId}, ${kind}, ${name}, ${ip}, ${request}, r.action, ${object}, r.record_id, r.customer_id, r.version,
      CASE WHEN r.changes = 'null' THEN NULL ELSE r.changes END, ${common8}::jsonb, true
    FROM jsonb_to_recordset(${data}::jsonb) AS r (id uuid, action text, record_id uuid, customer_id uuid, version int, changes jsonb)`);
}
