import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { noticeWords } from '../../rules/notice-words.ts';
import { type KindList, kindOf } from '../kind-list.ts';
import type { notificationAnswer } from '../notifications.answers.ts';
import { visibleNotices } from './visible-notices.ts';

export type ShownNotification = Answered<typeof notificationAnswer>;

interface NotificationRow {
  readonly id: Id;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number | Bilingual>>;
  readonly about_object: string | null;
  readonly about_id: Id | null;
  readonly link: string | null;
  readonly is_urgent: boolean;
  readonly created_at: string;
  readonly read_at: string | null;
}

const rowsWhere = (ctx: Context, condition: Sql, limit: number): Promise<NotificationRow[]> => ctx.db.rows<NotificationRow>(sql`
  SELECT id, kind, params, about_object, about_id, link, is_urgent, created_at, read_at FROM notification
  WHERE user_id = ${ctx.actor.userId} AND is_in_app AND ${condition} ORDER BY created_at DESC, id DESC LIMIT ${limit}`);

async function present(ctx: Context, kinds: KindList, rows: readonly NotificationRow[]): Promise<ShownNotification[]> {
  const isVisible = await visibleNotices(ctx, rows);
  return rows.map((row) => {
    const kind = kindOf(kinds, row.kind);
    const maySee = isVisible(row);
    const record = maySee && row.about_object !== null && row.about_id !== null ? { object: row.about_object, id: row.about_id } : null;
    return {
      id: row.id, kind: row.kind, kindLabel: kind.label[ctx.locale], ...noticeWords(kind, row.params, ctx.locale, maySee), isUrgent: row.is_urgent,
      target: row.link === null ? record : { path: row.link }, createdAt: isoTime(row.created_at), readAt: row.read_at && isoTime(row.read_at),
    };
  });
}

export interface NotificationFilter {
  readonly isUnread: boolean;
  readonly kind: string | undefined;
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** The caller's own notifications, newest first. The cursor is the id of the last one shown. */
export async function listNotifications(ctx: Context, kinds: KindList, filter: NotificationFilter) {
  const after = filter.cursor === undefined ? sql`true`
    : sql`(created_at, id) < (SELECT created_at, id FROM notification WHERE id = ${filter.cursor} AND user_id = ${ctx.actor.userId})`;
  const which = sql`${after} AND (${!filter.isUnread}::boolean OR read_at IS NULL) AND (${filter.kind ?? null}::text IS NULL OR kind = ${filter.kind ?? null})`;
  const rows = await rowsWhere(ctx, which, filter.limit + 1);
  const page = rows.slice(0, filter.limit);
  return { data: await present(ctx, kinds, page), page: { next: rows.length > filter.limit ? (page.at(-1)?.id ?? null) : null } };
}

/** One of the caller's own; throws `record.not-found`. */
export async function showNotification(ctx: Context, kinds: KindList, id: Id): Promise<ShownNotification> {
  const [shown] = await present(ctx, kinds, await rowsWhere(ctx, sql`id = ${id}`, 1));
  if (!shown) throw fail('record.not-found');
  return shown;
}

/** How many the caller has not read, 100 at most. */
export async function countUnread(ctx: Context): Promise<number> {
  const row = await ctx.db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM notification WHERE user_id = ${ctx.actor.userId} AND is_in_app AND read_at IS NULL LIMIT 100) t`);
  return row.n;
}
