import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { addWorkerFilter } from '#modules/fieldwork/server/fieldwork.public.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { addAssigneeFilter, addCaseListener } from '#modules/service/server/service.public.ts';
import { teamNotices } from '../../team.notices.ts';
import { objectionsTo } from './able-people.ts';
import type { casePeopleAnswer } from './skills.answers.ts';

interface CaseNeed {
  readonly number: string;
  readonly state: string;
  readonly ownerId: Id | null;
  readonly queueId: Id | null;
  readonly unitId: Id | null;
  readonly isByLoad: boolean;
  readonly skills: readonly string[];
}

const needOfCase = (ctx: Pick<Context, 'db'>, id: Id) => ctx.db.maybe<CaseNeed>(sql`
  SELECT c.number, c.state, c.owner_id AS "ownerId", c.queue_id AS "queueId", c.unit_id AS "unitId", coalesce(q.assignment = 'load', false) AS "isByLoad", t.skills || coalesce(q.skills, '{}') AS skills
  FROM service_case c JOIN case_type t ON t.id = c.case_type_id LEFT JOIN service_queue q ON q.id = c.queue_id WHERE c.id = ${id} AND c.deleted_at IS NULL`);

interface Member { readonly id: Id; readonly name: string; readonly open: number }

const membersOf = (ctx: Pick<Context, 'db'>, queue: Id) => ctx.db.rows<Member>(sql`
  SELECT u.id, u.name, (SELECT count(*)::int FROM service_case c WHERE c.owner_id = u.id AND c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL) AS open
  FROM service_queue_member m JOIN app_user u ON u.id = m.user_id AND u.is_active AND u.deleted_at IS NULL WHERE m.queue_id = ${queue} ORDER BY open, u.name LIMIT 200`);

/** Who of the queue can take a case now, and what speaks against the others (SE-40). Errors: record.not-found. */
export async function peopleForCase(ctx: Context, id: Id): Promise<Answered<typeof casePeopleAnswer>> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', id);
  const need = await needOfCase(ctx, id);
  const members = need?.queueId == null ? [] : await membersOf(ctx, need.queueId);
  const objections = await objectionsTo(ctx, { people: members.map((each) => each.id), skills: need?.skills ?? [], from: ctx.now, to: ctx.now });
  const people = members.map((member) => ({ ...member, reasons: objections.filter(({ userId }) => userId === member.id).map(({ reason }) => reason) }));
  const mayHandOn = ctx.actor.grants.get('case')?.has('update') === true && need !== undefined && ['open', 'waiting', 'answered'].includes(need.state);
  return { skills: [...new Set(need?.skills ?? [])], owner: need?.ownerId ?? null, mayHandOn, able: people.filter(({ reasons }) => reasons.length === 0).map(({ id: person, name, open }) => ({ id: person, name, open })), unable: people.filter(({ reasons }) => reasons.length > 0).map(({ id: person, name, reasons }) => ({ id: person, name, reasons })) };
}

/** A case for which nobody of its queue qualifies lies in the queue: those who supervise it are told, with the commonest reasons. */
async function tellNobodyAble(ctx: Context, caseId: Id): Promise<void> {
  const need = await needOfCase(ctx, caseId);
  if (!need || need.ownerId !== null || need.queueId === null || !need.isByLoad) return;
  const members = await membersOf(ctx, need.queueId);
  const objections = await objectionsTo(ctx, { people: members.map((each) => each.id), skills: need.skills, from: ctx.now, to: ctx.now });
  if (objections.length === 0) return;
  const reasons = [...new Map(objections.map(({ reason }) => [reason['zh-CN'], reason])).values()].slice(0, 4);
  const chiefs = await ctx.db.rows<{ id: Id }>(sql`
    SELECT DISTINCT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id JOIN role_grant g ON g.role = r.role AND g.object = 'case' AND g.action = 'assign'
      JOIN org_unit n ON n.id = ${need.unitId} WHERE u.is_active AND u.deleted_at IS NULL AND u.unit_id = ANY(n.path) LIMIT 20`);
  await notify(ctx, {
    to: chiefs.map(({ id }) => id), kind: teamNotices.nobody, params: { number: need.number, reasons: reasons.map((reason) => reason['zh-CN']).join('；'), reasonsEn: reasons.map(({ en }) => en).join('; ') }, link: { object: 'case', id: caseId },
  });
}

/** Called at load: cases and service orders ask whom they can go to. */
export function listenToAssignments(): void {
  addAssigneeFilter(async (ctx, people, { skills }) => {
    const against = new Set((await objectionsTo(ctx, { people, skills, from: ctx.now, to: ctx.now })).map(({ userId }) => userId));
    return new Set(people.filter((id) => !against.has(id)));
  });
  addWorkerFilter(async (ctx, { people, skills, window }) => {
    const [from, to] = window === null ? [ctx.now, ctx.now] : [new Date(window.from), new Date(window.to)];
    // Without an appointment nobody has to be there yet.
    return (await objectionsTo(ctx, { people, skills, from, to })).filter(({ kind }) => window !== null || kind === 'skill');
  });
  addCaseListener({ onCaseEvent: async (ctx, event) => { if (event.kind === 'opened') await tellNobodyAble(ctx, event.caseId); } });
}
