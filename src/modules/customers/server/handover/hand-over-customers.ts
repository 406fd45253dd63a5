import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Filter } from '#meta/filter.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { createRecord } from '#platform/records/create-record.ts';
import { type HandoverRule, dealOut } from '../../rules/handover-draw.ts';
import { withGrant } from '../duplicates/access-grant.ts';
import { qualityTexts } from '../quality/quality.texts.ts';
import { type ItemRow, type Receiver, type TaskRow, activityDef, countOutside, loadItems, loadReceivers, loadTasks } from './handover-selection.ts';
import { moveCustomers, moveTasks } from './move-owner.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { previewAnswer } from './handover.answers.ts';

export interface HandoverRequest {
  readonly from: Id;
  readonly rule: HandoverRule;
  readonly to: readonly Id[];
  readonly filter?: Filter | undefined;
  readonly note?: string | undefined;
  /** A note for single customers, by id; it is pinned to the customer. */
  readonly keyAccountNotes?: Readonly<Record<Id, string>> | undefined;
  readonly acceptance: boolean;
}

/** Customers of one action; more are done in parts by a filter. */
export const MOST_ITEMS = 20_000;
const KEY_GRADES = ['star2', 'star3'];
const MOST_KEY_ACCOUNTS = 200;

export type HandoverPreview = Answered<typeof previewAnswer>;

/** What a hand-over would do; the draw itself is made only when it is carried out. */
export async function previewHandover(ctx: Context, request: Pick<HandoverRequest, 'from' | 'rule' | 'to' | 'filter'>): Promise<HandoverPreview> {
  const receivers = await loadReceivers(ctx, request.from, request.to);
  const items = await loadItems(ctx, request.from, request.filter, false);
  const tasks = await loadTasks(ctx, request.from, items.map(({ id }) => id), request.filter === undefined);
  const present = receivers.filter(({ isAbsent }) => !isAbsent).map(({ id }) => id);
  const dealt = dealOut(request.rule === 'one' ? 'one' : 'rotation', items.map(({ id }) => id), present);
  const counts = Map.groupBy(dealt.values(), (id) => id);
  return {
    customers: items.length, tasks: tasks.length, outside: await countOutside(ctx, request.from, request.filter),
    receivers: receivers.map(({ unitId: _unit, ...receiver }) => ({ ...receiver, count: counts.get(receiver.id)?.length ?? 0 })),
    keyAccounts: items.filter(({ grade }) => KEY_GRADES.includes(grade ?? '')).slice(0, MOST_KEY_ACCOUNTS).map(({ id, name, grade }) => ({ id, name, grade })),
  };
}

/**
 * Gives all customers of a person, with the open tasks, to others by rule (CU-52). With acceptance each receiver says
 * yes or no afterwards; the work goes on meanwhile. Answers the hand-over's id.
 */
export async function handOver(ctx: Context, request: HandoverRequest): Promise<Id> {
  const receivers = (await loadReceivers(ctx, request.from, request.to)).filter(({ isAbsent }) => !isAbsent);
  if (receivers.length === 0) throw fail('record.invalid', { count: 1 }, [{ path: 'to', code: 'all-absent' }]);
  const items = await loadItems(ctx, request.from, request.filter, true);
  if (items.length > MOST_ITEMS) throw fail('record.too-many', { max: MOST_ITEMS });
  const tasks = await loadTasks(ctx, request.from, items.map(({ id }) => id), request.filter === undefined);
  if (items.length + tasks.length === 0) throw fail('record.invalid', { count: 1 }, [{ path: 'from', code: 'nothing-to-hand-over' }]);
  refuseForeignNotes(items, request.keyAccountNotes ?? {});
  const id = ctx.newId();
  const seed = request.rule === 'random' ? ctx.newId() : null;
  const dealt = dealOut(request.rule, items.map((item) => item.id), receivers.map((receiver) => receiver.id), seed ?? '');
  await saveHandover(ctx, id, request, receivers, seed);
  await moveItems(ctx, id, request, items, receivers, dealt);
  await passTasks(ctx, id, request, tasks, receivers, dealt);
  await pinNotes(ctx, request);
  await writeAudit(ctx, [{
    action: 'hand-over', object: 'user', recordId: request.from,
    detail: { handover: id, rule: request.rule, to: request.to, customers: items.length, tasks: tasks.length, ...(seed !== null && { seed }) },
  }]);
  return id;
}

function refuseForeignNotes(items: readonly ItemRow[], notes: Readonly<Record<Id, string>>): void {
  const known = new Set(items.map(({ id }) => id));
  const foreign = Object.keys(notes).filter((id) => !known.has(id));
  if (foreign.length > 0) throw fail('record.invalid', { count: foreign.length }, foreign.map((id) => ({ path: `keyAccountNotes.${id}`, code: 'not-found', params: { value: id } })));
}

async function saveHandover(ctx: Context, id: Id, request: HandoverRequest, receivers: readonly Receiver[], seed: string | null): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO handover (id, from_user, rule, receivers, seed, filter, note, needs_acceptance, manager_id, created_at)
    VALUES (${id}, ${request.from}, ${request.rule}, ${receivers.map((receiver) => receiver.id)}::uuid[], ${seed},
      ${request.filter === undefined ? null : JSON.stringify(request.filter)}, ${request.note ?? null}, ${request.acceptance}, ${ctx.actor.userId}, ${ctx.now.toISOString()})`);
}

const unitIdOf = (receivers: readonly Receiver[], id: Id): Id | null => receivers.find((receiver) => receiver.id === id)?.unitId ?? null;

async function moveItems(
  ctx: Context, id: Id, request: HandoverRequest, items: readonly ItemRow[], receivers: readonly Receiver[], dealt: ReadonlyMap<Id, Id>,
): Promise<void> {
  const rows = items.map((item, position) => {
    const to = dealt.get(item.id) ?? '';
    return { position, id: item.id, to, from: request.from, unitId: unitIdOf(receivers, to), former: item.unitId, note: request.keyAccountNotes?.[item.id] ?? null };
  });
  await ctx.db.run(sql`
    INSERT INTO handover_item (handover_id, position, customer_id, to_user, former_unit, note, state)
    SELECT ${id}, i.position, i.id, i.to, i.former, i.note, ${request.acceptance ? 'waiting' : 'accepted'}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS i (position int, id uuid, "to" uuid, former uuid, note text)`);
  await moveCustomers(ctx, rows, { handover: id });
}

/** A task goes with its customer; the others are dealt in turn. */
async function passTasks(
  ctx: Context, id: Id, request: HandoverRequest, tasks: readonly TaskRow[], receivers: readonly Receiver[], dealt: ReadonlyMap<Id, Id>,
): Promise<void> {
  const free = tasks.filter(({ customerId }) => customerId === null || !dealt.has(customerId));
  const dealtTasks = dealOut(request.rule === 'one' ? 'one' : 'rotation', free.map((task) => task.id), receivers.map((receiver) => receiver.id));
  const rows = tasks.map((task) => {
    const to = dealt.get(task.customerId ?? '') ?? dealtTasks.get(task.id) ?? '';
    return { id: task.id, customer: task.customerId, to, from: request.from, unitId: unitIdOf(receivers, to), former: task.unitId };
  });
  await ctx.db.run(sql`
    INSERT INTO handover_task (handover_id, activity_id, customer_id, to_user, former_unit)
    SELECT ${id}, i.id, i.customer, i.to, i.former FROM json_to_recordset(${JSON.stringify(rows)}::json) AS i (id uuid, customer uuid, "to" uuid, former uuid)`);
  await moveTasks(ctx, rows, { handover: id });
}

/** The note stands first on the customer's page. */
async function pinNotes(ctx: Context, request: HandoverRequest): Promise<void> {
  const allowed = withGrant(withGrant(ctx, 'activity', 'create'), 'customer', 'read');
  for (const [customer, body] of Object.entries(request.keyAccountNotes ?? {})) {
    if (body.trim() === '') continue;
    await createRecord(allowed, activityDef(ctx), {
      kind: 'note', status: 'done', customer, subject: qualityTexts.t(ctx.locale, 'handover.note'), body, isPinned: true,
    });
  }
}
