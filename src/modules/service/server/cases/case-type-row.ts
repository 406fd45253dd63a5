import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { CaseKind } from '../../objects/case.object.ts';

/** What follows from the type of a case. */
export interface TypeRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: CaseKind;
  readonly process: string;
  readonly pack: string;
  readonly queueId: Id | null;
  readonly queueUnitId: Id | null;
  readonly skills: readonly string[];
}

/** A service type that is in use. Errors: record.invalid. */
export async function typeOf(ctx: Pick<Context, 'db'>, id: Id): Promise<TypeRow> {
  const type = await ctx.db.maybe<TypeRow>(sql`
    SELECT t.id, t.name, t.kind, t.process, t.pack, q.id AS "queueId", q.unit_id AS "queueUnitId", t.skills || coalesce(q.skills, '{}') AS skills
    FROM case_type t LEFT JOIN service_queue q ON q.id = t.queue_id AND q.is_active AND q.deleted_at IS NULL WHERE t.id = ${id} AND t.is_active AND t.deleted_at IS NULL`);
  if (!type) throw fail('record.invalid', { count: 1 }, [{ path: 'caseType', code: 'not-found', params: { value: id } }]);
  return type;
}
