import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type CaseRow, isOver, lockCase, takeCase } from '../case-rows.ts';
import { retypeClocks } from '../clocks/run-clocks.ts';
import { currentStep, openFirstSteps } from '../process/open-case-step.ts';
import { currentProcess } from '../setup/processes.ts';
import { addMessage } from './add-message.ts';
import { type TypeRow, typeOf } from './case-type-row.ts';

export interface Retyping {
  readonly caseType: Id;
  readonly reason: string;
}

/** Who may say what a case is, as it stands: until its nature was judged whoever is in charge, after that only a supervisor. */
export type RetypeRight = 'anybody-in-charge' | 'supervisor' | 'nobody';

/**
 * Nothing but the recording was done: the one in charge may still say that it is something else. Afterwards a supervisor
 * may, until the customer was answered and as long as no solution waits for those who decide.
 */
export async function retypeRightOf(ctx: Pick<Context, 'db'>, row: CaseRow): Promise<RetypeRight> {
  const { done, waits } = await ctx.db.one<{ done: number; waits: number }>(sql`
    SELECT count(*) FILTER (WHERE s.state = 'done' AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(p.steps) t WHERE t->>'key' = s.key AND t->>'effect' = 'record'))::int AS done,
      count(*) FILTER (WHERE s.state = 'approving')::int AS waits FROM case_step s CROSS JOIN process_template p WHERE s.case_id = ${row.id} AND p.id = ${row.processId}`);
  if (isOver(row.state) || row.answeredAt !== null || waits > 0) return 'nobody';
  return done === 0 && row.validity === 'unjudged' ? 'anybody-in-charge' : 'supervisor';
}

/** Whether the actor is the one that the right asks for: the handler, their managers, whoever took it in while nobody handles it; supervisors always. */
export async function mayRetype(ctx: Context, row: CaseRow, right: RetypeRight): Promise<boolean> {
  if (right === 'nobody') return false;
  if (ctx.actor.kind === 'system' || ctx.actor.rights.has('service.manage')) return true;
  if (right === 'supervisor') return false;
  const charge = row.ownerId ?? row.firstReceiverId;
  const selves = new Set(ctx.actor.selves);
  if (charge === null || selves.has(charge)) return true;
  return (await managersOf(ctx, charge)).some((id) => selves.has(id));
}

/**
 * Says that a case is of another type: its process begins anew behind the recording, its clocks are decided anew by the
 * policies of that type from the moment they began (SE-3, SE-4). The audit, the conversation and each clock tell why.
 * Errors: record.not-found, record.wrong-state, service.retype-supervisor, record.invalid for a type that is not in use.
 */
export async function retypeCase(ctx: Context, id: Id, { caseType, reason }: Retyping): Promise<void> {
  const row = await takeCase(ctx, id);
  const right = await retypeRightOf(ctx, row);
  if (right === 'nobody') throw fail('record.wrong-state');
  if (!(await mayRetype(ctx, row, right))) throw fail('service.retype-supervisor');
  const type = await typeOf(ctx, caseType);
  const before = await ctx.db.one<{ id: Id; name: string; queueId: Id | null }>(sql`SELECT t.id, t.name, c.queue_id AS "queueId" FROM service_case c JOIN case_type t ON t.id = c.case_type_id WHERE c.id = ${id}`);
  if (before.id === type.id) return;
  const process = await currentProcess(ctx, type.process);
  const isElsewhere = type.queueId !== before.queueId;
  await changeRecord(ctx, 'case', id, {
    kind: type.kind, caseType, validity: 'unjudged', severity: 'ordinary',
    ...(isElsewhere && { queue: type.queueId, ...(type.queueUnitId !== null && { unit: type.queueUnitId }) }),
  }, { process_template_id: process.id });
  await writeAudit(ctx, [{ action: 'retype', object: 'case', recordId: id, customerId: row.customerId, detail: { reason, from: before.name, to: type.name } }]);
  await beginAnew(ctx, id, process);
  await retypeClocks(ctx, await lockCase(ctx, id), reason);
  await addMessage(ctx, id, { kind: 'note', channel: row.channel, body: noteOf(ctx, before.name, type, reason) });
}

/** The step that was open is taken back: it was not done, and the process that it belongs to is left. */
async function beginAnew(ctx: Context, id: Id, process: Awaited<ReturnType<typeof currentProcess>>): Promise<void> {
  const open = await currentStep(ctx, id);
  if (open) await ctx.db.run(sql`DELETE FROM case_step WHERE id = ${open.id}`);
  const row = await lockCase(ctx, id);
  await openFirstSteps(ctx, row, process);
}

const noteOf = (ctx: Pick<Context, 'locale'>, from: string, type: TypeRow, reason: string): string =>
  (ctx.locale === 'en' ? `Type changed from “${from}” to “${type.name}”: ${reason}` : `类型由“${from}”改为“${type.name}”：${reason}`);
