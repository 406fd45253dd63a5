import type { FastifyReply } from 'fastify';
import { type ObjectDef, fieldLabel, objectLabel } from '#meta/object.ts';
import { requireGrant } from '../../access/allowed-ids.ts';
import type { Context } from '../../context/context.ts';
import { writeCsv, writeXlsx } from '../../tabular/write-table.ts';
import { sendTable } from '../send-table.ts';
import { isFillable } from './import-options.ts';

/** An empty table with the columns that the person may fill, required ones first, in their language (UX-9). */
export async function sendTemplate(ctx: Context, def: ObjectDef, format: 'csv' | 'xlsx', reply: FastifyReply): Promise<void> {
  requireGrant(ctx, def, 'import');
  const fields = def.fields.filter((field) => isFillable(ctx, def, field));
  const ordered = [...fields.filter((field) => field.required === true), ...fields.filter((field) => field.required !== true)];
  const headers = ordered.map((field) => `${fieldLabel(def, field, ctx.locale)}${field.required === true ? ' *' : ''}`);
  const name = objectLabel(def, ctx.locale, 'many');
  await sendTable(reply, `${name}.${format}`, format, (out) =>
    format === 'csv' ? writeCsv([], headers, out, { bom: true }) : writeXlsx([], headers, out, { sheetName: name }));
}
