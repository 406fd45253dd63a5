import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { takeCase } from '../case-rows.ts';
import type { circleAnswer } from '../desk/desk.answers.ts';
import { letSee, tellOfCase } from './case-people.ts';

type Circle = Answered<typeof circleAnswer>;

/** Who watches a case, and which cases belong with it: linked by hand, split off, merged in. Only those that the reader may see. Errors: record.not-found. */
export async function showCircle(ctx: Context, id: Id): Promise<Circle> {
  const def = objectDef(ctx, 'case');
  await requireRecord(ctx, def, 'read', id);
  const watchers = await ctx.db.rows<Circle['watchers'][number]>(sql`
    SELECT u.id, u.name FROM case_watcher w JOIN app_user u ON u.id = w.user_id AND u.deleted_at IS NULL WHERE w.case_id = ${id} ORDER BY w.since, u.id`);
  const related = await ctx.db.rows<Circle['related'][number]>(sql`
    SELECT DISTINCT ON (c.id) c.id, c.number, c.subject, c.kind, c.state, r.how FROM (
        SELECT other_id AS id, 'linked' AS how, 3 AS rank FROM case_link WHERE case_id = ${id} UNION ALL SELECT case_id, 'linked', 3 FROM case_link WHERE other_id = ${id}
        UNION ALL SELECT split_from_id, 'splitFrom', 1 FROM service_case WHERE id = ${id} AND split_from_id IS NOT NULL
        UNION ALL SELECT s.id, 'splitInto', 1 FROM service_case s WHERE s.split_from_id = ${id}
        UNION ALL SELECT s.id, 'mergedFrom', 2 FROM service_case s WHERE s.merged_into_id = ${id}) r
    JOIN service_case c ON c.id = r.id AND c.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'c')} ORDER BY c.id, r.rank LIMIT 50`);
  return { watchers, isWatching: watchers.some((each) => each.id === ctx.actor.userId), related: related.toSorted((a, b) => b.number.localeCompare(a.number)) };
}

/** The reader watches a case, or no longer does: they hear of every word of the customer. Errors: record.not-found. */
export async function watchCase(ctx: Context, id: Id, isWatching: boolean): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', id);
  if (isWatching) await addWatcher(ctx, id, ctx.actor.userId);
  else await ctx.db.run(sql`DELETE FROM case_watcher WHERE case_id = ${id} AND user_id = ${ctx.actor.userId}`);
}

const addWatcher = (ctx: Context, id: Id, person: Id): Promise<number> =>
  ctx.db.run(sql`INSERT INTO case_watcher (case_id, user_id, since) VALUES (${id}, ${person}, ${ctx.now.toISOString()}) ON CONFLICT DO NOTHING`);

/** Has a colleague watch a case; they see it from then on and are told. Errors: record.not-found, record.invalid. */
export async function callWatcher(ctx: Context, id: Id, person: Id): Promise<void> {
  const row = await takeCase(ctx, id);
  const known = await ctx.db.maybe(sql`SELECT 1 FROM app_user WHERE id = ${person} AND is_active AND deleted_at IS NULL`);
  if (!known) throw fail('record.invalid', { count: 1 }, [{ path: 'user', code: 'not-found', params: { value: person } }]);
  await letSee(ctx, id, person, 'read');
  if ((await addWatcher(ctx, id, person)) > 0) await tellOfCase(ctx, person, row, 'watching');
}

/** Links two cases that belong together, once, whichever was named first; both keep going their own way. Errors: record.not-found, record.wrong-state for itself. */
export async function linkCases(ctx: Context, id: Id, other: Id): Promise<void> {
  const row = await takeCase(ctx, id);
  if (id === other) throw fail('record.wrong-state');
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', other);
  const known = await ctx.db.maybe(sql`SELECT 1 FROM case_link WHERE (case_id = ${id} AND other_id = ${other}) OR (case_id = ${other} AND other_id = ${id})`);
  if (known) return;
  await ctx.db.run(sql`
    INSERT INTO case_link (case_id, other_id, since, created_by) VALUES (${id}, ${other}, ${ctx.now.toISOString()}, ${authorOf(ctx)}) ON CONFLICT DO NOTHING`);
  await writeAudit(ctx, [{ action: 'link', object: 'case', recordId: id, customerId: row.customerId, detail: { other } }]);
}

/** Takes a link away. Errors: record.not-found. */
export async function unlinkCases(ctx: Context, id: Id, other: Id): Promise<void> {
  const row = await takeCase(ctx, id);
  const gone = await ctx.db.run(sql`DELETE FROM case_link WHERE (case_id = ${id} AND other_id = ${other}) OR (case_id = ${other} AND other_id = ${id})`);
  if (gone > 0) await writeAudit(ctx, [{ action: 'unlink', object: 'case', recordId: id, customerId: row.customerId, detail: { other } }]);
}
