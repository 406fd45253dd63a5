import { expect, test } from 'vitest';
import { ApiProblem } from '#kit/api/api-problem.ts';
import type { OrderSheet } from '../use-fieldwork.ts';
import { type KeptOrder, SIGNATURE, itemOf, newKeptOrder, type toReport } from './kept-order.ts';
import { type OrderSendDeps, sendOrder, sendStep } from './send-order.ts';

const label = { 'zh-CN': '项', en: 'item' };
const sheet: OrderSheet = {
  id: 'o1', number: 'FD-1', kind: 'repair', subject: '门锁', state: 'onSite', place: null, area: null, areaId: null, skills: [], contactName: null, contactPhone: null, customer: null, from: null, to: null, doneAt: null, version: 1,
  caseId: 'c1', caseNumber: 'FW-1', worker: null, items: [{ key: 'x', kind: 'tick', label, isRequired: true, needsPhoto: true }, { key: 'y', kind: 'tick', label, isRequired: false, needsPhoto: false }], answers: [], parts: [], partsCost: null, van: [], revision: 1, signature: null,
  unsignedFor: null, result: null, failedFor: null, cancelledFor: null, leftAt: null, arrivedAt: null, isMine: true,
};
const photo = (key: string, of: string) => ({ key, of, name: `${key}.jpg`, blob: new Blob(['p']), fileId: null });
const kept = (): KeptOrder => ({
  ...newKeptOrder('u1', sheet, 's1', 1_000), state: 'waiting', result: ' 换锁芯 ', answers: { x: { value: 'yes', comment: '' } }, photos: [photo('p', itemOf('x')), photo('q', SIGNATURE)],
  parts: [{ key: '1', part: null, name: ' 锁芯 ', quantity: '2' }, { key: '2', part: null, name: ' ', quantity: '' }],
});
const lost = new ApiProblem(0, 'network.lost', '网络已断开');

/** A server that remembers by key, and a network that fails at the given call, before or after the server acted. */
function world(cut?: { at: number; when: 'before' | 'after' }, problem: unknown = lost) {
  const files = new Map<string, string>();
  const reports = new Map<string, { body: ReturnType<typeof toReport>; waited: number }>();
  let device: KeptOrder | undefined = kept();
  let calls = -1;
  const over = <T>(act: () => T): Promise<T> => {
    calls += 1;
    if (cut?.at === calls && cut.when === 'before') return Promise.reject(problem);
    const made = act();
    return cut?.at === calls ? Promise.reject(problem) : Promise.resolve(made);
  };
  const deps: OrderSendDeps = {
    step: () => over(() => undefined),
    upload: (_order, _name, _blob, key) => over(() => {
      const id = files.get(key) ?? `file-${files.size + 1}`;
      files.set(key, id);
      return id;
    }),
    report: (_order, body, waited) => over(() => reports.set(body.key, reports.get(body.key) ?? { body, waited })),
    keep: (order) => { device = order; return Promise.resolve(); },
    drop: () => { device = undefined; return Promise.resolve(); },
    now: () => 61_000,
  };
  return { files, reports, deps, device: () => device };
}

test('sent: photos and signature, then the report that names them, nothing left on the device', async () => {
  const { reports, deps, device } = world();
  expect(await sendOrder(kept(), deps)).toBe('sent');
  expect(device()).toBeUndefined();
  expect([...reports.values()]).toEqual([{ waited: 60, body: {
    key: 's1', outcome: 'done', result: '换锁芯', parts: [{ part: null, name: '锁芯', quantity: '2' }], signature: 'file-2', unsignedFor: null, answers: [{ key: 'x', value: 'yes', comment: '', photos: ['file-1'] }],
  } }]);
});

test.each([0, 1, 2].flatMap((at) => (['before', 'after'] as const).map((when) => [at, when] as const)))('cut at call %i, %s the server acted: tried again, everything is there once', async (at, when) => {
  const { files, reports, deps, device } = world({ at, when });
  expect(await sendOrder(kept(), deps)).toBe('waiting');
  const rest = device();
  expect(rest).toBeDefined();
  if (rest) expect(await sendOrder(rest, deps)).toBe('sent');
  expect([files.size, reports.size]).toEqual([2, 1]);
});

test('what the server will not take stays for a person to look at; a step says why', async () => {
  const refusal = new ApiProblem(409, 'record.wrong-state', '已取消');
  const { deps, device } = world({ at: 2, when: 'before' }, refusal);
  expect(await sendOrder(kept(), deps)).toBe('refused');
  expect(device()).toMatchObject({ state: 'refused', problem: '已取消', answers: { x: { value: 'yes' } } });
  const step = { id: 's', userId: 'u1', order: 'o1', step: 'leave', title: '', at: 1_000 } as const;
  expect(await sendStep(step, world({ at: 0, when: 'after' }).deps)).toEqual({ state: 'waiting', problem: '网络已断开' });
  expect(await sendStep(step, world({ at: 0, when: 'before' }, refusal).deps)).toEqual({ state: 'refused', problem: '已取消' });
});
