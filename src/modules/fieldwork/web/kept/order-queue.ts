import { api } from '#kit/api/api-client.ts';
import { dropOrder, dropStep, keepOrder, keptOrders, keptSteps } from './order-store.ts';
import type { KeptSent } from './send-kept.ts';
import { type OrderSendDeps, sendOrder, sendStep } from './send-order.ts';

const LOCK = 'zhike-fieldwork';
const since = (seconds: number) => ({ headers: { 'x-zhike-waited': String(seconds) } });

const deps: OrderSendDeps = {
  step: ({ order, step }, waited) => api.post(`/fieldwork/orders/${order}/steps`, { step }, since(waited)),
  report: (order, body, waited) => api.post(`/fieldwork/orders/${order}/report`, body, since(waited)),
  upload: async (record, name, blob, idempotencyKey) => (await api.post<{ id: string }>('/files', blob, { idempotencyKey, query: { object: 'serviceOrder', record, name } })).id,
  keep: keepOrder,
  drop: dropOrder,
  now: () => Date.now(),
};

/** One page of the browser sends at a time; where locks are missing the server's keys keep it single all the same. */
const alone = <T>(work: () => Promise<T>): Promise<T> => ('locks' in navigator ? navigator.locks.request(LOCK, work) : work());

export interface SentFieldwork {
  readonly order: string;
  readonly title: string;
  readonly what: 'step' | 'report';
  readonly state: KeptSent;
  readonly problem: string;
}

/** Sends everything that waits, steps before reports; stops at the first that finds no network. */
export const sendFieldwork = (userId: string): Promise<readonly SentFieldwork[]> => alone(async () => {
  const results: SentFieldwork[] = [];
  for (const step of await keptSteps(userId)) {
    const { state, problem } = await sendStep(step, deps);
    if (state !== 'waiting') await dropStep(step.id);
    results.push({ order: step.order, title: step.title, what: 'step', state, problem });
    if (state === 'waiting') return results;
  }
  for (const order of await keptOrders(userId)) {
    if (order.state !== 'waiting') continue;
    const state = await sendOrder(order, deps);
    results.push({ order: order.order, title: order.title, what: 'report', state, problem: '' });
    if (state === 'waiting') break;
  }
  return results;
});
