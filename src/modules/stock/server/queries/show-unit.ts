import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { fail } from '#kernel/failure.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { ObjectAction } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { type UnitStatus, statusAfter } from '../../rules/unit-status.ts';
import { keptFor } from './kept-for.ts';
import { pricesTold } from './show-board.ts';

export const unitActions = ['hold', 'extend', 'release', 'subscribe', 'edit', 'sign', 'contract', 'deliver', 'book', 'change', 'price', 'correct', 'withdraw', 'restore'] as const;
export type UnitAction = (typeof unitActions)[number];

interface UnitFacts {
  readonly id: Id;
  readonly code: string;
  readonly project: string;
  readonly projectId: Id;
  readonly building: string;
  readonly floor: number;
  readonly position: number;
  readonly layout: string | null;
  readonly area: string;
  readonly grade: number;
  readonly status: UnitStatus;
  readonly price: string | null;
  readonly unitPrice: string | null;
  readonly priceList: string | null;
  readonly holdId: Id | null;
  readonly subscriptionId: Id | null;
  readonly dealId: Id | null;
  readonly dealNumber: string | null;
}

interface HoldFacts {
  readonly id: Id;
  readonly kind: 'holding' | 'reservation';
  readonly state: string;
  readonly deposit: string;
  readonly paid: string;
  readonly expiresAt: string | null;
  readonly mayExtend: boolean;
  /** Whether the customer's file has a phone that the subscription can take. */
  readonly hasPhone: boolean;
  readonly decisionId: Id | null;
  readonly customerId: Id;
  readonly customer: string;
  readonly ownerId: Id | null;
  readonly owner: string | null;
  readonly subscription: string | null;
  readonly subscriptionState: string | null;
  readonly due: string | null;
}

/** One unit with its sale as far as the caller may see it, and what they may do. Errors: record.not-found. */
export async function showUnit(ctx: Context, id: Id) {
  await requireRecord(ctx, objectDef(ctx, 'saleUnit'), 'read', id);
  const unit = await ctx.db.maybe<UnitFacts>(sql`
    SELECT u.id, u.code, p.name AS project, p.id AS "projectId", b.name AS building, u.floor, u.position, u.layout, u.area, u.grade, u.status, u.list_price AS price, u.unit_price AS "unitPrice", l.name AS "priceList",
      h.id AS "holdId", s.id AS "subscriptionId", d.id AS "dealId", d.number AS "dealNumber"
    FROM sale_unit u JOIN project p ON p.id = u.project_id JOIN building b ON b.id = u.building_id LEFT JOIN price_list l ON l.id = u.price_list_id
    LEFT JOIN unit_hold h ON h.sale_unit_id = u.id AND h.state IN ('active', 'sold') LEFT JOIN subscription s ON s.hold_id = h.id AND s.state <> 'cancelled' LEFT JOIN deal d ON d.subscription_id = s.id
    WHERE u.id = ${id} AND u.deleted_at IS NULL`);
  if (!unit) throw fail('record.not-found');
  const hold = unit.holdId === null ? undefined : await readHold(ctx, unit.holdId);
  const sees = unit.holdId !== null && (await may(ctx, 'unitHold', 'read', unit.holdId));
  const actions = await actionsFor(ctx, unit, hold);
  const { holdId: _hold, subscriptionId, dealId, dealNumber, ...shown } = unit;
  const prices = await ctx.db.rows<{ name: string; effectiveOn: string; price: string }>(sql`
    SELECT p.name, p.effective_on::text AS "effectiveOn", l.list_price AS price FROM price_list_line l JOIN price_list p ON p.id = l.price_list_id WHERE l.sale_unit_id = ${id} ORDER BY p.effective_on DESC, p.created_at DESC`);
  return {
    ...shown, ...pricesTold(ctx, unit), area: Number(unit.area), prices: seesFields(ctx, 'saleUnit', 'listPrice') ? prices : [], actions,
    heldUntil: hold?.expiresAt == null ? null : isoTime(hold.expiresAt),
    hold: hold && sees ? toldHold(ctx, hold) : null,
    subscription: sees && subscriptionId !== null && hold ? { id: subscriptionId, number: hold.subscription ?? '', state: hold.subscriptionState ?? '' } : null,
    deal: sees && dealId !== null ? { id: dealId, number: dealNumber ?? '' } : null,
    exchange: unit.status === 'held' && !hold ? await keptExchange(ctx, id) : null,
  };
}

/** The exchange that the unit waits for; its papers only to whoever may read them. */
async function keptExchange(ctx: Context, unit: Id) {
  const kept = await keptFor(ctx, unit);
  if (!kept) return null;
  const { subscriptionId, number, customerId, customer } = kept;
  return { subscription: (await may(ctx, 'subscription', 'read', subscriptionId)) ? { id: subscriptionId, number, customer: { id: customerId, name: customer } } : null };
}

/** The hold with what was paid and is due, which is one figure: nothing of it where an amount is kept from the caller (SEC-13). */
function toldHold(ctx: Context, hold: HoldFacts) {
  if (!seesFields(ctx, 'unitHold', 'deposit') || !seesFields(ctx, 'receipt', 'amount')) return null;
  return shownHold(seesFields(ctx, 'afterSaleChange', 'fee') ? hold : { ...hold, due: null });
}

function shownHold({ customerId, customer, ownerId, owner, decisionId, subscription: _number, subscriptionState: _state, expiresAt, ...rest }: HoldFacts) {
  return {
    ...rest, expiresAt: expiresAt === null ? null : isoTime(expiresAt), customer: { id: customerId, name: customer }, owner: ownerId === null ? null : { id: ownerId, name: owner ?? '' }, decision: decisionId,
  };
}

const readHold = (ctx: Context, id: Id): Promise<HoldFacts | undefined> => ctx.db.maybe<HoldFacts>(sql`
  SELECT h.id, h.kind, h.state, h.deposit, (SELECT coalesce(sum(amount), 0)::numeric(20, 2) FROM receipt r WHERE r.hold_id = h.id AND r.kind <> 'transferFee') AS paid, h.expires_at AS "expiresAt", h.may_extend AS "mayExtend", c.phone IS NOT NULL AS "hasPhone",
    h.decision_id AS "decisionId", h.customer_id AS "customerId", c.name AS customer, h.owner_id AS "ownerId", w.name AS owner, s.number AS subscription, s.state AS "subscriptionState",
    (SELECT f.fee FROM after_sale_change f WHERE f.subscription_id = s.id AND f.state = 'feeDue' LIMIT 1) AS due
  FROM unit_hold h JOIN customer c ON c.id = h.customer_id LEFT JOIN app_user w ON w.id = h.owner_id LEFT JOIN subscription s ON s.hold_id = h.id AND s.state <> 'cancelled'
  WHERE h.id = ${id}`);

const may = async (ctx: Context, object: string, action: ObjectAction, id: Id): Promise<boolean> =>
  ctx.actor.grants.get(object)?.has(action) === true && (await allowedIds(ctx, objectDef(ctx, object), action, [id])).has(id);

type Step = readonly [action: UnitAction, object: string, grant: ObjectAction, isPossible: (unit: UnitFacts, hold: HoldFacts) => boolean];

const isActive = (_unit: UnitFacts, hold: HoldFacts): boolean => hold.state === 'active';

/** What whoever may change the hold can do, in the order of a sale; the state table has the last word in each action. */
const holdSteps: readonly Step[] = [
  ['extend', 'unitHold', 'update', (unit, hold) => isActive(unit, hold) && hold.mayExtend && hold.expiresAt !== null],
  ['release', 'unitHold', 'update', (unit, hold) => isActive(unit, hold) && Number(hold.paid) === 0],
  ['subscribe', 'subscription', 'create', (unit, hold) => isActive(unit, hold) && unit.subscriptionId === null],
  ['edit', 'subscription', 'update', (_unit, hold) => hold.subscriptionState === 'filed'],
  ['sign', 'subscription', 'update', (_unit, hold) => hold.subscriptionState === 'filed'],
  ['contract', 'deal', 'create', (unit, hold) => hold.subscriptionState === 'signed' && unit.status === 'reserved'],
  ['deliver', 'deal', 'update', (unit) => unit.dealId !== null && statusAfter(unit.status, 'deliver') !== undefined],
  ['change', 'afterSaleChange', 'create', (unit) => unit.subscriptionId !== null && unit.status !== 'delivered'],
];

async function actionsFor(ctx: Context, unit: UnitFacts, hold: HoldFacts | undefined): Promise<UnitAction[]> {
  const has = (object: string, action: ObjectAction) => ctx.actor.grants.get(object)?.has(action) === true;
  const found: UnitAction[] = unit.status === 'available' && unit.price !== null && has('unitHold', 'create') ? ['hold'] : [];
  if (hold && (await may(ctx, 'unitHold', 'update', hold.id))) {
    found.push(...holdSteps.filter(([, object, grant, isPossible]) => has(object, grant) && isPossible(unit, hold)).map(([action]) => action));
  }
  if (hold && hold.ownerId !== ctx.actor.userId && (await mayBook(ctx))) found.push('book');
  if (unit.status === 'available' || unit.status === 'withdrawn') {
    const [isPriced, isMine] = [has('priceList', 'create') && (await may(ctx, 'project', 'update', unit.projectId)), await may(ctx, 'saleUnit', 'update', unit.id)];
    found.push(...(isPriced ? (['price'] as const) : []), ...(isMine ? (['correct'] as const) : []));
  }
  const step = unit.status === 'withdrawn' ? 'restore' : 'withdraw';
  if (statusAfter(unit.status, step) !== undefined && (await may(ctx, 'saleUnit', 'update', unit.id))) found.push(step);
  return found;
}

/** Booking is a grant of its own: what stands for every object does not count (RE-41). */
export const mayBook = async (ctx: Context): Promise<boolean> => (await ctx.db.maybe(sql`
  SELECT 1 FROM user_role ur JOIN role_grant g ON g.role = ur.role WHERE ur.user_id = ${ctx.actor.userId} AND g.object = 'receipt' AND g.action = 'create' LIMIT 1`)) !== undefined;
