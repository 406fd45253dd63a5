import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { AuditItem } from '../../rules/score-audit.ts';
import { changeOne, insertOne, lockOne } from '../standards-records.ts';
import { insertTemplateVersion } from './load-library.ts';

export interface TemplateDraft {
  readonly name: string;
  readonly kind: 'mystery' | 'phone';
  readonly state: 'active' | 'retired';
  readonly items: readonly AuditItem[];
}

/** Errors: record.invalid for two items of one key, a number without target, a standard that does not exist. */
async function requireItems(ctx: Context, items: readonly AuditItem[]): Promise<void> {
  const issues: Issue[] = [];
  const keys = new Set<string>();
  const wanted = [...new Set(items.flatMap(({ standard }) => standard ?? []))];
  const rows = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM standard WHERE id = ANY(${wanted}::uuid[])`);
  const known = new Set(rows.map(({ id }) => id));
  for (const [at, item] of items.entries()) {
    if (keys.has(item.key)) issues.push({ path: `items.${at}.key`, code: 'not-unique', params: { value: item.key } });
    keys.add(item.key);
    if (item.answer === 'number' && (item.target === null || item.direction === null)) issues.push({ path: `items.${at}.target`, code: 'required' });
    if (item.standard !== null && !known.has(item.standard)) issues.push({ path: `items.${at}.standard`, code: 'not-found', params: { value: item.standard } });
  }
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

/** A template with its first version (SE-21). Errors: record.invalid. */
export async function makeTemplate(ctx: Context, { name, kind, state, items }: TemplateDraft): Promise<{ readonly id: Id }> {
  await requireItems(ctx, items);
  const id = await insertOne(ctx, 'auditTemplate', { values: { name, kind, state, number: 1, itemCount: items.length } });
  await insertTemplateVersion(ctx, id, 1, items);
  return { id };
}

/**
 * Changes a template; changed items become its next version, which audits not yet begun will use. Running ones keep
 * theirs. `number` is the version that was edited. Errors: record.not-found, record.stale, record.invalid.
 */
export async function saveTemplate(ctx: Context, id: Id, draft: TemplateDraft & { readonly number: number }): Promise<{ readonly number: number }> {
  const before = await lockOne(ctx, 'auditTemplate', id);
  if (before.values['number'] !== draft.number) throw fail('record.stale');
  await requireItems(ctx, draft.items);
  const { isSame } = await ctx.db.one<{ isSame: boolean }>(sql`
    SELECT items = ${JSON.stringify(draft.items)}::jsonb AS "isSame" FROM audit_template_version WHERE template_id = ${id} AND number = ${draft.number}`);
  const number = isSame ? draft.number : draft.number + 1;
  if (!isSame) await insertTemplateVersion(ctx, id, number, draft.items);
  await changeOne(ctx, 'auditTemplate', before, { name: draft.name, state: draft.state, number, itemCount: draft.items.length });
  return { number };
}
