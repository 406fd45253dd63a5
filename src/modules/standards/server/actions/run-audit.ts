import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { answerGaps } from '../../rules/check-answers-given.ts';
import { type AnswerValue, type AuditItem, type AuditScore, scoreAudit, serviceTypeOf } from '../../rules/score-audit.ts';
import { toAuditState, itemsOfVersion, lockForStep, requireAuditor, textOf } from '../audit-rows.ts';
import { readTargets } from '../read-targets.ts';
import { changeOne, lockOne } from '../standards-records.ts';

export interface Submission {
  /** Made by the device: the same one again has no second effect. */
  readonly key: string;
  readonly templateNumber: number;
  readonly note: string;
  readonly answers: readonly { readonly key: string; readonly value: AnswerValue; readonly comment: string; readonly photos: readonly Id[] }[];
}

/** A device may wait for the network so long (seconds); what claims more is taken for this. */
const LONGEST_WAIT = 30 * 86_400;

/** Begins an audit: from now on it keeps this version of its template (SE-21). Begun already: nothing changes. */
export async function startAudit(ctx: Context, id: Id): Promise<{ readonly templateNumber: number }> {
  await requireAuditor(ctx, id);
  const audit = await lockOne(ctx, 'serviceAudit', id);
  const known = audit.values['templateNumber'];
  if (toAuditState(audit.values['state']) !== 'planned' && typeof known === 'number') return { templateNumber: known };
  const { audit: planned, next } = await lockForStep(ctx, id, 'start');
  const { number } = await ctx.db.one<{ number: number }>(sql`SELECT number FROM audit_template WHERE id = ${textOf(planned, 'template')}`);
  await changeOne(ctx, 'serviceAudit', planned, { state: next, templateNumber: number });
  return { templateNumber: number };
}

export interface Submitted {
  readonly state: string;
  readonly procedural: number | null;
  readonly personal: number | null;
  readonly type: string | null;
}

/**
 * Takes a filled-in audit (SE-21). The same submission again answers what became of the first; another one of an audit
 * that was submitted is refused. The time is the server's less what the device waited for the network.
 * Errors: record.not-found, auth.forbidden, record.wrong-state, record.invalid with each gap.
 */
export async function submitAudit(ctx: Context, id: Id, submission: Submission, waitedSeconds: number): Promise<Submitted> {
  await requireAuditor(ctx, id);
  const before = await lockOne(ctx, 'serviceAudit', id);
  if (await isTaken(ctx, id, submission.key)) return resultOf(ctx, before.values);
  const { audit, next } = await lockForStep(ctx, id, 'submit');
  const fixed = audit.values['templateNumber'];
  if (typeof fixed === 'number' && fixed !== submission.templateNumber) throw fail('record.wrong-state');
  const items = await itemsOfVersion(ctx, textOf(audit, 'template'), submission.templateNumber);
  await requireComplete(ctx, id, items, submission);
  const score = scoreAudit(items, new Map(submission.answers.map(({ key, value }) => [key, value])));
  await writeAnswers(ctx, id, items, submission, score);
  const { procedural, personal } = { procedural: score.faces.procedural.score, personal: score.faces.personal.score };
  const waited = Math.min(Math.max(waitedSeconds, 0), LONGEST_WAIT);
  const values = {
    state: next, templateNumber: submission.templateNumber, doneAt: new Date(ctx.now.getTime() - waited * 1_000).toISOString(), procedural, personal,
    type: serviceTypeOf(procedural, personal, await readTargets(ctx)), failedItems: score.lines.filter(({ isFailed }) => isFailed).length, note: submission.note || null, returnedFor: null,
  };
  await changeOne(ctx, 'serviceAudit', audit, values, { submission: submission.key });
  return resultOf(ctx, values);
}

const isTaken = async (ctx: Context, id: Id, key: string): Promise<boolean> =>
  (await ctx.db.maybe(sql`SELECT 1 FROM service_audit WHERE id = ${id} AND submission = ${key}`)) !== undefined;

const numberOr = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
const resultOf = (ctx: Context, values: Readonly<Record<string, unknown>>): Submitted => {
  const told = (key: string): unknown => (seesFields(ctx, 'serviceAudit', key) ? values[key] : null);
  const type = told('type');
  return { state: toAuditState(values['state']), procedural: numberOr(told('procedural')), personal: numberOr(told('personal')), type: typeof type === 'string' ? type : null };
};

/** Photos that are named must hang on this audit; nothing that the rules ask for may be missing. */
async function requireComplete(ctx: Context, id: Id, items: readonly AuditItem[], { answers }: Submission): Promise<void> {
  const named = answers.flatMap(({ photos }) => photos);
  const rows = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM file_object WHERE id = ANY(${named}::uuid[]) AND object = 'serviceAudit' AND record_id = ${id} AND deleted_at IS NULL`);
  const known = new Set(rows.map((row) => row.id));
  const keys = new Set(items.map(({ key }) => key));
  const issues: Issue[] = answers.flatMap(({ key, photos }, at) => [
    ...(keys.has(key) ? [] : [{ path: `answers.${at}.key`, code: 'unknown' }]),
    ...photos.filter((photo) => !known.has(photo)).map((photo) => ({ path: `answers.${at}.photos`, code: 'not-found', params: { value: photo } })),
  ]);
  const gaps = answerGaps(items, answers.map((answer) => ({ ...answer, photos: answer.photos.length })));
  issues.push(...gaps.map(({ key, part, code }) => ({ path: `answers.${key}.${part}`, code })));
  if (new Set(answers.map(({ key }) => key)).size !== answers.length) issues.push({ path: 'answers', code: 'not-unique', params: { value: '' } });
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

async function writeAnswers(ctx: Context, id: Id, items: readonly AuditItem[], { answers }: Submission, score: AuditScore): Promise<void> {
  const rows = score.lines.map((line) => {
    const answer = answers.find(({ key }) => key === line.key);
    const item = items.find(({ key }) => key === line.key);
    return {
      audit_id: id, item_key: line.key, area: line.area, standard_id: item?.standard ?? null, value: line.value, share: line.share, weight: line.weight, is_failed: line.isFailed,
      comment: answer?.comment.trim() ?? '', photos: answer?.photos ?? [],
    };
  });
  await ctx.db.run(sql`DELETE FROM audit_answer WHERE audit_id = ${id}`);
  await ctx.db.run(sql`INSERT INTO audit_answer SELECT * FROM jsonb_populate_recordset(NULL::audit_answer, ${JSON.stringify(rows)}::jsonb)`);
}
