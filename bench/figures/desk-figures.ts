import sql from 'sql-template-tag';
import { z } from 'zod';
import { decide } from '#meta/decisions/decide.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { evaluatePolicy } from '#platform/decisions/decide-policy.ts';
import { policyInForce } from '#platform/decisions/policy-versions.ts';
import type { Database } from '#platform/db/database.ts';
import type { Arena } from '../arena.ts';
import { type Figure, atMost } from '../figure.ts';
import { type DeskSite, VISITS, ensureDeskSite } from '../fill/fill-desk.ts';
import { processorMs } from '../load/child.ts';
import { HttpLine, requestBytes } from '../load/http-line.ts';
import { quantile } from '../load/statistics.ts';

const PACKS = ['site-rotation', 'first-visit'];
const POINTS = ['reception', 'ownership'];
const ROUNDS = 5;

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const proposal = z.object({ facts, isDayOpen: z.boolean(), found: z.array(z.unknown()) });

/** What the desk has typed when it asks. */
interface Typed {
  readonly name: string;
  readonly bodies: readonly Readonly<Record<string, unknown>>[];
  /** Whether earlier registrations must come back: a figure of empty answers would say nothing. */
  readonly isFound: boolean;
}

/**
 * The proposal at the desk through HTTP, one person at a time, as the form asks for it behind the last key (RE-10); and
 * the decision beside its queries (PL-41): the facts of those proposals, decided again and again in this process.
 */
export async function deskFigures(arena: Arena): Promise<Figure[]> {
  const { database } = arena.engine.services;
  const figures: Figure[] = [];
  for (const pack of PACKS) {
    const site = await ensureDeskSite(arena.engine.services, sender(arena), pack);
    const seen: FactValues[] = [];
    for (const typed of await typedAt(database, site)) figures.push(await proposalFigure(arena, pack, typed, seen));
    figures.push(...await decisionFigures(database, pack, seen));
  }
  return figures;
}

const sender = ({ app }: Arena) => async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`http://127.0.0.1:${app.port}/api/v1${path}`, {
    method, headers: { cookie: app.cookies.all, 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}),
  });
  const text = await answer.text();
  return { status: answer.status, body: text, text };
};

async function typedAt(database: Database, { id: site }: DeskSite): Promise<Typed[]> {
  const rows = await database.rows<{ visitor: string; phone: string }>(sql`SELECT visitor, phone FROM visit_registration WHERE site_id = ${site} ORDER BY md5(id::text) LIMIT 200`);
  const others = await database.rows<{ phone: string }>(sql`
    SELECT phone FROM customer c TABLESAMPLE SYSTEM (1) WHERE phone LIKE '+861%' AND deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM visit_registration v WHERE v.customer_id = c.id) LIMIT 200`);
  const local = (phone: string) => phone.slice(3);
  return [
    { name: 'a whole phone that came before', isFound: true, bodies: rows.map(({ phone }) => ({ site, phone: local(phone) })) },
    { name: 'the last four digits', isFound: true, bodies: rows.map(({ phone }) => ({ site, phone: phone.slice(-4) })) },
    { name: 'the first two letters of a name', isFound: true, bodies: rows.map(({ visitor }) => ({ site, visitor: visitor.slice(0, 2) })) },
    { name: 'a customer of the company who never came', isFound: false, bodies: others.map(({ phone }) => ({ site, phone: local(phone), cameBefore: false })) },
    { name: 'a number that nobody knows', isFound: false, bodies: rows.map((_, i) => ({ site, phone: `1990000${String(i).padStart(4, '0')}`, visitor: '来客', cameBefore: false })) },
  ];
}

async function proposalFigure(arena: Arena, pack: string, typed: Typed, seen: FactValues[]): Promise<Figure> {
  const line = await HttpLine.open(arena.app.port);
  const headers = { cookie: arena.app.cookies.all };
  const times: number[] = [];
  const before = processorMs(arena.app.pid) ?? 0;
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const body of typed.bodies) {
        const request = requestBytes('POST', '/api/v1/visit-registrations/propose', headers, JSON.stringify(body));
        const started = performance.now();
        const answer = await line.send(request);
        if (round > 0) times.push(performance.now() - started);
        else seen.push(checked(answer.status, answer.body.toString('utf8'), typed));
      }
    }
  } finally {
    line.close();
  }
  const [p50, p95, p99] = percentiles(times);
  const processor = ((processorMs(arena.app.pid) ?? 0) - before) / (times.length + typed.bodies.length);
  return {
    group: 'desk', name: `proposal (${pack}): ${typed.name}, p99`, value: p99, unit: 'ms', target: atMost(200),
    detail: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms; processor ${processor.toFixed(1)} ms; ${times.length} requests, ${VISITS} visits`,
  };
}

/** The facts of an answer that is one. */
function checked(status: number, text: string, { name, isFound }: Typed): FactValues {
  if (status !== 200) throw new Error(`${status} ${text}`);
  const answer = proposal.parse(JSON.parse(text));
  if (!answer.isDayOpen || (isFound && answer.found.length === 0)) throw new Error(`${name}: ${text.slice(0, 400)}`);
  return answer.facts;
}

/** Time of the pure decision, the same with its query for the version in force, and the bare round trip in the same run. */
async function decisionFigures(database: Database, pack: string, seen: readonly FactValues[]): Promise<Figure[]> {
  const at = new Date();
  const figures: Figure[] = [];
  const bare = percentiles(await timesOf(seen.length, () => database.one(sql`SELECT 1 AS one`)));
  for (const point of POINTS) {
    const policy = `${pack}.${point}`;
    const version = await policyInForce(database, policy, at);
    if (version === undefined) throw new Error(`${policy} is not in force`);
    const known = new Set(version.compiled.model.facts.map((fact) => fact.name));
    const all = seen.map((one): FactValues => Object.fromEntries(Object.entries(one).filter(([name]) => known.has(name))));
    const of = (i: number): FactValues => all[i % all.length] ?? {};
    const pure = percentiles(plainTimesOf(all.length * ROUNDS, (i) => decide(version.compiled, of(i))));
    const asked = percentiles(await timesOf(all.length, (i) => evaluatePolicy({ db: database }, { policy, facts: of(i), at })));
    figures.push({
      group: 'desk', name: `decision (${policy}) beside its queries, p99`, value: pure[2], unit: 'ms', target: atMost(1),
      detail: `p50 ${pure[0].toFixed(3)}, p95 ${pure[1].toFixed(3)} ms; with its query p50 ${asked[0].toFixed(2)} ms, a bare round trip ${bare[0].toFixed(2)} ms`,
    });
  }
  return figures;
}

/** Times of `count` runs, ms, after a tenth of them uncounted. */
async function timesOf(count: number, run: (i: number) => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < count / 10; i += 1) await run(i);
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const started = performance.now();
    await run(i);
    times.push(performance.now() - started);
  }
  return times;
}

/** The same of what answers at once: milliseconds of each of so many runs after a tenth to warm up. The thread's processor clock ticks in four of them: too coarse. */
function plainTimesOf(count: number, run: (i: number) => unknown): number[] {
  for (let i = 0; i < count / 10; i += 1) run(i);
  return Array.from({ length: count }, (_, i) => {
    const before = performance.now();
    run(i);
    return performance.now() - before;
  });
}

function percentiles(times: readonly number[]): [number, number, number] {
  const sorted = times.toSorted((a, b) => a - b);
  return [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 0.99)];
}
