import { isProblem } from '#kit/api/api-problem.ts';
import { type KeptOrder, type KeptStep, toReport } from './kept-order.ts';

export interface OrderSendDeps {
  step(step: KeptStep, waitedSeconds: number): Promise<unknown>;
  report(order: string, body: ReturnType<typeof toReport>, waitedSeconds: number): Promise<unknown>;
  /** Answers the file's id; the same key again answers the same file. */
  upload(order: string, name: string, blob: Blob, key: string): Promise<string>;
  keep(order: KeptOrder): Promise<void>;
  drop(id: string): Promise<void>;
  now(): number;
}

export type OrderSent = 'sent' | 'waiting' | 'refused';

/** Worth another try without anybody's help: the network, a busy or stopped server, a session that ended. */
const isPassing = (problem: unknown): boolean => isProblem(problem)
  && (problem.status === 0 || problem.status === 401 || problem.status === 408 || problem.status === 429 || problem.status >= 500 || problem.code === 'auth.view-only');

export const sayProblem = (problem: unknown): string => (isProblem(problem) ? [problem.detail, ...problem.errors.map(({ message }) => message)].join(' ') : String(problem));

const waited = (deps: OrderSendDeps, since: number): number => Math.max(0, Math.round((deps.now() - since) / 1_000));

/** Tells the server of a step; it is tried until there is an answer. */
export async function sendStep(step: KeptStep, deps: OrderSendDeps): Promise<{ readonly state: OrderSent; readonly problem: string }> {
  try {
    await deps.step(step, waited(deps, step.at));
    return { state: 'sent', problem: '' };
  } catch (problem) {
    return { state: isPassing(problem) ? 'waiting' : 'refused', problem: sayProblem(problem) };
  }
}

/**
 * Sends one report: first its photos and the signature, then the answers that name them, and forgets it when the server
 * has all. Every step is kept before the next and has a key of its own: a lost answer or a closed page doubles nothing.
 */
export async function sendOrder(kept: KeptOrder, deps: OrderSendDeps): Promise<OrderSent> {
  let order = kept;
  try {
    for (const { key, name, blob, fileId } of kept.photos) {
      if (fileId !== null) continue;
      const sent = await deps.upload(order.order, name, blob, `${order.submission}-${key}`);
      order = { ...order, photos: order.photos.map((photo) => (photo.key === key ? { ...photo, fileId: sent } : photo)) };
      await deps.keep(order);
    }
    await deps.report(order.order, toReport(order), waited(deps, order.savedAt));
    await deps.drop(order.id);
    return 'sent';
  } catch (problem) {
    if (isPassing(problem)) return 'waiting';
    await deps.keep({ ...order, state: 'refused', problem: sayProblem(problem) });
    return 'refused';
  }
}
