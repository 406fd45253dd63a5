import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { flowAnswer, flowsAnswer } from '../approvals.answers.ts';
import type { ApprovalKinds } from '../kind-registry.ts';

type ShownFlow = Answered<typeof flowAnswer>;

/** Every kind with its flows in their order; a kind without flows goes by the default. */
export async function listFlows(ctx: Context, kinds: ApprovalKinds): Promise<Answered<typeof flowsAnswer>> {
  const flows = await ctx.db.rows<ShownFlow>(sql`
    SELECT id, kind, name, position, is_active AS "isActive", allows_own AS "allowsOwn", conditions, steps, version FROM approval_flow
    WHERE deleted_at IS NULL ORDER BY kind, position, id`);
  const users = flows.flatMap((flow) => flow.steps.flatMap(({ by }) => (by.kind === 'people' ? by.users : [])));
  const units = flows.flatMap((flow) => flow.conditions.flatMap((one) => (one.kind === 'unit' ? [one.unit] : [])));
  const [people, named] = await Promise.all([
    ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${users}::uuid[])`),
    ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM org_unit WHERE id = ANY(${units}::uuid[])`),
  ]);
  return {
    data: kinds().map((kind) => {
      const own = flows.filter((flow) => flow.kind === kind.key);
      const ids = new Set(own.flatMap((flow) => flow.steps.flatMap(({ by }) => (by.kind === 'people' ? by.users : []))));
      const unitIds = new Set(own.flatMap((flow) => flow.conditions.flatMap((one) => (one.kind === 'unit' ? [one.unit] : []))));
      return {
        key: kind.key, label: kind.label[ctx.locale], hasSubjectSigners: kind.signersOf !== undefined, facts: [...(kind.facts ?? [])], flows: own,
        people: people.filter((person) => ids.has(person.id)), units: named.filter((unit) => unitIds.has(unit.id)),
      };
    }),
  };
}
