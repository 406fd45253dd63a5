import { setTimeout as wait } from 'node:timers/promises';
import { type TestPerson, personOf } from '#app/test-app.ts';
import { PASSWORD, type RealServer } from '../real-server.ts';

const PAUSE_MS = 15;
const names = ['恒越', '长青', '云栖', '瑞丰', '鼎盛', '东海', '华北', '新能'];

interface Known { readonly id: string; version: number }

/** People at work: each does a random thing, waits a moment, does the next. Counts what came back. */
export class SoakLoad {
  readonly counts = new Map<string, number>();
  readonly #server: RealServer;
  readonly #known: Known[] = [];
  #isOn = true;
  #made = 0;
  #lines: Promise<void>[] = [];

  constructor(server: RealServer) {
    this.#server = server;
  }

  get requests(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Answers that must not be: faults of the server. */
  get faults(): [string, number][] {
    return [...this.counts].filter(([key]) => / (0|5\d\d)$/.test(key));
  }

  get created(): number {
    return this.#made;
  }

  start(lines: number): void {
    this.#lines = Array.from({ length: lines }, (_, line) => this.#work(line));
    this.#lines.push(this.#listen(), this.#ask());
  }

  async stop(): Promise<void> {
    this.#isOn = false;
    await Promise.all(this.#lines);
  }

  #count(what: string, status: number): void {
    const key = `${what} ${status}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  async #work(line: number): Promise<void> {
    let person = await this.#signIn();
    for (let turn = line; this.#isOn; turn += 1) {
      const [what, status] = await this.#step(person, turn).catch(() => ['lost', 0] as const);
      this.#count(what, status);
      // With this clock a session runs out within minutes, as for anybody after a night.
      if (status === 401 || turn % 400 === 399) person = await this.#signIn();
      await wait(PAUSE_MS);
    }
  }

  async #signIn(): Promise<TestPerson> {
    const person = personOf(this.#server.url);
    this.#count('sign-in', (await person.post('/auth/login', { username: 'admin', password: PASSWORD })).status);
    return person;
  }

  async #step(person: TestPerson, turn: number): Promise<readonly [string, number]> {
    const known = this.#known[Math.floor(Math.random() * this.#known.length)];
    if (turn % 5 === 0 || known === undefined) return this.#create(person);
    if (turn % 5 === 1) {
      const answer = await person.patch(`/customers/${known.id}`, { notes: `第 ${turn} 次` });
      return ['change', answer.status];
    }
    const reads = [
      `/customers?limit=50&sort=-createdAt&count=true`, `/customers/${known.id}`, `/customers/${known.id}/timeline`, `/customers/${known.id}/history`,
      `/search?q=${encodeURIComponent(names[turn % names.length] ?? '')}&limit=10`, '/customers/summary?groupBy=stage&measures=count', '/meta', '/audit?limit=20', '/jobs',
    ];
    const path = reads[turn % reads.length] ?? '/meta';
    return [`read ${path.split('?')[0]?.replace(known.id, ':id')}`, (await person.get(path)).status];
  }

  async #create(person: TestPerson): Promise<readonly [string, number]> {
    const name = `${names[this.#made % names.length]}${Math.floor(Math.random() * 1e9)}有限公司`;
    const answer = await person.post('/customers', { name, kind: 'company' }, { 'idempotency-key': crypto.randomUUID() });
    if (answer.status === 201) {
      this.#made += 1;
      this.#known.push({ id: String(answer.body['id']), version: 1 });
      if (this.#known.length > 500) this.#known.shift();
    }
    return ['create', answer.status];
  }

  /** Browsers that come and go: event streams opened and dropped. */
  async #listen(): Promise<void> {
    while (this.#isOn) {
      const person = await this.#signIn();
      const ends = Array.from({ length: 5 }, async () => {
        const stop = AbortSignal.timeout(3_000);
        await fetch(`${this.#server.url}/api/v1/events`, { headers: { cookie: person.cookie() }, signal: stop }).then((answer) => answer.text()).catch(() => undefined);
      });
      await Promise.all(ends);
    }
  }

  /** Long work: a backup and a failed sign-in every few seconds. */
  async #ask(): Promise<void> {
    while (this.#isOn) {
      const person = await this.#signIn();
      this.#count('backup', (await person.post('/backups', {}, { 'idempotency-key': crypto.randomUUID() })).status);
      this.#count('export', (await person.post('/exports', { object: 'customer', format: 'csv', columns: ['name', 'code'] })).status);
      await wait(5_000);
    }
  }
}
