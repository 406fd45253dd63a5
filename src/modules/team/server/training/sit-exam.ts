import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { drawPaper } from '../../rules/draw-paper.ts';
import { type Sitting, attemptsLeft } from '../../rules/exam-attempts.ts';
import type { ExamQuestion } from '../../rules/exam-marking.ts';
import type { AttemptState } from '../../rules/team-choices.ts';
import { type AttemptRow, GRACE_MS, takeOwnAttempt } from './attempt-rows.ts';
import { finishAttempt } from './finish-attempt.ts';

export interface GivenAnswer {
  readonly question: string;
  readonly value: readonly string[];
  /** Counts up on the device: an answer that comes late does not undo a newer one. */
  readonly turn: number;
}

/** Days before its end from which a skill may be renewed by sitting again. */
const RENEWAL_DAYS = 30;

/** Whether what an exam granted this person has ended or soon will; without a skill it stands for good. */
export async function isRenewalDue(ctx: Pick<Context, 'db' | 'now' | 'timeZone'>, person: Id, skill: Id | null): Promise<boolean> {
  if (skill === null) return false;
  const soon = addDays(localDate(ctx.now, ctx.timeZone), RENEWAL_DAYS);
  const held = await ctx.db.maybe(sql`SELECT 1 FROM staff_skill WHERE owner_id = ${person} AND skill_id = ${skill} AND deleted_at IS NULL AND (valid_until IS NULL OR valid_until > ${soon})`);
  return held === undefined;
}

interface OpenExam { readonly name: string; readonly edition: number; readonly minutes: number; readonly maxAttempts: number; readonly drawCount: number | null; readonly skill: Id | null; readonly questions: readonly ExamQuestion[] }

/** Begins an exam, or goes on with the attempt that runs (SE-40). Errors: record.not-found, team.no-attempts. */
export async function sitExam(ctx: Context, exam: Id): Promise<{ readonly id: Id }> {
  const me = ctx.actor.userId;
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413092, hashtext(${`${exam}/${me}`}))`);
  const open = await ctx.db.maybe<OpenExam>(sql`
    SELECT x.name, x.edition, x.minutes, x.max_attempts AS "maxAttempts", x.draw_count AS "drawCount", x.skill_id AS skill, e.questions
    FROM exam x JOIN exam_edition e ON e.exam_id = x.id AND e.edition = x.edition WHERE x.id = ${exam} AND x.state = 'active' AND x.deleted_at IS NULL`);
  if (!open) throw fail('record.not-found');
  const sat = await ctx.db.rows<Sitting & { id: Id; endsAt: string }>(sql`SELECT id, number, state, ends_at AS "endsAt" FROM exam_attempt WHERE exam_id = ${exam} AND owner_id = ${me} ORDER BY number`);
  const running = sat.find(({ state }) => state === 'running');
  if (running && !isTimeUp(ctx, running.endsAt)) return { id: running.id };
  if (running) await finishAttempt(ctx, await takeOwnAttempt(ctx, running.id));
  const all = running ? await ctx.db.rows<Sitting>(sql`SELECT number, state FROM exam_attempt WHERE exam_id = ${exam} AND owner_id = ${me}`) : sat;
  if (attemptsLeft(open.maxAttempts, all, await isRenewalDue(ctx, me, open.skill)) === 0) throw fail('team.no-attempts');
  const [id, number] = [ctx.newId(), Math.max(0, ...all.map((each) => each.number)) + 1];
  await insertRecord(ctx, 'examAttempt', {
    id, values: { subject: `${open.name} #${number}`, exam, number, edition: open.edition, startedAt: ctx.now.toISOString(), endsAt: new Date(ctx.now.getTime() + open.minutes * 60_000).toISOString(), state: 'running' },
    columns: { paper: JSON.stringify(drawPaper(open.questions, open.drawCount, id)) },
  });
  return { id };
}

export const isTimeUp = (ctx: Pick<Context, 'now'>, endsAt: string): boolean => ctx.now.getTime() > Date.parse(endsAt) + GRACE_MS;

/** Keeps answers as one goes; the same again, or older ones, change nothing. Errors: record.not-found, auth.forbidden, team.exam-over when time is up or it was handed in. */
export async function saveAnswers(ctx: Context, id: Id, answers: readonly GivenAnswer[]): Promise<{ readonly saved: number; readonly endsAt: string; readonly now: string }> {
  const row = await takeOwnAttempt(ctx, id);
  if (row.state !== 'running' || isTimeUp(ctx, row.endsAt)) throw fail('team.exam-over');
  await keepAnswers(ctx, row, answers);
  const { saved } = await ctx.db.one<{ saved: number }>(sql`SELECT count(*)::int AS saved FROM exam_answer WHERE attempt_id = ${id} AND value <> '[]'`);
  return { saved, endsAt: new Date(row.endsAt).toISOString(), now: ctx.now.toISOString() };
}

async function keepAnswers(ctx: Context, { id, paper }: AttemptRow, answers: readonly GivenAnswer[]): Promise<void> {
  const asked = new Set(paper.map(({ key }) => key));
  for (const { question, value, turn } of answers) {
    if (!asked.has(question)) throw fail('record.invalid', { count: 1 }, [{ path: 'answers', code: 'not-found', params: { value: question } }]);
    await ctx.db.run(sql`
      INSERT INTO exam_answer (attempt_id, question, value, turn, saved_at) VALUES (${id}, ${question}, ${JSON.stringify(value)}, ${turn}, ${ctx.now.toISOString()})
      ON CONFLICT (attempt_id, question) DO UPDATE SET value = excluded.value, turn = excluded.turn, saved_at = excluded.saved_at WHERE exam_answer.turn < excluded.turn`);
  }
}

/** Hands a paper in; again it changes nothing. After the time only what was saved before counts. Errors: record.not-found, auth.forbidden. */
export async function submitAttempt(ctx: Context, id: Id, answers: readonly GivenAnswer[]): Promise<{ readonly state: AttemptState }> {
  const row = await takeOwnAttempt(ctx, id);
  if (row.state !== 'running') return { state: row.state };
  if (!isTimeUp(ctx, row.endsAt)) await keepAnswers(ctx, row, answers);
  return { state: await finishAttempt(ctx, row) };
}
