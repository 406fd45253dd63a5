import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate, startOfDay } from '#kernel/period.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { uniqueViolation } from '#platform/db/database.ts';
import { disputeNotices } from '../../disputes/dispute.notices.ts';
import { contestedDeals } from './contested-deals.ts';
import { disputeListeners } from './dispute-listeners.ts';

/** Days in which a dispute is to be settled, when nobody says otherwise. */
export const DISPUTE_DAYS = 7;

const id = z.uuid().toLowerCase();
export const openBody = z.strictObject({ case: id, respondent: id, claimant: id.optional(), deal: id.optional(), claim: z.string().trim().min(5).max(4_000), dueOn: z.iso.date().optional() });

interface Candidate {
  readonly case: Id; readonly customer: { readonly id: Id; readonly name: string }; readonly site: { readonly id: Id; readonly name: string };
  readonly owners: readonly { readonly id: Id; readonly name: string }[]; readonly clause: string | null;
}

/** Customers whom the actor may claim: they see them, or registered or received them themselves. */
export async function claimable(ctx: Context, asked: { readonly q?: string; readonly case?: Id }): Promise<Candidate[]> {
  const customer = ctx.registry.object('customer');
  if (customer === undefined) return [];
  const pattern = `%${(asked.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await ctx.db.rows<{ r: Candidate }>(sql`
    SELECT json_build_object('case', o.id, 'customer', json_build_object('id', c.id, 'name', c.name), 'site', json_build_object('id', s.id, 'name', s.name), 'clause', o.clause,
      'owners', coalesce((SELECT json_agg(json_build_object('id', u.id, 'name', u.name)) FROM app_user u WHERE u.id = ANY(o.owner_ids)), '[]'::json)) AS r
    FROM ownership_case o JOIN customer c ON c.id = o.customer_id AND c.deleted_at IS NULL JOIN site s ON s.id = o.site_id
    WHERE o.replaced_by IS NULL AND (${asked.case ?? null}::uuid IS NULL OR o.id = ${asked.case ?? null}::uuid) AND c.name LIKE ${pattern}
      AND (${predicateSql(ctx, customer, 'read', 'c')} OR EXISTS (SELECT 1 FROM visit_registration v WHERE v.customer_id = c.id AND v.site_id = o.site_id AND v.deleted_at IS NULL
        AND (v.receiver_id = ANY(${[...ctx.actor.selves]}::uuid[]) OR v.owner_id = ANY(${[...ctx.actor.selves]}::uuid[]))))
    ORDER BY o.opened_at DESC LIMIT 30`);
  return rows.map(({ r }) => r);
}

/** The customer, where the actor may claim them. Errors: record.not-found. */
export async function requireClaimable(ctx: Context, caseId: Id): Promise<Candidate> {
  const [found] = await claimable(ctx, { case: caseId });
  if (found === undefined) throw fail('record.not-found');
  return found;
}

/** Opens a dispute: both sides and the project manager are told, listeners freeze. Errors: record.not-found, record.duplicate while one is open. */
export async function openDispute(ctx: Context, input: z.infer<typeof openBody>): Promise<Id> {
  const claimant = input.claimant ?? ctx.actor.userId;
  const isOwn = ctx.actor.selves.includes(claimant);
  if (!isOwn && ctx.actor.grants.get('dispute')?.get('create') === 'own') throw fail('auth.forbidden', { right: 'dispute.create' });
  const found = await requireClaimable(ctx, input.case);
  if (input.deal !== undefined && (await contestedDeals(ctx, { caseId: input.case, dealId: input.deal })).length === 0) throw fail('record.invalid', { count: 1 }, [{ path: 'deal', code: 'not-found' }]);
  const people = await ctx.db.rows<{ id: Id; unit_id: Id | null; name: string }>(sql`SELECT id, unit_id, name FROM app_user WHERE id IN (${claimant}, ${input.respondent}) AND deleted_at IS NULL`);
  if (claimant === input.respondent || people.length < 2) throw fail('record.invalid', { count: 1 }, [{ path: 'respondent', code: 'not-allowed' }]);
  const { owner_id: manager, unit_id: unit, time_zone: zone } = await ctx.db.one<{ owner_id: Id | null; unit_id: Id | null; time_zone: string }>(sql`SELECT owner_id, unit_id, time_zone FROM site WHERE id = ${found.site.id}`);
  const dueOn = input.dueOn ?? addDays(localDate(ctx.now, zone), DISPUTE_DAYS);
  const dispute = ctx.newId();
  const now = ctx.now.toISOString();
  try {
    await ctx.db.run(sql`
      INSERT INTO dispute (id, subject, site_id, customer_id, case_id, clause, deal_id, owner_id, unit_id, respondent_id, claim, status, due_at, created_at, created_by, updated_at, updated_by)
      VALUES (${dispute}, ${found.customer.name}, ${found.site.id}, ${found.customer.id}, ${found.case}, ${found.clause}, ${input.deal ?? null}, ${claimant}, ${unit}, ${input.respondent}, ${input.claim}, 'open',
        ${startOfDay(addDays(dueOn, 1), zone).toISOString()}, ${now}, ${ctx.actor.userId}, ${now}, ${ctx.actor.userId})`);
  } catch (error) {
    if (uniqueViolation(error) !== 'dispute_open') throw error;
    throw fail('record.duplicate', {}, [{ path: 'case', code: 'not-unique', params: { value: found.customer.name } }]);
  }
  // The other side sees the dispute too, without any wider right.
  await ctx.db.run(sql`
    INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by) VALUES (${ctx.newId()}, 'dispute', ${dispute}, ${input.respondent}, 'read', ${now}, ${ctx.actor.userId})
    ON CONFLICT (record_id, user_id) WHERE user_id IS NOT NULL DO NOTHING`);
  await writeAudit(ctx, [{ action: 'create', object: 'dispute', recordId: dispute, customerId: found.customer.id, detail: { claimant, respondent: input.respondent, case: found.case } }]);
  const params = { claimant: people.find((each) => each.id === claimant)?.name ?? '', customer: found.customer.name, day: dueOn };
  await notify(ctx, { to: [input.respondent, claimant, ...(manager === null ? [] : [manager])].filter((who) => who !== ctx.actor.userId), kind: disputeNotices.opened, params, link: `/disputes/${dispute}`, about: { object: 'dispute', id: dispute } });
  const event = { disputeId: dispute, caseId: found.case, customerId: found.customer.id, siteId: found.site.id, dealId: input.deal ?? null };
  for (const listener of disputeListeners()) await listener.onDisputeOpened(ctx, event);
  return dispute;
}
