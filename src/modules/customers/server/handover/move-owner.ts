import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { type AuditFacts, writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';

/** One row that changes hands. `isFrom`: only if this person still holds it. */
export interface Move {
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  readonly unitId: Id | null;
}

interface Moved { id: Id; version: number; owner_id: Id; unit_id: Id | null; customer_id: Id | null }

// An audit entry has 15 values, a statement at most 65 535.
const AUDIT_CHUNK = 2_000;

/** Gives customers to others, as far as they are still with `from`; with audit and live events. Answers who moved. */
export async function moveCustomers(ctx: Context, moves: readonly Move[], detail: Readonly<Record<string, unknown>>): Promise<Set<Id>> {
  const rows = await ctx.db.rows<Moved>(sql`
    UPDATE customer c SET owner_id = m.to, unit_id = m."unitId", version = c.version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId}
    FROM json_to_recordset(${JSON.stringify(moves)}::json) AS m (id uuid, "from" uuid, "to" uuid, "unitId" uuid)
    WHERE c.id = m.id AND c.owner_id = m.from AND c.deleted_at IS NULL RETURNING c.id, c.version, c.owner_id, c.unit_id, c.id AS customer_id`);
  return note(ctx, 'customer', moves, rows, detail);
}

/** The same for open tasks. */
export async function moveTasks(ctx: Context, moves: readonly Move[], detail: Readonly<Record<string, unknown>>): Promise<Set<Id>> {
  const rows = await ctx.db.rows<Moved>(sql`
    UPDATE activity a SET owner_id = m.to, unit_id = m."unitId", version = a.version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId}
    FROM json_to_recordset(${JSON.stringify(moves)}::json) AS m (id uuid, "from" uuid, "to" uuid, "unitId" uuid)
    WHERE a.id = m.id AND a.owner_id = m.from AND a.status = 'open' AND a.deleted_at IS NULL RETURNING a.id, a.version, a.owner_id, a.unit_id, a.customer_id`);
  return note(ctx, 'activity', moves, rows, detail);
}

async function note(ctx: Context, object: string, moves: readonly Move[], rows: readonly Moved[], detail: Readonly<Record<string, unknown>>): Promise<Set<Id>> {
  const former = new Map(moves.map(({ id, from }) => [id, from]));
  const facts = rows.map((row): AuditFacts => ({
    action: 'hand-over', object, recordId: row.id, customerId: row.customer_id, version: row.version,
    changes: { owner: [former.get(row.id) ?? null, row.owner_id] }, detail,
  }));
  for (let at = 0; at < facts.length; at += AUDIT_CHUNK) await writeAudit(ctx, facts.slice(at, at + AUDIT_CHUNK));
  for (const row of rows) {
    ctx.announce({
      object, id: row.id, action: 'hand-over', version: row.version, actorId: ctx.actor.userId, ...(row.customer_id !== null && { customerId: row.customer_id }),
    });
  }
  return new Set(rows.map(({ id }) => id));
}

/** Primary units of people, for the rows that go to them. */
export async function unitsOf(ctx: Context, people: readonly Id[]): Promise<Map<Id, Id | null>> {
  const rows = await ctx.db.rows<{ id: Id; unit_id: Id | null }>(sql`SELECT id, unit_id FROM app_user WHERE id = ANY(${[...new Set(people)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.unit_id]));
}
