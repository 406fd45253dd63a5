import type { Id } from '#kernel/ids.ts';
import type { Field } from '#meta/field.ts';
import type { TextContext } from '#meta/fields/field-type.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { allowedIds } from '../../access/allowed-ids.ts';
import { fieldAccessOf } from '../../access/field-access.ts';
import type { Context } from '../../context/context.ts';
import { shownRecords } from '../../records/batch/shown-records.ts';
import type { TableCell } from '../../tabular/table-types.ts';
import { cellOf, listTitles } from '../export/export-rows.ts';
import type { Mapping } from './import-options.ts';
import { textOf } from './rows/read-cells.ts';
import { textContextOf } from './rows/text-context.ts';

/** One column of a row of the file beside the same field of a record that exists. */
export interface ComparedCell {
  readonly column: number;
  /** As the reader may see it: masked where their list shows it masked (SEC-27). */
  readonly text: string;
  readonly isSame: boolean;
}

export interface ComparedRecord {
  readonly mayUpdate: boolean;
  readonly cells: readonly ComparedCell[];
}

export type Compare = (id: Id, cells: readonly TableCell[]) => ComparedRecord | undefined;

/** Reads the records once and answers how a row of the file compares with one of them (UX-9). */
export async function makeCompare(ctx: Context, def: ObjectDef, mapping: Mapping, ids: readonly Id[]): Promise<Compare> {
  const columns = mapping.flatMap((key, column) => {
    const field = key === null ? undefined : findField(def, key);
    const view = field ? fieldAccessOf(ctx.actor, def, field).view : 'hidden';
    return field && view !== 'hidden' ? [{ column, field, isMasked: view !== 'full' }] : [];
  });
  const fields = columns.map(({ field }) => field);
  const records = await shownRecords(ctx, def, fields.map((field) => field.key), ids);
  const titles = await listTitles(ctx, fields, [...records.values()]);
  const changeable = await allowedIds(ctx, def, 'update', [...records.keys()]);
  const texts = textContextOf(def, ctx.locale, ctx.timeZone);
  return (id, cells) => {
    const record = records.get(id);
    if (!record) return undefined;
    const compared = columns.map(({ column, field, isMasked }): ComparedCell => {
      const text = plain(cellOf(field, record[field.key], isMasked, texts, titles));
      const given = fileText(field, cells[column] ?? null, texts);
      // An empty cell changes nothing: it does not differ.
      return { column, text, isSame: given === '' || (isMasked ? fitsMask(text, given) : text === given) };
    });
    return { mayUpdate: changeable.has(id), cells: compared };
  };
}

const plain = (cell: TableCell): string => (cell === null ? '' : String(cell));

/** The cell as the record would show it, so that 1,000.00 and 1000 are the same; names and faulty cells as they stand. */
function fileText(field: Field, cell: TableCell, texts: TextContext): string {
  const text = textOf(cell);
  if (text === '' || field.type === 'reference' || field.type === 'multiReference') return text;
  const type = typeOf(field);
  const parsed = type.fromText(text, field, texts);
  return parsed.ok ? type.toText(parsed.value, field, texts) : text;
}

/** Without spaces and marks, and without the country that one of two numbers may lack. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}*@.]/gu, '').replace(/^86(?=1[3-9])/, '');

/** Whether the text could be what the mask hides; more the reader may not know (SEC-13). */
export function fitsMask(mask: string, text: string): boolean {
  const shown = bare(mask);
  const given = bare(text);
  if (!shown.includes('*')) return shown === given;
  const head = shown.slice(0, shown.indexOf('*'));
  const tail = shown.slice(shown.lastIndexOf('*') + 1);
  return given.startsWith(head) && given.endsWith(tail);
}
