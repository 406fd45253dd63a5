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

interface Probe {
  readonly name: string;
  readonly action: ObjectAction;
  readonly run: (person: TestPerson, id: string, other: string) => Promise<{ status: number; text: string }>;
}

/** Every way to a case (SE-1 to SE-10, SEC-12); what changes its state comes last. */
const probes: readonly Probe[] = [
  { name: 'read', action: 'read', run: (p, c) => p.get(`/cases/${c}`) },
  { name: 'history', action: 'read', run: (p, c) => p.get(`/cases/${c}/history`) },
  { name: 'files', action: 'read', run: (p, c) => p.get(`/cases/${c}/files`) },
  { name: 'process', action: 'read', run: (p, c) => p.get(`/service/cases/${c}/process`) },
  { name: 'messages', action: 'read', run: (p, c) => p.get(`/service/cases/${c}/messages`) },
  { name: 'circle', action: 'read', run: (p, c) => p.get(`/service/cases/${c}/circle`) },
  { name: 'macros', action: 'read', run: (p, c) => p.get(`/service/cases/${c}/macros`) },
  { name: 'watch', action: 'read', run: (p, c) => p.call('PUT', `/service/cases/${c}/watching`, { isWatching: false }) },
  { name: 'presence', action: 'read', run: (p, c) => p.post(`/service/cases/${c}/presence`, { state: 'reading' }) },
  { name: 'write', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/messages`, { kind: 'note', body: '权限矩阵' }) },
  { name: 'step', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/steps/answer`, { answers: {} }) },
  { name: 'correct', action: 'update', run: (p, c) => p.call('PATCH', `/service/cases/${c}`, { place: '矩阵' }) },
  { name: 'link', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/links`, { other: c }) },
  { name: 'extension', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/extension`, { days: 60, reason: '权限矩阵' }) },
  { name: 'remedy', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/remedies`, { kind: 'apology', amount: '0' }) },
  { name: 'merge', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/merge`, { into: c }) },
  { name: 'wait', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/wait`, { reason: '权限矩阵' }) },
  { name: 'go on', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/go-on`) },
  { name: 'reopen', action: 'update', run: (p, c) => p.post(`/service/cases/${c}/reopen`, { reason: '权限矩阵' }) },
  { name: 'hand on', action: 'update', run: (p, c, other) => p.post(`/service/cases/${c}/hand-on`, { to: other }) },
];

async function makePeople() {
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unitOf = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'branch', parent })).body['id']);
  const [near, far] = [await unitOf('青岛分公司'), await unitOf('成都分公司')];
  const colleague = await app.person({ username: 'colleague', roles: ['serviceAgent'], unit: near });
  const stranger = await app.person({ username: 'stranger', roles: ['serviceAgent'], unit: far });
  const people = new Map<string, TestPerson & { id: string }>();
  for (const { key } of readyRoles) people.set(key, await app.person({ username: `role-${key.toLowerCase()}`, roles: [key], unit: near }));
  return { colleague: colleague.id, stranger: stranger.id, people };
}

test('every way to a case, for every role: own, of the unit, foreign; lists and the queue hold no more', async () => {
  const { colleague, stranger, people } = await makePeople();
  expect((await app.admin.post('/service/setup', { pack: 'service-days', unit: null, members: [] })).status).toBe(204);
  const type = (await app.admin.get<{ data: { id: string; kind: string }[] }>('/case-types?limit=50')).body.data.find((row) => row.kind === 'complaint')?.id;
  const open = async (owner: string) => {
    const made = await app.admin.post('/service/cases', { caseType: type, channel: 'web', subject: '矩阵暗记', owner });
    expect(made.status, made.text).toBe(201);
    return String(made.body['id']);
  };
  const violations: string[] = [];
  let cells = 0;
  for (const [role, person] of people) {
    for (const relation of relations) {
      const owner = { own: person.id, unit: colleague, foreign: stranger }[relation];
      const id = await open(owner);
      const lists: readonly (readonly [string, string])[] = [['list', '/cases?limit=200&sort=-receivedAt'], ['queue', '/service/case-queue?box=team&limit=200'], ['search', '/search?q=%E7%9F%A9%E9%98%B5%E6%9A%97%E8%AE%B0&limit=50']];
      for (const [name, path] of lists) {
        cells += 1;
        const { text } = await person.get(path);
        if (text.includes(id) && !maySee(role, relation)) violations.push(`${role} ${name} ${relation}: holds it`);
        if (name === 'queue' && !text.includes(id) && maySee(role, relation)) violations.push(`${role} ${name} ${relation}: lacks it`);
      }
      for (const probe of probes) {
        cells += 1;
        const isAllowed = isGranted(role, 'case', probe.action, relation) === true;
        const { status, text } = await probe.run(person, id, colleague);
        const isRefused = status === 403 || status === 404;
        if (isAllowed === isRefused) violations.push(`${role} ${probe.name} ${relation}: ${status}`);
        if (isRefused && text.includes('矩阵暗记')) violations.push(`${role} ${probe.name} ${relation}: tells of it`);
      }
    }
  }
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(500);
}, 180_000);

const maySee = (role: string, relation: Relation): boolean => isGranted(role, 'case', 'read', relation) === true;
