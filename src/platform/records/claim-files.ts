import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../context/context.ts';

/**
 * Files uploaded before their record existed become the new record's (UX-8): a staged file has its own id for a record,
 * belongs to one field of one object, and only its uploader can use it.
 */
export async function claimFiles(ctx: Context, def: ObjectDef, id: Id, values: Readonly<Record<string, unknown>>, customerId: Id | null): Promise<void> {
  for (const field of def.fields) {
    const file = values[field.key];
    if ((field.type !== 'file' && field.type !== 'image') || typeof file !== 'string') continue;
    await ctx.db.run(sql`
      UPDATE file_object SET record_id = ${id}, customer_id = ${customerId}
      WHERE id = ${file} AND record_id = id AND object = ${def.key} AND field = ${field.key} AND created_by = ${ctx.actor.userId} AND deleted_at IS NULL`);
  }
}
