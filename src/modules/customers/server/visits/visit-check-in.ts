import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { type ObjectDef, choiceLabel, findField } from '#meta/object.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import type { Context, FullRecord } from '#platform/context/context.ts';
import { createRecord } from '#platform/records/create-record.ts';
import { loadFull } from '#platform/records/get-record.ts';
import { updateRecord } from '#platform/records/update-record.ts';
import { type Point, metresBetween, toPoint } from '../../rules/visit-distance.ts';

export interface CheckIn {
  /** A planned visit that is completed; absent: a visit of its own. */
  readonly visit?: Id | undefined;
  readonly contact?: Id | undefined;
  readonly place?: Point | undefined;
  readonly outcome: 'reached' | 'attempted';
  readonly note?: string | undefined;
  /** ISO 8601. */
  readonly nextContactAt?: string | undefined;
  /** The customer has no point on the map yet: this is it. */
  readonly isCustomerPlace?: boolean | undefined;
}

export interface CheckedIn {
  readonly id: Id;
  readonly happenedAt: string;
  /** Metres; null without place or without the customer's point. */
  readonly distance: number | null;
}

/** A device may wait for the network so long (seconds); what claims more is taken for this. */
const LONGEST_WAIT = 30 * 86_400;
/** Less is the way to the server, not a wait. */
const SHORTEST_WAIT = 60;
const SUBJECT_MAX = 200;

/**
 * Makes or completes a visit (UX-16). The time is the server's, less how long the device says it waited for the network:
 * a wrong clock on a telephone changes nothing. Errors: record.not-found, record.wrong-state for a visit done already.
 */
export async function checkIn(ctx: Context, customerId: Id, input: CheckIn, waitedSeconds: number): Promise<CheckedIn> {
  const customers = defOf(ctx, 'customer');
  const activities = defOf(ctx, 'activity');
  await requireRecord(ctx, customers, 'read', customerId);
  const [customer] = await loadFull(ctx, customers, [customerId]);
  if (!customer || customer.deletedAt !== null) throw fail('record.not-found');
  const waited = Math.min(Math.max(waitedSeconds, 0), LONGEST_WAIT);
  const isLater = waited >= SHORTEST_WAIT;
  const happenedAt = new Date(ctx.now.getTime() - (isLater ? waited * 1_000 : 0)).toISOString();
  const target = viewOf(ctx, customers, 'place') === 'full' ? toPoint(customer.values['place']) : undefined;
  const distance = input.place && target ? metresBetween(input.place, target) : null;
  const facts = onlyKnown(ctx, activities, {
    status: 'done', outcome: input.outcome, happenedAt, checkIn: input.place ? 'placed' : 'noPlace', place: input.place ?? null, distance,
    isSentLater: isLater, ...(input.contact !== undefined && { contact: input.contact }),
  });
  const id = input.visit === undefined
    ? await createRecord(ctx, activities, { kind: 'visit', customer: customerId, ...wordsOf(ctx, activities, input.note), ...facts }, { isImport: true })
    : await completeVisit(ctx, activities, { visit: input.visit, customerId, note: input.note }, facts);
  await updateCustomer(ctx, customers, customer, input);
  return { id, happenedAt, distance };
}

function defOf(ctx: Context, key: string): ObjectDef {
  const def = ctx.registry.object(key);
  if (!def) throw fail('record.not-found');
  return def;
}

const viewOf = (ctx: Context, def: ObjectDef, key: string) => {
  const field = findField(def, key);
  return field ? fieldAccessOf(ctx.actor, def, field).view : 'hidden';
};

/** A company may have hidden the place from this role: then it is not taken at all. */
const onlyKnown = (ctx: Context, def: ObjectDef, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => viewOf(ctx, def, key) !== 'hidden'));

/** The first line is the subject, what follows the body; without words the kind's own name. */
function wordsOf(ctx: Context, def: ObjectDef, note = ''): { subject: string; body?: string } {
  const [first = '', ...rest] = note.trim().split('\n');
  if (first.length > SUBJECT_MAX) return { subject: `${first.slice(0, SUBJECT_MAX - 1)}…`, body: note.trim() };
  const body = rest.join('\n').trim();
  const kind = findField(def, 'kind');
  const wordless = kind ? choiceLabel(def, kind, { value: 'visit' }, ctx.locale) : 'visit';
  return { subject: first.trim() || wordless, ...(body !== '' && { body }) };
}

interface Planned {
  readonly visit: Id;
  readonly customerId: Id;
  readonly note: string | undefined;
}

async function completeVisit(ctx: Context, def: ObjectDef, { visit, customerId, note }: Planned, facts: Readonly<Record<string, unknown>>): Promise<Id> {
  await requireRecord(ctx, def, 'update', visit);
  const [planned] = await loadFull(ctx, def, [visit]);
  if (!planned || planned.deletedAt !== null || planned.values['customer'] !== customerId) throw fail('record.not-found');
  if (planned.values['kind'] !== 'visit' || planned.values['status'] !== 'open') throw fail('record.wrong-state');
  const words = [planned.values['body'], note?.trim()].filter((part) => typeof part === 'string' && part !== '').join('\n');
  await updateRecord(ctx, def, visit, { ...facts, ...(words !== '' && { body: words }) }, { isImport: true });
  return visit;
}

/** The next contact and the point on the map, where the person may change the customer; a check-in never fails by them. */
async function updateCustomer(ctx: Context, def: ObjectDef, customer: FullRecord, input: CheckIn): Promise<void> {
  const isUnplaced = toPoint(customer.values['place']) === undefined;
  const wanted = {
    ...(input.nextContactAt !== undefined && { nextContactAt: input.nextContactAt }),
    ...(input.isCustomerPlace === true && input.place && isUnplaced && { place: input.place }),
  };
  const values = Object.fromEntries(Object.entries(wanted).filter(([key]) => {
    const field = findField(def, key);
    return field !== undefined && fieldAccessOf(ctx.actor, def, field).edit;
  }));
  if (Object.keys(values).length === 0 || ctx.actor.grants.get(def.key)?.has('update') !== true) return;
  if ((await allowedIds(ctx, def, 'update', [customer.id])).has(customer.id)) await updateRecord(ctx, def, customer.id, values);
}
