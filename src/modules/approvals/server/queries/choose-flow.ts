import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind } from '#platform/modules/approval-kind.ts';
import { type Condition, type Flow, type Step, expandSteps, matchFlow } from '../../rules/flow.ts';

interface FlowRow {
  readonly id: Id;
  readonly name: string;
  readonly allows_own: boolean;
  readonly conditions: readonly Condition[];
  readonly steps: readonly Step[];
}

const DAY_HOURS = 24;

/** Without a flow of the company's own: whoever comes with the subject, else the requester's manager; one step. */
export const defaultFlow = (kind: ApprovalKind): Flow => ({
  id: null, name: '', allowsOwn: false,
  steps: [{ name: null, by: kind.signersOf ? { kind: 'subject' } : { kind: 'manager', levels: 1 }, rule: { kind: 'any' }, timeoutHours: kind.signersOf ? DAY_HOURS : null }],
});

interface Asked {
  readonly unitId: Id | null;
  readonly amount: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The flow that a request takes: the first of the kind, in the administrator's order, whose conditions hold. */
export async function chooseFlow(ctx: Pick<Context, 'db'>, kind: ApprovalKind, asked: Asked): Promise<Flow> {
  const flows = await ctx.db.rows<FlowRow>(sql`
    SELECT id, name, allows_own, conditions, steps FROM approval_flow
    WHERE kind = ${kind.key} AND is_active AND deleted_at IS NULL ORDER BY position, id`);
  if (flows.length === 0) return defaultFlow(kind);
  const unit = await ctx.db.maybe<{ path: Id[] }>(sql`SELECT path FROM org_unit WHERE id = ${asked.unitId}`);
  const found = matchFlow(flows, { amount: asked.amount, unitPath: unit?.path ?? [], facts: asked.facts });
  return found === undefined ? defaultFlow(kind) : { id: found.id, name: found.name, allowsOwn: found.allows_own, steps: expandSteps(found.steps) };
}
