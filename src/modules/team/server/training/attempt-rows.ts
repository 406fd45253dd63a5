import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { PaperLine } from '../../rules/draw-paper.ts';
import type { ExamAnswer, ExamQuestion, MarkedAnswer } from '../../rules/exam-marking.ts';
import type { AttemptState } from '../../rules/team-choices.ts';

/** Answers are taken so long after the end: what left the device in time may be on its way (milliseconds). */
export const GRACE_MS = 20_000;

export interface AttemptRow {
  readonly id: Id;
  readonly exam: Id;
  readonly name: string;
  readonly edition: number;
  readonly number: number;
  readonly owner: Id;
  readonly ownerName: string;
  readonly unit: Id | null;
  readonly state: AttemptState;
  readonly paper: readonly PaperLine[];
  readonly startedAt: string;
  readonly endsAt: string;
  readonly submittedAt: string | null;
  readonly score: number | null;
  readonly passMark: number;
  readonly maxAttempts: number;
  readonly skill: Id | null;
  readonly skillLevel: number | null;
}

/** An attempt under its lock, whoever asks. Errors: record.not-found. */
export async function lockAttempt(ctx: Pick<Context, 'db'>, id: Id): Promise<AttemptRow> {
  const row = await ctx.db.maybe<AttemptRow>(sql`
    SELECT a.id, a.exam_id AS exam, x.name, a.edition, a.number, a.owner_id AS owner, u.name AS "ownerName", a.unit_id AS unit, a.state, a.paper, a.started_at AS "startedAt", a.ends_at AS "endsAt", a.submitted_at AS "submittedAt",
      a.score::float8 AS score, x.pass_mark AS "passMark", x.max_attempts AS "maxAttempts", x.skill_id AS skill, x.skill_level AS "skillLevel"
    FROM exam_attempt a JOIN exam x ON x.id = a.exam_id JOIN app_user u ON u.id = a.owner_id WHERE a.id = ${id} AND a.deleted_at IS NULL FOR UPDATE OF a`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** Only the examinee sits: nobody for somebody else, no deputy, nobody who may change all attempts. Errors: record.not-found, auth.forbidden. */
export async function takeOwnAttempt(ctx: Context, id: Id): Promise<AttemptRow> {
  await requireRecord(ctx, objectDef(ctx, 'examAttempt'), 'read', id);
  const row = await lockAttempt(ctx, id);
  if (row.owner !== ctx.actor.userId) throw fail('auth.forbidden', { right: 'examAttempt.update' });
  return row;
}

/** The questions of a paper in its order, options in theirs, correct answers included: never to be sent as they are. */
export async function questionsOf(ctx: Pick<Context, 'db'>, { exam, edition, paper }: Pick<AttemptRow, 'exam' | 'edition' | 'paper'>): Promise<readonly ExamQuestion[]> {
  const { questions } = await ctx.db.one<{ questions: ExamQuestion[] }>(sql`SELECT questions FROM exam_edition WHERE exam_id = ${exam} AND edition = ${edition}`);
  return paper.flatMap(({ key, options }) => {
    const question = questions.find((each) => each.key === key);
    return question ? [{ ...question, options: options.flatMap((option) => question.options.find((each) => each.key === option) ?? []) }] : [];
  });
}

interface AnswerRow { readonly question: string; readonly value: ExamAnswer; readonly points: number | null; readonly remark: string | null }

export async function answersOf(ctx: Pick<Context, 'db'>, attempt: Id): Promise<ReadonlyMap<string, MarkedAnswer & { readonly remark: string | null }>> {
  const rows = await ctx.db.rows<AnswerRow>(sql`SELECT question, value, points::float8 AS points, remark FROM exam_answer WHERE attempt_id = ${attempt}`);
  return new Map(rows.map(({ question, ...row }) => [question, row]));
}
