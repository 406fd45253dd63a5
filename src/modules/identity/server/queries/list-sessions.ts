import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { readSignInSettings } from '../sign-in-settings.ts';

export interface SessionView {
  readonly id: Id;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly ip: string | null;
  readonly agent: string | null;
  readonly isCurrent: boolean;
}

/** The open sessions of a person, the one in use first. */
export async function listSessions(ctx: Context, userId: Id): Promise<SessionView[]> {
  const { idleHours } = await readSignInSettings(ctx.db);
  const seenSince = new Date(ctx.now.getTime() - idleHours * 3_600_000).toISOString();
  return ctx.db.rows<SessionView>(sql`
    SELECT id, to_json(created_at) AS "createdAt", to_json(last_seen_at) AS "lastSeenAt", to_json(expires_at) AS "expiresAt",
      ip, agent, id IS NOT DISTINCT FROM ${ctx.actor.sessionId ?? null}::uuid AS "isCurrent"
    FROM session WHERE user_id = ${userId} AND revoked_at IS NULL AND expires_at > ${ctx.now.toISOString()}
      AND last_seen_at > ${seenSince}
    ORDER BY 7 DESC, last_seen_at DESC`);
}
