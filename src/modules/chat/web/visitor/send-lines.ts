import { GuestProblem, isPassing } from '#kit/guest/guest-call.ts';
import type { KeptLine, VisitorStore } from './visitor-store.ts';

export type LinesSent = 'all' | 'later' | 'needsContact';

/**
 * Sends what is kept, the oldest first, one after the other. A line is forgotten when the server has it; its key stays
 * the same on every try, so a lost answer makes no second one. Stops at the first that has to wait.
 */
export async function sendLines(store: VisitorStore, post: (line: KeptLine) => Promise<unknown>): Promise<LinesSent> {
  for (const line of await store.lines()) {
    if (line.problem !== null) continue;
    try {
      await post(line);
      await store.drop(line.id);
    } catch (problem) {
      if (isPassing(problem)) return 'later';
      // Nobody is there any more: the line stays until they say how they can be reached.
      if (problem instanceof GuestProblem && problem.code === 'record.invalid' && problem.paths.includes('contact.email')) return 'needsContact';
      await store.keep({ ...line, problem: problem instanceof Error ? problem.message : String(problem) });
    }
  }
  return 'all';
}
