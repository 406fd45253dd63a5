import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import type { ObjectAction } from '#meta/object.ts';
import { type Relation, relations } from './matrix-world.ts';
import { isGranted } from './record-matrix.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

const SPAN = 'from=2026-01-01&to=2026-01-31';
const MARK = '矩阵暗记';

interface Marked { readonly person: string; readonly entry: string; readonly praise: string; readonly run: string }

interface Probe {
  readonly name: string;
  readonly object: 'incentiveEntry' | 'incentiveRun' | 'recognition';
  readonly action: ObjectAction;
  readonly run: (who: TestPerson, of: Marked) => Promise<{ status: number; text: string }>;
}

/** Every way to somebody's sheet, entries, runs and praise (SE-40, SEC-12); what changes something comes last. */
const probes: readonly Probe[] = [
  { name: 'sheet', object: 'incentiveEntry', action: 'read', run: (p, { person }) => p.get(`/performance/people/${person}?${SPAN}`) },
  { name: 'figure', object: 'incentiveEntry', action: 'read', run: (p, { person }) => p.get(`/performance/people/${person}/figures/answered?${SPAN}`) },
  { name: 'entries', object: 'incentiveEntry', action: 'read', run: (p, { person }) => p.get(`/performance/people/${person}/entries`) },
  { name: 'entry', object: 'incentiveEntry', action: 'read', run: (p, { entry }) => p.get(`/incentive-entries/${entry}`) },
  { name: 'history', object: 'incentiveEntry', action: 'read', run: (p, { entry }) => p.get(`/incentive-entries/${entry}/history`) },
  { name: 'run', object: 'incentiveRun', action: 'read', run: (p, { run }) => p.get(`/performance/incentives/${run}`) },
  { name: 'run record', object: 'incentiveRun', action: 'read', run: (p, { run }) => p.get(`/incentive-runs/${run}`) },
  { name: 'praise', object: 'recognition', action: 'read', run: (p, { praise }) => p.get(`/recognitions/${praise}`) },
  { name: 'react', object: 'recognition', action: 'read', run: (p, { praise }) => p.call('PUT', `/performance/wall/${praise}/reactions/thanks`, { isOn: true }) },
  { name: 'compute', object: 'incentiveRun', action: 'update', run: (p, { run }) => p.post(`/performance/incentives/${run}/compute`) },
  { name: 'submit', object: 'incentiveRun', action: 'update', run: (p, { run }) => p.post(`/performance/incentives/${run}/submit`) },
  { name: 'drop', object: 'incentiveRun', action: 'update', run: (p, { run }) => p.post(`/performance/incentives/${run}/drop`) },
  { name: 'hide', object: 'recognition', action: 'update', run: (p, { praise }) => p.post(`/performance/wall/${praise}/hide`, { reason: '矩阵' }) },
];

let serial = 0;

/** An entry of the person, a praise of them, and a run that the person owns. */
async function mark(person: string): Promise<Marked> {
  serial += 1;
  const [run, posted, entry, praise] = Array.from({ length: 4 }, () => app.services.newId());
  const { unit } = await app.services.database.one<{ unit: string }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${person}`);
  const month = `19${String(10 + Math.floor(serial / 12)).padStart(2, '0')}-${String((serial % 12) + 1).padStart(2, '0')}`;
  const at = '2026-01-15T00:00:00Z';
  for (const [id, state] of [[run, 'posted'], [posted, 'posted']] as const) {
    await app.services.database.run(sql`INSERT INTO incentive_run (id, kind, month, state, pack, reason, owner_id, unit_id, created_at, updated_at) VALUES (${id}, 'correction', ${month}, ${state}, 'none', ${MARK}, ${person}, ${unit}, ${at}, ${at})`);
  }
  await app.services.database.run(sql`INSERT INTO incentive_entry (id, run_id, kind, month, points, amount, reason, owner_id, unit_id, created_at, updated_at) VALUES (${entry}, ${posted}, 'award', ${month}, 7, 9, ${MARK}, ${person}, ${unit}, ${at}, ${at})`);
  const { id: author } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM app_user WHERE username = 'praiser'`);
  await app.services.database.run(sql`INSERT INTO recognition (id, kind, author_id, words, month, owner_id, unit_id, created_at, updated_at) VALUES (${praise}, 'colleague', ${author}, ${MARK}, '2026-01', ${person}, ${unit}, ${at}, ${at})`);
  return { person, entry: String(entry), praise: String(praise), run: String(run) };
}

test('every way to a sheet, an entry, a run and a praise, for every role: own, of the unit, foreign', async () => {
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unitOf = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'branch', parent })).body['id']);
  const [near, far] = [await unitOf('青岛分公司'), await unitOf('成都分公司')];
  await app.person({ username: 'praiser', roles: [], unit: far });
  const colleague = await app.person({ username: 'colleague', roles: ['serviceAgent'], unit: near });
  const stranger = await app.person({ username: 'stranger', roles: ['serviceAgent'], unit: far });
  const violations: string[] = [];
  let cells = 0;
  for (const { key: role } of readyRoles) {
    const person = await app.person({ username: `role-${role.toLowerCase()}`, roles: [role], unit: near });
    for (const relation of relations) {
      const of = await mark({ own: person.id, unit: colleague.id, foreign: stranger.id }[relation]);
      for (const probe of probes) {
        cells += 1;
        const isAllowed = allowed(role, probe, relation);
        const { status, text } = await probe.run(person, of);
        const isRefused = status === 403 || status === 404;
        if (isAllowed === isRefused) violations.push(`${role} ${probe.name} ${relation}: ${status} ${text.slice(0, 80)}`);
        if (isRefused && text.includes(MARK)) violations.push(`${role} ${probe.name} ${relation}: tells of it`);
      }
      for (const [name, path, id, object] of [['team', `/performance/team?${SPAN}`, of.person, 'incentiveEntry'], ['entries', '/incentive-entries?limit=200', of.entry, 'incentiveEntry'], ['runs', '/performance/incentives', of.run, 'incentiveRun']] as const) {
        cells += 1;
        const { text } = await person.get(path);
        if (text.includes(id) && isGranted(role, object, 'read', relation) !== true) violations.push(`${role} ${name} ${relation}: holds it`);
      }
    }
  }
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(500);
}, 240_000);

const allowed = (role: string, { object, action }: Probe, relation: Relation): boolean => isGranted(role, object, action, relation) === true;
