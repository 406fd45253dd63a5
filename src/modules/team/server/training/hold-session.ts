import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Attendance } from '../../rules/team-choices.ts';
import { teamNotices } from '../../team.notices.ts';
import { requireColleague, requirePerson } from '../team-people.ts';

export interface SessionDraft {
  readonly id?: Id | undefined;
  readonly course: Id;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly trainer: Id | null;
  readonly seats: number | null;
}

const MAX_PEOPLE = 200;
const sayMoment = (ctx: Pick<Context, 'timeZone'>, iso: string): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ctx.timeZone }).format(new Date(iso));

/** Plans a session of a course, or moves one that was not held. Errors: record.invalid, record.not-found, record.wrong-state. */
export async function saveSession(ctx: Context, { id, course, trainer, ...draft }: SessionDraft): Promise<{ readonly id: Id }> {
  if (Date.parse(draft.startsAt) >= Date.parse(draft.endsAt)) throw fail('record.invalid', { count: 1 }, [{ path: 'endsAt', code: 'invalid' }]);
  const known = await ctx.db.maybe<{ name: string }>(sql`SELECT name FROM course WHERE id = ${course} AND deleted_at IS NULL`);
  if (!known) throw fail('record.invalid', { count: 1 }, [{ path: 'course', code: 'not-found', params: { value: '' } }]);
  if (trainer !== null) await requireColleague(ctx, trainer, 'trainer');
  const values = { ...draft, course, trainer, subject: known.name };
  if (id === undefined) return { id: await insertRecord(ctx, 'trainingSession', { values: { ...values, state: 'planned' } }) };
  await lockSession(ctx, id, 'planned');
  await changeRecord(ctx, 'trainingSession', id, values);
  return { id };
}

interface SessionRow { readonly id: Id; readonly subject: string; readonly startsAt: string; readonly seats: number | null; readonly state: string }

async function lockSession(ctx: Context, id: Id, ...states: readonly string[]): Promise<SessionRow> {
  const row = await ctx.db.maybe<SessionRow>(sql`SELECT id, subject, starts_at AS "startsAt", seats, state FROM training_session WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!row) throw fail('record.not-found');
  if (!states.includes(row.state)) throw fail('record.wrong-state');
  return row;
}

/** Calls people to a session; those who are called already stay as they are. Errors: record.not-found, record.wrong-state, record.invalid beyond reach, record.too-many beyond its seats. */
export async function invitePeople(ctx: Context, id: Id, people: readonly Id[]): Promise<void> {
  const session = await lockSession(ctx, id, 'planned', 'held');
  const there = await ctx.db.rows<{ owner: Id }>(sql`SELECT owner_id AS owner FROM training_place WHERE session_id = ${id} AND deleted_at IS NULL`);
  // Asked of all of them: whoever is beyond reach is not told of as called either.
  const called = new Map<Id, Id | null>();
  for (const person of new Set(people)) called.set(person, (await requirePerson(ctx, { object: 'trainingPlace', action: 'create', id: person, path: 'people' })).unitId);
  const fresh = [...called].filter(([person]) => !there.some(({ owner }) => owner === person));
  const most = Math.min(session.seats ?? MAX_PEOPLE, MAX_PEOPLE);
  if (there.length + fresh.length > most) throw fail('record.too-many', { max: most });
  for (const [person, unitId] of fresh) {
    const place = await insertRecord(ctx, 'trainingPlace', { values: { subject: session.subject, session: id, attendance: 'invited', owner: person, unit: unitId } });
    if (session.state === 'planned' && person !== ctx.actor.userId) {
      await notify(ctx, { to: [person], kind: teamNotices.invited, params: { course: session.subject, when: sayMoment(ctx, session.startsAt) }, link: '/team/training', about: { object: 'trainingPlace', id: place } });
    }
  }
}

/** Who came. The first time it is noted the session has been held. Errors: record.not-found, record.wrong-state. */
export async function noteAttendance(ctx: Context, id: Id, rows: readonly { readonly place: Id; readonly attendance: Attendance; readonly note: string | null }[]): Promise<void> {
  const session = await lockSession(ctx, id, 'planned', 'held');
  const mine = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM training_place WHERE session_id = ${id} AND deleted_at IS NULL`);
  const allowed = await allowedIds(ctx, objectDef(ctx, 'trainingPlace'), 'update', mine.map((place) => place.id));
  for (const { place, attendance, note } of rows) {
    if (!allowed.has(place)) throw fail('record.not-found');
    await changeRecord(ctx, 'trainingPlace', place, { attendance, note });
  }
  if (session.state === 'planned' && rows.some(({ attendance }) => attendance === 'attended')) await changeRecord(ctx, 'trainingSession', id, { state: 'held' });
}

/** Takes a session off. Errors: record.not-found, record.wrong-state once it was held. */
export async function cancelSession(ctx: Context, id: Id): Promise<void> {
  await lockSession(ctx, id, 'planned');
  await changeRecord(ctx, 'trainingSession', id, { state: 'cancelled' });
}

/** The knowledge articles of a course, in their order; only those that the writer may read. Errors: record.not-found. */
export async function saveArticles(ctx: Context, course: Id, articles: readonly Id[]): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'course'), 'update', course);
  const seen = await allowedIds(ctx, objectDef(ctx, 'article'), 'read', articles);
  await ctx.db.run(sql`DELETE FROM course_article WHERE course_id = ${course}`);
  for (const [position, article] of [...new Set(articles)].entries()) {
    if (!seen.has(article)) throw fail('record.invalid', { count: 1 }, [{ path: 'articles', code: 'not-found', params: { value: '' } }]);
    await ctx.db.run(sql`INSERT INTO course_article (course_id, article_id, position) VALUES (${course}, ${article}, ${position})`);
  }
  ctx.announce({ object: 'course', id: course, action: 'update', actorId: ctx.actor.userId });
}
