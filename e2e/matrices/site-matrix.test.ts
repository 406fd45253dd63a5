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
  /** Any of these grants is enough. */
  readonly actions: readonly ObjectAction[];
  readonly run: (person: TestPerson, site: string, member: string) => Promise<{ status: number; text: string; body: unknown }>;
}

const today = '2026-03-02';
const desk: readonly ObjectAction[] = ['assign', 'update'];
const away = { state: 'onBusiness', reason: '权限矩阵' };

/** Every way to a site and its board (SEC-12). */
const probes: readonly Probe[] = [
  { name: 'read', actions: ['read'], run: (p, s) => p.get(`/sites/${s}`) },
  { name: 'history', actions: ['read'], run: (p, s) => p.get(`/sites/${s}/history`) },
  { name: 'members', actions: ['read'], run: (p, s) => p.get(`/sites/${s}/members`) },
  { name: 'board', actions: ['read'], run: (p, s) => p.get(`/sites/${s}/board`) },
  { name: 'day', actions: ['read'], run: (p, s) => p.get(`/sites/${s}/history-of-day?day=${today}`) },
  { name: 'fairness', actions: ['read'], run: (p, s) => p.get(`/sites/${s}/fairness?from=${today}&to=${today}`) },
  { name: 'open', actions: desk, run: (p, s) => p.post(`/sites/${s}/day/open`) },
  { name: 'lunch', actions: desk, run: (p, s) => p.post(`/sites/${s}/day/lunch`) },
  { name: 'away', actions: desk, run: (p, s, m) => p.post(`/sites/${s}/people/${m}/away`, away) },
  { name: 'not ready', actions: ['update'], run: (p, s, m) => p.post(`/sites/${s}/people/${m}/away`, { ...away, state: 'notReady' }) },
  { name: 'confirm', actions: ['update'], run: (p, s, m) => p.post(`/sites/${s}/people/${m}/confirm`) },
  { name: 'back', actions: desk, run: (p, s, m) => p.post(`/sites/${s}/people/${m}/back`) },
  { name: 'leave', actions: desk, run: (p, s, m) => p.post(`/sites/${s}/people/${m}/leave`) },
  { name: 'join', actions: desk, run: (p, s, m) => p.post(`/sites/${s}/people/${m}/join`) },
  { name: 'order', actions: ['update'], run: (p, s, m) => p.call('PUT', `/sites/${s}/day/order`, { order: [m], reason: '权限矩阵' }) },
  { name: 'draw', actions: ['update'], run: (p, s) => p.post(`/sites/${s}/day/draw`, { reason: '权限矩阵' }) },
  { name: 'close', actions: desk, run: (p, s) => p.post(`/sites/${s}/day/close`) },
  { name: 'change', actions: ['update'], run: (p, s) => p.patch(`/sites/${s}`, { takeUpMinutes: 7 }) },
  { name: 'remove', actions: ['delete'], run: (p, s) => p.call('DELETE', `/sites/${s}`) },
];

/** Sites of the person, of a colleague in the unit, and of a stranger elsewhere, for each ready role. */
async function makeSites(): Promise<{ people: Map<string, TestPerson & { id: string }>; site: (role: string, relation: Relation) => Promise<string>; member: string }> {
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unitOf = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'branch', parent })).body['id']);
  const [near, far] = [await unitOf('青岛分公司'), await unitOf('成都分公司')];
  await app.admin.post('/policy-packs/install', { key: 'site-rotation' });
  const colleague = await app.person({ username: 'colleague', roles: ['salesperson'], unit: near });
  const people = new Map<string, TestPerson & { id: string }>();
  for (const { key } of readyRoles) people.set(key, await app.person({ username: `role-${key.toLowerCase()}`, roles: [key], unit: near }));
  const site = async (role: string, relation: Relation) => {
    const projectManager = relation === 'own' ? (people.get(role)?.id ?? '') : colleague.id;
    const made = await app.admin.post('/sites', { name: `${role} ${relation}`, unit: relation === 'foreign' ? far : near, projectManager, pack: 'site-rotation', members: [stranger.id] });
    expect(made.status, made.text).toBe(201);
    return String(made.body['id']);
  };
  const stranger = await app.person({ username: 'stranger', roles: ['salesperson'], unit: far });
  return { people, site, member: stranger.id };
}

test('every way to a site and its board, for every role: own, of the unit, foreign (SEC-12)', async () => {
  const { people, site, member } = await makeSites();
  const violations: string[] = [];
  let cells = 0;
  for (const [role, person] of people) {
    for (const relation of relations) {
      const id = await site(role, relation);
      await app.admin.post(`/sites/${id}/day/open`);
      for (const probe of probes) {
        cells += 1;
        const isAllowed = probe.actions.some((action) => isGranted(role, 'site', action, relation) === true);
        const { status, text } = await probe.run(person, id, member);
        const isRefused = status === 403 || status === 404;
        if (isAllowed === isRefused) violations.push(`${role} ${probe.name} ${relation}: ${status}`);
        if (isRefused && text.includes(`${role} ${relation}`)) violations.push(`${role} ${probe.name} ${relation}: names the site`);
      }
    }
  }
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(500);
}, 300_000);

test('a turn is found only by those who may see its site', async () => {
  const stranger = await app.person({ username: 'turn.stranger', roles: ['salesManager'] });
  for (const step of ['take-up', 'end']) expect((await stranger.post(`/turns/${app.services.newId()}/${step}`)).status).toBe(404);
});
