import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { startOfWeek } from '#kernel/period.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { SwapState } from '../../rules/team-choices.ts';
import { teamNotices } from '../../team.notices.ts';
import { requireColleague } from '../team-people.ts';
import { type PlanEntry, conflictsOfWeek, refuseConflicts } from './check-week.ts';
import { entriesOf } from './plan-week.ts';

interface ShiftRow { readonly id: Id; readonly owner: Id; readonly unit: Id; readonly plan: Id; readonly day: string; readonly template: Id; readonly subject: string }

/** A shift that has not begun, under its lock. Errors: record.invalid at `path`. */
async function shiftToCome(ctx: Context, id: Id, owner: Id, path: string): Promise<ShiftRow> {
  const row = await ctx.db.maybe<ShiftRow>(sql`
    SELECT id, owner_id AS owner, unit_id AS unit, plan_id AS plan, on_day::text AS day, template_id AS template, subject FROM shift
    WHERE id = ${id} AND owner_id = ${owner} AND state = 'on' AND deleted_at IS NULL AND starts_at > ${ctx.now.toISOString()} FOR UPDATE`);
  if (!row) throw fail('record.invalid', { count: 1 }, [{ path, code: 'not-found', params: { value: '' } }]);
  return row;
}

export interface SwapWish { readonly shift: Id; readonly partner: Id; readonly partnerShift: Id | null; readonly reason: string | null }

/** Asks a colleague of the unit to take a shift, or to swap it for one of theirs (SE-40). Errors: record.invalid, record.duplicate while one is open. */
export async function askSwap(ctx: Context, { shift, partner, partnerShift, reason }: SwapWish): Promise<{ readonly id: Id }> {
  const mine = await shiftToCome(ctx, shift, ctx.actor.userId, 'shift');
  const colleague = await requireColleague(ctx, partner, 'partner');
  if (colleague.unitId !== mine.unit || partner === ctx.actor.userId) throw fail('record.invalid', { count: 1 }, [{ path: 'partner', code: 'not-allowed' }]);
  const theirs = partnerShift === null ? null : await shiftToCome(ctx, partnerShift, partner, 'partnerShift');
  if (theirs?.day === mine.day && theirs.template === mine.template) throw fail('record.invalid', { count: 1 }, [{ path: 'partnerShift', code: 'not-allowed' }]);
  const open = await ctx.db.maybe(sql`SELECT 1 FROM shift_swap WHERE shift_id = ${shift} AND state IN ('asked', 'agreed') AND deleted_at IS NULL`);
  if (open) throw fail('record.duplicate');
  const id = await insertRecord(ctx, 'shiftSwap', { values: { subject: mine.subject, shift, partner, partnerShift, reason, state: 'asked', unit: mine.unit } });
  // The colleague reads the request by a share: it is not theirs.
  await ctx.db.run(sql`INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by) VALUES (${ctx.newId()}, 'shiftSwap', ${id}, ${partner}, 'read', ${ctx.now.toISOString()}, ${ctx.actor.userId}) ON CONFLICT DO NOTHING`);
  await notify(ctx, { to: [partner], kind: teamNotices.swapAsked, params: { person: ctx.actor.name, shift: mine.subject }, link: '/team/my-shifts', about: { object: 'shiftSwap', id } });
  return { id };
}

interface SwapRow { readonly id: Id; readonly subject: string; readonly owner: Id; readonly ownerName: string; readonly partner: Id; readonly partnerName: string; readonly shift: Id; readonly partnerShift: Id | null; readonly state: SwapState; readonly unit: Id }

async function lockSwap(ctx: Context, id: Id, ...states: readonly SwapState[]): Promise<SwapRow> {
  await requireRecord(ctx, objectDef(ctx, 'shiftSwap'), 'read', id);
  const row = await ctx.db.maybe<SwapRow>(sql`
    SELECT s.id, s.subject, s.owner_id AS owner, o.name AS "ownerName", s.partner_id AS partner, p.name AS "partnerName", s.shift_id AS shift, s.partner_shift_id AS "partnerShift", s.state, s.unit_id AS unit
    FROM shift_swap s JOIN app_user o ON o.id = s.owner_id JOIN app_user p ON p.id = s.partner_id WHERE s.id = ${id} AND s.deleted_at IS NULL FOR UPDATE OF s`);
  if (!row) throw fail('record.not-found');
  if (!states.includes(row.state)) throw fail('record.wrong-state');
  return row;
}

const forbid = (isAllowed: boolean): void => {
  if (!isAllowed) throw fail('auth.forbidden', { right: 'shiftSwap.update' });
};

const settled = (ctx: Context, { id, subject }: SwapRow, to: readonly Id[], [result, resultEn]: readonly [string, string]) =>
  notify(ctx, { to: to.filter((person) => person !== ctx.actor.userId), kind: teamNotices.swapSettled, params: { shift: subject, result, resultEn }, link: '/team/my-shifts', about: { object: 'shiftSwap', id } });

/** The colleague answers; then the planners of the unit decide. Errors: record.not-found, auth.forbidden, record.wrong-state. */
export async function answerSwap(ctx: Context, id: Id, { isAgreed, answer }: { readonly isAgreed: boolean; readonly answer: string | null }): Promise<void> {
  const row = await lockSwap(ctx, id, 'asked');
  forbid(row.partner === ctx.actor.userId);
  await changeRecord(ctx, 'shiftSwap', id, { state: isAgreed ? 'agreed' : 'declined', answer });
  if (!isAgreed) return settled(ctx, row, [row.owner], ['同事未同意', 'declined by the colleague']);
  const planners = await ctx.db.rows<{ id: Id }>(sql`
    SELECT DISTINCT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id JOIN role_grant g ON g.role = r.role AND g.object = 'shiftSwap' AND g.action = 'assign' JOIN org_unit n ON n.id = ${row.unit}
    WHERE u.is_active AND u.deleted_at IS NULL AND u.unit_id = ANY(n.path) LIMIT 20`);
  return notify(ctx, { to: planners.map((planner) => planner.id), kind: teamNotices.swapAgreed, params: { person: row.ownerName, partner: row.partnerName, shift: row.subject }, link: '/team/shifts', about: { object: 'shiftSwap', id } });
}

/** Whoever asked takes it back. Errors: as above. */
export async function withdrawSwap(ctx: Context, id: Id): Promise<void> {
  const row = await lockSwap(ctx, id, 'asked', 'agreed');
  forbid(row.owner === ctx.actor.userId);
  await changeRecord(ctx, 'shiftSwap', id, { state: 'withdrawn' });
}

/** The planner decides; approved, the shifts change hands in the plan too. Nobody approves their own. Errors: as above, team.conflicts. */
export async function decideSwap(ctx: Context, id: Id, { isApproved, answer, isAccepted }: { readonly isApproved: boolean; readonly answer: string | null; readonly isAccepted: boolean }): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'shiftSwap'), 'assign', id);
  const row = await lockSwap(ctx, id, 'agreed');
  forbid(![row.owner, row.partner].includes(ctx.actor.userId));
  if (isApproved) await changeHands(ctx, row, isAccepted);
  await changeRecord(ctx, 'shiftSwap', id, { state: isApproved ? 'approved' : 'refused', ...(answer !== null && { answer }), decidedAt: ctx.now.toISOString(), decidedBy: ctx.actor.userId });
  await settled(ctx, row, [row.owner, row.partner], isApproved ? ['已批准', 'approved'] : ['未批准', 'not approved']);
}

async function changeHands(ctx: Context, row: SwapRow, isAccepted: boolean): Promise<void> {
  const given = await shiftToCome(ctx, row.shift, row.owner, 'shift');
  const taken = row.partnerShift === null ? null : await shiftToCome(ctx, row.partnerShift, row.partner, 'partnerShift');
  const moves = [{ shift: given, to: row.partner }, ...(taken ? [{ shift: taken, to: row.owner }] : [])];
  if (!isAccepted) for (const week of new Set(moves.map(({ shift }) => startOfWeek(shift.day)))) await checkMoves(ctx, row.unit, week, moves);
  for (const move of moves) await requireFree(ctx, move, moves.map(({ shift }) => shift.id));
  for (const { shift } of moves) await ctx.db.run(sql`DELETE FROM shift_entry WHERE plan_id = ${shift.plan} AND user_id = ${shift.owner} AND on_day = ${shift.day} AND template_id = ${shift.template}`);
  for (const { shift, to } of moves) {
    await changeRecord(ctx, 'shift', shift.id, { owner: to });
    await ctx.db.run(sql`INSERT INTO shift_entry (plan_id, user_id, on_day, template_id) VALUES (${shift.plan}, ${to}, ${shift.day}, ${shift.template}) ON CONFLICT DO NOTHING`);
  }
}

/** Nobody works one shift of a day twice. Errors: record.duplicate. */
async function requireFree(ctx: Context, { shift, to }: { readonly shift: ShiftRow; readonly to: Id }, moving: readonly Id[]): Promise<void> {
  const twin = await ctx.db.maybe(sql`
    SELECT 1 FROM shift WHERE owner_id = ${to} AND on_day = ${shift.day} AND template_id = ${shift.template} AND state = 'on' AND deleted_at IS NULL AND id <> ALL(${[...moving]}::uuid[])`);
  if (twin) throw fail('record.duplicate');
}

/** Of the week as it would become, only what concerns the two of them. */
async function checkMoves(ctx: Context, unit: Id, week: string, moves: readonly { readonly shift: ShiftRow; readonly to: Id }[]): Promise<void> {
  const plan = moves.find(({ shift }) => startOfWeek(shift.day) === week)?.shift.plan ?? null;
  const now = plan === null ? [] : await entriesOf(ctx, plan);
  const isSame = (entry: PlanEntry, { shift }: { readonly shift: ShiftRow }) => entry.person === shift.owner && entry.day === shift.day && entry.template === shift.template;
  const entries = now.map((entry) => { const move = moves.find((each) => isSame(entry, each)); return move ? { ...entry, person: move.to } : entry; });
  const people = new Set(moves.flatMap(({ shift, to }) => [shift.owner, to]));
  const conflicts = await conflictsOfWeek(ctx, { unit, week, entries, plan });
  await refuseConflicts(ctx, conflicts.filter((conflict) => conflict.kind !== 'cover' && people.has(conflict.person)));
}
