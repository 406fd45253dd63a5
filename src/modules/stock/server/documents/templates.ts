import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { type TemplateKey, defaultTemplates, placeholders } from './default-templates.ts';

/** The wording in use and its version; 0 is the one that ships. */
export async function readTemplate(ctx: Pick<Context, 'db'>, key: TemplateKey): Promise<{ readonly number: number; readonly content: string }> {
  const found = await ctx.db.maybe<{ number: number; content: string }>(sql`SELECT number, content FROM document_template WHERE key = ${key} ORDER BY number DESC LIMIT 1`);
  return found ?? { number: 0, content: defaultTemplates[key] };
}

/** Keeps a new version of a wording (PL-63). Errors: record.invalid for a placeholder that does not exist, record.stale when somebody was faster. */
export async function saveTemplate(ctx: Context, key: TemplateKey, content: string, number: number): Promise<void> {
  const known = new Set(placeholders[key]);
  const strange = [...content.matchAll(/\{([^{}\n]*)\}/gu)].map((match) => match[1] ?? '').filter((name) => !known.has(name));
  if (strange.length > 0) throw fail('record.invalid', { count: strange.length }, strange.map((name) => ({ path: 'content', code: 'not-found', params: { value: `{${name}}` } })));
  const current = await readTemplate(ctx, key);
  if (current.number !== number) throw fail('record.stale');
  const author = authorOf(ctx);
  const added = await ctx.db.run(sql`
    INSERT INTO document_template (key, number, content, created_at, created_by) VALUES (${key}, ${number + 1}, ${content}, ${ctx.now.toISOString()}, ${author}) ON CONFLICT DO NOTHING`);
  if (added === 0) throw fail('record.stale');
  await writeAudit(ctx, [{ action: 'update', object: 'documentTemplate', changes: { [key]: [current.content, content] } }]);
}

/** Puts values in the place of `{name}`; what is not given stays visible as a line to be filled by hand. */
export const fillTemplate = (content: string, values: Readonly<Record<string, string>>): string =>
  content.replaceAll(/\{([a-zA-Z]+)\}/gu, (_, name: string) => values[name] ?? '________');
