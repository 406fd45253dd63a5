import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Span } from '../span.ts';
import { type WorkedTime, workedBetween } from './worked-time.ts';

/** What is asked of a source: whose, when, and the calendars. */
export interface SourceAsked {
  readonly span: Span;
  readonly people: readonly Id[];
  readonly worked: WorkedTime;
}

export const sourceKeys = ['taken', 'answered', 'closed', 'responded', 'escalated', 'orders', 'audits', 'praises'] as const;
export type SourceKey = (typeof sourceKeys)[number];

const within = (column: Sql, { from, to }: Span): Sql => sql`${column} >= ${from.toISOString()} AND ${column} < ${to.toISOString()}`;
const counts = sql`c.state NOT IN ('merged', 'withdrawn') AND c.deleted_at IS NULL`;
const of = (column: Sql, people: readonly Id[]): Sql => sql`${column} = ANY(${[...people]}::uuid[])`;

/** Cases that somebody took in: they are its first receiver (SE-2). */
const taken = ({ span, people }: SourceAsked): Sql => sql`
  SELECT c.first_receiver_id AS person, c.received_at AS at, c.id FROM service_case c
  WHERE ${of(sql`c.first_receiver_id`, people)} AND ${within(sql`c.received_at`, span)} AND ${counts}`;

/**
 * Cases whose last answer was given in the span, by their handler. Clock time is what the customer lived through; working
 * time leaves out what lay outside of hours and what the case waited for the customer. In time: the last deadline was kept.
 */
const answered = ({ span, people, worked }: SourceAsked): Sql => sql`
  SELECT c.owner_id AS person, c.answered_at AS at, c.id, c.satisfaction::float8 AS satisfaction, c.reopen_count > 0 AS reopened, w.stopped_at <= w.due_at AS on_time,
    extract(epoch FROM c.answered_at - c.received_at)::float8 AS clock,
    greatest(0, ${workedBetween(sql`c.received_at`, sql`c.answered_at`)} - coalesce(p.seconds, 0)) AS work
  FROM service_case c
  LEFT JOIN LATERAL (SELECT x.calendar_id, x.due_at, x.stopped_at FROM case_clock x WHERE x.case_id = c.id AND x.kind = 'whole' ORDER BY x.round DESC LIMIT 1) w ON true
  JOIN (${worked.calendars}) k ON k.id = coalesce(w.calendar_id, ${worked.fallback}::uuid)
  LEFT JOIN LATERAL (SELECT sum(${workedBetween(sql`h.from_at`, sql`least(h.to_at, c.answered_at)`)}) AS seconds
    FROM case_clock x JOIN case_clock_pause h ON h.clock_id = x.id WHERE x.case_id = c.id AND x.kind = 'whole' AND h.to_at IS NOT NULL AND h.from_at < c.answered_at) p ON true
  WHERE ${of(sql`c.owner_id`, people)} AND ${within(sql`c.answered_at`, span)} AND ${counts}`;

const closed = ({ span, people }: SourceAsked): Sql => sql`
  SELECT c.owner_id AS person, c.closed_at AS at, c.id FROM service_case c
  WHERE ${of(sql`c.owner_id`, people)} AND ${within(sql`c.closed_at`, span)} AND c.state = 'closed' AND c.deleted_at IS NULL`;

/** First responses to what came in writing: whoever speaks with somebody has answered already. */
const responded = ({ span, people, worked }: SourceAsked): Sql => sql`
  SELECT c.owner_id AS person, c.first_response_at AS at, c.id, extract(epoch FROM c.first_response_at - c.received_at)::float8 AS clock,
    ${workedBetween(sql`c.received_at`, sql`c.first_response_at`)} AS work
  FROM service_case c
  LEFT JOIN LATERAL (SELECT x.calendar_id FROM case_clock x WHERE x.case_id = c.id ORDER BY x.kind = 'whole' DESC, x.round LIMIT 1) w ON true
  JOIN (${worked.calendars}) k ON k.id = coalesce(w.calendar_id, ${worked.fallback}::uuid)
  WHERE ${of(sql`c.owner_id`, people)} AND ${within(sql`c.first_response_at`, span)} AND c.channel NOT IN ('phone', 'inPerson', 'entrusted') AND ${counts}`;

/** Cases of which a deadline was missed and went to somebody's manager, once each. */
const escalated = ({ span, people }: SourceAsked): Sql => sql`
  SELECT c.owner_id AS person, min(s.at) AS at, c.id FROM case_clock_stage s JOIN case_clock x ON x.id = s.clock_id JOIN service_case c ON c.id = x.case_id
  WHERE s.stage LIKE 'breached%' AND ${within(sql`s.at`, span)} AND ${of(sql`c.owner_id`, people)} AND ${counts} GROUP BY c.owner_id, c.id`;

const orders = ({ span, people }: SourceAsked): Sql => sql`
  SELECT s.owner_id AS person, s.done_at AS at, s.id FROM service_order s
  WHERE ${of(sql`s.owner_id`, people)} AND ${within(sql`s.done_at`, span)} AND s.state = 'done' AND s.deleted_at IS NULL`;

/** Confirmed audits that name the person; where one names nobody it stands for everybody of the unit (SE-21). */
const audits = ({ span, people }: SourceAsked): Sql => sql`
  SELECT u.id AS person, a.done_at AS at, a.id, (coalesce(a.procedural, a.personal) + coalesce(a.personal, a.procedural))::float8 / 2 AS score
  FROM service_audit a JOIN app_user u ON u.id = a.audited_person_id OR (a.audited_person_id IS NULL AND u.unit_id = a.audited_unit_id)
  WHERE ${of(sql`u.id`, people)} AND ${within(sql`a.done_at`, span)} AND a.state = 'confirmed' AND a.deleted_at IS NULL AND coalesce(a.procedural, a.personal) IS NOT NULL`;

const praises = ({ span, people }: SourceAsked): Sql => sql`
  SELECT r.owner_id AS person, r.created_at AS at, r.id, r.points FROM recognition r
  WHERE ${of(sql`r.owner_id`, people)} AND ${within(sql`r.created_at`, span)} AND r.deleted_at IS NULL`;

const sources: Readonly<Record<SourceKey, (asked: SourceAsked) => Sql>> = { taken, answered, closed, responded, escalated, orders, audits, praises };

/** One source as rows `person, at, id` and what it measures: sheets add these rows up, lists show them, so both are equal. */
export const sourceOf = (key: SourceKey, asked: SourceAsked): Sql => sources[key](asked);
