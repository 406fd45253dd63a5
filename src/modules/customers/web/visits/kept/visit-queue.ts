import { api } from '#kit/api/api-client.ts';
import { type Sent, sendVisit } from './send-visit.ts';
import { dropVisit, keepVisit, keptVisits } from './visit-store.ts';

const LOCK = 'zhike-visits';

const deps = {
  post: (path: string, body: Record<string, unknown>, idempotencyKey: string, waited: number) =>
    api.post<{ id: string; distance: number | null }>(path, body, { idempotencyKey, headers: { 'x-zhike-waited': String(waited) } }),
  upload: (record: string, name: string, blob: Blob, idempotencyKey: string) => api.post('/files', blob, { idempotencyKey, query: { object: 'activity', record, name } }),
  keep: keepVisit,
  drop: dropVisit,
  now: () => Date.now(),
};

/** One page of the browser sends at a time; where locks are missing the server's keys keep it single all the same. */
const alone = <T>(work: () => Promise<T>): Promise<T> => ('locks' in navigator ? navigator.locks.request(LOCK, work) : work());

/** Sends everything that waits; stops at the first that finds no network. Answers what became of each, by id. */
export const sendWaiting = (userId: string): Promise<ReadonlyMap<string, Sent & { readonly name: string; readonly customerId: string }>> => alone(async () => {
  const results = new Map<string, Sent & { readonly name: string; readonly customerId: string }>();
  for (const visit of await keptVisits(userId)) {
    if (visit.state !== 'waiting') continue;
    const sent = await sendVisit(visit, deps);
    results.set(visit.id, { ...sent, name: visit.customer.name, customerId: visit.customer.id });
    if (sent.state === 'waiting') break;
  }
  return results;
});
