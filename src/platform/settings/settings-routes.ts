import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { authorOf } from '../context/author.ts';
import type { Context } from '../context/context.ts';
import { type Route, defineRoute } from '../http/route.ts';
import { issuesFromZod } from '../http/problem.ts';
import type { Services } from '../runtime/services.ts';
import { valueOf, watchSettings } from './read-setting.ts';
import type { Setting } from './setting.ts';
import { settingsAnswer } from './settings.answers.ts';

const rightOf = (setting: Setting) => setting.right ?? 'admin.settings';

async function storedValues(ctx: Context): Promise<Map<string, unknown>> {
  const rows = await ctx.db.rows<{ key: string; value: unknown }>(sql`SELECT key, value FROM setting`);
  return new Map(rows.map((row) => [row.key, row.value]));
}

/** The declared settings with their values, as far as the caller may set them. */
export async function listSettings(ctx: Context, declared: readonly Setting[]) {
  const stored = await storedValues(ctx);
  return declared.filter((setting) => ctx.actor.rights.has(rightOf(setting))).map((setting) => ({
    key: setting.key, group: setting.group, label: setting.label, help: setting.help ?? null, right: rightOf(setting),
    value: valueOf(setting, stored.get(setting.key)), fallback: setting.fallback, isSet: stored.has(setting.key),
    schema: z.toJSONSchema(setting.schema, { io: 'input', unrepresentable: 'any' }),
  }));
}

/** Puts one setting; null brings the fallback back. Unknown keys and wrong values are refused. */
export async function putSetting(ctx: Context, declared: readonly Setting[], key: string, value: unknown): Promise<void> {
  const setting = declared.find((s) => s.key === key);
  if (!setting) throw fail('request.unknown-field', {}, [{ path: key, code: 'unknown' }]);
  if (!ctx.actor.rights.has(rightOf(setting))) throw fail('auth.forbidden', { right: rightOf(setting) });
  if (setting.isFreshNeeded === true && (ctx.actor.freshUntil ?? '') < ctx.now.toISOString()) throw fail('auth.fresh-required');
  const parsed = value === null ? undefined : setting.schema.safeParse(value);
  if (parsed && !parsed.success) {
    const issues = issuesFromZod(parsed.error).map((issue) => ({ ...issue, path: issue.path ? `${key}.${issue.path}` : key }));
    throw fail('record.invalid', { count: issues.length }, issues);
  }
  const before = await ctx.db.maybe<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = ${key} FOR UPDATE`);
  const author = authorOf(ctx);
  if (parsed === undefined) await ctx.db.run(sql`DELETE FROM setting WHERE key = ${key}`);
  else {
    await ctx.db.run(sql`
      INSERT INTO setting (key, value, updated_at, updated_by) VALUES (${key}, ${JSON.stringify(parsed.data)}::jsonb, ${ctx.now.toISOString()}, ${author})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
  }
  await writeAudit(ctx, [{ action: 'update', object: 'setting', changes: { [key]: [before?.value ?? null, parsed?.data ?? null] }, detail: { key } }]);
}

/** After the commit every process reads the settings anew, and who is signed in where a setting says so. */
export function announceSettings(services: Pick<Services, 'events'>, ctx: Pick<Context, 'afterCommit'>, changed: readonly Setting[]): void {
  ctx.afterCommit(() => {
    services.events.announce({ kind: 'invalidate', what: 'meta' });
    if (changed.some(({ changesAccess }) => changesAccess === true)) services.events.announce({ kind: 'invalidate', what: 'access' });
  });
}

const shared = { access: 'signed-in', tag: 'administration' } as const;

/** What a company may set (PL-12): each setting needs its own right. */
export function settingsRoutes(services: Services, declared: readonly Setting[]): readonly Route[] {
  watchSettings(services);
  return [
    defineRoute({
      ...shared, method: 'GET', path: '/admin/settings', kind: 'query', summary: 'Settings that the caller may change, with their values', answer: settingsAnswer,
      handle: async (ctx) => ({ data: await listSettings(ctx, declared) }),
    }),
    defineRoute({
      ...shared, method: 'PUT', path: '/admin/settings', kind: 'action', summary: 'Change settings; null brings the default back', answer: settingsAnswer,
      body: z.record(z.string().max(60), z.unknown()),
      handle: async (ctx, { body }) => {
        for (const [key, value] of Object.entries(body)) await putSetting(ctx, declared, key, value);
        announceSettings(services, ctx, declared.filter(({ key }) => key in body));
        return { data: await listSettings(ctx, declared) };
      },
    }),
  ];
}
