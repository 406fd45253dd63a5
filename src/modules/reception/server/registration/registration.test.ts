import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestPerson } from '#app/test-app.ts';
import { lapseReferrals } from '../referrals/lapse-referrals.ts';
import { makeOffice, type TestOffice } from './test-office.ts';

let app: TestApp;
let clock = new Date('2026-01-05T02:00:00Z');
let office: TestOffice;
beforeAll(async () => {
  app = await startTestApp({ clock: () => clock });
});
afterAll(() => app.close());
beforeEach(async () => {
  office = await makeOffice(app, 'site-rotation', (at) => { clock = at; });
});

const propose = (body: Record<string, unknown>) => office.site.manager.post('/visit-registrations/propose', { site: office.site.id, ...body });
const register = (body: Record<string, unknown>, headers: Record<string, string> = {}) => office.site.manager.post('/visit-registrations', { site: office.site.id, visitor: '陈女士', cameBefore: false, ...body }, headers);

describe('the desk (RE-10, RE-21)', () => {
  test('asks exactly what would change the answer, with the question’s own words, and no more once it is decided', async () => {
    await office.day('2026-01-10', 'ab');
    const first = await propose({ visitor: '陈女士' });
    expect(first.body).toMatchObject({ proposal: null, questions: [{ fact: 'cameBefore', question: { 'zh-CN': '客户以前来过吗？' } }] });
    expect((await propose({ visitor: '陈女士', cameBefore: false })).body).toMatchObject({
      questions: [], proposal: { clause: '3.1', isCounted: true, rule: 'rotation', receiver: { id: office.who.a } }, ownership: [{ clause: '3.1', shares: [{ party: 'receiver', percent: 100, person: { id: office.who.a } }] }],
    });
  });

  test('finds the earlier registration by number, last four digits and name, masked; says until when it is valid', async () => {
    const phone = office.phone();
    await office.day('2026-01-31', 'a');
    const visit = await office.visit({ phone, visitor: '陈女士' });
    await office.confirm(visit);
    await office.day('2026-02-10', 'ab');
    const found = { registrationId: visit.id, visitor: '陈女士', phone: `138****${phone.slice(-4)}`, arrivedOn: '2026-01-31', isConfirmed: true, validUntil: '2026-02-28', receiver: { id: office.who.a } };
    for (const body of [{ phone }, { phone: phone.slice(-4) }, { visitor: '陈女' }]) expect((await propose(body)).body['found'], JSON.stringify(body)).toMatchObject([found]);
    const whole = await propose({ phone });
    expect(whole.text).not.toContain(phone);
    expect(whole.body).toMatchObject({ customer: visit.customer, earlier: { id: office.who.a }, questions: [{ fact: 'remembers' }], proposal: null });
    const forgot = await propose({ phone, answers: { remembers: false } });
    expect(forgot.body).toMatchObject({ questions: [], proposal: { clause: '3.7' } });
    expect((forgot.body['ownership'] as { clause: string }[]).map(({ clause }) => clause).toSorted()).toEqual(['3.7g', '3.7h', '3.7i', '3.7j']);
  });

  test('sent twice under one key it is registered once; the customer is made with the receiver as owner', async () => {
    await office.day('2026-01-10', 'a');
    const body = { phone: office.phone() };
    const key = { 'idempotency-key': app.services.newId() };
    const [one, two] = await Promise.all([register(body, key), register(body, key)]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body).toEqual(one.body);
    const customer = await app.admin.get(`/customers/${String(one.body['customer'])}?include=owner`);
    expect(customer.body).toMatchObject({ kind: 'person', name: '陈女士', source: 'visit', owner: { id: office.who.a } });
  });

  test('two desks with the same number at once: one registers, the other is shown it; there is one customer (CU-10)', async () => {
    await office.day('2026-01-10', 'abcd');
    const phone = office.phone();
    const answers = await Promise.all(['王先生', '王总'].map((visitor) => register({ phone, visitor })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'record.duplicate', registration: answers.find(({ status }) => status === 201)?.body['id'] });
    const { count } = await app.services.database.one<{ count: number }>(sql`SELECT count(*)::int AS count FROM customer WHERE phone = ${`+86${phone}`}`);
    expect(count).toBe(1);
  });

  test('a number that a customer file already has leads to that file', async () => {
    await office.day('2026-01-10', 'a');
    const phone = office.phone();
    const known = await app.admin.post('/customers', { kind: 'person', name: '林先生', phone, _acceptDuplicate: true });
    expect((await register({ phone, visitor: '林先生' })).body['customer']).toBe(known.body['id']);
  });

  test('facts that matter and are missing are refused by name; without an open day nothing is registered', async () => {
    await office.day('2026-01-10', 'a');
    const missing = await office.site.manager.post('/visit-registrations', { site: office.site.id, visitor: '陈女士' });
    expect(missing.status).toBe(422);
    expect(missing.body).toMatchObject({ code: 'policy.facts-missing' });
    await office.site.manager.post(`/sites/${office.site.id}/day/close`);
    expect((await register({})).body).toMatchObject({ code: 'reception.day-not-open' });
    const rows = await office.site.manager.get<{ data: unknown[] } & Record<string, unknown>>(`/sites/${office.site.id}/visits`);
    expect(rows.body.data).toEqual([]);
  });

  test('another receiver only by the manager, with a reason, not counted', async () => {
    await office.day('2026-01-10', 'ab');
    expect((await register({ receiver: office.who.b })).status).toBe(400);
    expect((await register({ receiver: office.who.b, reason: '客户的同乡' })).body).toMatchObject({ receiver: office.who.b, isCounted: false });
    const desk = await app.person({ username: `desk-${Date.now()}`, roles: ['reception'], unit: office.site.unit });
    const refused = await desk.post('/visit-registrations', { site: office.site.id, visitor: '周先生', cameBefore: false, receiver: office.who.b, reason: '随便' });
    expect(refused.body).toMatchObject({ code: 'auth.forbidden' });
    expect((await desk.post('/visit-registrations', { site: office.site.id, visitor: '周先生', cameBefore: false })).status).toBe(201);
  });

  test('the board gives the visitor to another: registration, customer and case follow', async () => {
    await office.day('2026-01-10', 'ab');
    const made = await register({});
    const turn = String(made.body['turn']);
    expect((await office.site.manager.post(`/turns/${turn}/refuse`, { fault: 'serious', isInsisting: true, reason: '态度' })).status).toBe(200);
    const visit = { ...made.body, ownership: String(made.body['ownership']) } as never as Awaited<ReturnType<TestOffice['visit']>>;
    const other = made.body['receiver'] === office.who.a ? 'b' : 'a';
    expect(await office.shares(visit)).toMatchObject({ clause: '3.10c', shares: [`receiver ${other} 100`] });
  });
});

describe('confirmed text stays (RE-12)', () => {
  test('before: corrected; after: neither by the API nor in the database, only annotated', async () => {
    await office.day('2026-01-10', 'a');
    const visit = await office.visit({ visitor: '陈女土' });
    expect((await office.site.manager.post(`/visit-registrations/${visit.id}/correct`, { visitor: '陈女士' })).status).toBe(204);
    await office.confirm(visit);
    expect((await office.site.manager.post(`/visit-registrations/${visit.id}/correct`, { visitor: '王女士' })).body).toMatchObject({ code: 'record.wrong-state' });
    expect((await office.site.manager.patch(`/visit-registrations/${visit.id}`, { visitor: '王女士' })).status).toBe(403);
    await expect(app.services.database.run(sql`UPDATE visit_registration SET visitor = '王女士' WHERE id = ${visit.id}`)).rejects.toThrow('never changes');
    await expect(app.services.database.run(sql`DELETE FROM visit_registration WHERE id = ${visit.id}`)).rejects.toThrow('never deleted');
    expect((await office.site.manager.post(`/visit-registrations/${visit.id}/annotations`, { body: '身份证姓名为陈秀兰' })).status).toBe(201);
    const rows = await office.site.manager.get<{ data: { visitor: string; annotations: { body: string }[] }[] } & Record<string, unknown>>(`/sites/${office.site.id}/visits`);
    expect(rows.body.data).toMatchObject([{ visitor: '陈女士', isConfirmed: true, annotations: [{ body: '身份证姓名为陈秀兰' }] }]);
  });
});

describe('a policy version activated later (RE-20, PL-40)', () => {
  test('changes nothing of a case whose visit was before, and decides those after', async () => {
    const phone = office.phone();
    const other = office.phone();
    await office.day('2026-01-10', 'a');
    await office.confirm(await office.visit({ phone }), await office.visit({ phone: other }));
    await office.day('2026-01-20', 'b');
    const before = await office.visit({ phone, answers: { remembers: false } });
    await app.services.database.run(sql`
      INSERT INTO policy_version (id, policy_id, number, status, model, note, active_from, created_at, updated_at)
      SELECT ${app.services.newId()}, policy_id, 99, 'approved', jsonb_set(model, '{parameters}', (SELECT jsonb_agg(CASE WHEN p->>'name' = 'recogniseMonths' THEN jsonb_set(p, '{value}', '3') ELSE p END) FROM jsonb_array_elements(model->'parameters') p)),
        '', '2026-01-25T00:00:00Z', now(), now()
      FROM policy_version WHERE policy_id = (SELECT id FROM policy WHERE key = 'site-rotation.ownership') ORDER BY number LIMIT 1`);
    await office.day('2026-02-05', 'b');
    const after = await office.visit({ phone: other, answers: { remembers: false } });
    for (const visit of [before, after]) await office.learn(visit, { recognisedOn: '2026-04-01' });
    expect(await office.shares(before)).toMatchObject({ clause: '3.7j' });
    expect(await office.shares(after)).toMatchObject({ clause: '3.7i', shares: ['earlier a 50', 'receiver b 50'] });
  });
});

describe('ownership on the customer’s page', () => {
  test('owner, parties and shares with the decision; what a new fact would change is shown before it is recorded', async () => {
    const phone = office.phone();
    await office.day('2026-01-10', 'a');
    await office.confirm(await office.visit({ phone }));
    await office.day('2026-01-20', 'b');
    const visit = await office.visit({ phone, answers: { remembers: false } });
    const shown = await office.site.manager.get(`/customers/${visit.customer}/ownership`);
    expect(shown.status, shown.text).toBe(404);
    const page = await app.admin.get(`/customers/${visit.customer}/ownership`);
    expect(page.body).toMatchObject({ data: [{ state: 'open', owners: [{ id: office.who.b }], answer: null, questions: [{ fact: 'isDealOnSpot' }, { fact: 'recognisedOn' }] }] });
    const tried = await office.site.manager.post(`/ownership-cases/${visit.ownership}/try`, { facts: { recognisedOn: '2026-01-25' } });
    expect(tried.body).toMatchObject({ answer: null, questions: [{ fact: 'isDealOnSpot' }] });
    await office.learn(visit, { recognisedOn: '2026-01-25', isDealOnSpot: false }, { reason: '客户带来旧名片' });
    expect((await app.admin.get(`/customers/${visit.customer}/ownership`)).body).toMatchObject({
      data: [{ state: 'decided', clause: '3.7i', answer: { shares: [{ percent: 50 }, { percent: 50 }] }, learnt: [{ reason: '客户带来旧名片', clause: '3.7i' }] }],
    });
  });

  test('a courtesy visit to the owner of a divided case takes nothing from anybody', async () => {
    const phone = office.phone();
    await office.day('2026-01-10', 'a');
    await office.confirm(await office.visit({ phone }));
    await office.day('2026-01-20', 'b');
    const divided = await office.visit({ phone, answers: { remembers: false } });
    await office.confirm(divided);
    await office.learn(divided, { recognisedOn: '2026-01-25', isDealOnSpot: false });
    await office.day('2026-01-26', 'b');
    const later = await office.visit({ phone, named: [office.who.b] });
    expect(later.ownership).toBe(divided.ownership);
    expect(await office.shares(later)).toMatchObject({ clause: '3.7i', shares: ['earlier a 50', 'receiver b 50'] });
  });
});

describe('referrals and the evening record (RE-13, 14)', () => {
  test('who does not come on the agreed day: lapsed, and may be registered anew; who came without confirmation: void', async () => {
    await office.day('2026-01-10', 'a');
    const [away, come] = [office.phone(), office.phone()];
    const refer = (phone: string, agreedOn: string) => office.site.manager.post('/staff-referrals', { site: office.site.id, visitor: '周先生', phone, introducer: office.who.d, agreedOn });
    for (const phone of [away, come]) expect((await refer(phone, '2026-01-11')).body).toMatchObject({ status: 'registered' });
    expect((await refer(away, '2026-01-12')).body).toMatchObject({ code: 'record.duplicate' });
    await office.day('2026-01-11', 'a');
    await office.visit({ phone: come, answers: { isReferralConfirmed: true } });
    clock = new Date('2026-01-11T15:59:59Z');
    expect(await lapseReferrals(app.services)).toBe(0);
    clock = new Date('2026-01-11T16:00:00Z');
    expect(await lapseReferrals(app.services)).toBe(2);
    const rows = await app.services.database.rows(sql`SELECT status, void_reason FROM staff_referral WHERE site_id = ${office.site.id} ORDER BY phone`);
    expect(rows).toEqual([{ status: 'lapsed', void_reason: null }, { status: 'void', void_reason: 'notConfirmed' }]);
    await office.site.signInAgain();
    expect((await refer(away, '2026-01-13')).body).toMatchObject({ status: 'registered' });
  });

  test('one page a day, prefilled; once closed it stays as it was', async () => {
    await office.day('2026-01-10', 'a');
    const visit = await office.visit({ visitor: '陈女士' });
    const at = `/sites/${office.site.id}/evening/2026-01-10`;
    expect((await office.site.manager.get(at)).body).toMatchObject({ status: 'open', content: { visits: [{ id: visit.id, visitor: '陈女士', isNew: true }] } });
    expect((await office.site.manager.call('PUT', at, { notes: '陈女士看中 3 栋', isClosed: true })).status).toBe(204);
    await office.visit();
    expect((await office.site.manager.get(at)).body).toMatchObject({ status: 'closed', notes: '陈女士看中 3 栋', content: { visits: [{ id: visit.id }] } });
    expect((await office.site.manager.call('PUT', at, { notes: '改', isClosed: false })).body).toMatchObject({ code: 'record.wrong-state' });
    await expect(app.services.database.run(sql`UPDATE evening_record SET notes = '改' WHERE site_id = ${office.site.id}`)).rejects.toThrow('never changes');
  });
});

describe('outside the opening hours (RE-10)', () => {
  test('registered all the same, with the reason, which stays on the registration', async () => {
    await office.site.manager.patch(`/sites/${office.site.id}`, { opensAt: '09:00', closesAt: '18:00' });
    await office.day('2026-01-10', 'a');
    expect((await propose({ visitor: '陈女士' })).body).toMatchObject({ hours: { isOpen: true } });
    clock = new Date('2026-01-10T18:05:00+08:00');
    await office.site.signInAgain();
    expect((await propose({ visitor: '陈女士' })).body).toMatchObject({ hours: { opensAt: '09:00', closesAt: '18:00', isOpen: false } });
    const refused = await register({});
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ path: 'outsideHours', code: 'required' }] });
    expect((await register({ outsideHours: '客户下班后才能来' })).status).toBe(201);
    const rows = await office.site.manager.get<{ data: unknown[] } & Record<string, unknown>>(`/sites/${office.site.id}/visits`);
    expect(rows.body.data).toMatchObject([{ visitor: '陈女士', outsideHours: '客户下班后才能来' }]);
  });
});

describe('the day’s list of referrals (RE-13)', () => {
  interface Listed extends Record<string, unknown> { readonly data: readonly ({ readonly site: { readonly id: string } } & Record<string, unknown>)[] }
  const day = async (person: TestPerson, query: string) => (await person.get<Listed>(`/referral-days?${query}`)).body.data.filter((each) => each.site.id === office.site.id);

  test('the department head decides the list in one go; the desk sees whom to expect; nobody else sees it', async () => {
    await office.day('2026-01-10', 'a');
    const serial = app.services.newId().slice(-6);
    const head = await app.person({ username: `head-${serial}`, roles: ['salesManager'], name: '部门负责人' });
    const introducers = await Promise.all([1, 2].map(async (place) => app.person({ username: `intro-${serial}-${place}`, roles: ['serviceAgent'], unit: office.site.unit })));
    for (const { id } of introducers) await app.services.database.run(sql`UPDATE app_user SET manager_id = ${head.id} WHERE id = ${id}`);
    for (const [place, person] of introducers.entries()) {
      expect((await person.post('/staff-referrals', { site: office.site.id, visitor: `被介绍${place}`, phone: office.phone(), agreedOn: '2026-01-10' })).status).toBe(201);
    }
    const waiting = await day(head, 'waiting=true');
    expect(waiting).toMatchObject([{ approval: 'waiting', agreedOn: '2026-01-10' }, { approval: 'waiting' }]);
    expect(JSON.stringify(waiting)).not.toMatch(/\+86138/);
    const desk = await app.person({ username: `desk-${serial}`, roles: ['reception'], unit: office.site.unit });
    expect(await day(desk, 'day=2026-01-10')).toMatchObject([{ task: null, canConfirmAs: null }, { task: null }]);
    const stranger = await app.person({ username: `other-${serial}`, roles: ['salesperson'] });
    expect(await day(stranger, 'day=2026-01-10')).toEqual([]);
    const done = await head.post('/approvals/approve', { ids: waiting.map(({ task }) => task) });
    expect(done.body).toMatchObject({ results: [{ status: 200 }, { status: 200 }] });
    expect(await day(head, 'waiting=true')).toEqual([]);
    expect(await day(office.site.manager, 'day=2026-01-10')).toMatchObject([{ approval: 'approved', canConfirmAs: 'manager' }, { approval: 'approved' }]);
  });

  test('the team leader confirms only while the manager is absent, and it is seen who did', async () => {
    await office.day('2026-01-10', 'a');
    const leader = await app.person({ username: `leader-${app.services.newId().slice(-6)}`, roles: ['salesperson'], name: '组长', unit: office.site.unit });
    const other = await app.person({ username: `seller-${app.services.newId().slice(-6)}`, roles: ['salesperson'], unit: office.site.unit });
    expect((await office.site.manager.patch(`/sites/${office.site.id}`, { deputy: leader.id })).status).toBe(200);
    const made = await office.site.manager.post('/staff-referrals', { site: office.site.id, visitor: '周先生', phone: office.phone(), introducer: office.who.d, agreedOn: '2026-01-10' });
    const confirm = (person: TestPerson, body: Record<string, unknown>) => person.post(`/staff-referrals/${String(made.body['id'])}/confirm`, { confirmation: 'phoned', ...body });
    expect((await confirm(other, {})).status).toBe(404);
    expect((await confirm(leader, {})).body).toMatchObject({ errors: [{ path: 'isManagerAbsent', code: 'required' }] });
    expect((await confirm(leader, { isManagerAbsent: true })).status).toBe(204);
    expect(await day(office.site.manager, 'day=2026-01-10')).toMatchObject([{ status: 'confirmed', confirmation: 'phoned', confirmedBy: '组长', confirmedAs: 'deputy' }]);
  });
});
