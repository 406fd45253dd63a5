import sql, { raw } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { refreshDue } from '#modules/service/server/clocks/clock-rows.ts';
import { AUDIT_COLUMNS } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { sealValues } from '#platform/records/to-columns.ts';
import { insertColumns } from '#platform/records/write-record.ts';
import type { Dice } from '../seeded-random.ts';
import { type ClockRows, type NumberedStory, clockRows } from './case-clocks.ts';
import type { Story, StoryStep } from './case-draft.ts';
import type { DecisionFact, Rulings } from './case-decisions.ts';
import type { DeskFacts } from './desk-facts.ts';

type Row = Readonly<Record<string, unknown>>;

/** Who reported a case, as the file has it. */
export interface Reporter {
  readonly customer: Id | null;
  readonly reporterName: string | null;
  readonly reporterPhone: string | null;
}

export interface PastCase extends NumberedStory {
  readonly reporter: Reporter;
}

const BATCH = 2_000;

/** Rows of one table, many a statement; columns that a row does not name stay as the table sets them. */
export async function insertRows(ctx: Pick<Context, 'db'>, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const columns = raw(Object.keys(batch[0] ?? {}).map((name) => `"${name}"`).join(', '));
    await ctx.db.run(sql`INSERT INTO ${raw(table)} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${raw(table)}, ${JSON.stringify(batch)}::jsonb)`);
  }
}

/** Ids whose order within a case is that in which they were made. */
export function risingIds(dice: Dice): (at: Date) => Id {
  let serial = 0;
  return (at) => {
    serial = (serial + 1) % 0x1000;
    const id = dice.id(at);
    return `${id.slice(0, 15)}${serial.toString(16).padStart(3, '0')}${id.slice(18)}`;
  };
}

/** Cases that are over, with everything that they left behind: steps, clocks, decisions, the trail. */
export async function writePastCases(ctx: Context, { dice, desk, rulings }: { readonly dice: Dice; readonly desk: DeskFacts; readonly rulings: Rulings }, cases: readonly PastCase[]): Promise<void> {
  const clocks: ClockRows[] = [];
  const steps: Row[] = [];
  const decisions: DecisionFact[] = [];
  for (const of of cases) {
    const idAt = risingIds(dice);
    for (const clock of of.story.clocks) clocks.push(clockRows({ desk, rulings, idAt, of }, clock));
    for (const step of of.story.steps) steps.push(stepRow({ rulings, idAt, of }, step, decisions));
  }
  await insertRows(ctx, 'service_case', cases.map((each) => caseRow(ctx, each)));
  await rulings.record(ctx, [...clocks.flatMap((each) => each.decisions), ...decisions]);
  await insertRows(ctx, 'case_step', steps);
  await insertRows(ctx, 'case_clock', clocks.map(({ clock }) => clock));
  await insertRows(ctx, 'case_clock_pause', clocks.flatMap(({ pauses }) => pauses));
  await insertRows(ctx, 'case_clock_stage', clocks.flatMap(({ stages }) => stages));
  await insertRows(ctx, 'case_extension', clocks.flatMap(({ extensions }) => extensions));
  await insertRows(ctx, 'case_clock_change', clocks.flatMap(({ moves }) => moves).map((move) => ({ id: ctx.newId(), ...move })));
  await writeWhatFollows(ctx, cases);
  await refreshDue(ctx, cases.filter(({ story }) => story.closedAt === null).map(({ id }) => id));
}

function stepRow({ rulings, idAt, of: { id: caseId, number, story } }: { readonly rulings: Rulings; readonly idAt: (at: Date) => Id; readonly of: NumberedStory }, step: StoryStep, decisions: DecisionFact[]): Row {
  let decision: Id | null = null;
  if (step.effect === 'propose' && step.doneAt !== null) {
    decision = idAt(step.openedAt);
    const ruling = rulings.ask('solution', { kind: story.kind, severity: story.severity, isLocal: true, isValid: story.isValid });
    decisions.push({ id: decision, ruling, caseId, number, eventAt: story.receivedAt, decidedAt: step.doneAt, actor: step.doneBy });
  }
  return {
    id: idAt(step.openedAt), case_id: caseId, key: step.key, position: step.position, round: step.round, state: step.doneAt === null ? 'open' : 'done', actor_id: step.actor,
    opened_at: step.openedAt, done_at: step.doneAt, done_by: step.doneBy, answers: step.answers, decision_id: decision,
  };
}

const last = (story: Story, key: string): unknown => story.steps.findLast((step) => key in step.answers)?.answers[key] ?? null;

function caseRow(ctx: Context, { id, number, story, reporter }: PastCase): Row {
  const def = objectDef(ctx, 'case');
  const isJudged = story.steps.some((step) => step.effect === 'judge' && step.doneBy !== null);
  const values = {
    number, kind: story.kind, caseType: story.type.id, channel: story.channel, subject: story.subject, description: story.description, contact: null, reporterEmail: null, ...reporter,
    place: story.place, isLocal: true, state: story.state, priority: story.severity === 'major' ? 'high' : 'normal', validity: isJudged ? (story.isValid ? 'valid' : 'invalid') : 'unjudged',
    severity: isJudged ? story.severity : 'ordinary', cause: last(story, 'cause'), step: story.step, queue: story.type.queue, firstReceiver: story.receiver, responsible: story.responsible,
    receivedAt: story.receivedAt.toISOString(), dueAt: null, urgency: 'calm', firstResponseAt: story.firstResponseAt?.toISOString() ?? null, answeredAt: story.answeredAt?.toISOString() ?? null,
    closedAt: story.closedAt?.toISOString() ?? null, reopenCount: story.reopenCount, solution: last(story, 'solution'), summary: last(story, 'summary'), satisfaction: last(story, 'satisfaction'),
    isSolved: last(story, 'isSolved'), isOnSpot: story.isOnSpot && story.answeredAt !== null, mergedInto: null, splitFrom: null, tags: [], owner: story.owner,
  };
  const columns = insertColumns({ now: story.receivedAt, actor: ctx.actor }, def, {
    id, values: sealValues(ctx.secrets, def, values), extra: { process_template_id: story.process.id, version: story.steps.length + 1, updated_at: story.endedAt.toISOString() },
  });
  return { ...columns, custom: {}, created_by: story.receiver, updated_by: story.owner };
}

/** What can be told from the rows themselves: starts and stops, who may see a case, feedback, and the trail. */
async function writeWhatFollows(ctx: Context, cases: readonly PastCase[]): Promise<void> {
  const ids = cases.map(({ id }) => id);
  const own = sql`= ANY(${ids}::uuid[])`;
  await ctx.db.run(sql`
    INSERT INTO case_clock_change (id, clock_id, reason, from_due, to_due, decision_id, computation, at, actor_id)
    SELECT gen_random_uuid(), k.id, e.reason, e.from_due, k.due_at, e.decision_id, k.computation, e.at, c.owner_id
    FROM case_clock k JOIN service_case c ON c.id = k.case_id
    CROSS JOIN LATERAL (VALUES ('started', NULL::timestamptz, k.decision_id, k.started_at), ('stopped', k.due_at, NULL, k.stopped_at)) AS e (reason, from_due, decision_id, at)
    WHERE k.case_id ${own} AND e.at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_clock_change m WHERE m.clock_id = k.id)`);
  await ctx.db.run(sql`
    INSERT INTO record_share (id, object, record_id, user_id, level, created_at)
    SELECT gen_random_uuid(), 'case', c.id, p.id, 'write', c.received_at FROM service_case c
    CROSS JOIN LATERAL (SELECT DISTINCT id FROM unnest(ARRAY[c.first_receiver_id, c.responsible_id]) AS p (id) WHERE id IS NOT NULL AND id IS DISTINCT FROM c.owner_id) p WHERE c.id ${own}`);
  await ctx.db.run(sql`
    INSERT INTO case_feedback (id, case_id, department, words, at, actor_id)
    SELECT gen_random_uuid(), s.case_id, s.answers->>'department', s.answers->>'feedback', s.done_at, s.done_by FROM case_step s WHERE s.case_id ${own} AND s.answers ? 'department' AND s.state = 'done'`);
  await ctx.db.run(sql`
    INSERT INTO audit_entry (${raw(AUDIT_COLUMNS)})
    SELECT gen_random_uuid(), e.at, e.actor, 'user', u.name, NULL, ${ctx.requestId}::uuid, e.action, 'case', c.id, c.customer_id, e.version, e.changes, e.detail, true
    FROM service_case c CROSS JOIN LATERAL (
      SELECT 0 AS place, c.received_at AS at, c.first_receiver_id AS actor, 'create' AS action, 1 AS version,
        jsonb_build_object('number', jsonb_build_array(NULL, c.number), 'kind', jsonb_build_array(NULL, c.kind), 'channel', jsonb_build_array(NULL, c.channel),
          'subject', jsonb_build_array(NULL, c.subject), 'owner', jsonb_build_array(NULL, c.owner_id), 'state', jsonb_build_array(NULL, 'open')) AS changes, '{"source": "demo"}'::jsonb AS detail
      UNION ALL
      SELECT 1, s.done_at, s.done_by, 'step', NULL, NULL, jsonb_build_object('step', s.key, 'round', s.round, 'answers', s.answers)
        FROM case_step s WHERE s.case_id = c.id AND s.done_by IS NOT NULL AND s.position > 0
      UNION ALL
      SELECT 2, c.closed_at, c.owner_id, 'update', c.version, jsonb_build_object('state', jsonb_build_array('open', c.state), 'closedAt', jsonb_build_array(NULL, c.closed_at)), NULL
        WHERE c.closed_at IS NOT NULL) e
    JOIN app_user u ON u.id = e.actor WHERE c.id ${own} ORDER BY e.at, e.place`);
}

/** The next numbers of cases, in the order in which they came. */
export async function takeNumbers(ctx: Context, moments: readonly Date[]): Promise<string[]> {
  const { first } = await ctx.db.one<{ first: number }>(sql`SELECT nextval('zk_number_case_number')::int AS first`);
  if (moments.length > 0) await ctx.db.rows(sql`SELECT setval('zk_number_case_number', ${first + moments.length - 1})`);
  return moments.map((at, place) => `FW-${localDate(at, ctx.timeZone).slice(0, 4)}-${String(first + place).padStart(6, '0')}`);
}

export const dayAfter = (ctx: Pick<Context, 'timeZone'>, at: Date, days: number): string => addDays(localDate(at, ctx.timeZone), days);
