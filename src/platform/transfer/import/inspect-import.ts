import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { locales } from '#kernel/texts.ts';
import { type ObjectDef, fieldLabel } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { type FieldCandidate, guessColumns, normaliseHeader } from '../../tabular/guess-columns.ts';
import { openTable } from '../../tabular/read-table.ts';
import type { TableSource } from '../../tabular/table-types.ts';
import { type ImportOptions, type Mapping, importOptionsSchema, isFillable, isMatchable } from './import-options.ts';
import { type NewFieldType, guessFieldType } from './mapping/new-field-type.ts';
import { textOf } from './rows/read-cells.ts';

const SAMPLE = 200;
const SHOWN = 5;

export interface Inspected {
  readonly source: TableSource;
  readonly headerKey: string;
  /** The first filled texts of each column. */
  readonly samples: readonly (readonly string[])[];
  readonly guesses: readonly { readonly column: number; readonly field: string | null; readonly confidence: number }[];
  /** What a new field for each column would best be, by its values. */
  readonly newTypes: readonly NewFieldType[];
}

const GUESS_TYPES: Readonly<Record<string, string>> = { dateTime: 'datetime' };

/** Fields that the person may fill from a file, with the words by which a header names them. */
export const candidatesOf = (ctx: Pick<Context, 'actor'>, def: ObjectDef): FieldCandidate[] =>
  def.fields.filter((field) => isFillable(ctx, def, field)).map((field) => ({
    field: field.key,
    labels: locales.map((locale) => fieldLabel(def, field, locale)),
    synonyms: [field.key, ...(field.synonyms ?? [])],
    type: field.check === 'uscc' ? 'uscc' : (GUESS_TYPES[field.type] ?? field.type),
  }));

/** Reads the beginning of a file: headers, samples, and what each column most likely is (CU-12). */
export async function inspectFile(ctx: Context, def: ObjectDef, path: string, fileName: string, sheet?: string): Promise<Inspected> {
  const source = await openTable(path, { fileName, ...(sheet !== undefined && { sheet }) });
  const rows: (readonly unknown[])[] = [];
  for await (const row of source.rows()) {
    rows.push(row.cells);
    if (rows.length >= SAMPLE) break;
  }
  const samples = source.headers.map((_, column) =>
    rows.map((cells) => textOf(cellOf(cells[column]))).filter(Boolean).slice(0, SHOWN));
  const newTypes = source.headers.map((_, column) => guessFieldType(rows.map((cells) => cells[column])));
  return { source, headerKey: headerKeyOf(source.headers), samples, guesses: guessColumns(source.headers, candidatesOf(ctx, def), rows), newTypes };
}

const cellOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null);

/** The same headers give the same key, whatever their width, case and marks. */
export const headerKeyOf = (headers: readonly string[]): string =>
  createHash('sha256').update(headers.map(normaliseHeader).join('\n')).digest('base64url');

/** How the person mapped these headers last time; fields that went away meanwhile are left out. */
export async function rememberedFor(ctx: Context, def: ObjectDef, headerKey: string): Promise<{ mapping: Mapping; options: ImportOptions } | undefined> {
  const row = await ctx.db.maybe<{ mapping: (string | null)[]; options: unknown }>(sql`
    SELECT mapping, options FROM import_memory WHERE user_id = ${ctx.actor.userId} AND object = ${def.key} AND header_key = ${headerKey}`);
  const options = importOptionsSchema.safeParse(row?.options);
  if (!row || !options.success) return undefined;
  // What an import does to existing records is chosen anew each time.
  const { mode: _mode, duplicates: _duplicates, ...kept } = options.data;
  const usable = new Set(def.fields.filter((field) => isFillable(ctx, def, field)).map((field) => field.key));
  return { mapping: row.mapping.map((key) => (key !== null && usable.has(key) ? key : null)), options: importOptionsSchema.parse(kept) };
}

/** Whether the person imported a file with these headers before. */
export const isRemembered = async (ctx: Context, run: { object: string; headerKey: string }): Promise<boolean> =>
  (await ctx.db.rows(sql`
    SELECT 1 FROM import_memory WHERE user_id = ${ctx.actor.userId} AND object = ${run.object} AND header_key = ${run.headerKey}`)).length > 0;

export async function rememberMapping(ctx: Context, run: { object: string; headerKey: string; mapping: Mapping; options: ImportOptions }): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO import_memory (user_id, object, header_key, mapping, options, used_at)
    VALUES (${ctx.actor.userId}, ${run.object}, ${run.headerKey}, ${JSON.stringify(run.mapping)}, ${JSON.stringify(run.options)}, ${ctx.now.toISOString()})
    ON CONFLICT (user_id, object, header_key) DO UPDATE SET mapping = excluded.mapping, options = excluded.options, used_at = excluded.used_at`);
}

/** Fields by which a row may find the record it changes, the best first. */
export function matchFields(def: ObjectDef, mapping: Mapping): string[] {
  const rank = (key: string, field: ObjectDef['fields'][number]): number =>
    field.type === 'autoNumber' ? 0 : field.check === 'uscc' ? 1 : field.search === 'code' ? 2 : key === def.title ? 3 : 4;
  return def.fields.filter((field) => isMatchable(field) && mapping.includes(field.key))
    .toSorted((a, b) => rank(a.key, a) - rank(b.key, b)).map((field) => field.key);
}
