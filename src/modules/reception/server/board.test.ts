import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#app/test-app.ts';
import { assignTurn, type TurnRequest } from './turns/assign-turn.ts';
import { reverseTurn } from './turns/give-back-turn.ts';
import { makeTestSite, type TestSite } from '../../../../e2e/harness/reception-site.ts';

let app: TestApp;
let clock = new Date('2026-03-02T01:00:00Z');
beforeAll(async () => { app = await startTestApp({ clock: () => clock }); });
afterAll(() => app.close());

interface Board {
  readonly next: readonly { readonly userId: string }[];
  readonly people: readonly { readonly userId: string; readonly name: string; readonly consumed: number; readonly state: string; readonly remark: { readonly kind: string; readonly clause: string | null } | null; readonly turns: readonly { readonly id: string }[] }[];
  readonly day: { readonly status: string } | null;
}

const board = async (site: TestSite) => (await site.manager.get<Board & Record<string, unknown>>(`/sites/${site.id}/board`)).body;
const open = (site: TestSite, body: Record<string, unknown> = {}) => site.manager.post(`/sites/${site.id}/day/open`, body);
const on = (site: TestSite, place: number, action: string, body: Record<string, unknown> = {}) => site.manager.post(`/sites/${site.id}/people/${site.members[place] ?? ''}/${action}`, body);
const turn = (site: TestSite, id: string, action: string, body: Record<string, unknown> = {}) => site.manager.post(`/turns/${id}/${action}`, body);

async function arrive(site: TestSite, more: Partial<TurnRequest> = {}): Promise<{ place: number; turnId: string }> {
  const request: TurnRequest = { siteId: site.id, registrationId: app.services.newId(), receiver: 'rotation', kind: 'rotation', isCounted: true, decisionId: null, ...more };
  const { turnId, userId } = await site.act((ctx) => assignTurn(ctx, request));
  return { place: site.members.indexOf(userId), turnId };
}

/** Arrivals one after the other, each received and gone before the next. */
async function serve(site: TestSite, count: number): Promise<number[]> {
  const places: number[] = [];
  for (let each = 0; each < count; each += 1) {
    const { place, turnId } = await arrive(site);
    expect((await turn(site, turnId, 'end')).status).toBe(200);
    places.push(place);
  }
  return places;
}

const counts = async (site: TestSite) => {
  const { people } = await board(site);
  return site.members.map((id) => people.find((each) => each.userId === id)?.consumed);
};

describe('the day of a site (RE-1 to RE-7)', () => {
  test('nothing can be assigned before the day is open; then the order goes round', async () => {
    const site = await makeTestSite(app, 3);
    await expect(arrive(site)).rejects.toMatchObject({ code: 'reception.day-not-open' });
    expect((await open(site)).status).toBe(200);
    expect((await open(site)).body).toMatchObject({ code: 'reception.day-open' });
    expect(await serve(site, 4)).toEqual([0, 1, 2, 0]);
    expect(await counts(site)).toEqual([2, 1, 1]);
  });

  test('the next day goes on where the last one ended, with counts at nought', async () => {
    const site = await makeTestSite(app, 3);
    await open(site);
    await serve(site, 4);
    clock = new Date(clock.getTime() + 86_400_000);
    await site.signInAgain();
    await expect(arrive(site)).rejects.toMatchObject({ code: 'reception.day-not-open' });
    expect((await open(site)).status).toBe(200);
    expect((await board(site)).next.map((each) => site.members.indexOf(each.userId))).toEqual([1, 2, 0]);
    expect(await counts(site)).toEqual([0, 0, 0]);
  });

  test('absent: lost; sent by a superior and confirmed: first on return; every row says why', async () => {
    const site = await makeTestSite(app, 4);
    await open(site);
    await on(site, 0, 'away', { state: 'absent' });
    await on(site, 1, 'away', { state: 'sentBySuperior', reason: '陪总经理看地' });
    expect((await on(site, 1, 'confirm')).status).toBe(200);
    expect(await serve(site, 6)).toEqual([2, 3, 2, 3, 2, 3]);
    expect(await counts(site)).toEqual([3, 2, 3, 3]);
    await on(site, 0, 'back');
    await on(site, 1, 'back');
    expect(await serve(site, 4)).toEqual([1, 0, 1, 2]);
    const { body } = await site.manager.get<{ entries: { kind: string; clause: string | null; decisionId: string | null; amount: number }[] } & Record<string, unknown>>(
      `/sites/${site.id}/fairness?from=2026-03-01&to=2026-03-31&user=${site.members[1] ?? ''}`);
    expect(body.entries.map((each) => [each.kind, each.amount, each.clause])).toEqual([['kept', 0, '3.4'], ['forgiven', 1, '3.4'], ['forgiven', 1, '3.4'], ['counted', 1, null], ['counted', 1, null]]);
    const why = await site.manager.get<{ clause: string } & Record<string, unknown>>(`/decisions/${body.entries[0]?.decisionId ?? ''}`);
    expect(why.body.clause).toBe('3.4');
  });

  test('duty takes the last in the order and keeps that person’s turn; a designated reception does not count', async () => {
    const site = await makeTestSite(app, 4);
    await open(site);
    expect((await arrive(site, { receiver: 'duty', kind: 'duty', isCounted: false })).place).toBe(3);
    expect((await arrive(site, { receiver: { user: site.members[0] ?? '' }, kind: 'designated', isCounted: false })).place).toBe(0);
    expect((await arrive(site)).place).toBe(1);
    expect(await counts(site)).toEqual([1, 1, 0, 0]);
    expect((await board(site)).people.find((each) => each.userId === site.members[0])?.remark).toMatchObject({ kind: 'lost', clause: '5.1' });
  });

  test('refused with serious fault: the turn is idle, its owner is next, another receives (3.10c); without fault it stays', async () => {
    const site = await makeTestSite(app, 3);
    await open(site);
    const { turnId } = await arrive(site);
    expect((await turn(site, turnId, 'refuse', { fault: 'none', isInsisting: false, reason: '客户嫌慢' })).body).toEqual({ turnId, userId: site.members[0] });
    expect((await turn(site, turnId, 'refuse', { fault: 'serious', isInsisting: true, reason: '与客户争吵' })).body).toMatchObject({ userId: site.members[1] });
    expect(await counts(site)).toEqual([0, 1, 0]);
    expect((await arrive(site)).place).toBe(0);
  });

  test('a turn is passed only when its time is over; taken back only once', async () => {
    const site = await makeTestSite(app, 3);
    await open(site);
    const { turnId } = await arrive(site);
    expect((await turn(site, turnId, 'pass', { reason: '叫不到人' })).body).toMatchObject({ code: 'reception.not-due' });
    clock = new Date(clock.getTime() + 6 * 60_000);
    const passed = await turn(site, turnId, 'pass', { reason: '叫不到人' });
    expect(passed.body).toMatchObject({ userId: site.members[1] });
    expect(await counts(site)).toEqual([1, 1, 0]);
    const next = String(passed.body.turnId);
    for (const _ of [1, 2]) await site.act((ctx) => reverseTurn(ctx, { turnId: next, reason: '当日认出原接待人' }));
    expect(await counts(site)).toEqual([1, 0, 0]);
  });

  test('at lunch the first two stay; the manager may let one go all the same', async () => {
    const site = await makeTestSite(app, 4);
    await open(site);
    expect((await on(site, 0, 'away', { state: 'lunch' })).body).toMatchObject({ code: 'reception.lunch-duty' });
    expect((await site.manager.post(`/sites/${site.id}/day/lunch`)).status).toBe(200);
    expect((await board(site)).people.map((each) => each.state)).toEqual(['waiting', 'waiting', 'away', 'away']);
    expect((await on(site, 0, 'away', { state: 'lunch', isForced: true })).status).toBe(200);
  });

  test('the order changes by the manager alone, with a reason, and no count changes; who joins starts level', async () => {
    const site = await makeTestSite(app, 4);
    await open(site, { present: site.members.slice(0, 3) });
    await serve(site, 4);
    const [a = '', b = '', c = '', d = ''] = site.members;
    const change = { order: [c, b, a, d], reason: '周会决定' };
    expect((await site.manager.call('PUT', `/sites/${site.id}/day/order`, { ...change, reason: '' })).status).toBe(400);
    expect((await site.manager.call('PUT', `/sites/${site.id}/day/order`, { ...change, order: [a, b, c] })).status).toBe(400);
    expect((await site.manager.call('PUT', `/sites/${site.id}/day/order`, change)).status).toBe(200);
    expect(await counts(site)).toEqual([2, 1, 1, 0]);
    await on(site, 3, 'join');
    expect(await counts(site)).toEqual([2, 1, 1, 1]);
    expect(await serve(site, 3)).toEqual([2, 1, 3]);
    const { body } = await site.manager.get<{ data: { action: string; reason: string | null; actorName: string }[] } & Record<string, unknown>>(`/sites/${site.id}/history-of-day?day=${dayOf(clock)}`);
    expect(body.data.find((each) => each.action === 'order')).toMatchObject({ reason: '周会决定', actorName: '方经理' });
    await expect(app.services.database.run(sql`UPDATE turn_entry SET amount = 0`)).rejects.toThrow('only added to');
  });

  test('first visit: what was missed on business is made up', async () => {
    const site = await makeTestSite(app, 3, 'first-visit');
    await open(site);
    expect((await on(site, 0, 'away', { state: 'onBusiness', reason: '办按揭' })).status).toBe(200);
    await serve(site, 6);
    await on(site, 0, 'back');
    expect(await serve(site, 4)).toEqual([0, 0, 0, 0]);
  });
});

const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

test('people act for themselves only; members see their site, strangers do not find it', async () => {
  const site = await makeTestSite(app, 2);
  const own = await app.person({ username: 'own.seller', roles: ['salesperson'] });
  const other = await app.person({ username: 'other.seller', roles: ['salesperson'] });
  const desk = await app.person({ username: 'the.desk', roles: ['reception'], unit: site.unit });
  await site.manager.patch(`/sites/${site.id}`, { members: [...site.members, own.id] });
  expect((await desk.post(`/sites/${site.id}/day/open`)).status).toBe(200);
  expect((await own.get(`/sites/${site.id}/board`)).body).toMatchObject({ rights: { isManager: false, isDesk: false }, me: own.id });
  expect((await other.get(`/sites/${site.id}/board`)).status).toBe(404);
  const away = (person: typeof own, user: string, state: string) => person.post(`/sites/${site.id}/people/${user}/away`, { state, reason: '外出办事' });
  expect((await away(own, site.members[0] ?? '', 'onBusiness')).status).toBe(403);
  expect((await away(own, own.id, 'absent')).status).toBe(403);
  expect((await away(own, own.id, 'onBusiness')).status).toBe(200);
  expect((await own.post(`/sites/${site.id}/people/${own.id}/confirm`)).status).toBe(403);
  expect((await desk.post(`/sites/${site.id}/people/${own.id}/confirm`)).status).toBe(403);
  expect((await site.manager.post(`/sites/${site.id}/people/${own.id}/confirm`)).status).toBe(200);
  await site.manager.patch(`/sites/${site.id}`, { members: [...site.members] });
  expect((await own.get(`/sites/${site.id}/board`)).status).toBe(404);
});
