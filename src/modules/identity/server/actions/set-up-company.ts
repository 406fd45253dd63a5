import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { pinyinKeys } from '#kernel/pinyin-keys.ts';
import { searchKeys } from '#kernel/search-keys.ts';
import type { Locale } from '#kernel/texts.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRow } from '#platform/records/write-record.ts';
import { userObject } from '../../user.object.ts';
import { administratorRole } from '../ready-roles.ts';
import { tellSetUp } from '../set-up-listeners.ts';
import { ensureReadyRoles } from './ensure-ready-roles.ts';

export interface FirstAdministrator {
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly companyName: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

/** Whether nobody has an account yet. */
export async function isSetupNeeded(ctx: Pick<Context, 'db'>): Promise<boolean> {
  const row = await ctx.db.one<{ needed: boolean }>(sql`SELECT NOT EXISTS (SELECT 1 FROM app_user) AS needed`);
  return row.needed;
}

/**
 * The company, the ready roles and its first administrator, once (SEC-1). Two who try at the same moment wait for one
 * another; the second gets `auth.setup-done`.
 */
export async function setUpCompany(ctx: Context, facts: FirstAdministrator): Promise<Id> {
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413003)`);
  if (!(await isSetupNeeded(ctx))) throw fail('auth.setup-done');
  await ensureReadyRoles(ctx);
  const now = ctx.now.toISOString();
  const unitId = await companyUnit(ctx, facts.companyName);
  const userId = ctx.newId();
  const def = ctx.registry.object('user') ?? userObject;
  await insertRow(ctx, def, {
    id: userId,
    values: { name: facts.name, username: facts.username, unit: unitId, isActive: true },
    extra: { locale: facts.locale, time_zone: facts.timeZone, password_hash: facts.passwordHash, password_changed_at: now },
  });
  await ctx.db.run(sql`INSERT INTO user_role (user_id, role) VALUES (${userId}, ${administratorRole})`);
  await writeAudit(ctx, [
    { action: 'create', object: 'orgUnit', recordId: unitId, version: 1, changes: { name: [null, facts.companyName], kind: [null, 'company'] } },
    {
      action: 'create', object: 'user', recordId: userId, version: 1,
      changes: { name: [null, facts.name], username: [null, facts.username], roles: [null, [administratorRole]] },
      detail: { isFirst: true },
    },
  ]);
  await tellSetUp(ctx, facts);
  return userId;
}

/** The root of the organisation; one that is there already (a loaded demo) is kept. */
async function companyUnit(ctx: Context, name: string): Promise<Id> {
  const there = await ctx.db.maybe<{ id: Id }>(sql`
    SELECT id FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL ORDER BY position, created_at LIMIT 1`);
  if (there !== undefined) return there.id;
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  const keys = searchKeys({ names: [name], codes: [], phones: [], emails: [] });
  await ctx.db.run(sql`
    INSERT INTO org_unit (id, name, name_sort, kind, path, search_text, search_key, created_at, updated_at)
    VALUES (${id}, ${name}, ${pinyinKeys(name).sort}, 'company', ${[id]}::uuid[], ${keys.text}, ${keys.key}, ${now}, ${now})`);
  return id;
}
