import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { recordWrite } from '#platform/records/write-record.ts';
import { allowedVisits, requireVisit, visitDef } from './visit-scope.ts';

export interface Confirmation {
  readonly id: Id;
  readonly status: 'confirmed' | 'already' | 'tooLate' | 'notFound';
}

/** The project manager confirms registrations of the same day (RE-12); one of a former day founds no claim any more. */
export async function confirmVisits(ctx: Context, ids: readonly Id[]): Promise<Confirmation[]> {
  const def = visitDef(ctx);
  const allowed = await allowedVisits(ctx, 'update', ids);
  const rows = await ctx.db.rows<{ id: Id; status: string; arrivedOn: string; timeZone: string; customerId: Id | null; version: number }>(sql`
    SELECT v.id, v.status, v.arrived_on::text AS "arrivedOn", s.time_zone AS "timeZone", v.customer_id AS "customerId", v.version
    FROM visit_registration v JOIN site s ON s.id = v.site_id WHERE v.id = ANY(${[...allowed]}::uuid[]) ORDER BY v.id FOR UPDATE OF v`);
  const results: Confirmation[] = [];
  for (const id of ids) {
    const row = rows.find((each) => each.id === id);
    if (!row) results.push({ id, status: 'notFound' });
    else if (row.status === 'confirmed') results.push({ id, status: 'already' });
    else if (row.arrivedOn !== localDate(ctx.now, row.timeZone)) results.push({ id, status: 'tooLate' });
    else {
      await ctx.db.run(sql`
        UPDATE visit_registration SET status = 'confirmed', confirmed_at = ${ctx.now.toISOString()}, confirmed_by_id = ${ctx.actor.userId}, version = version + 1,
          updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId} WHERE id = ${id}`);
      await recordWrite(ctx, def, { action: 'update', recordId: id, version: row.version + 1, customerId: row.customerId, changes: { status: ['unconfirmed', 'confirmed'] } });
      results.push({ id, status: 'confirmed' });
    }
  }
  return results;
}

/** Adds a remark; it stays (RE-12). Errors: record.not-found. */
export async function annotateVisit(ctx: Context, id: Id, body: string): Promise<{ id: Id }> {
  const def = visitDef(ctx);
  await requireVisit(ctx, 'read', id);
  const made = ctx.newId();
  await ctx.db.run(sql`INSERT INTO visit_annotation (id, registration_id, body, at, actor_id) VALUES (${made}, ${id}, ${body}, ${ctx.now.toISOString()}, ${ctx.actor.userId})`);
  await recordWrite(ctx, def, { action: 'update', recordId: id, changes: { annotation: [null, body] } });
  return { id: made };
}

export interface Correction {
  readonly visitor?: string | undefined;
  readonly channel?: string | null | undefined;
  readonly companions?: number | null | undefined;
  readonly note?: string | null | undefined;
}

/** Corrects what was mistyped, as long as nobody has confirmed it. Errors: record.not-found, record.wrong-state. */
export async function correctVisit(ctx: Context, id: Id, input: Correction): Promise<void> {
  const def = visitDef(ctx);
  await requireVisit(ctx, 'read', id);
  const row = await ctx.db.maybe<{ status: string; visitor: string; channel: string | null; companions: number | null; note: string | null; created_by: Id | null; version: number; customerId: Id | null }>(sql`
    SELECT status, visitor, channel, companions, note, created_by, version, customer_id AS "customerId" FROM visit_registration WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!row) throw fail('record.not-found');
  if (row.status === 'confirmed') throw fail('record.wrong-state');
  if (row.created_by !== ctx.actor.userId) await requireVisit(ctx, 'update', id);
  const { visitor = row.visitor, channel = row.channel, companions = row.companions, note = row.note } = input;
  await ctx.db.run(sql`
    UPDATE visit_registration SET visitor = ${visitor}, channel = ${channel}, companions = ${companions}, note = ${note}, version = version + 1,
      updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId} WHERE id = ${id}`);
  const changes = { visitor: [row.visitor, visitor], channel: [row.channel, channel], companions: [row.companions, companions], note: [row.note, note] } as const;
  await recordWrite(ctx, def, { action: 'update', recordId: id, version: row.version + 1, customerId: row.customerId, changes: Object.fromEntries(Object.entries(changes).filter(([, [from, to]]) => from !== to)) });
}
