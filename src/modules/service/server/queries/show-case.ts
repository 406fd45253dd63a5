import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { processOf } from '../setup/processes.ts';
import type { caseProcessAnswer, messagesAnswer } from '../service.answers.ts';

type CaseProcess = Answered<typeof caseProcessAnswer>;

/** The steps of a case, those done and those to come, and its clocks. Errors: record.not-found. */
export async function showProcess(ctx: Context, id: Id): Promise<CaseProcess> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', id);
  const { processId } = await ctx.db.one<{ processId: Id }>(sql`SELECT process_template_id AS "processId" FROM service_case WHERE id = ${id}`);
  const process = await processOf(ctx, processId);
  const done = await ctx.db.rows<CaseProcess['history'][number]>(sql`
    SELECT s.key, s.round, s.state, s.opened_at AS "openedAt", s.done_at AS "doneAt", s.answers, s.decision_id AS decision,
      CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('id', a.id, 'name', a.name) END AS actor,
      CASE WHEN b.id IS NULL THEN NULL ELSE jsonb_build_object('id', b.id, 'name', b.name) END AS "doneBy"
    FROM case_step s LEFT JOIN app_user a ON a.id = s.actor_id LEFT JOIN app_user b ON b.id = s.done_by WHERE s.case_id = ${id} ORDER BY s.opened_at, s.id`);
  const clocks = await ctx.db.rows<CaseProcess['clocks'][number]>(sql`
    SELECT k.id, k.kind, k.round, k.decision_id AS decision, k.measure, k.amount::float8 AS amount, k.extended_days AS "extendedDays", k.started_at AS "startedAt", k.due_at AS "dueAt",
      k.half_at AS "halfAt", k.near_at AS "nearAt", k.stopped_at AS "stoppedAt", k.paused_at AS "pausedAt", k.computation
    FROM case_clock k WHERE k.case_id = ${id} ORDER BY k.round, k.id`);
  const mayWrite = (await allowedIds(ctx, objectDef(ctx, 'case'), 'update', [id])).has(id);
  return {
    process: { key: process.key, revision: process.revision, name: { 'zh-CN': process.nameZh, en: process.nameEn }, steps: process.steps },
    history: done.map((step) => ({ ...step, openedAt: iso(step.openedAt), doneAt: step.doneAt === null ? null : iso(step.doneAt) })),
    clocks: clocks.map((clock) => ({
      ...clock, startedAt: iso(clock.startedAt), dueAt: iso(clock.dueAt), halfAt: maybe(clock.halfAt), nearAt: maybe(clock.nearAt), stoppedAt: maybe(clock.stoppedAt), pausedAt: maybe(clock.pausedAt),
    })),
    mayWrite,
  };
}

const iso = (text: string): string => new Date(text).toISOString();
const maybe = (text: string | null): string | null => (text === null ? null : iso(text));

type Messages = Answered<typeof messagesAnswer>;

/** The conversation of a case, oldest first, with its files. Errors: record.not-found. */
export async function listMessages(ctx: Context, id: Id): Promise<Messages> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', id);
  const rows = await ctx.db.rows<Messages['data'][number]>(sql`
    SELECT m.id, m.kind, m.channel, m.body, m.html IS NOT NULL AS "hasHtml", m.created_at AS at, CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS author,
      m.author_name AS "authorName", coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size) ORDER BY f.created_at, f.id)
        FROM file_object f WHERE f.object = 'caseMessage' AND f.record_id = m.id AND f.deleted_at IS NULL), '[]') AS files
    FROM case_message m LEFT JOIN app_user u ON u.id = m.author_id WHERE m.case_id = ${id} AND m.deleted_at IS NULL ORDER BY m.created_at, m.id`);
  return { data: rows.map((row) => ({ ...row, at: iso(row.at) })) };
}
