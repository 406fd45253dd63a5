import sql, { type Sql, join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { ApprovalSummary } from '#platform/modules/approval-kind.ts';
import type { Flow } from '../../rules/flow.ts';
import type { approvalsAnswer } from '../approvals.answers.ts';
import type { ApprovalState } from '../approval-row.ts';
import { mayDecide } from '../find-task.ts';
import type { ApprovalKinds } from '../kind-registry.ts';
import { involvedCondition } from './involved.ts';

export type ApprovalLine = Answered<typeof approvalsAnswer>['data'][number];

export const boxes = ['waiting', 'mine', 'done', 'all'] as const;
export type Box = (typeof boxes)[number];

export interface LineRow {
  readonly id: Id;
  readonly kind: string;
  readonly summary: ApprovalSummary;
  readonly flow: Flow;
  readonly requester_id: Id;
  readonly requester: string;
  readonly amount: string | null;
  readonly state: ApprovalState;
  readonly step: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly waiting: readonly { readonly id: Id; readonly name: string; readonly due: string | null }[];
}

/** Columns of a line; `a` is the approval. */
export const lineColumns = sql`a.id, a.kind, a.summary, a.flow, a.requester_id, r.name AS requester, a.amount::text, a.state, a.step, a.created_at, a.updated_at,
  (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'due', t.due_at) ORDER BY t.created_at, t.id), '[]')
    FROM approval_task t JOIN app_user u ON u.id = t.user_id
    WHERE t.approval_id = a.id AND t.state = 'waiting' AND t.round = a.round AND t.step = a.step) AS waiting`;

/** What waits for the caller's opinion: their own tasks and those of absent people, never their own request unless it is allowed. */
export const waitsForMe = (ctx: Context): Sql => sql`a.state = 'open' AND EXISTS (
  SELECT 1 FROM approval_task w WHERE w.approval_id = a.id AND w.state = 'waiting' AND w.user_id = ANY(${[...ctx.actor.selves]}::uuid[]))
  AND (a.requester_id <> ${ctx.actor.userId} OR (a.flow->>'allowsOwn')::boolean)`;

function boxCondition(ctx: Context, box: Box): Sql {
  if (box === 'waiting') return waitsForMe(ctx);
  if (box === 'mine') return sql`a.requester_id = ${ctx.actor.userId}`;
  if (box === 'done') return sql`EXISTS (SELECT 1 FROM approval_task w WHERE w.approval_id = a.id AND w.acted_by = ${ctx.actor.userId})`;
  return involvedCondition(ctx);
}

export interface ApprovalFilter {
  readonly box: Box;
  readonly kind?: string | undefined;
  readonly state?: ApprovalState | undefined;
  readonly limit: number;
  readonly cursor?: Id | undefined;
}

/** The caller's requests by box. What waits comes oldest first, everything else newest first. */
export async function listApprovals(ctx: Context, kinds: ApprovalKinds, filter: ApprovalFilter) {
  const isOldestFirst = filter.box === 'waiting';
  const conditions = [boxCondition(ctx, filter.box)];
  if (filter.kind !== undefined) conditions.push(sql`a.kind = ${filter.kind}`);
  if (filter.state !== undefined) conditions.push(sql`a.state = ${filter.state}`);
  // Ids are in the order of time (UUIDv7).
  if (filter.cursor !== undefined) conditions.push(isOldestFirst ? sql`a.id > ${filter.cursor}` : sql`a.id < ${filter.cursor}`);
  const rows = await ctx.db.rows<LineRow>(sql`
    SELECT ${lineColumns} FROM approval a JOIN app_user r ON r.id = a.requester_id
    WHERE ${join(conditions, ' AND ')} ORDER BY ${isOldestFirst ? sql`a.id` : sql`a.id DESC`} LIMIT ${filter.limit + 1}`);
  const page = rows.slice(0, filter.limit);
  return { data: await showLines(ctx, kinds, page), page: { next: rows.length > filter.limit ? (page.at(-1)?.id ?? null) : null } };
}

/** Which of the subjects the caller may read: the others' titles are held back (SEC-12). */
async function readableSubjects(ctx: Context, rows: readonly LineRow[]): Promise<(summary: ApprovalSummary) => boolean> {
  const abouts = rows.flatMap((row) => row.summary.about ?? []);
  const readable = new Set<string>();
  for (const [object, group] of Map.groupBy(abouts, (about) => about.object)) {
    const def = ctx.registry.object(object);
    if (def === undefined || !ctx.actor.grants.get(object)?.has('read')) continue;
    for (const id of await allowedIds(ctx, def, 'read', group.map((about) => about.id))) readable.add(id);
  }
  return ({ about }) => about === undefined || readable.has(about.id);
}

export const maySeeSubject = async (ctx: Context, row: LineRow): Promise<boolean> => (await readableSubjects(ctx, [row]))(row.summary);

export async function showLines(ctx: Context, kinds: ApprovalKinds, rows: readonly LineRow[]): Promise<ApprovalLine[]> {
  const maySee = await readableSubjects(ctx, rows);
  return rows.map((row) => {
    const { title, withheld } = row.summary;
    const kindLabel = kinds().find((kind) => kind.key === row.kind)?.label[ctx.locale] ?? row.kind;
    const mine = row.waiting.filter((task) => ctx.actor.selves.includes(task.id));
    const due = mine[0]?.due ?? row.waiting[0]?.due ?? null;
    return {
      id: row.id, kind: row.kind, kindLabel, title: maySee(row.summary) ? title[ctx.locale] : (withheld?.[ctx.locale] ?? kindLabel),
      requester: { id: row.requester_id, name: row.requester }, amount: row.amount, state: row.state, step: row.step + 1, stepCount: row.flow.steps.length,
      waitingFor: row.state === 'open' ? row.waiting.map((task) => task.name) : [], createdAt: isoTime(row.created_at), updatedAt: isoTime(row.updated_at),
      dueAt: row.state !== 'open' || due === null ? null : isoTime(due), isLate: row.state === 'open' && due !== null && Date.parse(due) <= ctx.now.getTime(),
      canDecide: row.state === 'open' && mine.length > 0 && mayDecide(ctx, row), isMine: row.requester_id === ctx.actor.userId,
    };
  });
}

/** The numbers of the header: what waits for the caller and what came back to them, 100 at most each. */
export async function countApprovals(ctx: Context): Promise<{ waiting: number; returned: number }> {
  return ctx.db.one(sql`
    SELECT (SELECT count(*)::int FROM (SELECT 1 FROM approval a WHERE ${waitsForMe(ctx)} LIMIT 100) w) AS waiting,
      (SELECT count(*)::int FROM (SELECT 1 FROM approval a WHERE a.requester_id = ${ctx.actor.userId} AND a.state = 'returned' LIMIT 100) b) AS returned`);
}
