import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '../db/database.ts';

/**
 * Which of these sessions and keys have ended: revoked, too old, idle for too long, or of a person who may not sign in
 * any more. Asked of the tables, because asking by the request would count as the person's activity and keep the
 * session from going idle (SEC-8).
 */
export async function endedAccess(db: Db, ids: { readonly sessions: readonly Id[]; readonly keys: readonly Id[] }, now: Date): Promise<Set<Id>> {
  const all = [...ids.sessions, ...ids.keys];
  if (all.length === 0) return new Set();
  const at = now.toISOString();
  const rows = await db.rows<{ id: Id }>(sql`
    SELECT s.id FROM session s JOIN app_user u ON u.id = s.user_id
    WHERE s.id = ANY(${ids.sessions}::uuid[]) AND s.revoked_at IS NULL AND s.expires_at > ${at} AND u.is_active AND u.deleted_at IS NULL
      AND s.last_seen_at > ${at}::timestamptz - make_interval(mins =>
        coalesce((SELECT ((value->>'idleHours')::numeric * 60)::int FROM setting WHERE key = 'signIn'), ${LONGEST_IDLE_MINUTES}))
    UNION ALL
    SELECT k.id FROM api_key k JOIN app_user u ON u.id = k.user_id
    WHERE k.id = ANY(${ids.keys}::uuid[]) AND k.revoked_at IS NULL AND k.expires_at > ${at} AND u.is_active AND u.deleted_at IS NULL`);
  const alive = new Set(rows.map((row) => row.id));
  return new Set(all.filter((id) => !alive.has(id)));
}

/** Where no idle time is set, the sign-in's own default: 12 hours. */
const LONGEST_IDLE_MINUTES = 720;
