import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { processesAnswer } from '../desk/desk.answers.ts';
import type { ProcessRow } from './processes.ts';

/** The processes, each as it was last published or as its first draft stands, with the cases that run on any of its revisions (SE-3). */
export async function listProcesses(ctx: Context): Promise<Answered<typeof processesAnswer>> {
  const rows = await ctx.db.rows<ProcessRow & { running: number; hasDraft: boolean; isRetired: boolean }>(sql`
    SELECT coalesce(p.key, d.key) AS key, coalesce(p.revision, 0) AS revision, coalesce(p.name_zh, d.name_zh) AS "nameZh", coalesce(p.name_en, d.name_en) AS "nameEn", coalesce(p.steps, d.steps) AS steps,
      d.key IS NOT NULL AS "hasDraft", p.key IS NOT NULL AND NOT p.is_current AS "isRetired",
      (SELECT count(*)::int FROM service_case c JOIN process_template o ON o.id = c.process_template_id WHERE o.key = p.key AND c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL) AS running
    FROM (SELECT DISTINCT ON (key) * FROM process_template ORDER BY key, revision DESC) p FULL JOIN process_draft d ON d.key = p.key
    ORDER BY p.is_current IS FALSE, (SELECT min(o.created_at) FROM process_template o WHERE o.key = p.key) NULLS LAST, p.id, d.created_at`);
  return {
    data: rows.map(({ key, revision, nameZh, nameEn, steps, running, hasDraft, isRetired }) => ({ key, revision, running, hasDraft, isRetired, name: { 'zh-CN': nameZh, en: nameEn }, steps })),
  };
}
