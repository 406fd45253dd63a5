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
  /** Only the auditor, whatever the grant. */
  readonly isOwnOnly?: boolean;
  readonly run: (person: TestPerson, audit: string) => Promise<{ status: number; text: string }>;
}

const submission = { key: '01980000-0000-7000-8000-000000000000', templateNumber: 1, note: '', answers: [] };

/** Every way to an audit (SE-21, SEC-12). */
const probes: readonly Probe[] = [
  { name: 'read', action: 'read', run: (p, a) => p.get(`/service-audits/${a}`) },
  { name: 'history', action: 'read', run: (p, a) => p.get(`/service-audits/${a}/history`) },
  { name: 'files', action: 'read', run: (p, a) => p.get(`/service-audits/${a}/files`) },
  { name: 'sheet', action: 'read', run: (p, a) => p.get(`/audits/${a}/sheet`) },
  { name: 'report', action: 'read', run: (p, a) => p.get(`/audits/${a}/report`) },
  { name: 'start', action: 'update', isOwnOnly: true, run: (p, a) => p.post(`/audits/${a}/start`) },
  { name: 'submit', action: 'update', isOwnOnly: true, run: (p, a) => p.post(`/audits/${a}/submit`, submission) },
  { name: 'return', action: 'assign', run: (p, a) => p.post(`/audits/${a}/return`, { reason: '权限矩阵' }) },
];

async function makePeople() {
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unitOf = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'branch', parent })).body['id']);
  const [near, far] = [await unitOf('青岛分公司'), await unitOf('成都分公司')];
  const colleague = await app.person({ username: 'colleague', roles: ['serviceAuditor'], unit: near });
  const stranger = await app.person({ username: 'stranger', roles: ['serviceAuditor'], unit: far });
  const people = new Map<string, TestPerson & { id: string }>();
  for (const { key } of readyRoles) people.set(key, await app.person({ username: `role-${key.toLowerCase()}`, roles: [key], unit: near }));
  return { near, far, colleague: colleague.id, stranger: stranger.id, people };
}

test('every way to an audit, for every role: own, of the unit, foreign, before and after it is confirmed', async () => {
  const { near, far, colleague, stranger, people } = await makePeople();
  await app.admin.post('/audits/library');
  const template = String((await app.admin.get<{ data: { id: string }[] }>('/audit-templates?sort=kind')).body.data[0]?.id);
  let serial = 0;
  const audit = async (owner: string, unit: string, isConfirmed: boolean) => {
    serial += 1;
    const id = app.services.newId();
    await app.services.database.run(sql`
      INSERT INTO service_audit (id, number, template_id, template_number, kind, audited_unit_id, planned_on, state, done_at, note, owner_id, unit_id, created_at, updated_at)
      VALUES (${id}, ${`M-${serial}`}, ${template}, 1, 'mystery', ${unit}, ${new Date(Date.UTC(2020, 0, serial)).toISOString().slice(0, 10)}, ${isConfirmed ? 'confirmed' : 'submitted'}, now(), '督查暗记', ${owner}, ${isConfirmed ? unit : null}, now(), now())`);
    return id;
  };
  const violations: string[] = [];
  let cells = 0;
  const visits = [...people].flatMap(([role, person]) => relations.flatMap((relation) => [false, true].map((isConfirmed) => ({ role, person, relation, isConfirmed }))));
  for (const { role, person, relation, isConfirmed } of visits) {
    const [owner, unit] = relation === 'own' ? [person.id, far] : relation === 'unit' ? [colleague, near] : [stranger, far];
    const id = await audit(owner, unit, isConfirmed);
    // Before it is confirmed it is nobody's unit's.
    const seenAs: Relation = relation === 'unit' && !isConfirmed ? 'foreign' : relation;
    for (const probe of probes) {
      cells += 1;
      const isAllowed = isGranted(role, 'serviceAudit', probe.action, seenAs) === true && (probe.isOwnOnly !== true || relation === 'own');
      const { status, text } = await probe.run(person, id);
      const isRefused = status === 403 || status === 404;
      if (isAllowed === isRefused) violations.push(`${role} ${probe.name} ${relation} ${isConfirmed ? 'confirmed' : 'submitted'}: ${status}`);
      if (isRefused && text.includes('督查暗记')) violations.push(`${role} ${probe.name} ${relation}: tells of it`);
    }
  }
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(500);
}, 180_000);
