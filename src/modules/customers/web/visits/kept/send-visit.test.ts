import { expect, test } from 'vitest';
import { ApiProblem } from '#kit/api/api-problem.ts';
import { type KeptVisit, isStarted, newVisit, toBody } from './kept-visit.ts';
import { type SendDeps, sendVisit } from './send-visit.ts';

const lost = new ApiProblem(0, 'network.lost', '网络已断开');
const photo = (key: string) => ({ key, name: `${key}.jpg`, blob: new Blob(['x']), isSent: false });
const kept = (change: Partial<KeptVisit> = {}): KeptVisit => ({
  ...newVisit('v1', 'u1', { id: 'c1', name: '青岛港湾' }, null, 1_000), state: 'waiting', note: ' 看样机 ', photos: [photo('a'), photo('b')], ...change,
});

/** A server that remembers by key, and a network that fails at the given calls, before or after the server acted. */
function world(cuts: Readonly<Record<number, 'before' | 'after'>> = {}, problem: unknown = lost) {
  const visits = new Map<string, { id: string; waited: number }>();
  const photos = new Map<string, string>();
  let device: KeptVisit | undefined = kept();
  let calls = 0;
  const over = <T>(act: () => T): Promise<T> => {
    const cut = cuts[calls];
    calls += 1;
    if (cut === 'before') return Promise.reject(problem);
    const made = act();
    return cut === 'after' ? Promise.reject(problem) : Promise.resolve(made);
  };
  const deps: SendDeps = {
    post: (_path, _body, key, waited) => over(() => {
      const made = visits.get(key) ?? { id: `activity-${visits.size + 1}`, waited };
      visits.set(key, made);
      return { id: made.id, distance: 120 };
    }),
    upload: (activity, name, _blob, key) => over(() => photos.set(key, `${activity}/${name}`)),
    keep: (visit) => { device = visit; return Promise.resolve(); },
    drop: () => { device = undefined; return Promise.resolve(); },
    now: () => 61_000,
  };
  return { visits, photos, deps, device: () => device };
}

test('sent: one visit, its photos, nothing left on the device', async () => {
  const { visits, photos, deps, device } = world();
  expect(await sendVisit(kept(), deps)).toEqual({ state: 'sent', distance: 120 });
  expect([...visits.values()]).toEqual([{ id: 'activity-1', waited: 60 }]);
  expect([...photos.values()]).toEqual(['activity-1/a.jpg', 'activity-1/b.jpg']);
  expect(device()).toBeUndefined();
});

test.each([0, 1, 2].flatMap((at) => (['before', 'after'] as const).map((when) => [at, when] as const)))('cut at call %i, %s the server acted: tried again, everything is there once', async (at, when) => {
  const { visits, photos, deps, device } = world({ [at]: when });
  expect(await sendVisit(kept(), deps)).toEqual({ state: 'waiting' });
  const rest = device();
  expect(rest).toBeDefined();
  if (rest) expect((await sendVisit(rest, deps)).state).toBe('sent');
  expect(visits.size).toBe(1);
  expect([...photos.values()]).toEqual(['activity-1/a.jpg', 'activity-1/b.jpg']);
});

test('what the server will not take stays, with its words, for a person to look at', async () => {
  const { deps, device } = world({ 0: 'before' }, new ApiProblem(409, 'record.wrong-state', '这次走访已完成'));
  expect(await sendVisit(kept(), deps)).toEqual({ state: 'refused' });
  expect(device()).toMatchObject({ state: 'refused', problem: '这次走访已完成', note: ' 看样机 ' });
});

test('the body is the same on every try, and says only what was put in', () => {
  expect(toBody(kept())).toEqual({ outcome: 'reached', note: '看样机' });
  expect(toBody(kept({ place: { lat: 36, lng: 120, accuracy: 8 }, visit: { id: 'p1', name: '计划' }, nextContactAt: '2026-03-09T01:00:00.000Z' })))
    .toEqual({ outcome: 'reached', note: '看样机', visit: 'p1', place: { lat: 36, lng: 120 }, isCustomerPlace: true, nextContactAt: '2026-03-09T01:00:00.000Z' });
  expect(isStarted(newVisit('v', 'u', { id: 'c', name: '' }, null, 0))).toBe(false);
});
