import { hash } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { openServices } from '../../src/app/open-services.ts';
import { serverModules } from '../../src/app/server-modules.ts';
import { loadActor } from '#modules/identity/server/identity.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { Actor } from '#platform/context/actor.ts';
import type { Db, Statement } from '#platform/db/database.ts';
import { loadSecret } from '#platform/config/secret.ts';
import { runQuery } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import sql from 'sql-template-tag';
import { VIEWERS, type Viewer } from '../fill/fill-people.ts';

/** A statement as the bare server prepares it. */
export interface BareStatement {
  readonly name?: string;
  readonly text: string;
}

/** What the bare server does for one figure: the same statements, with the values of one variant after the other. */
export interface BareJob {
  readonly isWrite: boolean;
  readonly statements: readonly BareStatement[];
  /** Variant → statement → values. */
  readonly variants: readonly (readonly (readonly unknown[])[])[];
  /** Ids that each execution replaces by new ones. */
  readonly ids: readonly string[];
}

/** Ends a captured action without leaving a trace. */
class RolledBack extends Error {}

/** The engine in this process, beside the server under test, to learn which SQL it sends. */
export class Engine {
  readonly services: Services & { close(): Promise<void> };
  readonly #actors: ReadonlyMap<Viewer, Actor>;

  private constructor(services: Services & { close(): Promise<void> }, actors: ReadonlyMap<Viewer, Actor>) {
    this.services = services;
    this.#actors = actors;
  }

  static async open(databaseUrl: string, dataDir: string): Promise<Engine> {
    const services = await openServices({
      databaseUrl, secret: loadSecret({ dataDir }), dataDir, timeZone: 'Asia/Shanghai', locale: 'zh-CN',
      log: pino({ level: 'fatal' }), modules: serverModules, poolSize: 2,
    });
    const actors = new Map<Viewer, Actor>();
    for (const viewer of ['all', 'unitBelow', 'own'] as const) {
      const row = await services.database.one<{ id: string }>(sql`SELECT id FROM app_user WHERE username = ${VIEWERS[viewer]}`);
      const loaded = await loadActor(services.database, services.registry(), row.id, services.clock());
      if (!loaded) throw new Error(`nobody called ${VIEWERS[viewer]}`);
      actors.set(viewer, loaded.actor);
    }
    return new Engine(services, actors);
  }

  /** Runs reads of the engine and gives back their statements, values and new ids, in order. */
  async statementsOf(viewer: Viewer, work: (ctx: Context) => Promise<unknown>): Promise<{ sent: Statement[]; ids: string[] }> {
    const actor = this.#actors.get(viewer);
    if (!actor) throw new Error(`no actor ${viewer}`);
    const sent: Statement[] = [];
    const ids: string[] = [];
    const newId = (): string => {
      const id = this.services.newId();
      ids.push(id);
      return id;
    };
    const undone = this.services.database.transaction((tx) =>
      runQuery(this.services, { actor }, async (ctx) => {
        await work({ ...ctx, newId, db: recording(tx, sent), announce: () => undefined, afterCommit: () => undefined });
        throw new RolledBack();
      }));
    await undone.catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
    return { sent, ids };
  }

  /** One job out of the first statement of each variant. */
  async readJob(viewer: Viewer, variants: readonly ((ctx: Context) => Promise<unknown>)[]): Promise<BareJob> {
    const all: Statement[] = [];
    for (const variant of variants) {
      const { sent } = await this.statementsOf(viewer, variant);
      if (sent[0]) all.push(sent[0]);
    }
    const [first] = all;
    if (!first || all.some((statement) => statement.text !== first.text)) throw new Error('the variants of a figure differ in their SQL');
    return { isWrite: false, statements: [bare(first)], variants: all.map((statement) => [statement.values]), ids: [] };
  }

  /** One job out of those statements of an action that change something; each variant is one action. */
  async writeJob(viewer: Viewer, variants: readonly ((ctx: Context) => Promise<unknown>)[]): Promise<BareJob> {
    const all: { changes: Statement[]; ids: string[] }[] = [];
    for (const variant of variants) {
      const { sent, ids } = await this.statementsOf(viewer, variant);
      all.push({ changes: sent.filter((statement) => /^\s*(INSERT|UPDATE)/.test(statement.text)), ids });
    }
    return {
      isWrite: true, statements: all[0]?.changes.map(bareWrite) ?? [], ids: all.flatMap(({ ids }) => ids),
      variants: all.map(({ changes }) => changes.map((statement) => statement.values)),
    };
  }
}

const bare = (statement: Statement): BareStatement => ({ ...(statement.name !== undefined && { name: statement.name }), text: statement.text });

/** Writes that come again and again stay prepared in the server, so they do in the bare one. */
const bareWrite = (statement: Statement, i: number): BareStatement => ({ name: statement.name ?? `bare_${hash('sha1', statement.text)}_${i}`, text: statement.text });

/** The same database handle, writing down what goes through it. */
function recording(db: Db, sent: Statement[]): Db {
  const note = (query: { text: string; values: readonly unknown[] }): void => {
    sent.push({ text: query.text, values: query.values });
  };
  return {
    rows: (query) => (note(query), db.rows(query)),
    maybe: (query) => (note(query), db.maybe(query)),
    one: (query) => (note(query), db.one(query)),
    run: (query) => (note(query), db.run(query)),
    prepared: (statement) => (sent.push(statement), db.prepared(statement)),
    commitBehind: () => undefined,
  };
}

/** A plain connection beside the servers. */
export async function connectPlain(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}
