import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { addDisputeListener } from './dispute-listeners.ts';
import { watchDisputes } from './dispute-deadlines.ts';

type Person = TestPerson & { readonly id: string };
interface File {
  status: string; isOverdue: boolean; actions: string[]; approval: string | null; reply: string | null; owners: { id: string }[];
  rule: { clause: string | null; isOpen: boolean; questions: { fact: string }[]; shares: { user: string | null; percent: number }[] };
  evidence: { kind: string; side: string; state: string | null }[]; ruling: { shares: { user: string | null; percent: number }[] } | null;
}

const told: string[] = [];
addDisputeListener({
  onDisputeOpened: (_ctx, event) => { told.push(`opened ${event.disputeId}`); return Promise.resolve(); },
  onDisputeEnded: (_ctx, event) => { told.push(`ended ${event.isSettled} ${event.disputeId}`); return Promise.resolve(); },
});

const DAY = 86_400_000;
let offset = 0;
let app: TestApp;
let manager: Person;
let director: Person;
let an: Person;
let bo: Person;
let other: Person;
let site: string;
let serial = 0;

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date(Date.now() + offset) });
  expect((await app.admin.post('/policy-packs/install', { key: 'site-rotation' })).status).toBe(201);
  const { id: unit } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const make = (username: string, role: string) => app.person({ username, name: username, roles: [role], unit });
  [manager, director, an, bo, other] = [await make('manager', 'salesManager'), await make('director', 'executive'), await make('an', 'salesperson'), await make('bo', 'salesperson'), await make('other', 'salesperson')];
  const made = await manager.post('/sites', { name: '云栖里', unit, projectManager: manager.id, pack: 'site-rotation', members: [an.id, bo.id] });
  expect(made.status).toBe(201);
  site = String(made.body.id);
  expect((await manager.post(`/sites/${site}/day/open`, { present: [an.id, bo.id] })).status).toBeLessThan(300);
});
afterAll(() => app.close());

/** A visit of somebody new: received in rotation, confirmed by the manager. Answers the standing case and who received. */
async function visit(): Promise<{ caseId: string; customer: string; winner: Person; loser: Person }> {
  serial += 1;
  const made = await manager.post<{ turn: string }>('/visit-registrations', { site, visitor: `许来访${serial}`, phone: `1370000${1000 + serial}`, cameBefore: false, matter: 'visit', answers: { designation: 'none' } });
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  await manager.post(`/turns/${made.body.turn}/take-up`);
  expect((await manager.post(`/turns/${made.body.turn}/end`)).status).toBe(200);
  const row = await app.services.database.one<{ id: string; customer_id: string; owner_ids: string[]; registration_id: string }>(sql`
    SELECT id, customer_id, owner_ids, registration_id FROM ownership_case WHERE site_id = ${site} ORDER BY opened_at DESC, id DESC LIMIT 1`);
  await manager.post('/visit-registrations/confirm', { ids: [row.registration_id] });
  const winner = row.owner_ids[0] === an.id ? an : bo;
  return { caseId: row.id, customer: row.customer_id, winner, loser: winner === an ? bo : an };
}

/** The loser also talked to the customer once: shared with them, so that they may claim. */
async function dispute(): Promise<{ id: string; claimant: Person; respondent: Person; caseId: string; customer: string }> {
  const { caseId, customer, winner, loser } = await visit();
  await app.services.database.run(sql`
    INSERT INTO activity (id, customer_id, kind, subject, outcome, status, happened_at, owner_id, created_at, updated_at)
    VALUES (${app.services.newId()}, ${customer}, 'call', '约看房', 'reached', 'done', ${app.services.clock().toISOString()}, ${loser.id}, now(), now())`);
  expect((await loser.post('/disputes', { case: caseId, respondent: winner.id, claim: '客户先给我打过电话' })).status).toBe(404);
  expect((await winner.call('PUT', `/customers/${customer}/sharing`, { collaborators: [{ user: loser.id, level: 'read' }] })).status).toBeLessThan(300);
  const made = await loser.post('/disputes', { case: caseId, respondent: winner.id, claim: '客户先给我打过电话' });
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  return { id: String(made.body.id), claimant: loser, respondent: winner, caseId, customer };
}
const file = async (who: TestPerson, id: string) => (await who.get<File>(`/disputes/${id}/file`)).body;

it('opens with evidence and the rule’s answer, is seen by both sides and the manager only, once at a time', async () => {
  const { id, claimant, respondent, caseId, customer } = await dispute();
  expect(told).toContain(`opened ${id}`);
  expect((await claimant.post('/disputes', { case: caseId, respondent: respondent.id, claim: '再提一次试试' })).body).toMatchObject({ code: 'record.duplicate' });
  const seen = await file(manager, id);
  expect(seen).toMatchObject({ status: 'open', actions: ['evaluate', 'propose'], rule: { clause: '3.1', shares: [{ user: respondent.id, percent: 100 }] } });
  expect(seen.evidence.map((each) => [each.kind, each.side])).toEqual(expect.arrayContaining([['visit', 'respondent'], ['call', 'claimant']]));
  expect((await file(respondent, id)).actions).toEqual(['reply']);
  expect((await file(claimant, id)).actions).toEqual(['withdraw']);
  expect((await other.get(`/disputes/${id}/file`)).status).toBe(404);
  expect((await other.get<{ data: unknown[] }>('/disputes')).body.data).toEqual([]);
  expect((await claimant.post(`/disputes/${id}/reply`, { reply: '替他说' })).status).toBe(403);
  expect((await respondent.post(`/disputes/${id}/reply`, { reply: '是我接待的' })).status).toBe(204);
  expect((await respondent.post(`/disputes/${id}/withdraw`)).status).toBe(403);
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await respondent.call('PUT', `/customers/${customer}/follow-up-sheet`, { class: 'A' });
  await respondent.post('/activities', { kind: 'call', subject: '回访', customer, outcome: 'reached', status: 'done' });
  const evening = await manager.get(`/sites/${site}/evening/${day}`);
  expect([evening.status, evening.text.includes(`/disputes/${id}`), evening.text.includes('A · 许来访')]).toEqual([200, true, true]);
  expect((await claimant.post(`/disputes/${id}/withdraw`)).status).toBe(204);
  expect(told).toContain(`ended false ${id}`);
});

it('the agreed facts are put to the policy; a ruling of exactly 100 % goes to the director and settles ownership', async () => {
  const { id, claimant, respondent, caseId, customer } = await dispute();
  expect((await claimant.call('PUT', `/disputes/${id}/facts`, { facts: { matter: 'conflict' } })).status).toBe(403);
  expect((await manager.call('PUT', `/disputes/${id}/facts`, { facts: { matter: 'household' } })).status).toBe(204);
  expect((await file(manager, id)).rule.clause).toBe('7.4');
  const ruling = (shares: unknown[]) => manager.post<{ approval: string }>(`/disputes/${id}/ruling`, { outcome: 'mediated', record: '双方都有贡献，同意分成', owner: claimant.id, shares });
  expect((await ruling([{ user: claimant.id, percent: 60 }, { user: respondent.id, percent: 39.99 }])).status).toBe(400);
  expect((await ruling([{ user: claimant.id, percent: 50 }, { user: claimant.id, percent: 50 }])).status).toBe(400);
  const both = await Promise.all([1, 2].map(() => ruling([{ user: claimant.id, percent: 60 }, { user: respondent.id, percent: 30 }, { fund: 'publicFund', percent: 10 }])));
  expect(both.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const approval = both.find((each) => each.status === 200)?.body.approval ?? '';
  expect((await manager.post(`/approvals/${approval}/approve`)).status).not.toBe(200);
  expect((await file(claimant, id)).status).toBe('proposed');
  expect((await director.post(`/approvals/${approval}/approve`)).status).toBe(200);
  const settled = await file(respondent, id);
  expect(settled).toMatchObject({ status: 'settled', owners: [{ id: claimant.id }], actions: [] });
  expect(settled.ruling?.shares.map((share) => share.percent)).toEqual([60, 30, 10]);
  const one = await app.services.database.one<{ state: string }>(sql`SELECT state FROM ownership_case WHERE id = ${caseId}`);
  const owner = await app.services.database.one<{ owner_id: string }>(sql`SELECT owner_id FROM customer WHERE id = ${customer}`);
  expect([one.state, owner.owner_id]).toEqual(['ruled', claimant.id]);
  expect(told.filter((line) => line.endsWith(id))).toEqual([`opened ${id}`, `ended true ${id}`]);
  const before = settled.evidence.length;
  await app.services.database.run(sql`
    INSERT INTO activity (id, customer_id, kind, subject, outcome, status, happened_at, owner_id, created_at, updated_at) VALUES (${app.services.newId()}, ${customer}, 'call', '补一通', 'reached', 'done', now(), ${claimant.id}, now(), now())`);
  expect((await file(respondent, id)).evidence).toHaveLength(before);
});

it('a rejected ruling opens it again; reminded and escalated once each, whatever the clock does', async () => {
  const { id, claimant } = await dispute();
  const proposed = await manager.post<{ approval: string }>(`/disputes/${id}/ruling`, { outcome: 'ruled', record: '按贡献裁定', owner: claimant.id, shares: [{ user: claimant.id, percent: 100 }] });
  expect((await director.post(`/approvals/${proposed.body.approval}/reject`, { opinion: '证据不足' })).status).toBe(200);
  expect((await file(claimant, id)).status).toBe('open');
  const notices = async () => app.services.database.rows<{ kind: string; n: number }>(sql`
    SELECT kind, count(*)::int AS n FROM notification WHERE kind IN ('reception.disputeDue', 'reception.disputeOverdue') AND about_id = ${id} GROUP BY 1 ORDER BY 1`);
  await watchDisputes(app.services);
  expect(await notices()).toEqual([]);
  offset = 6.5 * DAY;
  await Promise.all([watchDisputes(app.services), watchDisputes(app.services)]);
  expect(await notices()).toEqual([{ kind: 'reception.disputeDue', n: 3 }]);
  offset = 9 * DAY;
  await Promise.all([watchDisputes(app.services), watchDisputes(app.services)]);
  offset = 5 * DAY;
  await watchDisputes(app.services);
  expect((await notices()).find((each) => each.kind === 'reception.disputeOverdue')?.n).toBe(2);
  offset = 9 * DAY;
  await manager.post('/auth/login', { username: 'manager', password: TEST_PASSWORD });
  expect((await file(manager, id)).isOverdue).toBe(true);
});
