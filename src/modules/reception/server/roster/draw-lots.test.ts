import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#app/test-app.ts';
import { makeTestSite } from '../../../../../e2e/harness/reception-site.ts';
import { lotOf } from './draw-lots.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ clock: () => new Date('2026-03-02T01:00:00Z') }); });
afterAll(() => app.close());

interface Drawn extends Record<string, unknown> {
  readonly seed: string;
  readonly order: readonly { readonly userId: string; readonly lot: string }[];
}

test('lots order the day for everybody to draw again; counts stay; a second draw needs its reason; both are on record', async () => {
  const site = await makeTestSite(app, 6);
  const draw = (body: Record<string, unknown> = {}) => site.manager.post<Drawn>(`/sites/${site.id}/day/draw`, body);
  expect((await draw()).body).toMatchObject({ code: 'reception.day-not-open' });
  await site.manager.post(`/sites/${site.id}/day/open`, {});
  const first = await draw();
  expect(first.status, first.text).toBe(200);
  const { seed, order } = first.body;
  expect(order.map(({ userId }) => userId).toSorted()).toEqual(site.members.toSorted());
  expect(order.map(({ userId }) => userId)).toEqual(site.members.toSorted((a, b) => (lotOf(seed, a) < lotOf(seed, b) ? -1 : 1)));
  const board = await site.manager.get<{ people: { userId: string; consumed: number }[] } & Record<string, unknown>>(`/sites/${site.id}/board`);
  expect(board.body.people.map(({ userId }) => userId)).toEqual(order.map(({ userId }) => userId));
  expect(board.body.people.every(({ consumed }) => consumed === 0)).toBe(true);
  expect(board.body).toMatchObject({ draw: { actorName: '方经理' } });
  expect((await draw()).body).toMatchObject({ errors: [{ path: 'reason', code: 'required' }] });
  expect((await draw({ reason: '两人迟到，重新抽' })).status).toBe(200);
  const history = await site.manager.get<{ data: Record<string, unknown>[] } & Record<string, unknown>>(`/sites/${site.id}/history-of-day?day=2026-03-02`);
  expect(history.body.data).toMatchObject([{ action: 'drawn', reason: '两人迟到，重新抽' }, { action: 'drawn', reason: null, detail: { seed, to: order.map(({ userId }) => userId) } }, { action: 'opened' }]);
});

test('the desk may not draw', async () => {
  const site = await makeTestSite(app, 2);
  const desk = await app.person({ username: `draw-desk-${site.id.slice(-6)}`, roles: ['reception'], unit: site.unit });
  await site.manager.post(`/sites/${site.id}/day/open`, {});
  expect((await desk.post(`/sites/${site.id}/day/draw`, {})).body).toMatchObject({ code: 'auth.forbidden' });
});
