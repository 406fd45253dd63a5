import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { assignOn, type AssignedTurn } from './assign-turn.ts';
import { decidePass } from './ask-turn-policy.ts';
import { forgetPass, personOn, readPeople } from './roster-day.ts';
import { closeTurn, eventOf, lockTurn } from './turn-steps.ts';
import { noteChange, postEntries } from './turn-ledger.ts';
import { tellListeners } from './turn-listeners.ts';

export interface TurnReason {
  readonly turnId: Id;
  readonly reason: string;
  /** The decision that says so; its clause goes into the ledger. */
  readonly decisionId?: Id | null;
}

/**
 * The visitor does not want this person. `isIdle`: the turn counts as idle and its owner is next again (3.10c);
 * otherwise it stays counted. The caller assigns the visitor anew. Errors: record.not-found, record.wrong-state,
 * reception.day-not-open.
 */
export async function refuseTurn(ctx: Context, { turnId, reason, decisionId = null, isIdle }: TurnReason & { readonly isIdle: boolean }): Promise<void> {
  const { day, turn } = await lockTurn(ctx, turnId, ['assigned', 'receiving']);
  await closeTurn(ctx, day, turn, { state: 'refused', reason });
  if (isIdle && turn.isCounted) await postEntries(ctx, day, [{ userId: turn.userId, kind: 'idle', amount: -1, turnId, decisionId, reason }]);
  await noteChange(ctx, day, { action: 'turn.refused', userId: turn.userId, reason, decisionId, detail: { turn: turnId, isIdle } });
  await tellListeners(ctx, eventOf(turn, 'refused'));
}

/**
 * A counted turn counts as idle after all, so its owner is next again: the visitor turns out to be another's (3.7g).
 * Works in every state of the turn; an open one ends. A second time changes nothing. Errors: record.not-found,
 * record.wrong-state (it was never counted), reception.day-not-open.
 */
export async function reverseTurn(ctx: Context, { turnId, reason, decisionId = null }: TurnReason): Promise<void> {
  const { day, turn } = await lockTurn(ctx, turnId, ['assigned', 'receiving', 'ended', 'refused', 'passed']);
  if (!turn.isCounted) throw fail('record.wrong-state');
  const isBack = await ctx.db.maybe(sql`SELECT 1 FROM turn_entry WHERE turn_id = ${turnId} AND kind IN ('idle', 'givenBack')`);
  if (isBack !== undefined) return;
  if (turn.state === 'assigned' || turn.state === 'receiving') await closeTurn(ctx, day, turn, { state: 'ended', reason });
  await postEntries(ctx, day, [{ userId: turn.userId, kind: 'idle', amount: -1, turnId, decisionId, reason }]);
  await noteChange(ctx, day, { action: 'turn.reversed', userId: turn.userId, reason, decisionId, detail: { turn: turnId } });
  await tellListeners(ctx, eventOf(turn, 'reversed'));
}

/**
 * A turn that nobody took up in time goes on to the next; the person counts as absent (RE-3). Errors: as refuseTurn,
 * reception.not-due, reception.nobody-free.
 */
export async function passTurn(ctx: Context, { turnId, reason }: { readonly turnId: Id; readonly reason: string }): Promise<AssignedTurn> {
  const { day, turn } = await lockTurn(ctx, turnId, ['assigned']);
  if (new Date(turn.dueAt) > ctx.now) throw fail('reception.not-due');
  await closeTurn(ctx, day, turn, { state: 'passed', reason });
  const person = personOn(await readPeople(ctx, day.id), turn.userId);
  const pass = await decidePass(ctx, day, { ...person, awayState: 'absent', busyKind: null, isConfirmed: false });
  await forgetPass(ctx, day.id, turn.userId);
  const why = { userId: turn.userId, decisionId: pass.decisionId, clause: pass.clause, reason };
  if (turn.isCounted) {
    const entry = { ...why, kind: 'givenBack', amount: -1, turnId } as const;
    await postEntries(ctx, day, [entry, pass.effect === 'lost' ? { ...why, kind: 'lost', amount: 1 } : { ...why, kind: 'kept', amount: 0 }]);
  }
  await noteChange(ctx, day, { action: 'turn.passed', userId: turn.userId, reason, decisionId: pass.decisionId, clause: pass.clause, detail: { turn: turnId } });
  await tellListeners(ctx, eventOf(turn, 'passed'));
  const { siteId, registrationId, kind, isCounted, isNew, visitor, decisionId } = turn;
  const request = { siteId, registrationId, receiver: 'rotation', kind, isCounted, isNew, decisionId, without: turn.userId, ...(visitor !== null && { visitor }) } as const;
  return assignOn(ctx, day, request);
}
