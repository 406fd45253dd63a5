import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { meetingsNotices } from '../../meetings.notices.ts';
import { type AgendaItem, type MeetingKind, type PreparationItem, type Topic, firstLook, minutesDue, symposiumAgenda, symposiumPreparation } from '../../rules/meeting-steps.ts';
import { tellMeetingListeners } from '../meeting-listeners.ts';
import { type MeetingRow, letSee, ownPeople, takeMeeting } from '../meeting-rows.ts';
import { type Guests, addGuests } from './take-part.ts';
import { tellChange } from './tell-change.ts';

export interface MeetingDraft {
  readonly kind: MeetingKind;
  readonly subject: string;
  readonly goal?: string | null | undefined;
  readonly place?: string | null | undefined;
  /** ISO; without an end it lasts an hour. */
  readonly at: string;
  readonly until?: string | undefined;
  /** Without one: the seven topics of a symposium, nothing for others. */
  readonly agenda?: readonly { readonly topic: Topic; readonly title: string }[] | undefined;
  readonly participants?: Guests | undefined;
  readonly customer?: Id | null | undefined;
  /** Who leads it; the caller when absent. */
  readonly chair?: Id | undefined;
  readonly about?: { readonly object: string; readonly id: Id } | undefined;
}

const wrong = (path: string) => fail('record.invalid', { count: 1 }, [{ path, code: 'invalid' }]);
const HOUR = 3_600_000;

function timesOf(at: string, until: string | undefined): { readonly startsAt: string; readonly endsAt: string } {
  const starts = new Date(at);
  const ends = until === undefined ? new Date(starts.getTime() + HOUR) : new Date(until);
  if (ends <= starts || ends.getTime() - starts.getTime() > 7 * 24 * HOUR) throw wrong('until');
  return { startsAt: starts.toISOString(), endsAt: ends.toISOString() };
}

const agendaOf = (ctx: Context, items: MeetingDraft['agenda']): AgendaItem[] => (items ?? []).map(({ topic, title }) => ({ key: ctx.newId(), topic, title, minutes: '' }));

/**
 * Plans a meeting and invites (SE-5, SF-21, SF-22); the chair takes part. Rights on the record that it is about are the caller's
 * matter. Errors: record.invalid, record.not-found of a customer that the actor may not see.
 */
export async function callMeeting(ctx: Context, draft: MeetingDraft): Promise<{ readonly id: Id }> {
  const { kind, subject, goal = null, place = null, customer = null, about } = draft;
  const times = timesOf(draft.at, draft.until);
  const chair = draft.chair ?? ctx.actor.userId;
  const isSymposium = kind === 'symposium';
  const ends = new Date(times.endsAt);
  const id = await insertRecord(ctx, 'meeting', {
    values: {
      kind, subject, goal, place, customer, ...times, state: 'planned', resolution: 'none', owner: chair, minutesDueAt: minutesDue(ends).toISOString(),
      agenda: isSymposium && draft.agenda === undefined ? symposiumAgenda() : agendaOf(ctx, draft.agenda), preparation: isSymposium ? symposiumPreparation() : [],
    },
    columns: { about_object: about?.object ?? null, about_id: about?.id ?? null, next_at: firstLook(ends).toISOString() },
  });
  const { users = [], ...others } = draft.participants ?? {};
  await addGuests(ctx, { id, subject, startsAt: times.startsAt }, { ...others, users: [...new Set([...(chair === null ? [] : [chair]), ...users])] });
  return { id };
}

/** The same by a person: a customer must be theirs to see, and the chair is let in. */
export async function planMeeting(ctx: Context, draft: Omit<MeetingDraft, 'about'>): Promise<{ readonly id: Id }> {
  if (draft.kind === 'solution') throw wrong('kind');
  if (draft.customer != null) await requireRecord(ctx, objectDef(ctx, 'customer'), 'read', draft.customer);
  const made = await callMeeting(ctx, draft);
  if (draft.chair !== undefined && draft.chair !== ctx.actor.userId && ctx.actor.kind !== 'system') await letSee(ctx, made.id, ctx.actor.userId);
  return made;
}

export interface MeetingPlan {
  readonly subject?: string | undefined;
  readonly goal?: string | null | undefined;
  readonly place?: string | null | undefined;
  readonly at?: string | undefined;
  readonly until?: string | undefined;
  readonly agenda?: readonly { readonly key?: string | undefined; readonly topic: Topic; readonly title: string }[] | undefined;
  readonly preparation?: readonly PreparationItem[] | undefined;
}

/** Changes the plan before the meeting; all who take part are told. Errors: as `takeMeeting`, record.invalid. */
export async function changePlan(ctx: Context, id: Id, plan: MeetingPlan): Promise<void> {
  const row = await takeMeeting(ctx, id, 'planned');
  const { subject, goal, place, at, until, agenda, preparation } = plan;
  const times = at === undefined && until === undefined ? undefined : timesOf(at ?? row.startsAt, until ?? (at === undefined ? undefined : movedEnd(row, at)));
  const minutes = new Map(row.agenda.map((item) => [item.key, item.minutes]));
  const items = agenda?.map(({ key = ctx.newId(), topic, title }) => ({ key, topic, title, minutes: minutes.get(key) ?? '' }));
  const ends = times && new Date(times.endsAt);
  const values = {
    ...(subject !== undefined && { subject }), ...(goal !== undefined && { goal }), ...(place !== undefined && { place }), ...(items && { agenda: items }),
    ...(preparation && { preparation }), ...times, ...(ends && { minutesDueAt: minutesDue(ends).toISOString() }),
  };
  await changeRecord(ctx, 'meeting', id, values, ends ? { next_at: firstLook(ends).toISOString() } : {});
  await tellChange(ctx, row, { subject, place, times, agenda: items });
}

const movedEnd = (row: MeetingRow, at: string): string => new Date(new Date(at).getTime() + new Date(row.endsAt).getTime() - new Date(row.startsAt).getTime()).toISOString();

/** A meeting that does not take place. Errors: as `takeMeeting`. */
export async function cancelMeeting(ctx: Context, id: Id, reason: string): Promise<void> {
  await cancelLocked(ctx, await takeMeeting(ctx, id, 'planned'), reason);
}

async function cancelLocked(ctx: Context, row: MeetingRow, reason: string): Promise<void> {
  await changeRecord(ctx, 'meeting', row.id, { state: 'cancelled', cancelledFor: reason }, { next_at: null });
  const to = (await ownPeople(ctx, row.id)).filter((person) => person !== ctx.actor.userId);
  await notify(ctx, { to, kind: meetingsNotices.cancelled, params: { subject: row.subject, why: reason }, link: { object: 'meeting', id: row.id } });
  if (row.resolution !== 'none') return;
  const about = row.aboutObject === null || row.aboutId === null ? null : { object: row.aboutObject, id: row.aboutId };
  await tellMeetingListeners(ctx, { meetingId: row.id, kind: row.kind, subject: row.subject, about, resolution: 'cancelled', text: reason });
}

/** The meetings about a record that have not resolved anything yet. */
export async function openMeetingsAbout(ctx: Context, object: string, id: Id): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    SELECT id FROM meeting WHERE about_object = ${object} AND about_id = ${id} AND resolution = 'none' AND state IN ('planned', 'held') AND deleted_at IS NULL ORDER BY created_at, id`);
  return rows.map((row) => row.id);
}
