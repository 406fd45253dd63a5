import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type ProcessStep, type StepActor, type StepAnswers, stepAfter } from '../../rules/process.ts';
import type { CaseRow } from '../case-rows.ts';
import { tellOfCase } from '../cases/case-people.ts';
import { stepDue } from '../clocks/step-due.ts';
import type { ProcessRow } from '../setup/processes.ts';

export interface StepRow {
  readonly id: Id;
  readonly key: string;
  readonly round: number;
  readonly state: 'open' | 'approving' | 'done';
  readonly actorId: Id | null;
}

/** Whom a step waits for, where one person is named; a recheck and a manager's step are open to several. */
export const actorOf = (actor: StepActor, row: Pick<CaseRow, 'ownerId' | 'firstReceiverId' | 'responsibleId'>): Id | null => {
  if (actor === 'firstReceiver') return row.firstReceiverId ?? row.ownerId;
  if (actor === 'responsible') return row.responsibleId ?? row.ownerId;
  return actor === 'handler' ? row.ownerId : null;
};

/** Opens a step: the only one of its case that can be done (SE-3). */
export async function openStep(ctx: Context, row: CaseRow, process: Pick<ProcessRow, 'steps'>, step: ProcessStep): Promise<void> {
  const actorId = actorOf(step.actor, row);
  const deadline = await stepDue(ctx, row.unitId, step, ctx.now);
  await ctx.db.run(sql`
    INSERT INTO case_step (id, case_id, key, position, round, state, actor_id, opened_at, due_from, due_at, answers)
    SELECT ${ctx.newId()}, ${row.id}, ${step.key}, ${process.steps.indexOf(step)}, coalesce(max(round), 0) + 1, 'open', ${actorId}, ${ctx.now.toISOString()},
      ${deadline === undefined ? null : ctx.now.toISOString()}::timestamptz, ${deadline?.due ?? null}::timestamptz, '{}'
    FROM case_step WHERE case_id = ${row.id} AND key = ${step.key}`);
  await changeRecord(ctx, 'case', row.id, { step: step.key });
  await tellOfCase(ctx, actorId, row, 'step');
}

/** A case is recorded by being taken in; the next step opens at once. */
export async function openFirstSteps(ctx: Context, row: CaseRow, process: ProcessRow): Promise<void> {
  const [first] = process.steps;
  if (first === undefined) return;
  if (first.effect !== 'record') return openStep(ctx, row, process, first);
  // Known already where the case was of another type before: it was recorded once.
  await ctx.db.run(sql`
    INSERT INTO case_step (id, case_id, key, position, state, actor_id, opened_at, done_at, done_by)
    VALUES (${ctx.newId()}, ${row.id}, ${first.key}, 0, 'done', ${row.firstReceiverId}, ${ctx.now.toISOString()}, ${ctx.now.toISOString()}, ${row.firstReceiverId})
    ON CONFLICT (case_id, key, round) DO NOTHING`);
  const next = stepAfter(process, first.key, {});
  if (next) await openStep(ctx, row, process, next);
}

/** The step that is under way, under lock. */
export const currentStep = (ctx: Pick<Context, 'db'>, caseId: Id): Promise<StepRow | undefined> =>
  ctx.db.maybe<StepRow>(sql`SELECT id, key, round, state, actor_id AS "actorId" FROM case_step WHERE case_id = ${caseId} AND state <> 'done' FOR UPDATE`);

/** Marks a step done, with its answers. */
export async function closeStep(ctx: Context, stepId: Id, answers: StepAnswers, doneBy: Id | null): Promise<void> {
  await ctx.db.run(sql`UPDATE case_step SET state = 'done', done_at = ${ctx.now.toISOString()}, done_by = ${doneBy}, answers = ${JSON.stringify(answers)} WHERE id = ${stepId}`);
}
