import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { z } from 'zod';
import type { TestPerson } from '#app/test-app.ts';

interface Intent {
  readonly key: string;
  readonly name: string;
  /** `unknown`: no answer, or one that does not say whether it was done. */
  state: 'acknowledged' | 'unknown';
}

const page = z.object({ data: z.array(z.object({ name: z.string() })), page: z.object({ next: z.string().nullable() }) });

/**
 * The oracle of the fault tests: what was meant to be written, and what was acknowledged. Afterwards nothing
 * acknowledged may be lost, nothing doubled, nothing there that nobody meant, and every unknown one succeeds once when
 * tried again with its key.
 */
export class WriteJournal {
  readonly intents: Intent[] = [];
  readonly statuses = new Map<number, number>();
  readonly #person: TestPerson;
  readonly #prefix = `故障${randomUUID().slice(0, 8)}`;
  #isOn = true;
  #writers: Promise<void>[] = [];

  constructor(person: TestPerson) {
    this.#person = person;
  }

  get acknowledged(): number {
    return this.intents.filter((one) => one.state === 'acknowledged').length;
  }

  /** Writes one after the other on each of so many lines until `stop`. */
  start(lines: number): void {
    this.#writers = Array.from({ length: lines }, async () => {
      while (this.#isOn) {
        const intent: Intent = { key: randomUUID(), name: `${this.#prefix}-${this.intents.length}`, state: 'unknown' };
        this.intents.push(intent);
        if (!(await this.write(intent))) await wait(50);
      }
    });
  }

  async stop(): Promise<void> {
    this.#isOn = false;
    await Promise.all(this.#writers);
  }

  /** True when acknowledged. */
  async write(intent: Intent): Promise<boolean> {
    const status = await this.#person.post('/customers', { name: intent.name, kind: 'company' }, { 'idempotency-key': intent.key }).then((answer) => answer.status, () => 0);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status === 201) intent.state = 'acknowledged';
    return status === 201;
  }

  /** To be called when everything is healthy again. Answers how many there are, and how many had been unknown. */
  async expectIntact(): Promise<{ records: number; unknown: number }> {
    const first = await this.#names();
    const lost = this.intents.filter((one) => one.state === 'acknowledged' && first.get(one.name) !== 1);
    expect(lost, 'acknowledged and lost, or doubled').toEqual([]);
    const unknown = this.intents.filter((one) => one.state === 'unknown');
    for (const intent of unknown) expect(await this.write(intent), `${intent.name} tried again`).toBe(true);
    const last = await this.#names();
    expect([...last].filter(([, count]) => count !== 1), 'doubled').toEqual([]);
    expect(last.size, 'ghosts or losses').toBe(this.intents.length);
    return { records: last.size, unknown: unknown.length };
  }

  async #names(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const filter = encodeURIComponent(JSON.stringify({ field: 'name', op: 'startsWith', value: this.#prefix }));
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await this.#person.get(`/customers?limit=200&fields=name&filter=${filter}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      const read = page.parse(body);
      for (const { name } of read.data) counts.set(name, (counts.get(name) ?? 0) + 1);
      cursor = read.page.next;
    }
    return counts;
  }
}
