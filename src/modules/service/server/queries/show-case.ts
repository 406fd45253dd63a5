import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { type ProcessStep, stepOf } from '../../rules/process.ts';
import { caseOf } from '../case-rows.ts';
import { actorFor } from '../process/complete-step.ts';
import { processOf } from '../setup/processes.ts';
import { mayRetype, retypeRightOf } from '../cases/retype-case.ts';
import { showClocks, showExtension } from './show-clocks.ts';
import { showMeetings, showWaits } from './show-waits.ts';
import type { caseProcessAnswer, messagesAnswer } from '../service.answers.ts';

type CaseProcess = Answered<typeof caseProcessAnswer>;

/** The steps of a case, those done and those to come, and its clocks. Errors: record.not-found. */
export async function showProcess(ctx: Context, id: Id): Promise<CaseProcess> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', id);
  const row = await caseOf(ctx, id);
  const process = await processOf(ctx, row.processId);
  const done = await ctx.db.rows<CaseProcess['history'][number]>(sql`
    SELECT s.key, s.round, s.state, s.opened_at AS "openedAt", s.due_at AS "dueAt", s.done_at AS "doneAt", s.answers, s.decision_id AS decision,
      CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('id', a.id, 'name', a.name) END AS actor,
      CASE WHEN b.id IS NULL THEN NULL ELSE jsonb_build_object('id', b.id, 'name', b.name) END AS "doneBy"
    FROM case_step s LEFT JOIN app_user a ON a.id = s.actor_id LEFT JOIN app_user b ON b.id = s.done_by WHERE s.case_id = ${id} ORDER BY s.opened_at, s.id`);
  const clocks = await showClocks(ctx, row);
  const mayWrite = (await allowedIds(ctx, objectDef(ctx, 'case'), 'update', [id])).has(id);
  const open = done.findLast((each) => each.state !== 'done');
  const step = open && stepOf(process, open.key);
  const actor = step && await actorFor(ctx, row, step);
  return {
    process: { key: process.key, revision: process.revision, name: { 'zh-CN': process.nameZh, en: process.nameEn }, steps: process.steps },
    history: done.map((each) => ({ ...each, openedAt: iso(each.openedAt), dueAt: each.dueAt === null ? null : iso(each.dueAt), doneAt: each.doneAt === null ? null : iso(each.doneAt) })),
    current: open && step && actor ? { step: open.key, round: open.round, state: open.state === 'approving' ? 'approving' : 'open', actor: step.actor, who: actor.who, isOwn: actor.isOwn && mayWrite } : null,
    clocks, extension: await showExtension(ctx, clocks), names: await namesIn(ctx, process.steps, done), mayWrite,
    waits: await showWaits(ctx, id), meetings: open?.state === 'approving' ? await showMeetings(ctx, id) : [],
    mayRetype: mayWrite && await mayRetype(ctx, row, await retypeRightOf(ctx, row)),
  };
}

/** The names behind the ids that stand in answers: people, causes, files. */
async function namesIn(ctx: Context, steps: readonly ProcessStep[], done: readonly { readonly key: string; readonly answers: Readonly<Record<string, unknown>> }[]): Promise<Record<string, string>> {
  const ids = done.flatMap(({ key, answers }) => (steps.find((step) => step.key === key)?.questions ?? [])
    .filter(({ type }) => type === 'user' || type === 'cause' || type === 'files').flatMap((question) => answers[question.key])).filter((id) => typeof id === 'string');
  if (ids.length === 0) return {};
  const rows = await ctx.db.rows<{ id: Id; name: string }>(sql`
    SELECT id, name FROM app_user WHERE id = ANY(${ids}::uuid[]) UNION ALL SELECT id, name FROM complaint_cause WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT id, name FROM file_object WHERE id = ANY(${ids}::uuid[])`);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

const iso = (text: string): string => new Date(text).toISOString();

type Messages = Answered<typeof messagesAnswer>;

/** The conversation of a case, oldest first, with its files. Errors: record.not-found. */
export async function listMessages(ctx: Context, id: Id): Promise<Messages> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', id);
  const rows = await ctx.db.rows<Messages['data'][number]>(sql`
    SELECT m.id, m.kind, m.channel, m.body, nullif(l.quoted, '') AS quoted, m.html IS NOT NULL AS "hasHtml",
      coalesce((length(m.html) - length(replace(m.html, ' data-remote="', ''))) / 14, 0)::int AS held, m.created_at AS at, CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS author,
      m.author_name AS "authorName", coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size) ORDER BY f.created_at, f.id)
        FROM file_object f WHERE f.object = 'caseMessage' AND f.record_id = m.id AND f.deleted_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM mail_attachment a WHERE a.file_id = f.id AND a.is_inline AND a.content_id IS NOT NULL AND strpos(m.html, 'cid:' || a.content_id) > 0)), '[]') AS files
    FROM case_message m LEFT JOIN app_user u ON u.id = m.author_id LEFT JOIN mail_message l ON l.id = m.mail_id AND m.kind = 'incoming' WHERE m.case_id = ${id} AND m.deleted_at IS NULL ORDER BY m.created_at, m.id`);
  return { data: rows.map((row) => ({ ...row, at: iso(row.at) })) };
}
