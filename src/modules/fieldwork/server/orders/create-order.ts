import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord, objectDef } from '#platform/records/action-records.ts';
import type { orderKinds } from '../../objects/fieldwork.objects.ts';
import { type Dispatch, dispatchOrder } from './dispatch-order.ts';

export interface OrderDraft {
  readonly case: Id;
  readonly kind: (typeof orderKinds)[number];
  readonly subject: string;
  readonly checklist: Id;
  readonly place?: string | null | undefined;
  readonly area?: Id | null | undefined;
  readonly contactName?: string | null | undefined;
  readonly contactPhone?: string | null | undefined;
  readonly skills?: readonly string[] | undefined;
  /** What the customer asked for; a dispatch may set it later. */
  readonly window?: { readonly from: string; readonly to: string } | undefined;
  /** Dispatched at once. */
  readonly dispatch?: Dispatch | undefined;
}

interface CaseFacts {
  readonly customer: Id | null;
  readonly unit: Id | null;
  readonly state: string;
  readonly place: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

/**
 * Makes a service order for a case that the caller may read (SE-11). Place, name and phone come from the case where none
 * are given. Errors: record.not-found, record.invalid, record.wrong-state for a case that is over, those of dispatchOrder.
 */
export async function createOrder(ctx: Context, draft: OrderDraft): Promise<{ readonly id: Id; readonly number: string }> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', draft.case);
  const facts = await ctx.db.one<CaseFacts>(sql`
    SELECT c.customer_id AS customer, c.unit_id AS unit, c.state, c.place, coalesce(c.reporter_name, k.name) AS name, coalesce(c.reporter_phone, k.phone) AS phone
    FROM service_case c LEFT JOIN contact k ON k.id = c.contact_id WHERE c.id = ${draft.case}`);
  if (facts.state === 'merged' || facts.state === 'withdrawn') throw fail('record.wrong-state');
  const list = await ctx.db.maybe<{ items: unknown; revision: number }>(sql`SELECT items, revision FROM order_checklist WHERE id = ${draft.checklist} AND state = 'active' AND deleted_at IS NULL`);
  if (!list) throw fail('record.invalid', { count: 1 }, [{ path: 'checklist', code: 'not-found', params: { value: '' } }]);
  await requireArea(ctx, draft.area);
  const own = facts.unit ?? (await ctx.db.maybe<{ unit: Id | null }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${ctx.actor.userId}`))?.unit ?? null;
  const { kind, subject, checklist, area, skills, window } = draft;
  const id = await insertRecord(ctx, 'serviceOrder', {
    values: {
      case: draft.case, customer: facts.customer, kind, subject, checklist, place: draft.place ?? facts.place, area: area ?? null, contactName: draft.contactName ?? facts.name,
      contactPhone: draft.contactPhone ?? facts.phone, skills: [...(skills ?? [])], state: 'planned', owner: null, unit: own, windowFrom: window?.from ?? null, windowTo: window?.to ?? null,
    },
    columns: { items: JSON.stringify(list.items), checklist_revision: list.revision },
  });
  if (draft.dispatch) await dispatchOrder(ctx, id, draft.dispatch);
  return { id, number: (await ctx.db.one<{ number: string }>(sql`SELECT number FROM service_order WHERE id = ${id}`)).number };
}

async function requireArea(ctx: Context, area: Id | null | undefined): Promise<void> {
  if (area === null || area === undefined) return;
  const found = await ctx.db.maybe(sql`SELECT 1 FROM service_area WHERE id = ${area} AND is_active AND deleted_at IS NULL`);
  if (!found) throw fail('record.invalid', { count: 1 }, [{ path: 'area', code: 'not-found', params: { value: '' } }]);
}
