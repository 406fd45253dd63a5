import type { ClientBase } from 'pg';
import { StartError } from '#platform/config/start-error.ts';

const CREATE = "CREATE DATABASE zhike TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';";

export interface ServerFacts {
  version: number;
  encoding: string;
  available: boolean;
  installed: boolean;
}

/**
 * Checks that a PostgreSQL can carry Zhike, ours or a foreign one: version 15 or newer, UTF-8, pg_trgm present, and
 * pg_trgm aware of Chinese letters. Leaves nothing behind. Throws a StartError that says what to do.
 */
export async function assertUsableServer(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<ServerFacts>(`
    select current_setting('server_version_num')::int as version,
      (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
      exists (select from pg_available_extensions where name = 'pg_trgm') as available,
      exists (select from pg_extension where extname = 'pg_trgm') as installed`);
  const facts = rows[0] ?? { version: 0, encoding: '', available: false, installed: false };
  const objection = objectionTo(facts);
  if (objection !== undefined) throw objection;
  if (!(await knowsChinese(client, facts.installed))) {
    throw new StartError(
      `数据库的 LC_CTYPE 不识别中文，搜索将不可用。请新建：${CREATE}`,
      `The LC_CTYPE of the database does not know Chinese letters: search would find nothing. Create one: ${CREATE}`,
    );
  }
}

/** What speaks against a server, by what it says of itself. */
export function objectionTo(facts: ServerFacts): StartError | undefined {
  if (facts.version < 150000) {
    const version = Math.floor(facts.version / 10000);
    return new StartError(
      `需要 PostgreSQL 15 或更新，当前是 ${version}。`,
      `PostgreSQL 15 or newer is needed, this is ${version}.`,
    );
  }
  if (facts.encoding !== 'UTF8') {
    return new StartError(
      `数据库编码是 ${facts.encoding}，需要 UTF8。请新建：${CREATE}`,
      `The database is encoded in ${facts.encoding}, UTF8 is needed. Create one: ${CREATE}`,
    );
  }
  if (facts.available) return undefined;
  return new StartError(
    '数据库缺少 pg_trgm 扩展。请安装 PostgreSQL 的 contrib 软件包（Debian：postgresql-contrib）。',
    'The database lacks the extension pg_trgm. Install the contrib package of PostgreSQL (Debian: postgresql-contrib).',
  );
}

/** With LC_CTYPE=C, show_trgm('中国石化') is empty and no error tells of it. */
async function knowsChinese(client: Pick<ClientBase, 'query'>, installed: boolean): Promise<boolean> {
  await client.query('begin');
  try {
    if (!installed) await createForTrial(client);
    const { rows } = await client.query<{ count: number }>("select cardinality(show_trgm('中国石化'))::int as count");
    return (rows[0]?.count ?? 0) > 0;
  } finally {
    await client.query('rollback');
  }
}

async function createForTrial(client: Pick<ClientBase, 'query'>): Promise<void> {
  try {
    await client.query('create extension pg_trgm');
  } catch (error) {
    throw new StartError(
      '当前数据库用户无权建立 pg_trgm 扩展。请由数据库管理员在该库执行：CREATE EXTENSION pg_trgm;',
      'This database user may not create the extension pg_trgm. Let the administrator run: CREATE EXTENSION pg_trgm;',
      { cause: error },
    );
  }
}
