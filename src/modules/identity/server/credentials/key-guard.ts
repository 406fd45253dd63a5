const FREE = 20;
const WINDOW_MS = 60_000;
const MAX_ADDRESSES = 10_000;

/**
 * Slows down whoever tries keys (SEC-3). A right key is never refused, so that a stranger behind the same address
 * cannot stop it; a key of 256 bits is not found by guessing. In memory: what counts is the load.
 */
export class KeyGuard {
  readonly #seen = new Map<string, { count: number; since: number }>();

  /** Seconds to wait after one more wrong key; 0 for a plain refusal. */
  refused(ip: string, now: number): number {
    const seen = this.#seen.get(ip);
    if (seen === undefined || now - seen.since >= WINDOW_MS || now < seen.since) {
      if (this.#seen.size >= MAX_ADDRESSES) this.#seen.clear();
      this.#seen.set(ip, { count: 1, since: now });
      return 0;
    }
    seen.count += 1;
    return seen.count <= FREE ? 0 : Math.max(1, Math.ceil((seen.since + WINDOW_MS - now) / 1000));
  }
}
