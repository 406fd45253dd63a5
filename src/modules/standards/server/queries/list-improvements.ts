import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';

interface ImprovementRow {
  readonly id: Id;
  readonly subject: string;
  readonly plan: string | null;
  readonly result: string | null;
  readonly unit: string;
  readonly owner: string | null;
  readonly dueOn: string;
  readonly state: 'open' | 'done';
  readonly effect: 'pending' | 'improved' | 'notYet';
  readonly auditId: Id;
  readonly audit: string;
}

/** Improvements that the caller may see: open ones first, the most overdue on top. At most 300. Errors: auth.forbidden where what they are about is kept from the caller. */
export async function listImprovements(ctx: Context) {
  requireFields(ctx, 'auditAction', 'subject', 'dueOn', 'state', 'effect', 'auditedUnit', 'audit');
  const told = (field: string, words: string | null) => (seesFields(ctx, 'auditAction', field) ? words : null);
  const def = objectDef(ctx, 'auditAction');
  const today = localDate(ctx.now, ctx.timeZone);
  const rows = await ctx.db.rows<ImprovementRow>(sql`
    SELECT x.id, x.subject, x.plan, x.result, u.name AS unit, w.name AS owner, x.due_on::text AS "dueOn", x.state, x.effect, a.id AS "auditId", a.number AS audit
    FROM audit_action x JOIN org_unit u ON u.id = x.audited_unit_id JOIN service_audit a ON a.id = x.audit_id LEFT JOIN app_user w ON w.id = x.owner_id
    WHERE x.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'x')} ORDER BY x.state = 'done', CASE WHEN x.state = 'open' THEN x.due_on END, x.due_on DESC, x.id LIMIT 300`);
  const open = rows.filter(({ state }) => state === 'open').map(({ id }) => id);
  const mine = ctx.actor.grants.get('auditAction')?.has('update') === true ? await allowedIds(ctx, def, 'update', open) : new Set<Id>();
  return { data: rows.map((row) => ({ ...row, plan: told('plan', row.plan), result: told('result', row.result), owner: told('owner', row.owner), isOverdue: row.state === 'open' && row.dueOn < today, canFinish: mine.has(row.id) })) };
}
