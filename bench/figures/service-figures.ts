import sql from 'sql-template-tag';
import { loadActor } from '#modules/identity/server/identity.public.ts';
import { readLeaks } from '#modules/service/server/board/leaks.ts';
import { runClockStages } from '#modules/service/server/clocks/clock-job.ts';
import { type QueueBox, countQueue, listQueue } from '#modules/service/server/queries/list-queue.ts';
import type { Actor } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';
import type { Db, Statement } from '#platform/db/database.ts';
import { runQuery } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import type { Arena } from '../arena.ts';
import { type Figure, atMost } from '../figure.ts';
import { BENCH_PASSWORD } from '../fill/fill-people.ts';
import { AGENTS, OPEN, PROBLEMS, QUEUES, deskPeople, ensureServiceDesk } from '../fill/fill-service.ts';
import type { BareJob } from '../load/captured-sql.ts';
import { processorMs } from '../load/child.ts';
import { compare } from '../load/compare.ts';
import { HttpLine, requestBytes } from '../load/http-line.ts';
import { quantile } from '../load/statistics.ts';

const ROUNDS = 200;
const DUE = 500;
const DAY = 86_400_000;

interface Page {
  readonly key: string;
  readonly name: string;
  readonly who: keyof typeof deskPeople;
  readonly path: string;
  readonly read: (ctx: Context) => Promise<unknown>;
  /** ms at the 99th percentile, one person at a time. */
  readonly target?: number;
}

const box = (who: Page['who'], of: QueueBox): Page => ({
  key: `queue-${who}-${of}`, name: `queue of ${who === 'agent' ? 'an agent' : 'a supervisor'}, ${of}`, who, path: `/api/v1/service/case-queue?box=${of}&limit=50`, target: 100, read: (ctx) => listQueue(ctx, { box: of, limit: 50 }),
});

function pages(now: Date, timeZone: string): Page[] {
  const [from, to] = [new Date(now.getTime() - 395 * DAY), new Date(now.getTime() - 30 * DAY)].map((at) => at.toISOString().slice(0, 10));
  const period = { from: new Date(now.getTime() - 395 * DAY), to: new Date(now.getTime() - 30 * DAY) };
  return [
    ...(['mine', 'steps', 'unassigned', 'team', 'waiting', 'overdue'] as const).map((of) => box('agent', of)), ...(['team', 'overdue'] as const).map((of) => box('supervisor', of)),
    { key: 'counts', name: 'counts of all boxes of an agent', who: 'agent', path: '/api/v1/service/case-queue/counts', target: 100, read: countQueue },
    {
      key: 'leaks', name: `four no-leaks of ${PROBLEMS.toLocaleString('en')} problems of a year`, who: 'supervisor', path: `/api/v1/service/leaks?from=${from ?? ''}&to=${to ?? ''}`,
      read: (ctx) => readLeaks({ ...ctx, timeZone }, period),
    },
  ];
}

/** The queue of an agent among 100 000 open cases (SE-10), the board, and the job behind the clocks (SE-4). */
export async function serviceFigures(arena: Arena): Promise<Figure[]> {
  const { services } = arena.engine;
  await ensureServiceDesk(services);
  const list = pages(services.clock(), services.timeZone);
  const actors = { agent: await actorOf(services, deskPeople.agent), supervisor: await actorOf(services, deskPeople.supervisor) };
  const cookies = { agent: await signIn(arena.app.port, deskPeople.agent), supervisor: await signIn(arena.app.port, deskPeople.supervisor) };
  const jobs: Record<string, BareJob> = {};
  for (const page of list) {
    const job = await jobOf(services, actors[page.who], page.read);
    // The bare server reads by one statement.
    if (job.statements.length === 1) jobs[page.key] = job;
  }
  const bare = await arena.startBare(jobs);
  const figures: Figure[] = [];
  try {
    for (const page of list) {
      const request = requestBytes('GET', page.path, { cookie: cookies[page.who] });
      figures.push(await aloneFigure(arena, page, request));
      if (jobs[page.key]) figures.push(await ratioFigure(arena, bare, page, request));
    }
  } finally {
    await bare.stop();
  }
  return [...figures, await clockFigure(services)];
}

async function actorOf({ database, registry, clock }: Services, username: string): Promise<Actor> {
  const { id } = await database.one<{ id: string }>(sql`SELECT id FROM app_user WHERE username = ${username}`);
  const loaded = await loadActor(database, registry(), id, clock());
  if (!loaded) throw new Error(`nobody called ${username}`);
  return loaded.actor;
}

async function signIn(port: number, username: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: BENCH_PASSWORD }) });
  if (!answer.ok) throw new Error(`sign-in of ${username}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').join('; ');
}

/** All statements that a page sends, for the bare server. */
async function jobOf(services: Services, actor: Actor, read: Page['read']): Promise<BareJob> {
  const sent: Statement[] = [];
  await runQuery(services, { actor }, (ctx) => read({ ...ctx, db: recording(ctx.db, sent) }));
  return { isWrite: false, statements: sent.map(({ text }) => ({ text })), variants: [sent.map(({ values }) => values)], ids: [] };
}

function recording(db: Db, sent: Statement[]): Db {
  const note = (query: { readonly text: string; readonly values: readonly unknown[] }): void => {
    sent.push({ text: query.text, values: query.values });
  };
  return {
    rows: (query) => (note(query), db.rows(query)), maybe: (query) => (note(query), db.maybe(query)), one: (query) => (note(query), db.one(query)), run: (query) => (note(query), db.run(query)),
    prepared: (statement) => (sent.push(statement), db.prepared(statement)), commitBehind: () => undefined,
  };
}

/** One person at a time. */
async function aloneFigure(arena: Arena, page: Page, request: Buffer): Promise<Figure> {
  const line = await HttpLine.open(arena.app.port);
  const times: number[] = [];
  let processor = processorMs(arena.app.pid) ?? 0;
  try {
    for (let round = -ROUNDS / 10; round < ROUNDS; round += 1) {
      if (round === 0) processor = processorMs(arena.app.pid) ?? 0;
      const started = performance.now();
      const { status, body } = await line.send(request);
      if (status !== 200) throw new Error(`${page.name}: ${status} ${body.toString('utf8').slice(0, 400)}`);
      if (round >= 0) times.push(performance.now() - started);
    }
  } finally {
    line.close();
  }
  processor = ((processorMs(arena.app.pid) ?? 0) - processor) / ROUNDS;
  const [p50, p95, p99] = percentiles(times);
  return {
    group: 'service', name: `${page.name}, p99`, value: p99, unit: 'ms', ...(page.target !== undefined && { target: atMost(page.target) }),
    detail: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms; processor ${processor.toFixed(1)} ms; ${OPEN.toLocaleString('en')} open cases, ${AGENTS} agents, ${QUEUES} queues`,
  };
}

/** Many at once, against the bare server with the same statement. */
async function ratioFigure(arena: Arena, bare: Awaited<ReturnType<Arena['startBare']>>, page: Page, request: Buffer): Promise<Figure> {
  const { ratio, ours, bare: plain } = await compare({ ...arena.app, requests: [request] }, { ...bare, requests: [requestBytes('GET', `/${page.key}`)] }, arena.seconds);
  return {
    group: 'service', name: `${page.name}, against its query alone`, value: ratio, unit: 'ratio',
    detail: `${ours.perSecond.toFixed(0)} against ${plain.perSecond.toFixed(0)} a second; p50 ${ours.p50.toFixed(1)} / ${plain.p50.toFixed(1)} ms`,
  };
}

/** The job finds and tells of 500 clocks that are due among all that run; the server's own job may take some of them first. */
async function clockFigure(services: Services): Promise<Figure> {
  const { database } = services;
  const now = services.clock().getTime();
  const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
  await database.run(sql`
    UPDATE case_clock SET half_at = ${at(-1)}, near_at = ${at(600)}, due_at = ${at(1_200)}, next_at = ${at(-1)} WHERE id IN (
      SELECT k.id FROM case_clock k WHERE k.stopped_at IS NULL AND k.paused_at IS NULL AND NOT EXISTS (SELECT 1 FROM case_clock_stage s WHERE s.clock_id = k.id) ORDER BY k.id LIMIT ${DUE})`);
  const started = performance.now();
  const done = await runClockStages(services);
  const seconds = (performance.now() - started) / 1_000;
  const { running } = await database.one<{ running: number }>(sql`SELECT count(*)::int AS running FROM case_clock WHERE stopped_at IS NULL`);
  const before = performance.now();
  await runClockStages(services);
  const empty = performance.now() - before;
  return {
    group: 'service', name: `clock job: ${DUE} due among ${running.toLocaleString('en')} that run`, value: seconds, unit: 's',
    detail: `${done} stages told of, ${((seconds * 1_000) / Math.max(1, done)).toFixed(1)} ms each; with nothing due ${empty.toFixed(1)} ms`,
  };
}

function percentiles(times: readonly number[]): [number, number, number] {
  const sorted = times.toSorted((a, b) => a - b);
  return [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 0.99)];
}
