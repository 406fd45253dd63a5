import sql from 'sql-template-tag';
import { createRecord } from '#platform/records/create-record.ts';
import { updateRecord } from '#platform/records/update-record.ts';
import type { Context } from '#platform/context/context.ts';
import type { Arena } from '../arena.ts';
import type { Figure } from '../figure.ts';
import { makeNames } from '../fill/company-names.ts';
import { makeRandom } from '../fill/random.ts';
import { connectPlain } from '../load/captured-sql.ts';
import { compare } from '../load/compare.ts';
import { requestBytes } from '../load/http-line.ts';
import { comparedFigures } from './list-figures.ts';

// Marks what a run adds, so that it can be taken away again.
const MARK = 'zhike-bench';
const VARIANTS = 40;

const objectOf = (ctx: Context, key: string) => {
  const def = ctx.registry.object(key);
  if (!def) throw new Error(`there is no object called ${key}`);
  return def;
};

type Values = Readonly<Record<string, unknown>>;

/** Values of new records, each with a name and a phone of its own, as the guard against duplicates would otherwise line them up. */
function makeNew(arena: Arena, customers: readonly string[]): Readonly<Record<'customer' | 'contact', () => Values>> {
  const random = makeRandom(Date.now() & 0xffff);
  const names = makeNames(random, arena.root);
  const phone = () => `139${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
  return {
    customer: () => ({
      name: names.company(String(Math.floor(random() * 1e6))), kind: 'company', industry: '制造业', source: 'visit', phone: phone(),
      address: { region: '370202', street: '中山路1号' }, externalCode: MARK,
    }),
    contact: () => ({ name: names.person(), customer: customers[Math.floor(random() * customers.length)], phone: phone(), jobTitle: MARK }),
  };
}

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Creates and changes through the API against the same INSERT and UPDATE with the audit entry in a transaction (PL-70). */
export async function writeFigures(arena: Arena): Promise<Figure[]> {
  const { database } = arena.engine.services;
  const ids = (await database.rows<{ id: string }>(sql`SELECT id FROM customer TABLESAMPLE SYSTEM (1) WHERE deleted_at IS NULL LIMIT 400`)).map((row) => row.id);
  const fresh = makeNew(arena, ids);
  const creates = (key: 'customer' | 'contact') => times(VARIANTS, () => (ctx: Context) => createRecord(ctx, objectOf(ctx, key), fresh[key](), { isDuplicateAccepted: true }));
  const bare = await arena.startBare({
    customer: await arena.engine.writeJob('all', creates('customer')),
    contact: await arena.engine.writeJob('all', creates('contact')),
    patch: await arena.engine.writeJob('all', ids.slice(0, VARIANTS * 4).map((id, i) => (ctx) => updateRecord(ctx, objectOf(ctx, 'customer'), id, { notes: `第${i}次` }))),
  });
  const headers = { cookie: arena.app.cookies.all };
  const send = (method: string, path: string, body: Values) => requestBytes(method, `/api/v1${path}`, headers, JSON.stringify(body));
  const against = (job: string) => ({ ...bare, requests: [requestBytes('GET', `/${job}`)] });
  try {
    const customer = await compare(
      { ...arena.app, requests: [], next: () => send('POST', '/customers', { ...fresh.customer(), _acceptDuplicate: true }) }, against('customer'), arena.seconds);
    const contact = await compare(
      { ...arena.app, requests: [], next: () => send('POST', '/contacts', fresh.contact()) }, against('contact'), arena.seconds);
    // The same value twice would write nothing.
    const patch = await compare(
      { ...arena.app, requests: [], next: (turn) => send('PATCH', `/customers/${ids[turn % ids.length]}`, { notes: `第${turn}次` }) }, against('patch'), arena.seconds);
    return [
      ...comparedFigures('write', 'create a customer, doubles looked for', customer, { ratio: 0.5, p99: 50 }),
      ...comparedFigures('write', 'create a contact', contact, { ratio: 0.5, p99: 50 }),
      ...comparedFigures('write', 'change a customer', patch, { p99: 50 }),
    ];
  } finally {
    await bare.stop();
    await removeCreated(arena);
  }
}

/** The data stay the same for the next run; the audit trail keeps what happened. */
async function removeCreated(arena: Arena): Promise<void> {
  const client = await connectPlain(arena.databaseUrl);
  try {
    // Nothing refers to them; asking every table for each of them would take minutes.
    await client.query('SET session_replication_role = replica');
    await client.query('DELETE FROM contact WHERE job_title = $1', [MARK]);
    await client.query('DELETE FROM customer WHERE external_code = $1', [MARK]);
  } finally {
    await client.end();
  }
}
