import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { isJsonObject } from '#kernel/json.ts';
import type { ObjectDef } from '#meta/object.ts';
import { requireGrant, requireRecord } from '../../access/allowed-ids.ts';
import { fieldAccessOf } from '../../access/field-access.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Context } from '../../context/context.ts';
import { revealsPerHour } from '../../settings/platform-settings.ts';
import { readSetting } from '../../settings/read-setting.ts';
import { knownField } from '../filter/filter-sql.ts';
import { loadFull } from '../get-record.ts';
import { sealBinding } from '../to-columns.ts';
import { rootOf } from '../write-record.ts';

/** Shows one masked value in full: needs the right, a reason, leaves an audit entry, and is limited per hour. */
export async function revealField(ctx: Context, def: ObjectDef, id: Id, key: string, reason: string): Promise<unknown> {
  requireGrant(ctx, def, 'reveal');
  await requireRecord(ctx, def, 'reveal', id);
  const field = knownField(ctx, def, key);
  if (!field) throw fail('request.invalid', {}, [{ path: 'field', code: 'unknown' }]);
  await limit(ctx);
  const [record] = await loadFull(ctx, def, [id]);
  if (!record) throw fail('record.not-found');
  const stored = record.values[key] ?? null;
  const isMasked = fieldAccessOf(ctx.actor, def, field).view === 'masked';
  if (isMasked) {
    await writeAudit(ctx, [
      { action: 'reveal', object: def.key, recordId: id, customerId: rootOf(def, id, record.values), detail: { field: key, reason } },
    ]);
  }
  if (field.sensitive !== true) return stored;
  return isJsonObject(stored) && typeof stored.cipher === 'string' ? ctx.secrets.decrypt(stored.cipher, sealBinding(def, field)) : null;
}

async function limit(ctx: Context): Promise<void> {
  const since = new Date(ctx.now.getTime() - 3_600_000).toISOString();
  // Two reveals of one person at the same instant are counted one after the other.
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`reveal:${ctx.actor.userId}`}, 0))`);
  const { n } = await ctx.db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM audit_entry WHERE actor_id = ${ctx.actor.userId} AND action = 'reveal' AND at > ${since}`);
  if (n >= (await readSetting(ctx, revealsPerHour))) throw fail('request.too-many', { seconds: 3600 });
}
