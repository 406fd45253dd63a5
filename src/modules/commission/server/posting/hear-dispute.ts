import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { DisputeEvent } from '#modules/reception/server/reception.public.ts';
import type { Context } from '#platform/context/context.ts';
import { commissionNotices } from '../../commission.kinds.ts';
import { freezeDeal, releaseDeal } from './freeze-deal.ts';
import { hearOwnership } from './hear-ownership.ts';

const words = { frozen: { 'zh-CN': '冻结', en: 'frozen' }, released: { 'zh-CN': '解冻', en: 'released' } } as const;
/** A key: pages say it in the reader's language. */
const REASON = 'dispute';

interface Contested {
  readonly id: Id;
  readonly label: string;
  readonly isFrozen: boolean;
}

/** The contested deal, or all deals of the case. */
const contested = (ctx: Context, { caseId, dealId }: DisputeEvent): Promise<Contested[]> => ctx.db.rows<Contested>(sql`
  SELECT id, label, frozen_reason IS NOT NULL AS "isFrozen" FROM commission_deal
  WHERE case_id = ${caseId} AND (${dealId}::uuid IS NULL OR id = ${dealId} OR contract_id = ${dealId}) ORDER BY id`);

async function tell(ctx: Context, deal: Contested, what: keyof typeof words): Promise<void> {
  const people = await ctx.db.rows<{ id: Id }>(sql`SELECT DISTINCT owner_id AS id FROM commission_entry WHERE deal_id = ${deal.id} AND account = 'person'`);
  await notify(ctx, { to: people.map((person) => person.id), kind: commissionNotices.frozen, params: { deal: deal.label, what: words[what] }, link: `/commission/deals/${deal.id}` });
}

/** The commission concerned is held back until the dispute is settled (RE-22). */
export async function hearDisputeOpened(ctx: Context, event: DisputeEvent): Promise<void> {
  for (const deal of await contested(ctx, event)) {
    if (deal.isFrozen) continue;
    await freezeDeal(ctx, deal.id, REASON);
    await tell(ctx, deal, 'frozen');
  }
}

/** Settled or withdrawn: divided by what the case says now, then released. */
export async function hearDisputeEnded(ctx: Context, event: DisputeEvent): Promise<void> {
  await hearOwnership(ctx, event.caseId);
  for (const deal of await contested(ctx, event)) {
    if (!deal.isFrozen) continue;
    await releaseDeal(ctx, deal.id);
    await tell(ctx, deal, 'released');
  }
}

/** A deal made while its case is contested is frozen from the start. */
export async function freezeIfContested(ctx: Context, dealId: Id, caseId: Id | null): Promise<void> {
  if (caseId === null) return;
  const open = await ctx.db.maybe(sql`SELECT 1 FROM dispute WHERE case_id = ${caseId} AND status NOT IN ('settled', 'withdrawn') AND deleted_at IS NULL`);
  if (open !== undefined) await freezeDeal(ctx, dealId, REASON);
}
