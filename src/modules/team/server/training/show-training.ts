import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { courseAnswer, trainingAnswer } from './training.answers.ts';

type Training = Answered<typeof trainingAnswer>;
type Course = Answered<typeof courseAnswer>;
const mayTeach = (ctx: Context): boolean => ctx.actor.grants.get('trainingSession')?.has('update') === true;

/** What is taught, and the caller's own trainings, those to come first (SE-40). */
export async function showTraining(ctx: Context): Promise<Training> {
  requireFields(ctx, 'trainingPlace', 'session', 'attendance');
  const now = ctx.now.toISOString();
  const [courses, mine] = await Promise.all([
    ctx.db.rows<Training['courses'][number]>(sql`
      SELECT c.id, c.name, c.kind, c.about, c.hours::float8 AS hours, c.state, (SELECT count(*)::int FROM training_session s WHERE s.course_id = c.id AND s.deleted_at IS NULL AND s.state <> 'cancelled') AS sessions,
        (SELECT min(s.starts_at) FROM training_session s WHERE s.course_id = c.id AND s.deleted_at IS NULL AND s.state = 'planned' AND s.starts_at > ${now}) AS "nextAt"
      FROM course c WHERE c.deleted_at IS NULL AND (c.state = 'active' OR ${mayTeach(ctx)}) ORDER BY c.state, c.name LIMIT 200`),
    ctx.db.rows<Training['mine'][number]>(sql`
      SELECT p.id, jsonb_build_object('id', c.id, 'name', c.name) AS course, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place, u.name AS trainer, p.attendance, s.state
      FROM training_place p JOIN training_session s ON s.id = p.session_id JOIN course c ON c.id = s.course_id LEFT JOIN app_user u ON u.id = s.trainer_id
      WHERE p.owner_id = ${ctx.actor.userId} AND p.deleted_at IS NULL ORDER BY (s.ends_at > ${now} AND s.state = 'planned') DESC, abs(extract(epoch FROM s.starts_at - ${now}::timestamptz)), p.id LIMIT 40`),
  ]);
  return {
    mayTeach: mayTeach(ctx), courses: courses.map((course) => ({ ...course, nextAt: course.nextAt === null ? null : isoTime(course.nextAt) })),
    mine: mine.map((row) => ({ ...row, startsAt: isoTime(row.startsAt), endsAt: isoTime(row.endsAt) })),
  };
}

/** A course with its materials, its exams and its sessions; of the people only those whom the caller may see. Errors: record.not-found. */
export async function showCourse(ctx: Context, id: Id): Promise<Course> {
  await requireRecord(ctx, objectDef(ctx, 'course'), 'read', id);
  const course = await ctx.db.maybe<Pick<Course, 'name' | 'kind' | 'about' | 'hours' | 'state'>>(sql`SELECT name, kind, about, hours::float8 AS hours, state FROM course WHERE id = ${id} AND deleted_at IS NULL`);
  if (!course) throw fail('record.not-found');
  const [articles, files, exams, sessions] = await Promise.all([
    ctx.actor.grants.get('article')?.has('read') === true ? ctx.db.rows<Course['articles'][number]>(sql`
      SELECT x.id, coalesce(x.shown_title, x.title) AS title FROM course_article l JOIN article x ON x.id = l.article_id WHERE l.course_id = ${id} AND x.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'article'), 'read', 'x')} ORDER BY l.position`) : [],
    ctx.db.rows<Course['files'][number]>(sql`SELECT id, name, size::float8 AS size FROM file_object WHERE object = 'course' AND record_id = ${id} AND deleted_at IS NULL ORDER BY created_at`),
    ctx.db.rows<Course['exams'][number]>(sql`SELECT id, name FROM exam WHERE course_id = ${id} AND deleted_at IS NULL AND state = 'active' ORDER BY name`),
    sessionsOf(ctx, id),
  ]);
  return { id, ...course, mayTeach: mayTeach(ctx), articles, files, exams, sessions };
}

async function sessionsOf(ctx: Context, course: Id): Promise<Course['sessions']> {
  const sessions = await ctx.db.rows<Omit<Course['sessions'][number], 'people'>>(sql`
    SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place, CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS trainer, s.seats, s.state
    FROM training_session s LEFT JOIN app_user u ON u.id = s.trainer_id WHERE s.course_id = ${course} AND s.deleted_at IS NULL ORDER BY s.starts_at DESC, s.id LIMIT 60`);
  const people = ctx.actor.grants.get('trainingPlace')?.has('read') === true && seesFields(ctx, 'trainingPlace', 'session', 'attendance') ? await ctx.db.rows<Course['sessions'][number]['people'][number] & { session: Id }>(sql`
    SELECT x.id AS place, x.session_id AS session, u.id, u.name, x.attendance, x.note FROM training_place x JOIN app_user u ON u.id = x.owner_id
    WHERE x.session_id = ANY(${sessions.map(({ id }) => id)}::uuid[]) AND x.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'trainingPlace'), 'read', 'x')} ORDER BY u.name, u.id`) : [];
  const tellsNotes = seesFields(ctx, 'trainingPlace', 'note');
  return sessions.map((session) => ({
    ...session, startsAt: isoTime(session.startsAt), endsAt: isoTime(session.endsAt),
    people: people.filter((each) => each.session === session.id).map(({ place, id, name, attendance, note }) => ({ place, id, name, attendance, note: tellsNotes ? note : null })),
  }));
}
