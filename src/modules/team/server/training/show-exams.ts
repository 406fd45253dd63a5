import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { attemptsLeft } from '../../rules/exam-attempts.ts';
import { type ExamQuestion, isBlank, pointsFor } from '../../rules/exam-marking.ts';
import { reachesOthers } from '../team-people.ts';
import { answersOf, lockAttempt, questionsOf, takeOwnAttempt } from './attempt-rows.ts';
import { isRenewalDue, isTimeUp } from './sit-exam.ts';
import type { examListAnswer, examSheetAnswer, paperAnswer, resultAnswer } from './training.answers.ts';

type Listed = Answered<typeof examListAnswer>;
type ExamRow = Omit<Listed['exams'][number], 'attemptsLeft' | 'running'>;

/** Exams with where the caller stands in each, and what they may mark or look at (SE-40). */
export async function listExams(ctx: Context): Promise<Listed> {
  requireFields(ctx, 'examAttempt', 'exam', 'state', 'score', 'startedAt');
  const [me, mayKeep] = [ctx.actor.userId, ctx.actor.grants.get('exam')?.has('update') === true];
  const maySit = ctx.actor.grants.get('examAttempt')?.has('create') === true;
  const [exams, attempts] = await Promise.all([
    ctx.db.rows<ExamRow & { skillId: Id | null }>(sql`
      SELECT x.id, x.name, x.about, c.name AS course, x.minutes, x.pass_mark AS "passMark", x.max_attempts AS "maxAttempts", coalesce(x.draw_count, x.question_count) AS questions, x.state, s.name AS skill, x.skill_id AS "skillId"
      FROM exam x LEFT JOIN course c ON c.id = x.course_id LEFT JOIN skill s ON s.id = x.skill_id WHERE x.deleted_at IS NULL AND (x.state = 'active' OR ${mayKeep}) ORDER BY x.state = 'retired', x.name LIMIT 200`),
    ctx.db.rows<Omit<Listed['attempts'][number], 'isMine'> & { exam: Id; owner: Id; number: number; endsAt: string }>(sql`
      SELECT x.id, x.exam_id AS exam, e.name, u.name AS person, x.owner_id AS owner, x.number, x.state, x.score::float8 AS score, x.started_at AS "startedAt", x.ends_at AS "endsAt"
      FROM exam_attempt x JOIN exam e ON e.id = x.exam_id JOIN app_user u ON u.id = x.owner_id WHERE x.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'examAttempt'), 'read', 'x')} ORDER BY x.started_at DESC, x.id LIMIT 300`),
  ]);
  const mine = attempts.filter(({ owner }) => owner === me);
  const standing = await Promise.all(exams.map(async ({ skillId, ...exam }) => {
    const sat = mine.filter((attempt) => attempt.exam === exam.id);
    const left = maySit && exam.state === 'active' ? attemptsLeft(exam.maxAttempts, sat, sat.some(({ state }) => state === 'passed') && await isRenewalDue(ctx, me, skillId)) : 0;
    const running = sat.find(({ state, endsAt }) => state === 'running' && !isTimeUp(ctx, endsAt));
    return { ...exam, attemptsLeft: left, running: running?.id ?? null };
  }));
  return {
    mayKeep, isTrainer: reachesOthers(ctx, 'examAttempt', 'update'), exams: standing,
    attempts: attempts.map(({ id, name, person, owner, number, state, score, startedAt }) => ({ id, name, person, number, state, score, startedAt: isoTime(startedAt), isMine: owner === me })),
  };
}

/** An exam as its keeper edits it, correct answers included. Errors: record.not-found. */
export async function showExam(ctx: Context, id: Id): Promise<Answered<typeof examSheetAnswer>> {
  await requireRecord(ctx, objectDef(ctx, 'exam'), 'update', id);
  const row = await ctx.db.maybe<Answered<typeof examSheetAnswer>>(sql`
    SELECT x.id, x.name, x.about, x.course_id AS course, x.minutes, x.pass_mark AS "passMark", x.max_attempts AS "maxAttempts", x.draw_count AS "drawCount", x.skill_id AS skill, x.skill_level AS "skillLevel", x.state, x.edition, e.questions
    FROM exam x JOIN exam_edition e ON e.exam_id = x.id AND e.edition = x.edition WHERE x.id = ${id} AND x.deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** What the examinee sees while they sit: never a correct answer, never a guide (SEC-13). Errors: record.not-found, auth.forbidden, team.exam-over. */
export async function showPaper(ctx: Context, id: Id): Promise<Answered<typeof paperAnswer>> {
  const row = await takeOwnAttempt(ctx, id);
  if (row.state !== 'running' || isTimeUp(ctx, row.endsAt)) throw fail('team.exam-over');
  const answers = await answersOf(ctx, id);
  const turns = await ctx.db.maybe<{ turn: number | null }>(sql`SELECT max(turn)::float8 AS turn FROM exam_answer WHERE attempt_id = ${id}`);
  return {
    id, name: row.name, number: row.number, passMark: row.passMark, endsAt: new Date(row.endsAt).toISOString(), now: ctx.now.toISOString(), turn: turns?.turn ?? 0,
    questions: (await questionsOf(ctx, row)).map(({ key, kind, text, options, points }) => ({ key, kind, text, options: options.map((option) => ({ key: option.key, text: option.text })), points })),
    answers: [...answers].map(([question, { value }]) => ({ question, value })),
  };
}

type ResultLine = Answered<typeof resultAnswer>['lines'][number];

/**
 * What came of an attempt. Who marks sees all; the examinee sees right answers only when they passed, or when no attempt is
 * left that they could help. Errors: record.not-found.
 */
export async function showResult(ctx: Context, id: Id): Promise<Answered<typeof resultAnswer>> {
  await requireRecord(ctx, objectDef(ctx, 'examAttempt'), 'read', id);
  requireFields(ctx, 'examAttempt', 'exam', 'state', 'score');
  const row = await lockAttempt(ctx, id);
  const isMine = row.owner === ctx.actor.userId;
  const mayMark = !isMine && (await allowedIds(ctx, objectDef(ctx, 'examAttempt'), 'update', [id])).has(id);
  const sat = await ctx.db.rows<{ number: number; state: typeof row.state }>(sql`SELECT number, state FROM exam_attempt WHERE exam_id = ${row.exam} AND owner_id = ${row.owner}`);
  const isOpen = row.state !== 'running' && (mayMark || (row.state !== 'marking' && attemptsLeft(row.maxAttempts, sat, false) === 0));
  const [questions, answers] = [await questionsOf(ctx, row), await answersOf(ctx, id)];
  const { skill } = await ctx.db.one<{ skill: string | null }>(sql`SELECT (SELECT name FROM skill WHERE id = ${row.skill}) AS skill`);
  return {
    id, name: row.name, person: row.ownerName, number: row.number, state: row.state, score: row.score, passMark: row.passMark, isMine, mayMark: mayMark && row.state === 'marking', areAnswersOpen: isOpen, skill: row.state === 'passed' ? skill : null,
    submittedAt: row.submittedAt === null ? null : isoTime(row.submittedAt), lines: row.state === 'running' ? [] : questions.map((question) => lineOf(question, answers.get(question.key), isOpen)),
  };
}

function lineOf({ correct, guide, ...question }: ExamQuestion, given: { readonly value: readonly string[]; readonly points: number | null; readonly remark: string | null } | undefined, isOpen: boolean): ResultLine {
  const points = question.kind === 'text' ? (isBlank(given?.value) ? 0 : (given?.points ?? null)) : pointsFor({ ...question, correct, guide }, given?.value);
  return {
    key: question.key, kind: question.kind, text: question.text, options: question.options.map(({ key, text }) => ({ key, text })), most: question.points, value: given?.value ?? [], points, remark: given?.remark ?? null,
    correct: isOpen ? correct : null, guide: isOpen ? guide : null,
  };
}
