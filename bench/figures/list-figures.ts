import type { Filter } from '#meta/filter.ts';
import { type ListRequest, listRecords } from '#platform/records/list-records.ts';
import { getRecord } from '#platform/records/get-record.ts';
import { summariseRecords } from '#platform/records/summarise-records.ts';
import type { Context } from '#platform/context/context.ts';
import sql from 'sql-template-tag';
import type { Arena } from '../arena.ts';
import type { Viewer } from '../fill/fill-people.ts';
import { INDUSTRIES, SCORES } from '../fill/fill-records.ts';
import { type Figure, atLeast, atMost } from '../figure.ts';
import type { BareJob } from '../load/captured-sql.ts';
import { compare } from '../load/compare.ts';
import { requestBytes } from '../load/http-line.ts';

/** The columns that the customer list shows at first. */
const FIELDS = ['name', 'code', 'stage', 'grade', 'industry', 'tags', 'phone', 'address', 'lastContactAt', 'owner', 'createdAt'];

type Wanted = Partial<Pick<ListRequest, 'filter' | 'sort' | 'cursor' | 'q' | 'include'>>;

export const listPath = (plural: string, wanted: Wanted, limit = 50, fields: readonly string[] = FIELDS): string => {
  const query = new URLSearchParams({ limit: String(limit), fields: fields.join(',') });
  if (wanted.filter) query.set('filter', JSON.stringify(wanted.filter));
  for (const key of ['sort', 'cursor', 'q'] as const) if (wanted[key] !== undefined) query.set(key, wanted[key]);
  if (wanted.include) query.set('include', wanted.include.join(','));
  return `/api/v1/${plural}?${query.toString()}`;
};

const engineList = (wanted: Wanted) => (ctx: Context) => {
  const def = ctx.registry.object('customer');
  if (!def) throw new Error('there are no customers');
  return listRecords(ctx, def, { ...wanted, limit: 50, fields: FIELDS });
};

const two = (i: number): Filter => ({
  and: [
    { field: 'industry', op: 'eq', value: INDUSTRIES[i % INDUSTRIES.length] },
    { field: 'grade', op: 'in', value: ['star1', 'star2', 'star3'] },
  ],
});

interface ListCase {
  readonly key: string;
  readonly name: string;
  readonly viewer: Viewer;
  readonly variants: readonly Wanted[];
  readonly hasTarget: boolean;
}

const many = (make: (i: number) => Wanted): Wanted[] => Array.from({ length: 20 }, (_, i) => make(i));

async function listCases(arena: Arena): Promise<ListCase[]> {
  const deep = await deepCursors(arena);
  return [
    { key: 'list', name: 'newest 50', viewer: 'all', variants: [{}], hasTarget: true },
    { key: 'list-owner', name: 'newest 50 with owner names', viewer: 'all', variants: [{ include: ['owner'] }], hasTarget: true },
    { key: 'list-filter', name: '50 by two fields, newest first', viewer: 'all', variants: many((i) => ({ filter: two(i) })), hasTarget: true },
    { key: 'list-name', name: '50 of a stage by pinyin', viewer: 'all', variants: [{ sort: 'name', filter: { field: 'stage', op: 'eq', value: 'active' } }], hasTarget: true },
    { key: 'list-below', name: '50 of unit and below', viewer: 'unitBelow', variants: [{}], hasTarget: true },
    { key: 'list-below-filter', name: '50 of unit and below, two fields', viewer: 'unitBelow', variants: many((i) => ({ filter: two(i) })), hasTarget: true },
    { key: 'list-own', name: '50 of my own', viewer: 'own', variants: [{}], hasTarget: true },
    { key: 'list-own-name', name: '50 of my own by pinyin', viewer: 'own', variants: [{ sort: 'name' }], hasTarget: true },
    { key: 'list-deep', name: 'a page deep in the list', viewer: 'all', variants: deep.map((cursor) => ({ cursor })), hasTarget: true },
    {
      key: 'list-custom', name: '50 by a custom field with index', viewer: 'all', hasTarget: true,
      variants: many((i) => ({ filter: { field: 'benchScore', op: 'eq', value: (i * 37) % SCORES } })),
    },
  ];
}

/** Cursors of pages in the middle of the table, as the engine itself writes them. */
async function deepCursors(arena: Arena): Promise<string[]> {
  const { database } = arena.engine.services;
  const rows = await database.rows<{ at: string; id: string }>(sql`
    SELECT created_at::text AS at, id::text AS id FROM customer TABLESAMPLE SYSTEM (1) WHERE deleted_at IS NULL LIMIT 20`);
  return rows.map((row) => Buffer.from(JSON.stringify([row.at, row.id])).toString('base64url'));
}

/** Lists through the API against the bare server with the same SQL (PL-70). */
export async function listFigures(arena: Arena, only?: readonly string[]): Promise<Figure[]> {
  const cases = (await listCases(arena)).filter((c) => only === undefined || only.includes(c.key));
  const jobs: Record<string, BareJob> = {};
  for (const c of cases) jobs[c.key] = await arena.engine.readJob(c.viewer, c.variants.map(engineList));
  const bare = await arena.startBare(jobs);
  const figures: Figure[] = [];
  try {
    for (const c of cases) {
      const headers = { cookie: arena.app.cookies[c.viewer] };
      const requests = c.variants.map((wanted) => requestBytes('GET', listPath('customers', wanted), headers));
      const plain = [requestBytes('GET', `/${c.key}`)];
      const result = await compare({ ...arena.app, requests }, { ...bare, requests: plain }, arena.seconds);
      figures.push(...comparedFigures('list', c.name, result, c.hasTarget ? { ratio: 0.7, p99: 50 } : {}));
    }
  } finally {
    await bare.stop();
  }
  return figures;
}

type Compared = Awaited<ReturnType<typeof compare>>;

export function comparedFigures(group: string, name: string, result: Compared, targets: { ratio?: number; p99?: number }): Figure[] {
  const { ours, bare, ratio } = result;
  const detail = `${ours.perSecond.toFixed(0)} against ${bare.perSecond.toFixed(0)} a second; p50 ${ours.p50.toFixed(1)} / ${bare.p50.toFixed(1)} ms; processor ${ours.processorUs.toFixed(0)} / ${bare.processorUs.toFixed(0)} µs`;
  return [
    { group, name, value: ratio, unit: 'ratio', detail, ...(targets.ratio !== undefined && { target: atLeast(targets.ratio) }) },
    {
      group, name: `${name}, p99`, value: ours.p99, unit: 'ms', detail: `bare ${bare.p99.toFixed(1)} ms`,
      ...(targets.p99 !== undefined && { target: atMost(targets.p99) }),
    },
  ];
}

/** One record, and counts by stage. */
export async function readFigures(arena: Arena): Promise<Figure[]> {
  const ids = (await arena.engine.services.database.rows<{ id: string }>(sql`SELECT id FROM customer TABLESAMPLE SYSTEM (1) LIMIT 50`)).map((row) => row.id);
  const customer = (ctx: Context) => {
    const def = ctx.registry.object('customer');
    if (!def) throw new Error('there are no customers');
    return def;
  };
  const jobs = {
    get: await arena.engine.readJob('all', ids.map((id) => (ctx: Context) => getRecord(ctx, customer(ctx), id, { include: ['owner'] }))),
    summary: await arena.engine.readJob('own', [(ctx: Context) => summariseRecords(ctx, customer(ctx), { groupBy: 'stage', measures: ['count'] })]),
  };
  const bare = await arena.startBare(jobs);
  try {
    const headers = { cookie: arena.app.cookies.all };
    const get = await compare(
      { ...arena.app, requests: ids.map((id) => requestBytes('GET', `/api/v1/customers/${id}?include=owner`, headers)) },
      { ...bare, requests: [requestBytes('GET', '/get')] }, arena.seconds);
    const summary = await compare(
      { ...arena.app, requests: [requestBytes('GET', '/api/v1/customers/summary?groupBy=stage', { cookie: arena.app.cookies.own })] },
      { ...bare, requests: [requestBytes('GET', '/summary')] }, arena.seconds);
    return [...comparedFigures('read', 'one record', get, { p99: 50 }), ...comparedFigures('read', 'my own by stage', summary, {})];
  } finally {
    await bare.stop();
  }
}
