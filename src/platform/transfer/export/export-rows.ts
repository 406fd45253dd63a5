import { isJsonObject } from '#kernel/json.ts';
import type { Field } from '#meta/field.ts';
import type { TextContext } from '#meta/fields/field-type.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, fieldLabel } from '#meta/object.ts';
import { fieldAccessOf } from '../../access/field-access.ts';
import type { Context } from '../../context/context.ts';
import { type ShownRow, type StreamRequest, streamRecords, titlesFor } from '../../records/batch/stream-records.ts';
import type { TableCell } from '../../tabular/table-types.ts';
import type { ColumnType } from '../../tabular/write-table.ts';
import { textContextOf } from '../import/rows/text-context.ts';
import { exportMark } from './export-mark.ts';
import { readPlain } from './plain-values.ts';

const PAGE = 1_000;

export interface TableOptions {
  /** Of the export; stands in the file's last line. */
  readonly id: string;
  /** Masked fields that leave in full. */
  readonly full?: readonly Field[];
  readonly onPage?: (rows: number) => Promise<void>;
}

export interface ExportTable {
  readonly headers: readonly string[];
  readonly columnTypes: readonly ColumnType[];
  rows(): AsyncGenerator<readonly TableCell[]>;
}

/** What the list shows, as the reader sees it: labels, names, their time zone, masked where they see it masked (SEC-27). */
export function exportTable(ctx: Context, def: ObjectDef, fields: readonly Field[], request: StreamRequest, options: TableOptions): ExportTable {
  const { id, full = [], onPage = () => Promise.resolve() } = options;
  const texts = textContextOf(def, ctx.locale, ctx.timeZone);
  const columns = fields.map((field) => ({ field, isMasked: fieldAccessOf(ctx.actor, def, field).view !== 'full' }));
  return {
    headers: fields.map((field) => fieldLabel(def, field, ctx.locale)),
    columnTypes: columns.map(({ field, isMasked }) => (isMasked ? 'text' : columnTypeOf(field))),
    async *rows() {
      for await (const page of streamRecords(ctx, def, request, PAGE)) {
        const titles = await listTitles(ctx, fields, page);
        const plain = await readPlain(ctx, def, full, page);
        for (const row of page) {
          const own = plain.get(String(row.id));
          yield columns.map(({ field, isMasked }) => (own && field.key in own ? cellOf(field, own[field.key], false, texts, titles)
            : cellOf(field, row[field.key], isMasked, texts, titles)));
        }
        await onPage(page.length);
      }
      yield [exportMark(ctx.locale, id, ctx.actor.name)];
    },
  };
}

/** One value as the reader's file or page says it; null for nothing. */
export function cellOf(field: Field, value: unknown, isMasked: boolean, texts: TextContext, titles: ReadonlyMap<string, string>): TableCell {
  if (value === null || value === undefined) return null;
  if (isMasked) return typeof value === 'string' ? value : '****';
  if (field.type === 'multiReference' && Array.isArray(value)) return value.map((one) => titles.get(String(one)) ?? '').filter(Boolean).join('、') || null;
  // A reference that the reader may not follow is empty, never an id.
  if (field.type === 'reference' && !isJsonObject(value)) return null;
  const text = typeOf(field).toText(value, field, texts);
  return text === '' ? null : text;
}

/** Names behind lists of references. */
export async function listTitles(ctx: Context, fields: readonly Field[], rows: readonly ShownRow[]): Promise<Map<string, string>> {
  const found = await Promise.all(fields.filter((field) => field.type === 'multiReference').map((field) => titlesFor(ctx, field, rows)));
  return new Map(found.flatMap((titles) => [...titles]));
}

const NUMBERS = new Set(['number', 'integer', 'percent', 'money', 'formula', 'rollUp']);

function columnTypeOf(field: Field): ColumnType {
  if (NUMBERS.has(field.type)) return 'number';
  if (field.type === 'date') return 'date';
  return field.type === 'dateTime' ? 'datetime' : 'text';
}
