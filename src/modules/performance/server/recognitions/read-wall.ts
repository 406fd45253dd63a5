import sql, { empty } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { type ReactionKind, recognitionObject } from '../../objects/performance.objects.ts';
import { allowanceOf } from './praise-colleague.ts';

export interface WallAsked {
  readonly person?: Id | undefined;
  /** `hidden`: what was taken off, for those who may put it back. */
  readonly show: 'all' | 'customer' | 'colleague' | 'hidden';
  readonly before?: Id | undefined;
  readonly limit: number;
}

interface WallRow {
  readonly id: Id;
  readonly kind: 'customer' | 'colleague';
  readonly at: string;
  readonly personId: Id;
  readonly person: string;
  readonly unit: string | null;
  readonly author: string | null;
  readonly isOwn: boolean;
  readonly words: string | null;
  readonly points: number;
  readonly caseId: Id | null;
  readonly caseNumber: string | null;
  readonly isWithheld: boolean;
  readonly hiddenFor: string | null;
  readonly mayModerate: boolean;
  readonly reactions: readonly { readonly kind: ReactionKind; readonly count: number; readonly isMine: boolean }[];
}

/**
 * The wall, the newest first (SE-40). A customer's words are those of the case, shown to whoever may read it; to others the
 * card says only that a customer gave praise.
 */
export async function readWall(ctx: Context, { person, show, before, limit }: WallAsked, zone: string) {
  const hidden = show === 'hidden';
  const mayRead = predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c');
  const seesWords = seesFields(ctx, 'recognition', 'words');
  const rows = await ctx.db.rows<WallRow>(sql`
    SELECT r.id, r.kind, r.created_at AS at, u.id AS "personId", u.name AS person, o.name AS unit, a.name AS author, r.owner_id = ${ctx.actor.userId} AS "isOwn",
      CASE WHEN r.kind = 'colleague' THEN ${seesWords ? sql`r.words` : sql`NULL::text`} WHEN m.may THEN ${seesFields(ctx, 'case', 'description', 'subject') ? sql`coalesce(c.description, c.subject)` : sql`NULL::text`} END AS words, r.points,
      CASE WHEN m.may THEN c.id END AS "caseId", CASE WHEN m.may THEN c.number END AS "caseNumber", r.kind = 'customer' AND m.may IS NOT TRUE AS "isWithheld",
      CASE WHEN w.may THEN r.hidden_for END AS "hiddenFor", coalesce(w.may, false) AS "mayModerate",
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', g.kind, 'count', g.count, 'isMine', g.mine) ORDER BY g.kind)
        FROM (SELECT e.kind, count(*)::int AS count, bool_or(e.user_id = ${ctx.actor.userId}) AS mine FROM recognition_reaction e WHERE e.recognition_id = r.id GROUP BY e.kind) g), '[]') AS reactions
    FROM recognition r JOIN app_user u ON u.id = r.owner_id LEFT JOIN org_unit o ON o.id = r.unit_id LEFT JOIN app_user a ON a.id = r.author_id
    LEFT JOIN service_case c ON c.id = r.case_id LEFT JOIN LATERAL (SELECT ${mayRead} AS may) m ON r.case_id IS NOT NULL
    LEFT JOIN LATERAL (SELECT ${predicateSql(ctx, recognitionObject, 'update', 'r')} AS may) w ON true
    WHERE ${hidden ? sql`r.deleted_at IS NOT NULL AND w.may` : sql`r.deleted_at IS NULL`} AND ${predicateSql(ctx, recognitionObject, 'read', 'r')}
      ${show === 'customer' || show === 'colleague' ? sql`AND r.kind = ${show}` : empty} ${person === undefined ? empty : sql`AND r.owner_id = ${person}`}
      ${before === undefined ? empty : sql`AND (r.created_at, r.id) < (SELECT x.created_at, x.id FROM recognition x WHERE x.id = ${before})`}
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit + 1}`);
  const data = rows.slice(0, limit).map((row) => ({ ...row, at: isoTime(row.at) }));
  return { data, next: rows.length > limit ? (data.at(-1)?.id ?? null) : null, allowance: await allowanceOf(ctx, zone) };
}
