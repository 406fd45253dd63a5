import sql, { type Sql } from 'sql-template-tag';
import type { MeasuredTime } from '../../rules/service-times.ts';

/** Instants, `to` exclusive. */
export interface TimeSpan {
  readonly from: Date;
  readonly to: Date;
}

type Source = (span: TimeSpan) => Sql;

const within = (column: Sql, { from, to }: TimeSpan): Sql => sql`${column} >= ${from.toISOString()} AND ${column} < ${to.toISOString()}`;
const seconds = (from: Sql, to: Sql): Sql => sql`extract(epoch FROM ${to} - ${from})::float8`;
const orders = sql`service_order s WHERE s.deleted_at IS NULL AND s.state <> 'cancelled'`;

/** From the order until the appointment begins; late records of a visit that had begun count as none. */
const booking: Source = (span) => sql`
  SELECT s.case_id, s.window_from AS at, greatest(0, ${seconds(sql`s.created_at`, sql`s.window_from`)}) AS seconds FROM ${orders} AND ${within(sql`s.window_from`, span)}`;

/** From the beginning of the appointment until somebody is there; who comes early lets nobody wait. */
const waiting: Source = (span) => sql`
  SELECT s.case_id, s.arrived_at AS at, greatest(0, ${seconds(sql`s.window_from`, sql`s.arrived_at`)}) AS seconds FROM ${orders} AND s.window_from IS NOT NULL AND ${within(sql`s.arrived_at`, span)}`;

const response: Source = (span) => sql`
  SELECT c.id AS case_id, c.first_response_at AS at, ${seconds(sql`c.received_at`, sql`c.first_response_at`)} AS seconds FROM service_case c
  WHERE ${within(sql`c.first_response_at`, span)} AND c.channel NOT IN ('phone', 'inPerson', 'entrusted') AND c.deleted_at IS NULL`;

const service: Source = (span) => sql`
  SELECT s.case_id, s.done_at AS at, ${seconds(sql`s.arrived_at`, sql`s.done_at`)} AS seconds FROM ${orders} AND s.state = 'done' AND s.arrived_at IS NOT NULL AND ${within(sql`s.done_at`, span)}`;

const delivery: Source = (span) => sql`
  SELECT c.id AS case_id, c.answered_at AS at, ${seconds(sql`c.received_at`, sql`c.answered_at`)} AS seconds FROM service_case c WHERE ${within(sql`c.answered_at`, span)} AND c.deleted_at IS NULL`;

const followUp: Source = (span) => sql`
  SELECT s.case_id, s.done_at AS at, ${seconds(sql`s.opened_at`, sql`s.done_at`)} AS seconds FROM case_step s WHERE s.key = 'callback' AND s.state = 'done' AND ${within(sql`s.done_at`, span)}`;

/** Only what was late: how much later than the deadline. */
const delay: Source = (span) => sql`
  SELECT k.case_id, k.stopped_at AS at, ${seconds(sql`k.due_at`, sql`k.stopped_at`)} AS seconds FROM case_clock k WHERE k.kind = 'whole' AND k.stopped_at > k.due_at AND ${within(sql`k.stopped_at`, span)}`;

/** From "not solved" until the next answer. */
const correction: Source = (span) => sql`
  SELECT k.case_id, k.stopped_at AS at, ${seconds(sql`k.started_at`, sql`k.stopped_at`)} AS seconds FROM case_clock k WHERE k.kind = 'whole' AND k.round > 1 AND ${within(sql`k.stopped_at`, span)}`;

const sources: Readonly<Record<MeasuredTime, Source>> = { booking, waiting, response, service, delivery, followUp, delay, correction };

/** One time as rows `case_id, at, seconds`, by the instant at which it ended, by the clock: so the customer lives through it. */
export const timeSource = (key: MeasuredTime, span: TimeSpan): Sql => sources[key](span);
