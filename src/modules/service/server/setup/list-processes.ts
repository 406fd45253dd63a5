import sql from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { processesAnswer } from '../desk/desk.answers.ts';
import type { ProcessRow } from './processes.ts';

/** The processes as new cases get them, with their steps and what each step asks (SE-3). */
export async function listProcesses(ctx: Context): Promise<Answered<typeof processesAnswer>> {
  const rows = await ctx.db.rows<ProcessRow & { running: number }>(sql`
    SELECT p.id, p.key, p.revision, p.name_zh AS "nameZh", p.name_en AS "nameEn", p.steps,
      (SELECT count(*)::int FROM service_case c JOIN process_template o ON o.id = c.process_template_id WHERE o.key = p.key AND c.state IN ('open', 'waiting', 'answered') AND c.deleted_at IS NULL) AS running
    FROM process_template p WHERE p.is_current ORDER BY p.created_at, p.id`);
  return {
    data: rows.map(({ id, key, revision, nameZh, nameEn, steps, running }) => ({
      id, key, revision, running, name: { 'zh-CN': nameZh, en: nameEn },
      steps: steps.map((step) => ({
        key: step.key, label: step.label, actor: step.actor, effect: step.effect, questions: step.questions.map(({ key: question, type, label, isRequired }) => ({ key: question, type, label, isRequired })),
      })),
    })),
  };
}
