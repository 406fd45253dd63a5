import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import { type ExamQuestion, faultsOf } from '../../rules/exam-marking.ts';

export interface ExamDraft {
  readonly id?: Id | undefined;
  readonly name: string;
  readonly about: string | null;
  readonly course: Id | null;
  readonly minutes: number;
  readonly passMark: number;
  readonly maxAttempts: number;
  readonly drawCount: number | null;
  readonly skill: Id | null;
  readonly skillLevel: number | null;
  readonly state: 'draft' | 'active' | 'retired';
  readonly questions: readonly ExamQuestion[];
}

/** Saves an exam; changed questions are another edition, attempts keep theirs (SE-40). Errors: record.invalid, record.duplicate, record.not-found. */
export async function saveExam(ctx: Context, { id, questions, ...draft }: ExamDraft): Promise<{ readonly id: Id; readonly edition: number }> {
  const issues = [
    ...faultsOf(questions), ...(draft.drawCount !== null && draft.drawCount > questions.length ? [{ path: 'drawCount', code: 'too-big' as const, params: { max: questions.length } }] : []),
    ...(draft.state === 'active' && questions.length === 0 ? [{ path: 'questions', code: 'required' as const }] : []),
  ];
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
  await requireKnown(ctx, draft.course, sql`SELECT 1 FROM course WHERE id = ${draft.course} AND deleted_at IS NULL`, 'course');
  await requireKnown(ctx, draft.skill, sql`SELECT 1 FROM skill WHERE id = ${draft.skill} AND deleted_at IS NULL`, 'skill');
  const twin = await ctx.db.maybe(sql`SELECT 1 FROM exam WHERE name = ${draft.name} AND deleted_at IS NULL AND id IS DISTINCT FROM ${id ?? null}::uuid`);
  if (twin) throw fail('record.duplicate');
  const values = { ...draft, skillLevel: draft.skill === null ? null : (draft.skillLevel ?? 3), questionCount: questions.length };
  if (id === undefined) {
    const made = await insertRecord(ctx, 'exam', { values: { ...values, edition: 1 } });
    await keepEdition(ctx, made, 1, questions);
    return { id: made, edition: 1 };
  }
  const before = await ctx.db.maybe<{ edition: number; questions: ExamQuestion[] }>(sql`
    SELECT x.edition, e.questions FROM exam x JOIN exam_edition e ON e.exam_id = x.id AND e.edition = x.edition WHERE x.id = ${id} AND x.deleted_at IS NULL FOR UPDATE OF x`);
  if (!before) throw fail('record.not-found');
  const isChanged = plainOf(before.questions) !== plainOf(questions);
  const edition = before.edition + (isChanged ? 1 : 0);
  if (isChanged) await keepEdition(ctx, id, edition, questions);
  await changeRecord(ctx, 'exam', id, { ...values, edition });
  return { id, edition };
}

/** The same whatever order the keys come in: the database keeps its own. */
const plainOf = (questions: readonly ExamQuestion[]): string =>
  JSON.stringify(questions.map(({ key, kind, text, options, correct, points, guide }) => [key, kind, text, options.map((option) => [option.key, option.text]), correct, points, guide]));

const keepEdition = (ctx: Context, exam: Id, edition: number, questions: readonly ExamQuestion[]) => ctx.db.run(sql`
  INSERT INTO exam_edition (exam_id, edition, questions, created_at, created_by) VALUES (${exam}, ${edition}, ${JSON.stringify(questions)}, ${ctx.now.toISOString()}, ${authorOf(ctx)})`);

async function requireKnown(ctx: Context, id: Id | null, query: ReturnType<typeof sql>, path: string): Promise<void> {
  if (id !== null && !(await ctx.db.maybe(query))) throw fail('record.invalid', { count: 1 }, [{ path, code: 'not-found', params: { value: '' } }]);
}
