import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { checkProcess } from '../../rules/process-check.ts';
import type { ProcessStep } from '../../rules/process.ts';
import type { ProcessBody, processAnswer, revisionAnswer } from './process-body.ts';
import { type ProcessRow, saveProcess } from './processes.ts';

type ShownProcess = Answered<typeof processAnswer>;

interface DraftRow {
  readonly version: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly steps: readonly ProcessStep[];
}

const whoAt = (ctx: Context) => ({ at: ctx.now.toISOString(), by: authorOf(ctx) });
const iso = (text: string): string => new Date(text).toISOString();

/** Changes of one process come one after another. */
const lockProcess = (ctx: Context, key: string) => ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`process:${key}`}, 0))`);

const draftOf = (ctx: Context, key: string): Promise<DraftRow | undefined> =>
  ctx.db.maybe<DraftRow>(sql`SELECT version, name_zh AS "nameZh", name_en AS "nameEn", steps FROM process_draft WHERE key = ${key}`);

const hasRevision = async (ctx: Context, key: string): Promise<boolean> =>
  (await ctx.db.maybe(sql`SELECT 1 FROM process_template WHERE key = ${key} LIMIT 1`)) !== undefined;

/** A process with its draft and its revisions. Errors: record.not-found. */
export async function showTemplate(ctx: Context, key: string): Promise<ShownProcess> {
  const revisions = await ctx.db.rows<ShownProcess['revisions'][number]>(sql`
    SELECT p.revision, p.is_current AS "isCurrent", p.created_at AS at, CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS by,
      (SELECT count(*)::int FROM service_case c WHERE c.process_template_id = p.id AND c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL) AS running
    FROM process_template p LEFT JOIN app_user u ON u.id = p.created_by WHERE p.key = ${key} ORDER BY p.revision DESC`);
  const draft = await ctx.db.maybe<DraftRow & { at: string; by: { id: Id; name: string } | null }>(sql`
    SELECT d.version, d.name_zh AS "nameZh", d.name_en AS "nameEn", d.steps, d.updated_at AS at, CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS by
    FROM process_draft d LEFT JOIN app_user u ON u.id = d.updated_by WHERE d.key = ${key}`);
  if (revisions.length === 0 && !draft) throw fail('record.not-found');
  const current = revisions.find((each) => each.isCurrent);
  return {
    key, current: current ? await showRevision(ctx, key, current.revision) : null,
    draft: draft ? { version: draft.version, name: { 'zh-CN': draft.nameZh, en: draft.nameEn }, steps: draft.steps, at: iso(draft.at), by: draft.by } : null,
    revisions: revisions.map((each) => ({ ...each, at: iso(each.at) })), types: await typesOf(ctx, key),
  };
}

const typesOf = async (ctx: Context, key: string): Promise<string[]> =>
  (await ctx.db.rows<{ name: string }>(sql`SELECT name FROM case_type WHERE process = ${key} AND is_active AND deleted_at IS NULL ORDER BY position, name`)).map(({ name }) => name);

/** One revision as it was published. Errors: record.not-found. */
export async function showRevision(ctx: Context, key: string, revision: number): Promise<Answered<typeof revisionAnswer>> {
  const row = await ctx.db.maybe<Pick<ProcessRow, 'nameZh' | 'nameEn' | 'steps'>>(sql`SELECT name_zh AS "nameZh", name_en AS "nameEn", steps FROM process_template WHERE key = ${key} AND revision = ${revision}`);
  if (!row) throw fail('record.not-found');
  return { revision, name: { 'zh-CN': row.nameZh, en: row.nameEn }, steps: row.steps };
}

/** A new process, as a draft; its key is made here. Errors: none. */
export async function startProcess(ctx: Context, body: ProcessBody): Promise<{ key: string }> {
  const key = `p${ctx.newId().replaceAll('-', '').slice(-12)}`;
  await putDraft(ctx, key, body, 0);
  return { key };
}

/** Keeps what is being worked on; running cases and new ones do not notice. `version` 0: there was no draft. Errors: record.stale, record.not-found. */
export async function saveDraft(ctx: Context, key: string, body: ProcessBody, version: number): Promise<{ version: number }> {
  await lockProcess(ctx, key);
  const before = await draftOf(ctx, key);
  if ((before?.version ?? 0) !== version) throw fail('record.stale');
  if (!before && !(await hasRevision(ctx, key))) throw fail('record.not-found');
  return putDraft(ctx, key, body, version);
}

async function putDraft(ctx: Context, key: string, { name, steps }: ProcessBody, version: number): Promise<{ version: number }> {
  const { at, by } = whoAt(ctx);
  await ctx.db.run(sql`
    INSERT INTO process_draft (key, name_zh, name_en, steps, version, created_at, created_by, updated_at, updated_by)
    VALUES (${key}, ${name['zh-CN']}, ${name.en}, ${JSON.stringify(steps)}, ${version + 1}, ${at}, ${by}, ${at}, ${by})
    ON CONFLICT (key) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, steps = excluded.steps, version = excluded.version, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
  return { version: version + 1 };
}

/** Throws a draft away; what was published stays. Errors: record.not-found. */
export async function dropDraft(ctx: Context, key: string): Promise<void> {
  await lockProcess(ctx, key);
  const gone = await ctx.db.run(sql`DELETE FROM process_draft WHERE key = ${key}`);
  if (gone === 0) throw fail('record.not-found');
  await writeAudit(ctx, [{ action: 'delete', object: 'processTemplate', detail: { key, draft: true } }]);
}

/**
 * Makes the draft the next revision: new cases take it, those that run keep theirs (SE-3). Errors: record.stale for a draft
 * that is not the one seen, service.process-faulty.
 */
export async function publishDraft(ctx: Context, key: string, version: number): Promise<{ revision: number }> {
  await lockProcess(ctx, key);
  const draft = await draftOf(ctx, key);
  if (draft?.version !== version) throw fail('record.stale');
  const faults = checkProcess(draft).filter((remark) => remark.level === 'error');
  const isNamed = draft.nameZh !== '' && draft.nameEn !== '';
  if (faults.length > 0 || !isNamed) throw fail('service.process-faulty', { count: faults.length + (isNamed ? 0 : 1) });
  const id = await saveProcess(ctx, { key, name: { 'zh-CN': draft.nameZh, en: draft.nameEn }, steps: draft.steps });
  await ctx.db.run(sql`DELETE FROM process_draft WHERE key = ${key}`);
  const { revision } = await ctx.db.one<{ revision: number }>(sql`SELECT revision FROM process_template WHERE id = ${id}`);
  await writeAudit(ctx, [{ action: 'publish', object: 'processTemplate', recordId: id, detail: { key, revision, name: draft.nameZh } }]);
  return { revision };
}

/** No new case takes it any more; those that run go on. Errors: record.not-found, service.process-in-use while a service type leads to it. */
export async function retireProcess(ctx: Context, key: string): Promise<void> {
  await lockProcess(ctx, key);
  const types = await typesOf(ctx, key);
  if (types.length > 0) throw fail('service.process-in-use', { types: types.join(ctx.locale === 'en' ? ', ' : '、') });
  const row = await ctx.db.maybe<{ id: Id }>(sql`UPDATE process_template SET is_current = false WHERE key = ${key} AND is_current RETURNING id`);
  if (!row) throw fail('record.not-found');
  await writeAudit(ctx, [{ action: 'retire', object: 'processTemplate', recordId: row.id, detail: { key } }]);
}

/** A retired process may be taken again, as it was last. Errors: record.not-found. */
export async function takeUpProcess(ctx: Context, key: string): Promise<void> {
  await lockProcess(ctx, key);
  const row = await ctx.db.maybe<{ id: Id }>(sql`
    UPDATE process_template SET is_current = true WHERE key = ${key} AND revision = (SELECT max(revision) FROM process_template WHERE key = ${key})
      AND NOT EXISTS (SELECT 1 FROM process_template p WHERE p.key = ${key} AND p.is_current) RETURNING id`);
  if (!row) throw fail('record.not-found');
  await writeAudit(ctx, [{ action: 'restore', object: 'processTemplate', recordId: row.id, detail: { key } }]);
}
