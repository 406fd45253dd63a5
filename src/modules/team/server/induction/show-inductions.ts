import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { reachesOthers } from '../team-people.ts';
import type { inductionAnswer, inductionsAnswer } from './induction.answers.ts';

type All = Answered<typeof inductionsAnswer>;
type One = Answered<typeof inductionAnswer>;

/** Inductions that the caller may see, running ones first, the most overdue on top; and the plans (SE-40). */
export async function listInductions(ctx: Context): Promise<All> {
  requireFields(ctx, 'induction', 'plan', 'mentor', 'startedOn', 'dueOn', 'state');
  const today = localDate(ctx.now, ctx.timeZone);
  const [inductions, plans] = await Promise.all([
    ctx.db.rows<Omit<All['inductions'][number], 'isMine' | 'isMentor'>>(sql`
      SELECT x.id, jsonb_build_object('id', u.id, 'name', u.name) AS person, jsonb_build_object('id', m.id, 'name', m.name) AS mentor, p.name AS plan, x.started_on::text AS "startedOn", x.due_on::text AS "dueOn", x.state,
        x.step_count AS steps, x.done_count AS done, late.count AS late, next.title AS next, next.due_on::text AS "nextDue"
      FROM induction x JOIN app_user u ON u.id = x.owner_id JOIN app_user m ON m.id = x.mentor_id JOIN induction_plan p ON p.id = x.plan_id
      LEFT JOIN LATERAL (SELECT count(*)::int AS count FROM induction_step s WHERE s.induction_id = x.id AND s.state = 'open' AND s.due_on < ${today} AND x.state = 'running') late ON true
      LEFT JOIN LATERAL (SELECT title, due_on FROM induction_step s WHERE s.induction_id = x.id AND s.state = 'open' AND x.state = 'running' ORDER BY position LIMIT 1) next ON true
      WHERE x.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'induction'), 'read', 'x')} ORDER BY x.state <> 'running', late.count DESC, x.started_on DESC, x.id LIMIT 200`),
    ctx.db.rows<All['plans'][number]>(sql`SELECT id, name, about, state, steps FROM induction_plan WHERE deleted_at IS NULL ORDER BY state, name LIMIT 100`),
  ]);
  const me = ctx.actor.userId;
  const mayPlan = ctx.actor.grants.get('inductionPlan')?.has('update') === true;
  return {
    today, mayPlan, mayStart: reachesOthers(ctx, 'induction', 'create'), inductions: inductions.map((row) => ({ ...row, isMine: row.person.id === me, isMentor: row.mentor.id === me })),
    plans: mayPlan ? plans : [],
  };
}

/** One induction with its steps. Errors: record.not-found. */
export async function showInduction(ctx: Context, id: Id): Promise<One> {
  requireFields(ctx, 'inductionStep', 'title', 'dueOn', 'state');
  await requireRecord(ctx, objectDef(ctx, 'induction'), 'read', id);
  const row = await ctx.db.maybe<Pick<One, 'person' | 'mentor' | 'plan' | 'startedOn' | 'dueOn' | 'state'>>(sql`
    SELECT jsonb_build_object('id', u.id, 'name', u.name) AS person, jsonb_build_object('id', m.id, 'name', m.name) AS mentor, p.name AS plan, x.started_on::text AS "startedOn", x.due_on::text AS "dueOn", x.state
    FROM induction x JOIN app_user u ON u.id = x.owner_id JOIN app_user m ON m.id = x.mentor_id JOIN induction_plan p ON p.id = x.plan_id WHERE x.id = ${id} AND x.deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  const today = localDate(ctx.now, ctx.timeZone);
  const steps = await ctx.db.rows<Omit<One['steps'][number], 'isLate'>>(sql`
    SELECT s.id, s.title, s.about, s.phase, s.due_on::text AS "dueOn", s.state, CASE WHEN e.id IS NULL THEN NULL ELSE jsonb_build_object('id', e.id, 'name', e.name) END AS exam,
      EXISTS (SELECT 1 FROM exam_attempt a WHERE a.exam_id = s.exam_id AND a.owner_id = ${row.person.id} AND a.state = 'passed') AS "isExamPassed", s.signed_at AS "signedAt", w.name AS "signedBy", s.note
    FROM induction_step s LEFT JOIN exam e ON e.id = s.exam_id LEFT JOIN app_user w ON w.id = s.signed_by_id WHERE s.induction_id = ${id} AND s.deleted_at IS NULL ORDER BY s.position, s.id`);
  const mayChange = (await allowedIds(ctx, objectDef(ctx, 'induction'), 'update', [id])).has(id) && row.state === 'running';
  const me = ctx.actor.userId;
  const tells = (field: string) => seesFields(ctx, 'inductionStep', field);
  return {
    id, ...row, today, mayChange, maySign: row.state === 'running' && row.person.id !== me && (row.mentor.id === me || mayChange),
    steps: steps.map((step) => ({
      ...step, about: tells('about') ? step.about : null, note: tells('note') ? step.note : null, signedAt: step.signedAt === null ? null : isoTime(step.signedAt), isLate: row.state === 'running' && step.state === 'open' && step.dueOn < today,
    })),
  };
}
