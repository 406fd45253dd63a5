import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { addMessage } from '#modules/service/server/service.public.ts';
import { fieldworkNotices } from '../../fieldwork.notices.ts';
import { fieldworkTexts } from '../../fieldwork.texts.ts';
import { type ChecklistItem, asksSignature, isMissed, reportGaps } from '../../rules/order-report.ts';
import { type OrderState, orderStateAfter } from '../../rules/order-states.ts';
import { type OrderRow, takeOwnOrder, timeOnDevice } from '../order-rows.ts';
import { type UsedPart, spendParts } from '../parts/spend-parts.ts';

export interface OrderReport {
  /** Made by the device: the same one again has no second effect. */
  readonly key: Id;
  readonly outcome: 'done' | 'failed';
  /** What was done, or why it was not. */
  readonly result: string;
  readonly answers: readonly { readonly key: string; readonly value: string; readonly comment: string; readonly photos: readonly Id[] }[];
  readonly parts: readonly UsedPart[];
  readonly signature: Id | null;
  /** Why the customer did not sign. */
  readonly unsignedFor: string | null;
}

/**
 * Takes the worker's report, all at once (SE-11): the order is done or failed, the case gets a note with the result, its
 * handler is told. The same report again answers what became of it; another one of an order that is over is refused.
 * Errors: record.not-found, auth.forbidden, record.wrong-state, record.invalid with each gap.
 */
export async function reportOrder(ctx: Context, id: Id, report: OrderReport, waitedSeconds: number): Promise<{ readonly state: OrderState }> {
  const order = await takeOwnOrder(ctx, id);
  if (order.submission === report.key) return { state: order.state };
  const state = orderStateAfter(order.state, report.outcome === 'done' ? 'finish' : 'fail');
  if (state === undefined) throw fail('record.wrong-state');
  await requireComplete(ctx, order, report);
  const isDone = report.outcome === 'done';
  const partsCost = await spendParts(ctx, id, order.ownerId ?? ctx.actor.userId, report.parts);
  await changeRecord(ctx, 'serviceOrder', id, {
    state, doneAt: timeOnDevice(ctx, waitedSeconds), ...(isDone ? { result: report.result } : { failedFor: report.result }), ...(report.parts.length > 0 && { partsCost }),
  }, {
    submission: report.key, answers: JSON.stringify(report.answers), signature: report.signature, unsigned_for: report.unsignedFor,
  });
  await tellCase(ctx, order, report);
  return { state };
}

/** Files that are named must hang on this order; nothing that the checklist asks for may be missing. */
async function requireComplete(ctx: Context, { id, items }: OrderRow, { outcome, answers, signature, unsignedFor }: OrderReport): Promise<void> {
  const named = [...answers.flatMap(({ photos }) => photos), ...(signature === null ? [] : [signature])];
  const rows = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM file_object WHERE id = ANY(${named}::uuid[]) AND object = 'serviceOrder' AND record_id = ${id} AND deleted_at IS NULL`);
  const known = new Set(rows.map((row) => row.id));
  const keys = new Set(items.map(({ key }) => key));
  const issues: Issue[] = [
    ...named.filter((file) => !known.has(file)).map((file) => ({ path: 'photos', code: 'not-found', params: { value: file } })),
    ...answers.filter(({ key }) => !keys.has(key)).map(({ key }) => ({ path: `answers.${key}`, code: 'unknown' })),
  ];
  if (new Set(answers.map(({ key }) => key)).size !== answers.length) issues.push({ path: 'answers', code: 'not-unique', params: { value: '' } });
  if (outcome === 'done') {
    const gaps = reportGaps(items, answers.map((answer) => ({ ...answer, photos: answer.photos.length })));
    issues.push(...gaps.map(({ key, part }) => ({ path: `answers.${key}.${part}`, code: 'required' })));
    if (signature === null && unsignedFor === null && !asksSignature(items)) issues.push({ path: 'signature', code: 'required' });
  }
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

/** A note on the case, and word to its handler; where the case was merged, on the one that it went into. */
async function tellCase(ctx: Context, order: OrderRow, report: OrderReport): Promise<void> {
  const { id: caseId, owner } = await ctx.db.one<{ id: Id; owner: Id | null }>(sql`
    WITH RECURSIVE way AS (SELECT id, merged_into_id, owner_id FROM service_case WHERE id = ${order.caseId}
      UNION SELECT c.id, c.merged_into_id, c.owner_id FROM service_case c JOIN way w ON c.id = w.merged_into_id)
    SELECT id, owner_id AS owner FROM way WHERE merged_into_id IS NULL`);
  const { name: worker } = await ctx.db.one<{ name: string }>(sql`SELECT name FROM app_user WHERE id = ${order.ownerId}`);
  await addMessage(ctx, caseId, { kind: 'note', channel: 'inPerson', body: noteOf(ctx, order, report, worker), sourceKey: `serviceOrder:${order.id}` });
  if (owner === null || owner === ctx.actor.userId) return;
  const kind = report.outcome === 'done' ? fieldworkNotices.done : fieldworkNotices.failed;
  await notify(ctx, { to: [owner], kind, params: { number: order.number, subject: order.subject }, link: { object: 'case', id: caseId } });
}

function noteOf(ctx: Context, { number, items }: OrderRow, { outcome, result, answers, parts, unsignedFor }: OrderReport, worker: string): string {
  const t = (key: Parameters<typeof fieldworkTexts.t>[1], params: Readonly<Record<string, string>>) => fieldworkTexts.t(ctx.locale, key, params);
  const missed = answers.flatMap(({ key, value, comment }) => {
    const item = items.find((each) => each.key === key);
    return item && isMissed(item, value) ? [`${item.label[ctx.locale]}${sayValue(ctx, item, value)}（${comment}）`] : [];
  });
  return [
    t(outcome === 'done' ? 'note.done' : 'note.failed', { number, worker, result }),
    ...(parts.length === 0 ? [] : [t('note.parts', { parts: parts.map(({ name, quantity }) => `${name} × ${quantity}`).join('；') })]),
    ...(missed.length === 0 ? [] : [t('note.missed', { items: missed.join('；') })]),
    ...(unsignedFor === null ? [] : [t('note.unsigned', { reason: unsignedFor })]),
  ].join('\n');
}

/** What was measured or chosen; nothing for a tick, whose no is told by its reason. */
function sayValue({ locale }: Pick<Context, 'locale'>, { kind, unit, choices }: ChecklistItem, value: string): string {
  if (kind === 'number') return ` ${value}${unit === undefined ? '' : ` ${unit}`}`;
  const chosen = choices?.find((choice) => choice.value === value);
  return chosen ? ` ${chosen.label[locale]}` : '';
}
