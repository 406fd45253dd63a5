import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Field } from '#meta/field.ts';
import type { Filter } from '#meta/filter.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { requireGrant } from '../../access/allowed-ids.ts';
import { fieldAccessOf, visibleFields } from '../../access/field-access.ts';
import type { Context } from '../../context/context.ts';
import type { StreamRequest } from '../../records/batch/stream-records.ts';
import { checkFilter } from '../../records/filter/filter-sql.ts';

export const exportRequestSchema = z.strictObject({
  object: z.string().max(100),
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
  /** Of a CSV file; older spreadsheets read Chinese only in GB18030. */
  encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  /** Masked columns with their full values: needs the rights to it, a reason and the password (CU-50). */
  full: z.boolean().optional(),
  reason: z.string().trim().min(2).max(500).optional(),
  /** Field keys in the order of the list; everything that the reader sees when absent. */
  columns: z.array(z.string().max(100)).min(1).max(200).optional(),
  filter: z.unknown().optional(),
  q: z.string().max(200).optional(),
  sort: z.string().max(400).optional(),
  /** Chosen records. */
  ids: z.array(z.uuid()).min(1).max(5_000).optional(),
  /** Make a file to be fetched later, however few the rows. */
  background: z.boolean().optional(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** Fields of the export within the reader's rights; a hidden or unknown column refuses the whole request (SEC-13). */
export function exportFields(ctx: Context, def: ObjectDef, request: ExportRequest): Field[] {
  requireGrant(ctx, def, 'read');
  requireGrant(ctx, def, 'export');
  if (request.columns === undefined) return visibleFields(ctx.actor, def).filter((field) => field.type !== 'file' && field.type !== 'image');
  return request.columns.map((key) => {
    const field = findField(def, key);
    if (!field || field.retired === true || fieldAccessOf(ctx.actor, def, field).view === 'hidden') {
      throw fail('request.invalid', {}, [{ path: `columns.${key}`, code: 'unknown' }]);
    }
    return field;
  });
}

const isMasked = (ctx: Context, def: ObjectDef, field: Field): boolean => fieldAccessOf(ctx.actor, def, field).view === 'masked';

/**
 * The masked columns that leave in full. Only who may reveal values of the object, and may approve such exports, may take
 * them; asked again when the job runs. Throws `auth.forbidden`, `auth.fresh-required`, or names the missing reason.
 */
export function fullFields(ctx: Context, def: ObjectDef, fields: readonly Field[], request: ExportRequest): Field[] {
  if (request.full !== true) return [];
  const masked = fields.filter((field) => isMasked(ctx, def, field));
  if (masked.length === 0) return [];
  requireGrant(ctx, def, 'reveal');
  if (!ctx.actor.rights.has('export.approve')) throw fail('auth.forbidden', { right: 'export.approve' });
  if (request.reason === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'reason', code: 'reason-required' }]);
  return masked;
}

export function streamRequest(request: ExportRequest, fields: readonly Field[]): StreamRequest {
  const filter: Filter | undefined = request.filter === undefined || request.filter === null ? undefined : checkFilter(request.filter);
  return { fields: fields.map((field) => field.key), filter, q: request.q, sort: request.sort, ids: request.ids };
}
