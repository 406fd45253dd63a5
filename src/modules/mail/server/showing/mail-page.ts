import type { FastifyReply } from 'fastify';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { shownMailHtml } from '../parsing/clean-html.ts';

/** Drawn inside the page of its record, whose colours it takes over. */
const style = `
html { color-scheme: light dark; } a { color: var(--link, LinkText); } body { margin: 0; display: flow-root; font: 14px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: inherit; overflow-wrap: anywhere; }
p { margin: 0 0 .6em; } img { max-width: 100%; height: auto; } img[data-remote] { display: inline-block; padding: 2px 8px; border: 1px dashed; border-radius: 4px; opacity: .7; }
table { margin: 0 0 .6em; border-collapse: collapse; max-width: 100%; display: block; overflow-x: auto; } td, th { border: 1px solid rgb(128 128 128 / .35); padding: 2px 8px; vertical-align: top; text-align: left; }
blockquote { margin: .4em 0; padding-left: 12px; border-left: 3px solid rgb(128 128 128 / .4); } pre { white-space: pre-wrap; }
details > summary { cursor: pointer; margin: .6em 0; opacity: .8; }`;

/** No script, no form, no frame; pictures of the mail itself, from elsewhere only when asked for (SEC-18). The record's page may frame it, nobody else. */
const policy = (hasRemote: boolean): string => [
  "default-src 'none'", `img-src 'self' data:${hasRemote ? ' https: http:' : ''}`, "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** The pictures that came with a mail, by Content-ID. Rights are the caller's matter, and the files' own when they are loaded. */
async function picturesOf(ctx: Pick<Context, 'db'>, mailId: Id): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.rows<{ cid: string; file: Id }>(sql`SELECT content_id AS cid, file_id AS file FROM mail_attachment WHERE message_id = ${mailId} AND content_id IS NOT NULL AND file_id IS NOT NULL`);
  return new Map(rows.map(({ cid, file }) => [cid, `/api/v1/files/${file}?inline=1`]));
}

/** Answers a mail's HTML as a document of its own, for a frame without scripts. The caller has asked for the rights. */
export async function sendMailPage(ctx: Pick<Context, 'db' | 'locale'>, reply: FastifyReply, mail: { readonly html: string; readonly mailId: Id | null; readonly hasRemote: boolean }): Promise<void> {
  const files = mail.mailId === null ? new Map<string, string>() : await picturesOf(ctx, mail.mailId);
  const body = shownMailHtml(mail.html, { files, hasRemote: mail.hasRemote });
  await reply.type('text/html; charset=utf-8').header('content-security-policy', policy(mail.hasRemote)).header('referrer-policy', 'no-referrer').header('cache-control', 'private, no-store')
    .send(`<!doctype html><html lang="${ctx.locale}"><head><meta charset="utf-8"><title>Mail</title><style>${style}</style></head><body>${body}</body></html>`);
}
