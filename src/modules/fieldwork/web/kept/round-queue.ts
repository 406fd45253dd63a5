import { api } from '#kit/api/api-client.ts';
import { type KeptRound, toRoundReport } from './kept-round.ts';
import { dropRound, keepRound, keptRounds } from './round-store.ts';
import { type KeptSendDeps, type KeptSent, sendKept } from './send-kept.ts';

const LOCK = 'zhike-rounds';

const deps: KeptSendDeps<KeptRound> = {
  report: (kept, waited) => api.post(`/fieldwork/rounds/${kept.round}/report`, toRoundReport(kept), { headers: { 'x-zhike-waited': String(waited) } }),
  upload: async (kept, name, blob, idempotencyKey) => (await api.post<{ id: string }>('/files', blob, { idempotencyKey, query: { object: 'inspectionRound', record: kept.round, name } })).id,
  keep: keepRound,
  drop: dropRound,
  now: () => Date.now(),
};

/** One page of the browser sends at a time; where locks are missing the server's keys keep it single all the same. */
const alone = <T>(work: () => Promise<T>): Promise<T> => ('locks' in navigator ? navigator.locks.request(LOCK, work) : work());

export interface SentRound {
  readonly kept: KeptRound;
  readonly state: KeptSent;
}

/** Sends every round that waits; stops at the first that finds no network. */
export const sendRounds = (userId: string): Promise<readonly SentRound[]> => alone(async () => {
  const results: SentRound[] = [];
  for (const kept of await keptRounds(userId)) {
    if (kept.state !== 'waiting') continue;
    const state = await sendKept(kept, deps);
    results.push({ kept, state });
    if (state === 'waiting') break;
  }
  return results;
});
