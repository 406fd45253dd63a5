import { processorMs } from './child.ts';
import { HttpLine } from './http-line.ts';
import { median, quantile } from './statistics.ts';

/** A server and the requests it gets in turn; `next` makes one that cannot be ready beforehand (a new record's values). */
export interface Target {
  readonly port: number;
  readonly pid?: number;
  readonly requests: readonly Buffer[];
  readonly next?: (turn: number) => Buffer;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the Node process for one request, µs; 0 where it cannot be known. */
  readonly processorUs: number;
}

export interface Compared {
  /** Requests per second of ours over those of the bare server, median of the slices. */
  readonly ratio: number;
  readonly ours: Measured;
  readonly bare: Measured;
}

export const CONNECTIONS = 16;
const SLICE_MS = 1_000;
const WARM_UP_MS = 1_500;

/** A target with its open connections, counting what comes back. */
class Runner {
  readonly #target: Target;
  readonly #lines: readonly HttpLine[];
  #turn = 0;
  latencies: number[] = [];
  rates: number[] = [];
  #processorMs = 0;

  private constructor(target: Target, lines: readonly HttpLine[]) {
    this.#target = target;
    this.#lines = lines;
  }

  static async open(target: Target, connections: number): Promise<Runner> {
    return new Runner(target, await Promise.all(Array.from({ length: connections }, () => HttpLine.open(target.port))));
  }

  async slice(ms: number, isCounted = true): Promise<void> {
    const before = this.#processor();
    const start = performance.now();
    const end = start + ms;
    const done = await Promise.all(this.#lines.map((line) => this.#drive(line, end, isCounted)));
    const count = done.reduce((sum, n) => sum + n, 0);
    if (!isCounted) return;
    this.rates.push((count / (performance.now() - start)) * 1_000);
    this.#processorMs += this.#processor() - before;
  }

  #processor(): number {
    return this.#target.pid === undefined ? 0 : (processorMs(this.#target.pid) ?? 0);
  }

  async #drive(line: HttpLine, end: number, isCounted: boolean): Promise<number> {
    let count = 0;
    for (let now = performance.now(); now < end; count += 1) {
      const { requests, next } = this.#target;
      const turn = this.#turn;
      this.#turn += 1;
      const request = next ? next(turn) : requests[turn % requests.length];
      if (request === undefined) throw new Error('no request to send');
      const answer = await line.send(request);
      if (answer.status >= 300) throw new Error(`${answer.status} ${answer.body.toString('utf8').slice(0, 400)}`);
      const then = performance.now();
      if (isCounted) this.latencies.push(then - now);
      now = then;
    }
    return count;
  }

  measured(): Measured {
    const sorted = this.latencies.toSorted((a, b) => a - b);
    const processorUs = (this.#processorMs * 1_000) / Math.max(1, sorted.length);
    return { perSecond: median(this.rates), p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), processorUs };
  }

  close(): void {
    for (const line of this.#lines) line.close();
  }
}

/** Ours and the bare server by turns in slices of a second, so that whatever else the machine does hits both. */
export async function compare(ours: Target, bare: Target, seconds: number): Promise<Compared> {
  const a = await Runner.open(ours, CONNECTIONS);
  const b = await Runner.open(bare, CONNECTIONS);
  try {
    await a.slice(WARM_UP_MS, false);
    await b.slice(WARM_UP_MS, false);
    for (let i = 0; i < Math.max(1, seconds); i += 1) {
      // Whoever goes second meets what the first one left behind: they change places.
      const [first, second] = i % 2 === 0 ? [a, b] : [b, a];
      await first.slice(SLICE_MS);
      await second.slice(SLICE_MS);
    }
    const ratio = median(a.rates.map((rate, i) => rate / (b.rates[i] ?? Infinity)));
    return { ratio, ours: a.measured(), bare: b.measured() };
  } finally {
    a.close();
    b.close();
  }
}

/** One target alone: `connections` 1 gives the time that one person waits. */
export async function measure(target: Target, options: { readonly connections: number; readonly ms: number; readonly warmUpMs?: number }): Promise<Measured> {
  const runner = await Runner.open(target, options.connections);
  try {
    await runner.slice(options.warmUpMs ?? WARM_UP_MS, false);
    await runner.slice(options.ms);
    return runner.measured();
  } finally {
    runner.close();
  }
}
