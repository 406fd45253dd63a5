import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { accessCondition } from '#platform/access/access-condition.ts';
import type { Context } from '#platform/context/context.ts';
import { UNDO_DAYS } from '#platform/records/merge/undo-merge.ts';
import { contactObject } from '../../objects/contact.object.ts';
import { customerObject } from '../../objects/customer.object.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { mergesAnswer } from './merge.answers.ts';

export type ShownMerge = Answered<typeof mergesAnswer>['data'][number];

const defOf = (ctx: Context, declared: ObjectDef): ObjectDef => ctx.registry.object(declared.key) ?? declared;

/** Merges whose survivor the actor may read, newest first; `before` is an instant to go on from (CU-11). */
export async function listMerges(ctx: Context, request: { before?: string | undefined; record?: Id | undefined; limit: number }): Promise<ShownMerge[]> {
  const [customer, contact] = [defOf(ctx, customerObject), defOf(ctx, contactObject)];
  const since = new Date(ctx.now.getTime() - UNDO_DAYS * 86_400_000).toISOString();
  const rows = await ctx.db.rows<{ r: ShownMerge }>(sql`
    SELECT json_build_object('id', m.id, 'object', m.object, 'survivor', json_build_object('id', m.survivor_id, 'name', coalesce(c.name, k.name)),
      'loser', json_build_object('id', m.loser_id, 'name', m.loser_title), 'reason', m.reason, 'at', m.at, 'actor', u.name, 'undoneAt', m.undone_at,
      'canUndo', m.undone_at IS NULL AND m.at > ${since} AND coalesce(c.deleted_at, k.deleted_at) IS NULL
        AND ((c.id IS NOT NULL AND ${accessCondition(ctx, customer, 'merge', 'c')})
          OR (k.id IS NOT NULL AND ${accessCondition(ctx, contact, 'merge', 'k')}))) AS r
    FROM record_merge m LEFT JOIN app_user u ON u.id = m.actor_id
    LEFT JOIN customer c ON m.object = 'customer' AND c.id = m.survivor_id
    LEFT JOIN contact k ON m.object = 'contact' AND k.id = m.survivor_id
    WHERE ((c.id IS NOT NULL AND ${accessCondition(ctx, customer, 'read', 'c')}) OR (k.id IS NOT NULL AND ${accessCondition(ctx, contact, 'read', 'k')}))
      AND (${request.before ?? null}::timestamptz IS NULL OR m.at < ${request.before ?? null}::timestamptz)
      AND (${request.record ?? null}::uuid IS NULL OR m.survivor_id = ${request.record ?? null} OR m.loser_id = ${request.record ?? null})
    ORDER BY m.at DESC, m.id DESC LIMIT ${request.limit}`);
  return rows.map(({ r }) => r);
}
