import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { forgetPass, lockDayOfTurn, type RosterDay, type TurnKind } from './roster-day.ts';
import { noteChange } from './turn-ledger.ts';
import { tellListeners, type TurnEvent } from './turn-listeners.ts';

export const turnStates = ['assigned', 'receiving', 'ended', 'refused', 'passed'] as const;
export type TurnState = (typeof turnStates)[number];

/** A turn as stored. */
export interface Turn {
  readonly id: Id;
  readonly siteId: Id;
  readonly userId: Id;
  readonly registrationId: Id;
  readonly kind: TurnKind;
  readonly isCounted: boolean;
  readonly isNew: boolean;
  readonly visitor: string | null;
  readonly state: TurnState;
  readonly assignedAt: string;
  readonly dueAt: string;
  readonly decisionId: Id | null;
}

const columns = sql`id, site_id AS "siteId", user_id AS "userId", registration_id AS "registrationId", kind, is_counted AS "isCounted", is_new AS "isNew",
  visitor, state, assigned_at AS "assignedAt", due_at AS "dueAt", decision_id AS "decisionId"`;

/** Errors: record.not-found. */
export async function readTurn(ctx: Pick<Context, 'db'>, turnId: Id): Promise<Turn> {
  const turn = await ctx.db.maybe<Turn>(sql`SELECT ${columns} FROM turn WHERE id = ${turnId}`);
  if (!turn) throw fail('record.not-found');
  return turn;
}

/** Turns of an arrival, the first one first: more than one where the visitor was passed on. */
export const turnsOf = (ctx: Pick<Context, 'db'>, registrationId: Id): Promise<Turn[]> =>
  ctx.db.rows<Turn>(sql`SELECT ${columns} FROM turn WHERE registration_id = ${registrationId} ORDER BY id`);

export const eventOf = (turn: Turn, kind: TurnEvent['kind']): TurnEvent => ({
  kind, siteId: turn.siteId, turnId: turn.id, registrationId: turn.registrationId, userId: turn.userId, turnKind: turn.kind, isCounted: turn.isCounted,
});

/** Locks the day, then reads the turn. Errors: record.not-found, reception.day-not-open, record.wrong-state. */
export async function lockTurn(ctx: Context, turnId: Id, states: readonly TurnState[]): Promise<{ day: RosterDay; turn: Turn }> {
  const day = await lockDayOfTurn(ctx, turnId);
  const turn = await readTurn(ctx, turnId);
  if (!states.includes(turn.state)) throw fail('record.wrong-state');
  return { day, turn };
}

/** The salesperson goes to the visitor (RE-2). Errors as lockTurn. */
export async function takeUpTurn(ctx: Context, turnId: Id): Promise<void> {
  const { day, turn } = await lockTurn(ctx, turnId, ['assigned']);
  await ctx.db.run(sql`UPDATE turn SET state = 'receiving', taken_up_at = ${ctx.now.toISOString()} WHERE id = ${turnId}`);
  await noteChange(ctx, day, { action: 'turn.takenUp', userId: turn.userId, detail: { turn: turnId } });
  await tellListeners(ctx, eventOf(turn, 'takenUp'));
}

/** The reception is over; the person waits again, unless another visitor is still with them (RE-2). Errors as lockTurn. */
export async function endTurn(ctx: Context, turnId: Id): Promise<void> {
  const { day, turn } = await lockTurn(ctx, turnId, ['assigned', 'receiving']);
  await closeTurn(ctx, day, turn, { state: 'ended' });
  await noteChange(ctx, day, { action: 'turn.ended', userId: turn.userId, detail: { turn: turnId } });
  await tellListeners(ctx, eventOf(turn, 'ended'));
}

/** Stores a last state; the caller holds the day's lock, and says what happened. */
export async function closeTurn(ctx: Context, day: RosterDay, turn: Turn, { state, reason }: { readonly state: TurnState; readonly reason?: string }): Promise<void> {
  await ctx.db.run(sql`UPDATE turn SET state = ${state}, ended_at = ${ctx.now.toISOString()}, reason = coalesce(${reason ?? null}, reason) WHERE id = ${turn.id}`);
  await forgetPass(ctx, day.id, turn.userId);
}
