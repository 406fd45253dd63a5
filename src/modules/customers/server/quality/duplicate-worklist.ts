import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { accessCondition } from '#platform/access/access-condition.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { customerObject } from '../../objects/customer.object.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { worklistMember, worklistPair, worklistGroup } from './quality.answers.ts';

export type WorklistMember = Answered<typeof worklistMember>;

export type WorklistPair = Answered<typeof worklistPair>;

/** Customers that hang together by likely pairs, the surest first. */
export type WorklistGroup = Answered<typeof worklistGroup>;

/** Open pairs whose both sides the actor may merge, put together into groups (CU-13). */
export async function listDuplicateGroups(ctx: Context, limit: number): Promise<WorklistGroup[]> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  const pairs = await ctx.db.rows<WorklistPair>(sql`
    SELECT d.a_id AS a, d.b_id AS b, d.score, d.reasons FROM duplicate_pair d JOIN customer x ON x.id = d.a_id JOIN customer y ON y.id = d.b_id
    WHERE d.state = 'open' AND x.deleted_at IS NULL AND y.deleted_at IS NULL
      AND ${accessCondition(ctx, def, 'merge', 'x')} AND ${accessCondition(ctx, def, 'merge', 'y')}
    ORDER BY d.score DESC, d.a_id, d.b_id LIMIT ${limit}`);
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const rows = await ctx.db.rows<{ r: WorklistMember }>(sql`
    SELECT json_build_object('id', c.id, 'name', c.name, 'code', c.code, 'stage', c.stage, 'completeness', c.completeness, 'owner', u.name,
      'unit', o.name, 'createdAt', c.created_at) AS r
    FROM customer c LEFT JOIN app_user u ON u.id = c.owner_id LEFT JOIN org_unit o ON o.id = c.unit_id WHERE c.id = ANY(${ids}::uuid[])`);
  return groupsOf(pairs, new Map(rows.map(({ r }) => [r.id, r])));
}

function groupsOf(pairs: readonly WorklistPair[], members: ReadonlyMap<Id, WorklistMember>): WorklistGroup[] {
  const leader = new Map<Id, Id>();
  const leaderOf = (id: Id): Id => {
    const next = leader.get(id) ?? id;
    return next === id ? id : leaderOf(next);
  };
  for (const { a, b } of pairs) leader.set(leaderOf(b), leaderOf(a));
  const grouped = Map.groupBy(pairs, ({ a }) => leaderOf(a));
  return [...grouped.values()].map((own) => {
    const ids = [...new Set(own.flatMap(({ a, b }) => [a, b]))];
    return { score: Math.max(...own.map(({ score }) => score)), pairs: own, members: ids.flatMap((id) => members.get(id) ?? []) };
  });
}

/** Takes "not the same" back: the pair waits again, and one that no scan had found is forgotten. */
export async function reopenPair(ctx: Context, one: Id, other: Id): Promise<void> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  await requireRecord(ctx, def, 'merge', one);
  await requireRecord(ctx, def, 'merge', other);
  const [a, b] = one < other ? [one, other] : [other, one];
  await ctx.db.run(sql`DELETE FROM duplicate_pair WHERE a_id = ${a} AND b_id = ${b} AND state = 'different' AND score = 0`);
  await ctx.db.run(sql`
    UPDATE duplicate_pair SET state = 'open', decided_at = NULL, decided_by = NULL WHERE a_id = ${a} AND b_id = ${b} AND state = 'different'`);
  await writeAudit(ctx, [a, b].map((id) => ({
    action: 'maybe-a-duplicate', object: 'customer', recordId: id, customerId: id, detail: { other: id === a ? b : a },
  })));
}

/** A person looked: these two are not the same. They never come back, in no scan and no form (CU-13). */
export async function markDifferent(ctx: Context, one: Id, other: Id): Promise<void> {
  const def = ctx.registry.object(customerObject.key) ?? customerObject;
  if (one === other) throw fail('record.invalid', { count: 1 }, [{ path: 'b', code: 'invalid' }]);
  await requireRecord(ctx, def, 'merge', one);
  await requireRecord(ctx, def, 'merge', other);
  const [a, b] = one < other ? [one, other] : [other, one];
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO duplicate_pair (a_id, b_id, score, reasons, state, found_at, decided_at, decided_by)
    VALUES (${a}, ${b}, 0, '{}', 'different', ${now}, ${now}, ${ctx.actor.userId})
    ON CONFLICT (a_id, b_id) DO UPDATE SET state = 'different', decided_at = EXCLUDED.decided_at, decided_by = EXCLUDED.decided_by`);
  await writeAudit(ctx, [a, b].map((id) => ({
    action: 'not-a-duplicate', object: 'customer', recordId: id, customerId: id, detail: { other: id === a ? b : a },
  })));
}
