import sql from 'sql-template-tag';
import { type Failure, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { tellCaseListeners } from '../case-listeners.ts';
import { type CaseRow, isOver, takeCase } from '../case-rows.ts';
import { pauseClocks, resumeClocks, stopClocks } from '../clocks/run-clocks.ts';
import { reopen } from '../process/step-effects.ts';
import { actorOf, currentStep, openStep } from '../process/open-case-step.ts';
import { processOf } from '../setup/processes.ts';
import { stepOf } from '../../rules/process.ts';
import { addMessage } from './add-message.ts';
import { letSee, tellOfCase } from './case-people.ts';

const requireOpen = (row: CaseRow): CaseRow => {
  if (isOver(row.state)) throw fail('record.wrong-state');
  return row;
};

export interface HandingOn {
  /** For the one who gets it. */
  readonly note?: string | null | undefined;
  /** Who had it when the page was drawn; with another one meanwhile nothing is done. Null: nobody. */
  readonly seenOwner?: Id | null | undefined;
}

async function takenMeanwhile(ctx: Pick<Context, 'db' | 'locale'>, ownerId: Id | null): Promise<Failure> {
  const owner = ownerId === null ? undefined : await ctx.db.maybe<{ name: string }>(sql`SELECT name FROM app_user WHERE id = ${ownerId}`);
  return fail('service.taken-meanwhile', { who: owner?.name ?? (ctx.locale === 'en' ? 'nobody' : '无人') });
}

/**
 * Hands a case on, or takes it (SE-10). Whoever had it keeps seeing it while they are its first receiver (SE-2).
 * Errors: record.not-found, record.wrong-state, service.taken-meanwhile, record.invalid for a person who may not sign in.
 */
export async function handOnCase(ctx: Context, id: Id, to: Id, { note = null, seenOwner }: HandingOn = {}): Promise<void> {
  const row = requireOpen(await takeCase(ctx, id));
  if (row.ownerId === to) return;
  if (seenOwner !== undefined && seenOwner !== row.ownerId) throw await takenMeanwhile(ctx, row.ownerId);
  const person = await ctx.db.maybe<{ unitId: Id | null }>(sql`SELECT unit_id AS "unitId" FROM app_user WHERE id = ${to} AND is_active AND deleted_at IS NULL`);
  if (!person) throw fail('record.invalid', { count: 1 }, [{ path: 'owner', code: 'not-found', params: { value: to } }]);
  // A queue's unit stays: its calendar drives the clocks.
  await changeRecord(ctx, 'case', id, { owner: to, ...(row.queueId === null && { unit: person.unitId }), ...(row.firstReceiverId === null && { firstReceiver: to }) });
  if (row.firstReceiverId !== null && row.firstReceiverId !== to) await letSee(ctx, id, row.firstReceiverId, 'write');
  const step = await currentStep(ctx, id);
  const process = await processOf(ctx, row.processId);
  const declared = step && stepOf(process, step.key);
  if (step && declared) {
    const actor = actorOf(declared.actor, { ...row, ownerId: to, firstReceiverId: row.firstReceiverId ?? to });
    await ctx.db.run(sql`UPDATE case_step SET actor_id = ${actor} WHERE id = ${step.id}`);
  }
  if (note !== null) await addMessage(ctx, id, { kind: 'note', channel: row.channel, body: note });
  await tellOfCase(ctx, to, row, 'given');
  await tellCaseListeners(ctx, { kind: 'handedOn', caseId: id, number: row.number, customerId: row.customerId, channel: row.channel });
}

/** The customer has to say something first: the clocks that may stand do (SE-4). Errors: record.not-found, record.wrong-state. */
export async function waitForCustomer(ctx: Context, id: Id, reason: string): Promise<void> {
  const row = requireOpen(await takeCase(ctx, id));
  if (row.state === 'waiting') return;
  await changeRecord(ctx, 'case', id, { state: 'waiting' });
  await pauseClocks(ctx, id, reason);
}

/** Goes on without waiting for the customer. */
export async function goOn(ctx: Context, id: Id): Promise<void> {
  const row = requireOpen(await takeCase(ctx, id));
  if (row.state !== 'waiting') return;
  await changeRecord(ctx, 'case', id, { state: row.answeredAt === null ? 'open' : 'answered' });
  await resumeClocks(ctx, id, row.unitId);
}

/** The customer takes it back: nothing more is due. Errors: record.not-found, record.wrong-state. */
export async function withdrawCase(ctx: Context, id: Id, reason: string): Promise<void> {
  const row = requireOpen(await takeCase(ctx, id));
  await stopClocks(ctx, id, ['firstResponse', 'whole', 'callback']);
  await ctx.db.run(sql`UPDATE case_step SET state = 'done', done_at = ${ctx.now.toISOString()} WHERE case_id = ${id} AND state <> 'done'`);
  await addMessage(ctx, id, { kind: 'note', channel: row.channel, body: reason });
  await changeRecord(ctx, 'case', id, { state: 'withdrawn', step: null, closedAt: ctx.now.toISOString() });
}

/** A closed case is taken up again at its second step, with new clocks. Errors: record.not-found, record.wrong-state. */
export async function reopenCase(ctx: Context, id: Id, reason: string): Promise<void> {
  const row = await takeCase(ctx, id);
  if (row.state !== 'closed') throw fail('record.wrong-state');
  await addMessage(ctx, id, { kind: 'note', channel: row.channel, body: reason });
  await reopen(ctx, id);
  const process = await processOf(ctx, row.processId);
  const again = process.steps.find((step) => step.effect !== 'record');
  if (again) await openStep(ctx, row, process, again);
}
