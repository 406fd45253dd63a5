import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate, startOfDay } from '#kernel/period.ts';
import { callMeeting, cancelMeeting, changePlan } from '#modules/meetings/server/actions/call-meeting.ts';
import { closeMeeting, holdMeeting, resolveMeeting, sendMinutes, writeMinutes } from '#modules/meetings/server/actions/hold-meeting.ts';
import { addAction, finishAction } from '#modules/meetings/server/actions/meeting-actions.ts';
import { answerInvitation, noteGuest } from '#modules/meetings/server/actions/take-part.ts';
import { lockMeeting } from '#modules/meetings/server/meeting-rows.ts';
import type { Context } from '#platform/context/context.ts';
import { keyAccountAgenda, minutesOf, opinions } from './meeting-words.ts';
import { type BranchPeople, DAY, type Rooms, hoursAgo } from './rooms.ts';

/** When a meeting of the demo ended: days before today, in the afternoon; negative: still to come. */
type EndedAgo = number;
const END_HOUR = 16;
const endOf = ({ ctx }: Rooms, daysAgo: EndedAgo): Date => new Date(startOfDay(addDays(localDate(ctx.now, ctx.timeZone), -daysAgo), ctx.timeZone).getTime() + END_HOUR * 3_600_000);

interface Called {
  readonly id: Id;
  readonly chair: Id;
  readonly endsAt: Date;
}

interface Guest { readonly id: Id; readonly customer: Id }

/** Contacts of customers of a branch, who may be asked to come. */
const guestsOf = ({ ctx }: Rooms, { unit }: BranchPeople, count: number): Promise<Guest[]> => ctx.db.rows<Guest>(sql`
  SELECT k.id, c.id AS customer FROM contact k JOIN customer c ON c.id = k.customer_id JOIN org_unit u ON u.id = c.unit_id
  WHERE u.path @> ARRAY[${unit}]::uuid[] AND k.is_primary AND k.deleted_at IS NULL AND c.deleted_at IS NULL AND c.kind = 'company' ORDER BY c.created_at, k.id LIMIT ${count}`);

/** Invited by the chair, who sees the branch's customers. */
async function call(rooms: Rooms, branch: BranchPeople, { kind, subject, endedAgo, contacts, names = [], place, goal }: {
  readonly kind: 'symposium' | 'keyAccount' | 'other'; readonly subject: string; readonly endedAgo: EndedAgo; readonly contacts: readonly Guest[]; readonly names?: readonly string[]; readonly place: string; readonly goal: string;
}): Promise<Called> {
  const endsAt = endOf(rooms, endedAgo);
  const startsAt = new Date(endsAt.getTime() - 2 * 3_600_000);
  const calledAt = new Date(Math.min(startsAt.getTime() - 12 * DAY, rooms.ctx.now.getTime() - 3_600_000));
  const { id } = await rooms.act(branch.manager, calledAt, (ctx) => callMeeting(ctx, {
    kind, subject, goal, place, at: startsAt.toISOString(), until: endsAt.toISOString(), participants: { users: branch.team.slice(0, 3), contacts: contacts.map((guest) => guest.id), names },
    ...(kind === 'keyAccount' && { customer: contacts[0]?.customer ?? null, agenda: keyAccountAgenda }), ...(kind === 'other' && { agenda: [{ topic: 'service' as const, title: '督查结果' }, { topic: 'process' as const, title: '下月改进措施' }] }),
  }));
  const answeredAt = new Date(calledAt.getTime() + 30 * 60_000);
  const [colleague] = branch.team;
  if (colleague !== undefined) await rooms.act(colleague, answeredAt, (ctx) => answerInvitation(ctx, id, 'accepted'));
  const outside = await rooms.ctx.db.rows<{ id: Id }>(sql`SELECT id FROM meeting_participant WHERE meeting_id = ${id} AND user_id IS NULL ORDER BY position`);
  for (const [place_, guest] of outside.entries()) {
    if (place_ % 4 === 3) continue;
    await rooms.act(branch.manager, answeredAt, (ctx) => noteGuest(ctx, id, guest.id, { answer: place_ % 4 === 2 ? 'declined' : 'accepted' }));
  }
  return { id, chair: branch.manager, endsAt };
}

const later = ({ endsAt }: Called, hours: number): Date => new Date(endsAt.getTime() + hours * 3_600_000);

async function prepare(rooms: Rooms, { id, chair, endsAt }: Called, done: number): Promise<void> {
  await rooms.act(chair, new Date(Math.min(endsAt.getTime() - 3 * DAY, rooms.ctx.now.getTime() - 1_800_000)), async (ctx) => {
    const { preparation } = await lockMeeting(ctx, id);
    await changePlan(ctx, id, { preparation: preparation.map((item, place) => ({ ...item, isDone: place < done })) });
  });
}

async function write(ctx: Context, id: Id, share = 1): Promise<void> {
  const { agenda } = await lockMeeting(ctx, id);
  const items = agenda.slice(0, Math.ceil(agenda.length * share)).map(({ key, topic }) => ({ key, minutes: minutesOf[topic] ?? '按计划进行，没有新的问题。' }));
  await writeMinutes(ctx, id, { items, summary: share < 1 ? null : '到会客户发言充分，意见逐条记录，下次会议先报告落实情况。' });
}

/** Actions out of what customers said; `done` of them are finished, the rest are due in `dueIn` days from now. */
async function actions(rooms: Rooms, called: Called, branch: BranchPeople, { from, count, done, dueIn }: { readonly from: number; readonly count: number; readonly done: number; readonly dueIn: number }): Promise<void> {
  for (const [place, { said, action }] of opinions.slice(from, from + count).entries()) {
    const owner = branch.team[place % branch.team.length] ?? branch.manager;
    const dueOn = localDate(new Date(rooms.ctx.now.getTime() + (dueIn + place * 3) * DAY), rooms.ctx.timeZone);
    const { id } = await rooms.act(called.chair, later(called, 3), (ctx) => addAction(ctx, called.id, { subject: action, opinion: said, owner, dueOn }));
    if (place < done) await rooms.act(owner, later(called, 90), (ctx) => finishAction(ctx, id, '已完成，照片和数据已交主管'));
  }
}

/** Minutes sent in time. */
async function minute(rooms: Rooms, called: Called): Promise<void> {
  await rooms.act(called.chair, later(called, 1), (ctx) => holdMeeting(ctx, called.id));
  await rooms.act(called.chair, later(called, 5), (ctx) => write(ctx, called.id));
}

const send = (rooms: Rooms, called: Called, hours: number) => rooms.act(called.chair, later(called, hours), async (ctx) => {
  const outside = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM meeting_participant WHERE meeting_id = ${called.id} AND user_id IS NULL AND answer = 'accepted'`);
  await sendMinutes(ctx, called.id, outside.map(({ id }) => id));
});

/** Meetings and symposiums in every state (SF-21, SF-22): to come, held, minutes due, overdue, with actions, closed, cancelled. */
export async function makeMeetings(rooms: Rooms): Promise<void> {
  const [first, second, third, fourth] = rooms.branches;
  if (!first || !second || !third || !fourth) return;
  const year = localDate(rooms.ctx.now, rooms.ctx.timeZone).slice(0, 4);
  const symposium = { kind: 'symposium', place: '客户服务中心二楼会议室', goal: '听取对质量和服务的意见，报告上次意见的落实情况' } as const;

  const last = await call(rooms, first, { ...symposium, subject: `${first.name}上年度客户座谈会`, endedAgo: 371, contacts: await guestsOf(rooms, first, 6) });
  await prepare(rooms, last, 6);
  await minute(rooms, last);
  await actions(rooms, last, first, { from: 0, count: 4, done: 4, dueIn: -340 });
  await send(rooms, last, 30);
  await rooms.act(last.chair, later(last, 40), (ctx) => resolveMeeting(ctx, last.id, 'agreed', '四条意见全部列为行动，季度末向到会客户通报。'));
  await rooms.act(last.chair, later(last, 100 * 24), (ctx) => closeMeeting(ctx, last.id));

  const recent = await call(rooms, second, { ...symposium, subject: `${second.name} ${year} 年客户座谈会`, endedAgo: 24, contacts: await guestsOf(rooms, second, 8), names: ['业主委员会 周老师'] });
  await prepare(rooms, recent, 6);
  await minute(rooms, recent);
  await actions(rooms, recent, second, { from: 1, count: 5, done: 1, dueIn: -6 });
  await send(rooms, recent, 26);

  const fresh = await call(rooms, third, { ...symposium, subject: `${third.name} ${year} 年客户座谈会`, endedAgo: 1, contacts: await guestsOf(rooms, third, 5) });
  await prepare(rooms, fresh, 6);
  await rooms.act(fresh.chair, later(fresh, 1), (ctx) => holdMeeting(ctx, fresh.id));
  await rooms.act(fresh.chair, later(fresh, 4), (ctx) => write(ctx, fresh.id, 0.4));

  const late = await call(rooms, fourth, { kind: 'keyAccount', place: '客户公司三楼', goal: '季度回顾，确定明年的用房计划', subject: '大客户季度会议', endedAgo: 4, contacts: await guestsOf(rooms, fourth, 2) });
  await rooms.act(late.chair, later(late, 1), (ctx) => holdMeeting(ctx, late.id));

  const soon = await call(rooms, first, { ...symposium, subject: `${first.name} ${year} 年客户座谈会`, endedAgo: -9, contacts: await guestsOf(rooms, first, 9), names: ['业主委员会 陈老师'] });
  await prepare(rooms, soon, 3);
  await call(rooms, second, { kind: 'keyAccount', place: '客户公司会议室', goal: '空调改造后的第一次回顾', subject: '大客户回访会议', endedAgo: -2, contacts: await guestsOf(rooms, second, 1) });
  const off = await call(rooms, third, { kind: 'other', place: '线上', goal: '讨论督查结果', subject: '服务督查月度会', endedAgo: -3, contacts: [] });
  await rooms.act(off.chair, hoursAgo(rooms, 0.2), (ctx) => cancelMeeting(ctx, off.id, '与座谈会同一天，并到下月'));
}
