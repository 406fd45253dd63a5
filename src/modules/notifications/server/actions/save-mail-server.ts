import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { PASSWORD_BINDING, readMailServer } from '../mail/mail-server.ts';

const address = /^[^\s<>@",;]+@[^\s<>@",;]+$/;

export const mailServerBody = z.strictObject({
  host: z.string().trim().regex(/^[a-z0-9:][a-z0-9.:-]*$/i).max(253),
  port: z.int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: z.string().trim().min(1).max(200).nullable(),
  /** Absent keeps the stored one; null removes it. */
  password: z.string().min(1).max(500).nullable().optional(),
  /** `name@company.cn` or `Name <name@company.cn>`. */
  from: z.string().trim().max(300).refine((text) => address.test(text) || /^[^<>\r\n]{1,100}<[^\s<>@",;]+@[^\s<>@",;]+>$/.test(text)),
  siteUrl: z.url({ protocol: /^https?$/ }).max(300).transform((text) => text.replace(/\/+$/, '')).nullable(),
});

/**
 * Puts the company's mail server. A stored password never goes to another server or user: with those it must be given
 * anew. A password needs an encrypted line (SEC-33).
 */
export async function saveMailServer(ctx: Context, environment: Services['mail'], body: z.infer<typeof mailServerBody>): Promise<void> {
  await ctx.db.run(sql`LOCK TABLE mail_server IN SHARE ROW EXCLUSIVE MODE`);
  const before = await readMailServer(ctx, environment);
  const stored = before?.source === 'settings' ? before : undefined;
  const isSamePlace = stored?.host === body.host && stored.port === body.port && stored.username === body.username && stored.security === body.security;
  const isKept = body.password === undefined && stored !== undefined && stored.password !== null;
  if (isKept && !isSamePlace) throw fail('record.invalid', { count: 1 }, [{ path: 'password', code: 'required' }]);
  const password = body.password === undefined ? (stored?.password ?? null) : body.password;
  if (password !== null && body.security === 'none') throw fail('record.invalid', { count: 1 }, [{ path: 'security', code: 'not-allowed' }]);
  const cipher = password === null ? null : ctx.secrets.encrypt(password, PASSWORD_BINDING);
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO mail_server (host, port, security, username, password_cipher, from_address, site_url, updated_at, updated_by)
    VALUES (${body.host}, ${body.port}, ${body.security}, ${body.username}, ${cipher}, ${body.from}, ${body.siteUrl}, ${now}, ${ctx.actor.userId})
    ON CONFLICT (is_only) DO UPDATE SET host = excluded.host, port = excluded.port, security = excluded.security, username = excluded.username,
      password_cipher = excluded.password_cipher, from_address = excluded.from_address, site_url = excluded.site_url,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
  const plain = (server: typeof stored) => server && { host: server.host, port: server.port, security: server.security, username: server.username, from: server.from, siteUrl: server.siteUrl };
  const { password: given, ...shown } = body;
  await writeAudit(ctx, [{
    action: 'update', object: 'mailServer', changes: { mailServer: [plain(stored) ?? null, shown] }, detail: { isPasswordChanged: given !== undefined },
  }]);
}

/** Mail is off, or as the environment says. */
export async function removeMailServer(ctx: Context): Promise<void> {
  if ((await ctx.db.run(sql`DELETE FROM mail_server`)) > 0) await writeAudit(ctx, [{ action: 'delete', object: 'mailServer' }]);
}
