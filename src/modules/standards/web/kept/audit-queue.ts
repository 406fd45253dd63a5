import { api } from '#kit/api/api-client.ts';
import { dropAudit, keepAudit, keptAudits } from './audit-store.ts';
import { type AuditSendDeps, type AuditSent, sendAudit } from './send-audit.ts';

const LOCK = 'zhike-audits';

const deps: AuditSendDeps = {
  submit: (audit, body, waited) => api.post(`/audits/${audit}/submit`, body, { headers: { 'x-zhike-waited': String(waited) } }),
  upload: async (record, name, blob, idempotencyKey) => (await api.post<{ id: string }>('/files', blob, { idempotencyKey, query: { object: 'serviceAudit', record, name } })).id,
  keep: keepAudit,
  drop: dropAudit,
  now: () => Date.now(),
};

/** One page of the browser sends at a time; where locks are missing the server's keys keep it single all the same. */
const alone = <T>(work: () => Promise<T>): Promise<T> => ('locks' in navigator ? navigator.locks.request(LOCK, work) : work());

/** Sends everything that waits; stops at the first that finds no network. Answers what became of each, by audit. */
export const sendWaitingAudits = (userId: string): Promise<ReadonlyMap<string, { readonly state: AuditSent; readonly title: string }>> => alone(async () => {
  const results = new Map<string, { readonly state: AuditSent; readonly title: string }>();
  for (const audit of await keptAudits(userId)) {
    if (audit.state !== 'waiting') continue;
    const state = await sendAudit(audit, deps);
    results.set(audit.audit, { state, title: audit.title });
    if (state === 'waiting') break;
  }
  return results;
});
