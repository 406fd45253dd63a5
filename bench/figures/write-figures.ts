import sql from 'sql-template-tag';
import { createRecord } from '#platform/records/create-record.ts';
import { updateRecord } from '#platform/records/update-record.ts';
import type { Context } from '#platform/context/context.ts';
import type { Arena } from '../arena.ts';
import type { Figure } from '../figure.ts';
import { compare } from '../load/compare.ts';
import { requestBytes } from '../load/http-line.ts';
import { comparedFigures } from './list-figures.ts';

const NEW = {
  name: '青岛海辰仪器有限公司', kind: 'company', industry: '制造业', source: 'visit', phone: '13805320000', address: { region: '370202', street: '中山路1号' },
};
const customer = (ctx: Context) => {
  const def = ctx.registry.object('customer');
  if (!def) throw new Error('there are no customers');
  return def;
};

/** Creates and changes through the API against the same INSERT and UPDATE with the audit entry in a transaction (PL-70). */
export async function writeFigures(arena: Arena): Promise<Figure[]> {
  const { database } = arena.engine.services;
  const ids = (await database.rows<{ id: string }>(sql`SELECT id FROM customer TABLESAMPLE SYSTEM (1) LIMIT 400`)).map((row) => row.id);
  const [sample = ''] = ids;
  const jobs = {
    create: await arena.engine.writeJob('all', (ctx) => createRecord(ctx, customer(ctx), NEW, { isDuplicateAccepted: true })),
    patch: variedIds(await arena.engine.writeJob('all', (ctx) => updateRecord(ctx, customer(ctx), sample, { notes: '第一次' })), sample, ids),
  };
  const bare = await arena.startBare(jobs);
  const headers = { cookie: arena.app.cookies.all };
  const { port } = arena.app;
  const created = requestBytes('POST', '/api/v1/customers', headers, JSON.stringify({ ...NEW, _acceptDuplicate: true }));
  try {
    const create = await compare({ port, requests: [created] }, { port: bare.port, requests: [requestBytes('GET', '/create')] }, arena.seconds);
    const patch = await compare({
      port, requests: [],
      // The same value twice would write nothing.
      next: (turn) => requestBytes('PATCH', `/api/v1/customers/${ids[turn % ids.length]}`, headers, JSON.stringify({ notes: `第${turn}次` })),
    }, { port: bare.port, requests: [requestBytes('GET', '/patch')] }, arena.seconds);
    return [
      ...comparedFigures('write', 'create', create, { ratio: 0.5, p99: 50 }),
      ...comparedFigures('write', 'change', patch, { p99: 50 }),
    ];
  } finally {
    await bare.stop();
    await removeCreated(arena);
  }
}

type Job = Awaited<ReturnType<Arena['engine']['writeJob']>>;

/** The same change on many records, else all writers would wait for one row. */
function variedIds(job: Job, sample: string, ids: readonly string[]): Job {
  const [first = []] = job.variants;
  return { ...job, variants: ids.map((id) => first.map((values) => values.map((value) => (value === sample ? id : value)))) };
}

/** The data stay the same for the next run; the audit trail keeps what happened. */
async function removeCreated(arena: Arena): Promise<void> {
  const { database } = arena.engine.services;
  await database.transaction(async (tx) => {
    await tx.run(sql`SET LOCAL statement_timeout = 0`);
    await tx.run(sql`DELETE FROM customer WHERE name = ${NEW.name} AND created_at > (SELECT max(created_at) FROM contact)`);
  });
}
