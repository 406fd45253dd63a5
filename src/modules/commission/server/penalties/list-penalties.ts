import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isReadable } from '../entries/in-scope.ts';
import type { PenaltyPart } from './penalty-amount.ts';

export interface PenaltyLine {
  readonly id: Id;
  readonly ownerId: Id;
  readonly name: string;
  readonly siteName: string;
  /** The deal that it is about; null without one. */
  readonly dealId: Id | null;
  readonly deal: string | null;
  readonly happenedOn: string;
  readonly description: string;
  readonly parts: readonly PenaltyPart[];
  readonly amount: string;
  readonly currency: string;
  readonly isDismissal: boolean;
  readonly decisionId: Id;
  readonly clause: string;
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly proposedBy: string | null;
  readonly endedBy: string | null;
  readonly entryId: Id | null;
}

const MOST = 200;

/** Penalties against people in the caller's scope, the newest first; a person sees what was approved against them. */
export const listPenalties = (ctx: Context): Promise<PenaltyLine[]> => ctx.db.rows<PenaltyLine>(sql`
  SELECT p.id, p.owner_id AS "ownerId", u.name, b.site_name AS "siteName", p.deal_id AS "dealId", d.label AS deal, p.happened_on AS "happenedOn", p.description, p.parts, p.amount::text AS amount, p.currency,
    p.is_dismissal AS "isDismissal", p.decision_id AS "decisionId", p.clause, p.state, c.name AS "proposedBy", x.name AS "endedBy",
    (SELECT e.id FROM commission_entry e WHERE e.penalty_id = p.id AND e.kind = 'penalty' AND e.account = 'person') AS "entryId"
  FROM commission_penalty p JOIN app_user u ON u.id = p.owner_id JOIN commission_book b ON b.site_id = p.site_id LEFT JOIN commission_deal d ON d.id = p.deal_id
  LEFT JOIN app_user c ON c.id = p.created_by LEFT JOIN app_user x ON x.id = p.ended_by
  WHERE ${isReadable(ctx, 'p')} AND (p.state = 'approved' OR p.owner_id <> ${ctx.actor.userId}) ORDER BY p.happened_on DESC, p.id DESC LIMIT ${MOST}`);
