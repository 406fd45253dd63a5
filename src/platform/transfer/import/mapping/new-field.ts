import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Context } from '../../../context/context.ts';
import { bilingual, type ChoiceInput } from '../../../registry/field-input.ts';
import { announceMeta } from '../../../registry/meta-change.ts';
import { addField as addCustomField } from '../../../registry/save-field.ts';
import type { Services } from '../../../runtime/services.ts';
import { openTable } from '../../../tabular/read-table.ts';
import { ownImport, readable } from '../import-actions.ts';
import { importPath } from '../import-files.ts';
import type { ImportRun } from '../import-store.ts';
import { newFieldTypes } from './new-field-type.ts';
import { objectNamed } from '../rows/import-plan.ts';
import { textOf } from '../rows/read-cells.ts';

export const newFieldSchema = z.strictObject({
  column: z.number().int().min(0),
  label: bilingual(60),
  type: z.enum(newFieldTypes),
});

/** Choices are gathered from this many rows of the file at most; an administrator may add what comes later. */
const CHOICE_ROWS = 50_000;
const MAX_CHOICES = 100;

/** Makes a field of the administrator's for a column that no field fits, and maps the column to it (PL-12). */
export async function addField(ctx: Context, services: Services, source: ImportRun, wanted: z.infer<typeof newFieldSchema>): Promise<{ key: string }> {
  if (!ctx.actor.rights.has('admin.fields')) throw fail('auth.forbidden', { right: 'admin.fields' });
  const run = await ownImport(ctx, source.id, ['draft', 'checked']);
  if (wanted.column >= run.headers.length) throw fail('request.invalid', {}, [{ path: 'column', code: 'unknown' }]);
  const choices = wanted.type === 'choice' ? await choicesOf(ctx, services, run, wanted.column) : undefined;
  const group = objectNamed(ctx, run.object).groups.includes('more') ? 'more' : undefined;
  const { key } = await addCustomField(ctx, {
    object: run.object, type: wanted.type, label: wanted.label, ...(choices && { choices }), ...(group && { group }),
  });
  const mapping = run.mapping.map((field, column) => (column === wanted.column ? key : field));
  await ctx.db.run(sql`UPDATE import_run SET mapping = ${JSON.stringify(mapping)}, state = 'draft' WHERE id = ${run.id}`);
  announceMeta(services, ctx);
  return { key };
}

/** The different values of a column, the most frequent first. */
async function choicesOf(ctx: Context, services: Services, run: ImportRun, column: number): Promise<ChoiceInput[]> {
  const counts = new Map<string, number>();
  await readable(ctx, async () => {
    const path = importPath(services.dataDir, run.storeKey ?? '');
    const table = await openTable(path, { fileName: run.fileName, ...(run.sheet !== null && { sheet: run.sheet }) });
    let rows = 0;
    for await (const row of table.rows()) {
      const text = textOf(row.cells[column] ?? null);
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
      rows += 1;
      if (rows >= CHOICE_ROWS || counts.size > MAX_CHOICES) break;
    }
  });
  const isShort = [...counts.keys()].every((text) => text.length <= 60);
  if (counts.size > MAX_CHOICES || !isShort) throw fail('record.invalid', { count: 1 }, [{ path: 'type', code: 'too-big', params: { max: MAX_CHOICES } }]);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([text]) => ({ label: { 'zh-CN': text, en: text } }));
}
