import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, objectDef } from '#platform/records/action-records.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { scoreOf } from '../../rules/exam-marking.ts';
import type { AttemptState } from '../../rules/team-choices.ts';
import { teamNotices } from '../../team.notices.ts';
import { grantSkill } from '../skills/hold-skill.ts';
import { type AttemptRow, GRACE_MS, answersOf, lockAttempt, questionsOf } from './attempt-rows.ts';

/** Ends a running attempt with what was saved: marked at once, or as far as a person need not look. */
export async function finishAttempt(ctx: Context, row: AttemptRow): Promise<AttemptState> {
  const score = scoreOf(await questionsOf(ctx, row), await answersOf(ctx, row.id), row.passMark);
  const submittedAt = new Date(Math.min(ctx.now.getTime(), Date.parse(row.endsAt))).toISOString();
  if (score.open.length === 0) return settle(ctx, row, { percent: score.percent, isPassed: score.isPassed }, { submittedAt });
  await changeRecord(ctx, 'examAttempt', row.id, { state: 'marking', submittedAt });
  const markers = await ctx.db.rows<{ id: Id }>(sql`
    SELECT DISTINCT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id JOIN role_grant g ON g.role = r.role AND g.object = 'examAttempt' AND g.action = 'update' AND g.scope <> 'own' JOIN org_unit n ON n.id = ${row.unit}
    WHERE u.is_active AND u.deleted_at IS NULL AND u.unit_id = ANY(n.path) LIMIT 20`);
  await notify(ctx, { to: markers.map(({ id }) => id), kind: teamNotices.toMark, params: { person: row.ownerName, exam: row.name }, link: `/team/results/${row.id}`, about: { object: 'examAttempt', id: row.id } });
  return 'marking';
}

/** The result stands: passed, it grants its skill (SE-40). */
async function settle(ctx: Context, row: AttemptRow, { percent, isPassed }: { percent: number; isPassed: boolean }, more: Readonly<Record<string, unknown>>): Promise<AttemptState> {
  const state = isPassed ? 'passed' : 'failed';
  await changeRecord(ctx, 'examAttempt', row.id, { state, score: percent, ...more });
  if (isPassed && row.skill !== null) await grantSkill(ctx, { person: row.owner, skill: row.skill, level: row.skillLevel ?? 1, exam: row.exam });
  await notify(ctx, {
    to: [row.owner], kind: teamNotices.result, params: { exam: row.name, score: String(percent), result: isPassed ? '合格' : '不合格', resultEn: isPassed ? 'passed' : 'not passed' }, link: `/team/results/${row.id}`, about: { object: 'examAttempt', id: row.id },
  });
  return state;
}

export interface GivenMark {
  readonly question: string;
  readonly points: number;
  readonly remark: string | null;
}

/** The trainer marks the texts of a paper; nobody marks their own. Errors: record.not-found, auth.forbidden, record.wrong-state, record.invalid. */
export async function markAttempt(ctx: Context, id: Id, marks: readonly GivenMark[]): Promise<{ readonly state: AttemptState }> {
  await requireRecord(ctx, objectDef(ctx, 'examAttempt'), 'update', id);
  const row = await lockAttempt(ctx, id);
  if (row.owner === ctx.actor.userId) throw fail('auth.forbidden', { right: 'examAttempt.update' });
  if (row.state !== 'marking') throw fail('record.wrong-state');
  const questions = await questionsOf(ctx, row);
  for (const [at, { question, points, remark }] of marks.entries()) {
    const asked = questions.find(({ key, kind }) => key === question && kind === 'text');
    if (!asked || points < 0 || points > asked.points) throw fail('record.invalid', { count: 1 }, [{ path: `marks.${at}.points`, code: asked ? 'too-big' : 'not-found', params: asked ? { max: asked.points } : { value: question } }]);
    await ctx.db.run(sql`UPDATE exam_answer SET points = ${points}, remark = ${remark} WHERE attempt_id = ${id} AND question = ${question}`);
  }
  const score = scoreOf(questions, await answersOf(ctx, id), row.passMark);
  if (score.open.length > 0) throw fail('record.invalid', { count: score.open.length }, score.open.map((path) => ({ path, code: 'required' })));
  return { state: await settle(ctx, row, score, { markedAt: ctx.now.toISOString(), markedBy: ctx.actor.userId }) };
}

export const OVERRUN_JOB = 'team.exams';

/** Ends attempts whose time is up, each in its own transaction. @returns how many */
export async function endOverrun(services: Services): Promise<number> {
  const late = new Date(services.clock().getTime() - GRACE_MS).toISOString();
  const rows = await services.database.rows<{ id: Id }>(sql`SELECT id FROM exam_attempt WHERE state = 'running' AND ends_at < ${late} AND deleted_at IS NULL ORDER BY ends_at LIMIT 200`);
  for (const { id } of rows) {
    await runAction(services, { actor: systemActor(services) }, async (ctx) => {
      const row = await lockAttempt(ctx, id);
      if (row.state === 'running') await finishAttempt(ctx, row);
    });
  }
  return rows.length;
}
