import { isProblem } from '#kit/api/api-problem.ts';
import { type KeptVisit, toBody } from './kept-visit.ts';

export interface SendDeps {
  post(path: string, body: Record<string, unknown>, key: string, waitedSeconds: number): Promise<{ readonly id: string; readonly distance: number | null }>;
  upload(activityId: string, name: string, blob: Blob, key: string): Promise<unknown>;
  keep(visit: KeptVisit): Promise<void>;
  drop(id: string): Promise<void>;
  now(): number;
}

export type Sent = { readonly state: 'sent'; readonly distance: number | null } | { readonly state: 'waiting' | 'refused' };

/** Worth another try without anybody's help: the network, a busy or stopped server, a session that ended. */
function isPassing(problem: unknown): boolean {
  if (!isProblem(problem)) return false;
  return problem.status === 0 || problem.status === 401 || problem.status === 408 || problem.status === 429 || problem.status >= 500 || problem.code === 'auth.view-only';
}

/**
 * Sends one kept visit: first the visit, then each photo, and forgets it when the server has all. Every step is kept
 * before the next and has a key of its own, so that a lost answer or a closed page never makes anything twice.
 */
export async function sendVisit(kept: KeptVisit, deps: SendDeps): Promise<Sent> {
  let visit = kept;
  let distance: number | null = null;
  try {
    if (visit.activityId === null) {
      const waited = Math.max(0, Math.round((deps.now() - visit.savedAt) / 1_000));
      const answer = await deps.post(`/customers/${visit.customer.id}/check-in`, toBody(visit), visit.id, waited);
      distance = answer.distance;
      visit = { ...visit, activityId: answer.id };
      await deps.keep(visit);
    }
    for (const photo of visit.photos) {
      if (photo.isSent || visit.activityId === null) continue;
      await deps.upload(visit.activityId, photo.name, photo.blob, `${visit.id}-${photo.key}`);
      visit = { ...visit, photos: visit.photos.map((each) => (each.key === photo.key ? { ...each, isSent: true } : each)) };
      await deps.keep(visit);
    }
    await deps.drop(visit.id);
    return { state: 'sent', distance };
  } catch (problem) {
    if (isPassing(problem)) return { state: 'waiting' };
    await deps.keep({ ...visit, state: 'refused', problem: isProblem(problem) ? problem.detail : String(problem) });
    return { state: 'refused' };
  }
}
