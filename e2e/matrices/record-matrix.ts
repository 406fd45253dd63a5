import sql, { raw } from 'sql-template-tag';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import type { ObjectAction } from '#meta/object.ts';
import type { TestPerson } from '#app/test-app.ts';
import { type MatrixWorld, type Relation, partObjects, relations } from './matrix-world.ts';

interface Cell { readonly role: string; readonly object: string; readonly relation: Relation; readonly plural: string; readonly id: string; readonly customer: string }

/** The oracle: what the ready role says, read by this test's own few lines, not by the code under test. */
export function isGranted(role: string, object: string, action: ObjectAction, relation: Relation): boolean | 'none' {
  const grants = readyRoles.find((r) => r.key === role)?.grants ?? {};
  const scope = grants[object]?.[action] ?? grants['*']?.[action];
  if (scope === undefined) return 'none';
  return relation === 'own' || scope === 'all' || (relation === 'unit' && scope !== 'own');
}

interface Probe {
  readonly name: string;
  readonly action: ObjectAction;
  readonly run: (person: TestPerson, cell: Cell) => Promise<{ status: number; text: string }>;
  readonly isWrite?: boolean;
  /** Answers that are neither success nor refusal of rights (a bad request that came after the check). */
  readonly only?: string;
}

const filterOf = (id: string) => encodeURIComponent(JSON.stringify({ field: 'id', op: 'eq', value: id }));

/** A list that does not contain the record is a refusal. */
async function listed(pending: Promise<{ status: number; text: string; body: Record<string, unknown> }>, id: string) {
  const answer = await pending;
  return answer.status === 200 && !answer.text.includes(id) ? { status: 404, text: answer.text } : answer;
}

const changes: Readonly<Record<string, Record<string, unknown>>> = {
  customer: { industry: '试改' }, contact: { department: '试改' }, activity: { body: '试改' }, need: { note: '试改' }, customerRelation: { note: '试改' },
};

/** Every way to a single record; each must agree with the oracle (SEC-12). */
export const probes: readonly Probe[] = [
  { name: 'read', action: 'read', run: (p, c) => p.get(`/${c.plural}/${c.id}`) },
  { name: 'list', action: 'read', run: (p, c) => listed(p.get(`/${c.plural}?fields=createdAt&filter=${filterOf(c.id)}`), c.id) },
  { name: 'count', action: 'read', run: async (p, c) => {
    const answer = await p.get<{ page?: { total: number } }>(`/${c.plural}?count=only&filter=${filterOf(c.id)}`);
    return answer.status === 200 && answer.body.page?.total === 0 ? { status: 404, text: '' } : answer;
  } },
  { name: 'summary', action: 'read', run: async (p, c) => {
    const answer = await p.get<{ data?: { count: number }[] }>(`/${c.plural}/summary?filter=${filterOf(c.id)}`);
    return answer.status === 200 && answer.body.data?.[0]?.count === 0 ? { status: 404, text: '' } : answer;
  } },
  { name: 'history', action: 'read', run: (p, c) => p.get(`/${c.plural}/${c.id}/history`) },
  { name: 'files', action: 'read', run: (p, c) => p.get(`/${c.plural}/${c.id}/files`) },
  { name: 'timeline', action: 'read', only: 'customer', run: (p, c) => p.get(`/customers/${c.id}/timeline`) },
  { name: 'overview', action: 'read', only: 'customer', run: (p, c) => p.get(`/customers/${c.id}/overview`) },
  { name: 'reveal', action: 'reveal', only: 'customer', run: (p, c) => p.post(`/customers/${c.id}/reveal`, { field: 'phone', reason: '权限矩阵' }) },
  { name: 'update', action: 'update', isWrite: true, run: (p, c) => p.patch(`/${c.plural}/${c.id}`, { ...changes[c.object], _acceptDuplicate: true }) },
  { name: 'bulk update', action: 'update', isWrite: true, run: async (p, c) => {
    const answer = await p.post<{ results?: { status: number }[] }>(`/${c.plural}/bulk`, { operations: [{ op: 'update', id: c.id, values: changes[c.object] }] });
    return { status: answer.body.results?.[0]?.status ?? answer.status, text: answer.text };
  } },
  { name: 'sharing', action: 'read', only: 'customer', run: (p, c) => p.get(`/customers/${c.id}/sharing`) },
  { name: 'share', action: 'share', only: 'customer', run: (p, c) => p.call('PUT', `/customers/${c.id}/sharing`, { collaborators: [] }) },
  { name: 'delete', action: 'delete', isWrite: true, run: (p, c) => p.call('DELETE', `/${c.plural}/${c.id}`) },
];

const tables: Readonly<Record<string, string>> = { customer: 'customer', contact: 'contact', activity: 'activity', need: 'need', customerRelation: 'customer_relation' };

/** Runs every probe for every role, object and relation; answers what disagreed with the oracle. */
export async function runRecordMatrix(world: MatrixWorld): Promise<{ violations: string[]; cells: number }> {
  const violations: string[] = [];
  let cells = 0;
  for (const [role, person] of world.people) {
    // The customer last: when it is deleted its parts are gone too.
    const places = [...partObjects, 'customer'].flatMap((object) => relations.map((relation) => cellOf(world, role, object, relation)));
    for (const cell of places) {
      for (const probe of probes.filter((p) => p.only === undefined || p.only === cell.object)) {
        cells += 1;
        const wrong = await check(world, person, cell, probe);
        if (wrong) violations.push(`${role} ${probe.name} ${cell.relation} ${cell.object}: ${wrong}`);
      }
    }
  }
  return { violations, cells };
}

function cellOf(world: MatrixWorld, role: string, object: string, relation: Relation): Cell {
  const def = world.app.services.registry().object(object);
  const ids = world.records.get(role)?.[relation] ?? {};
  return { role, object, relation, plural: def?.plural ?? '', id: ids[object] ?? '', customer: ids.customer ?? '' };
}

async function check(world: MatrixWorld, person: TestPerson, cell: Cell, probe: Probe): Promise<string | undefined> {
  const expected = isGranted(cell.role, cell.object, probe.action, cell.relation);
  const readable = isGranted(cell.role, cell.object, 'read', cell.relation) === true;
  const before = probe.isWrite ? await rowOf(world, cell) : '';
  const answer = await probe.run(person, cell);
  if (expected === true) return answer.status < 300 ? undefined : `allowed, yet ${answer.status} ${answer.text.slice(0, 60)}`;
  if (probe.isWrite && (await rowOf(world, cell)) !== before) return `refused with ${answer.status}, yet the row changed`;
  if (answer.status !== 403 && answer.status !== 404) return `not allowed, yet ${answer.status} ${answer.text.slice(0, 60)}`;
  // What one may not see does not exist: 403 is only for records that one may read, or for verbs that one has nowhere.
  if (answer.status === 403 && expected === false && !readable) return 'the refusal betrays that the record exists';
  return undefined;
}

async function rowOf(world: MatrixWorld, cell: Cell): Promise<string> {
  const table = raw(tables[cell.object] ?? '');
  return JSON.stringify(await world.app.services.database.maybe(sql`SELECT to_jsonb(t) AS row FROM ${table} t WHERE id = ${cell.id}`));
}
