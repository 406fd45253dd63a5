import { type KeptOrder, type KeptStep, toReport } from './kept-order.ts';
import { type KeptSent, isPassing, sayProblem, sendKept, waitedSeconds } from './send-kept.ts';

export interface OrderSendDeps {
  step(step: KeptStep, waitedSeconds: number): Promise<unknown>;
  report(order: string, body: ReturnType<typeof toReport>, waitedSeconds: number): Promise<unknown>;
  /** Answers the file's id; the same key again answers the same file. */
  upload(order: string, name: string, blob: Blob, key: string): Promise<string>;
  keep(order: KeptOrder): Promise<void>;
  drop(id: string): Promise<void>;
  now(): number;
}

/** Tells the server of a step; it is tried until there is an answer. */
export async function sendStep(step: KeptStep, deps: OrderSendDeps): Promise<{ readonly state: KeptSent; readonly problem: string }> {
  try {
    await deps.step(step, waitedSeconds(deps.now(), step.at));
    return { state: 'sent', problem: '' };
  } catch (problem) {
    return { state: isPassing(problem) ? 'waiting' : 'refused', problem: sayProblem(problem) };
  }
}

/** Sends one report: its photos and the signature, then the answers that name them. */
export const sendOrder = (kept: KeptOrder, deps: OrderSendDeps): Promise<KeptSent> => sendKept(kept, {
  upload: ({ order }, name, blob, key) => deps.upload(order, name, blob, key), report: (order, waited) => deps.report(order.order, toReport(order), waited), keep: deps.keep, drop: deps.drop, now: deps.now,
});
