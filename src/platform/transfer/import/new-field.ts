import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Context } from '../../context/context.ts';
import type { Services } from '../../runtime/services.ts';
import { ownImport } from './import-actions.ts';
import type { ImportRun } from './import-store.ts';

export const newFieldSchema = z.strictObject({
  column: z.number().int().min(0),
  label: z.string().trim().min(1).max(40),
  type: z.enum(['text', 'longText', 'number', 'integer', 'money', 'date', 'boolean', 'phone', 'email', 'url', 'multiChoice']),
});

/** Makes a field of the administrator's for a column that no field fits, and maps the column to it (PL-12). */
export async function addField(ctx: Context, services: Services, source: ImportRun, wanted: z.infer<typeof newFieldSchema>): Promise<{ key: string }> {
  if (!ctx.actor.rights.has('admin.fields')) throw fail('auth.forbidden', { right: 'admin.fields' });
  const run = await ownImport(ctx, source.id, ['draft', 'checked']);
  if (wanted.column >= run.headers.length) throw fail('request.invalid', {}, [{ path: 'column', code: 'unknown' }]);
  const id: Id = ctx.newId();
  const key = `f${id.replaceAll('-', '').slice(-10)}`;
  const definition = { type: wanted.type, label: { 'zh-CN': wanted.label, en: wanted.label }, group: 'more' };
  await ctx.db.run(sql`
    INSERT INTO custom_field (id, object, key, definition, position, created_at, created_by)
    SELECT ${id}, ${run.object}, ${key}, ${JSON.stringify(definition)}, coalesce(max(position), 0) + 1, ${ctx.now.toISOString()}, ${ctx.actor.userId}
    FROM custom_field WHERE object = ${run.object}`);
  const mapping = run.mapping.map((field, column) => (column === wanted.column ? key : field));
  await ctx.db.run(sql`UPDATE import_run SET mapping = ${JSON.stringify(mapping)}, state = 'draft' WHERE id = ${run.id}`);
  await writeAudit(ctx, [{ action: 'field-add', object: run.object, detail: { field: key, ...definition } }]);
  ctx.afterCommit(async () => {
    await services.reloadRegistry();
    services.events.announce({ kind: 'invalidate', what: 'meta' });
  });
  return { key };
}
