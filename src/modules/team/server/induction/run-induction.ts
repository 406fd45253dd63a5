import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { INDUCTION_ORIGIN, shippedInduction } from '../../library/shipped-induction.ts';
import { type PlannedStep, dueDayOf } from '../../rules/induction-steps.ts';
import { teamNotices } from '../../team.notices.ts';
import { requireColleague, requirePerson } from '../team-people.ts';
import { tellOnce } from '../told-once.ts';

export interface PlanDraft {
  readonly id?: Id | undefined;
  readonly name: string;
  readonly about: string | null;
  readonly state: 'active' | 'retired';
  readonly steps: readonly PlannedStep[];
}

/** Saves an induction plan; inductions that began keep their steps. Errors: record.duplicate, record.not-found, record.invalid for an exam that is not there. */
export async function saveInductionPlan(ctx: Context, { id, ...draft }: PlanDraft): Promise<{ readonly id: Id }> {
  const twin = await ctx.db.maybe(sql`SELECT 1 FROM induction_plan WHERE name = ${draft.name} AND deleted_at IS NULL AND id IS DISTINCT FROM ${id ?? null}::uuid`);
  if (twin) throw fail('record.duplicate');
  const exams = [...new Set(draft.steps.flatMap(({ exam }) => exam ?? []))];
  const known = await ctx.db.rows(sql`SELECT 1 FROM exam WHERE id = ANY(${exams}::uuid[]) AND deleted_at IS NULL`);
  if (known.length < exams.length) throw fail('record.invalid', { count: 1 }, [{ path: 'steps', code: 'not-found', params: { value: '' } }]);
  const values = { ...draft, steps: draft.steps.toSorted((a, b) => a.day - b.day), stepCount: draft.steps.length };
  if (id === undefined) return { id: await insertRecord(ctx, 'inductionPlan', { values }) };
  await changeRecord(ctx, 'inductionPlan', id, values);
  return { id };
}

/** The plan that ships, in the caller's language; once. */
export async function loadInductionPlan(ctx: Context): Promise<{ readonly added: number }> {
  const { name, about, steps } = shippedInduction[ctx.locale];
  const known = await ctx.db.maybe(sql`SELECT 1 FROM induction_plan WHERE origin = ${INDUCTION_ORIGIN} OR (name = ${name} AND deleted_at IS NULL)`);
  if (known) return { added: 0 };
  await insertRecord(ctx, 'inductionPlan', { values: { name, about, steps, stepCount: steps.length, state: 'active' }, columns: { origin: INDUCTION_ORIGIN } });
  return { added: 1 };
}

export interface InductionStart { readonly person: Id; readonly mentor: Id; readonly plan: Id; readonly startedOn: string }

/** Begins the induction of a newcomer; each step is due by their unit's working calendar (SE-40). Errors: record.invalid, record.duplicate while one runs. */
export async function startInduction(ctx: Context, { person, mentor, plan, startedOn }: InductionStart): Promise<{ readonly id: Id }> {
  const newcomer = await requirePerson(ctx, { object: 'induction', action: 'create', id: person });
  const guide = await requireColleague(ctx, mentor, 'mentor');
  if (person === mentor) throw fail('record.invalid', { count: 1 }, [{ path: 'mentor', code: 'not-allowed' }]);
  const found = await ctx.db.maybe<{ name: string; steps: PlannedStep[] }>(sql`SELECT name, steps FROM induction_plan WHERE id = ${plan} AND state = 'active' AND deleted_at IS NULL`);
  if (!found || found.steps.length === 0) throw fail('record.invalid', { count: 1 }, [{ path: 'plan', code: 'not-found', params: { value: '' } }]);
  const running = await ctx.db.maybe(sql`SELECT 1 FROM induction WHERE owner_id = ${person} AND state = 'running' AND deleted_at IS NULL`);
  if (running) throw fail('record.duplicate');
  const { calendar } = await calendarOfUnit(ctx, newcomer.unitId, { isKept: true });
  const steps = found.steps.map((step) => ({ ...step, dueOn: dueDayOf(calendar, startedOn, step.day) }));
  const dueOn = steps.map((step) => step.dueOn).toSorted().at(-1) ?? startedOn;
  const id = await insertRecord(ctx, 'induction', { values: { subject: `${newcomer.name} · ${found.name}`, plan, mentor, startedOn, dueOn, state: 'running', stepCount: steps.length, doneCount: 0, owner: person, unit: newcomer.unitId } });
  for (const [position, { title, about, phase, exam, dueOn: due }] of steps.entries()) {
    await insertRecord(ctx, 'inductionStep', { values: { title, about: about === '' ? null : about, phase, exam, dueOn: due, induction: id, position, state: 'open' } });
  }
  await ctx.db.run(sql`INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by) VALUES (${ctx.newId()}, 'induction', ${id}, ${mentor}, 'read', ${ctx.now.toISOString()}, ${authorOf(ctx)}) ON CONFLICT DO NOTHING`);
  await notify(ctx, { to: [person, mentor].filter((each) => each !== ctx.actor.userId), kind: teamNotices.induction, params: { person: newcomer.name, mentor: guide.name, day: startedOn }, link: `/team/induction/${id}`, about: { object: 'induction', id } });
  return { id };
}

interface StepRow { readonly id: Id; readonly induction: Id; readonly state: string; readonly examId: Id | null; readonly exam: string | null; readonly owner: Id; readonly mentor: Id; readonly running: boolean }

async function lockStep(ctx: Context, id: Id): Promise<StepRow> {
  const row = await ctx.db.maybe<StepRow>(sql`
    SELECT s.id, s.induction_id AS induction, s.state, s.exam_id AS "examId", x.name AS exam, i.owner_id AS owner, i.mentor_id AS mentor, i.state = 'running' AS running
    FROM induction_step s JOIN induction i ON i.id = s.induction_id LEFT JOIN exam x ON x.id = s.exam_id WHERE s.id = ${id} AND s.deleted_at IS NULL AND i.deleted_at IS NULL FOR UPDATE OF s, i`);
  if (!row) throw fail('record.not-found');
  return row;
}

/**
 * The mentor signs a step off, or whoever keeps the induction; nobody their own. A step with an exam comes after it was passed.
 * The last one ends the induction. Errors: record.not-found, auth.forbidden, record.wrong-state, team.exam-first.
 */
export async function signStep(ctx: Context, id: Id, note: string | null): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'inductionStep'), 'read', id);
  const row = await lockStep(ctx, id);
  const keeps = (await allowedIds(ctx, objectDef(ctx, 'inductionStep'), 'update', [id])).has(id);
  if (row.owner === ctx.actor.userId || (row.mentor !== ctx.actor.userId && !keeps)) throw fail('auth.forbidden', { right: 'inductionStep.update' });
  if (row.state !== 'open' || !row.running) throw fail('record.wrong-state');
  if (row.examId !== null && !(await ctx.db.maybe(sql`SELECT 1 FROM exam_attempt WHERE exam_id = ${row.examId} AND owner_id = ${row.owner} AND state = 'passed' LIMIT 1`))) throw fail('team.exam-first', { exam: row.exam ?? '' });
  await changeRecord(ctx, 'inductionStep', id, { state: 'done', signedAt: ctx.now.toISOString(), signedBy: ctx.actor.userId, note });
  const { done, all } = await ctx.db.one<{ done: number; all: number }>(sql`
    SELECT count(*) FILTER (WHERE state = 'done')::int AS done, count(*)::int AS "all" FROM induction_step WHERE induction_id = ${row.induction} AND deleted_at IS NULL`);
  await changeRecord(ctx, 'induction', row.induction, { doneCount: done, ...(done === all && { state: 'done', finishedAt: ctx.now.toISOString() }) });
}

/** Another mentor goes on with it. Errors: record.not-found, auth.forbidden, record.wrong-state, record.invalid. */
export async function changeInduction(ctx: Context, id: Id, { mentor, isCancelled }: { readonly mentor: Id | null; readonly isCancelled: boolean }): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'induction'), 'update', id);
  const row = await ctx.db.maybe<{ state: string; owner: Id; mentor: Id }>(sql`SELECT state, owner_id AS owner, mentor_id AS mentor FROM induction WHERE id = ${id} FOR UPDATE`);
  if (row?.state !== 'running') throw fail('record.wrong-state');
  if (isCancelled) return void await changeRecord(ctx, 'induction', id, { state: 'cancelled', finishedAt: ctx.now.toISOString() });
  if (mentor === null || mentor === row.mentor) return;
  if (mentor === row.owner) throw fail('record.invalid', { count: 1 }, [{ path: 'mentor', code: 'not-allowed' }]);
  await requireColleague(ctx, mentor, 'mentor');
  await ctx.db.run(sql`DELETE FROM record_share WHERE object = 'induction' AND record_id = ${id} AND user_id = ${row.mentor}`);
  await ctx.db.run(sql`INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by) VALUES (${ctx.newId()}, 'induction', ${id}, ${mentor}, 'read', ${ctx.now.toISOString()}, ${ctx.actor.userId}) ON CONFLICT DO NOTHING`);
  await changeRecord(ctx, 'induction', id, { mentor });
}

export const LATE_STEPS_JOB = 'team.induction';

/** Tells of overdue steps, each once: the newcomer, the mentor and the newcomer's manager. @returns how many */
export const remindLateSteps = (services: Services): Promise<number> => runAction(services, { actor: systemActor(services) }, async (ctx) => {
  const rows = await ctx.db.rows<{ id: Id; title: string; due: string; induction: Id; person: string; owner: Id; mentor: Id; manager: Id | null }>(sql`
    SELECT s.id, s.title, s.due_on::text AS due, i.id AS induction, u.name AS person, i.owner_id AS owner, i.mentor_id AS mentor, u.manager_id AS manager
    FROM induction_step s JOIN induction i ON i.id = s.induction_id AND i.state = 'running' AND i.deleted_at IS NULL JOIN app_user u ON u.id = i.owner_id
    WHERE s.state = 'open' AND s.deleted_at IS NULL AND s.due_on < ${localDate(ctx.now, ctx.timeZone)} AND NOT EXISTS (SELECT 1 FROM team_told t WHERE t.subject_id = s.id AND t.stage = 'late' AND t.due_on = s.due_on)
    ORDER BY s.due_on LIMIT 500 FOR UPDATE OF s SKIP LOCKED`);
  for (const { id, title, due, induction, person, owner, mentor, manager } of rows) {
    if ((await tellOnce(ctx, id, due, ['late'])).length === 0) continue;
    await notify(ctx, { to: [owner, mentor, manager].flatMap((each) => each ?? []), kind: teamNotices.stepLate, params: { person, step: title, day: due }, link: `/team/induction/${induction}`, about: { object: 'induction', id: induction } });
  }
  return rows.length;
});
