import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { locate } from '#meta/registry.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { ApprovalChange, ApprovalText } from '#platform/modules/approval-kind.ts';
import type { TaskState } from '../../rules/step-outcome.ts';
import type { approvalAnswer } from '../approvals.answers.ts';
import type { EntryAction } from '../approval-entries.ts';
import type { ApprovalKinds } from '../kind-registry.ts';
import { fingerprintOf } from '../summary-fingerprint.ts';
import { describeStep } from './describe-step.ts';
import { involvedCondition, isManager } from './involved.ts';
import { type LineRow, lineColumns, maySeeSubject, showLines } from './list-approvals.ts';

export type ShownApproval = Answered<typeof approvalAnswer>;

interface DetailRow extends LineRow {
  readonly version: number;
  readonly note: string | null;
  readonly unit: string | null;
  readonly round: number;
  readonly fingerprint: string;
  readonly subject_object: string;
  readonly subject_id: Id;
}

interface SignerRow {
  readonly id: Id;
  readonly step: number;
  readonly name: string;
  readonly acted_by: string | null;
  readonly origin: string;
  readonly state: TaskState;
  readonly acted_at: string | null;
  readonly due_at: string | null;
}

interface EntryRow {
  readonly id: Id;
  readonly at: string;
  readonly action: EntryAction;
  readonly actor: string | null;
  readonly for: string | null;
  readonly to: string | null;
  readonly opinion: string | null;
  readonly round: number;
}

/** One request with what changes, everybody's opinions and what the caller may do; throws record.not-found. */
export async function showApproval(ctx: Context, kinds: ApprovalKinds, id: Id): Promise<ShownApproval> {
  const row = await ctx.db.maybe<DetailRow>(sql`
    SELECT ${lineColumns}, a.version, a.note, o.name AS unit, a.round, a.fingerprint, a.subject_object, a.subject_id
    FROM approval a JOIN app_user r ON r.id = a.requester_id LEFT JOIN org_unit o ON o.id = a.unit_id WHERE a.id = ${id} AND ${involvedCondition(ctx)}`);
  const [line] = row === undefined ? [] : await showLines(ctx, kinds, [row]);
  if (row === undefined || line === undefined) throw fail('record.not-found');
  const maySee = await maySeeSubject(ctx, row);
  const kind = kinds().find((one) => one.key === row.kind);
  const isUnderWay = row.state === 'open' || row.state === 'returned';
  const live = isUnderWay ? fingerprintOf(await kind?.summarise(ctx, { object: row.subject_object, id: row.subject_id })) : row.fingerprint;
  const { clause, link } = row.summary;
  const isStuck = row.state === 'open' && row.waiting.length === 0;
  return {
    ...line, version: row.version, note: row.note, unit: row.unit, round: row.round, flowName: row.flow.id === null ? null : row.flow.name,
    clause: clause === undefined ? null : { ref: clause.ref, text: clause.text[ctx.locale] },
    changes: row.summary.changes.map((change) => showChange(ctx, change, maySee)), link: maySee ? (link ?? null) : null,
    isChanged: live !== row.fingerprint, isGone: live === 'gone', isStuck,
    steps: await showSteps(ctx, row), entries: await showEntries(ctx, id),
    actions: actionsOf(ctx, row, line.canDecide, live !== row.fingerprint),
  };
}

const say = (text: ApprovalText | null, locale: Locale): string | null => (text === null || typeof text === 'string' ? text : text[locale]);

/** The values of a field that the reader may not see in full are held back, the label stays (SEC-13, SEC-27). */
function showChange(ctx: Context, change: ApprovalChange, maySee: boolean): ShownApproval['changes'][number] {
  const [object = '', key = ''] = change.field?.split('.') ?? [];
  const def = ctx.registry.object(object);
  const field = change.field === undefined ? undefined : locate(ctx.registry, object, key);
  const isOpen = change.field === undefined || (def !== undefined && field !== undefined && fieldAccessOf(ctx.actor, def, field).view === 'full');
  if (!maySee || !isOpen) return { label: change.label[ctx.locale], from: null, to: null, isWithheld: true };
  return { label: change.label[ctx.locale], from: say(change.from, ctx.locale), to: say(change.to, ctx.locale), isWithheld: false };
}

async function showSteps(ctx: Context, row: DetailRow): Promise<ShownApproval['steps']> {
  const signers = await ctx.db.rows<SignerRow>(sql`
    SELECT t.id, t.step, u.name, b.name AS acted_by, t.origin, t.state, t.acted_at, t.due_at FROM approval_task t JOIN app_user u ON u.id = t.user_id
    LEFT JOIN app_user b ON b.id = t.acted_by AND b.id <> t.user_id
    WHERE t.approval_id = ${row.id} AND t.round = ${row.round} ORDER BY t.step, t.created_at, t.id`);
  const isEnded = row.state !== 'open';
  return Promise.all(row.flow.steps.map(async (step, index) => ({
    number: index + 1, name: step.name, ...(await describeStep(ctx, step)), state: index < row.step || (isEnded && index === row.step) ? 'past' as const : index === row.step ? 'current' as const : 'next' as const,
    signers: signers.filter((one) => one.step === index && one.state !== 'skipped').map((one) => ({
      id: one.id, name: one.name, actedBy: one.acted_by, origin: one.origin, state: one.state, at: one.acted_at && isoTime(one.acted_at),
      dueAt: one.state === 'waiting' && one.due_at !== null ? isoTime(one.due_at) : null,
    })),
  })));
}

async function showEntries(ctx: Context, id: Id): Promise<ShownApproval['entries']> {
  const rows = await ctx.db.rows<EntryRow>(sql`
    SELECT e.id, e.at, e.action, u.name AS actor, f.name AS for, t.name AS to, e.opinion, e.round FROM approval_entry e
    LEFT JOIN app_user u ON u.id = e.actor_id LEFT JOIN app_user f ON f.id = e.for_id LEFT JOIN app_user t ON t.id = e.to_id
    WHERE e.approval_id = ${id} ORDER BY e.at, e.id LIMIT 500`);
  return rows.map((row) => ({ ...row, at: isoTime(row.at) }));
}

function actionsOf(ctx: Context, row: DetailRow, canDecide: boolean, isChanged: boolean): ShownApproval['actions'] {
  const isOwn = row.requester_id === ctx.actor.userId;
  const decide = !canDecide ? [] : [...(isChanged ? [] : ['approve' as const]), 'reject' as const, 'return' as const, 'delegate' as const, 'addSigner' as const];
  const isUnderWay = row.state === 'open' || row.state === 'returned';
  const own = !isOwn || !isUnderWay ? [] : [
    ...(row.state === 'returned' || isChanged ? ['resubmit' as const] : []), 'withdraw' as const,
    ...(row.state === 'open' && row.waiting.length > 0 ? ['remind' as const] : []),
  ];
  return [...decide, ...own, ...(isManager(ctx) && row.state === 'open' ? ['assign' as const] : [])];
}
