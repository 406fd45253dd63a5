import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartError } from '#platform/config/start-error.ts';
import { type Manifest, measure, quoted, type TableRecord } from './backup-manifest.ts';

interface ForeignKey { table: string; name: string; definition: string }
interface Trigger { table: string; name: string }

/** What has been set aside while the tables are filled. */
export interface SetAside {
  readonly keys: readonly ForeignKey[];
  readonly triggers: readonly Trigger[];
}

/**
 * Empties the tables and sets foreign keys and triggers aside, so that they can be filled in any order. Needs the
 * tables' owner and no superuser: a managed database gives none. To be called within the transaction of the restore.
 */
export async function openTables(client: pg.ClientBase, manifest: Manifest): Promise<SetAside> {
  const keys = await client.query<ForeignKey>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace
    order by 1, 2`);
  const triggers = await client.query<Trigger>(`
    select tgrelid::regclass::text as table, tgname as name from pg_trigger
    where not tgisinternal and tgenabled = 'O' and tgparentid = 0
      and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) order by 1, 2`);
  for (const { table, name } of keys.rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  for (const { table, name } of triggers.rows) {
    await client.query(`alter table ${table} disable trigger ${quoted(name)}`);
  }
  const names = manifest.tables.map((table) => quoted(table.name));
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
  return { keys: keys.rows, triggers: triggers.rows };
}

/** Fills one table from COPY's text. */
export async function loadTable(client: pg.ClientBase, table: TableRecord, body: AsyncIterable<Buffer>): Promise<void> {
  const columns = table.columns.map(quoted).join(', ');
  const target = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`));
  await pipeline(Readable.from(body), target);
}

/** Puts keys and triggers back (the keys are checked by that), continues sequences, makes missing indexes. */
export async function closeTables(client: pg.ClientBase, manifest: Manifest, aside: SetAside): Promise<void> {
  for (const { table, name, definition } of aside.keys) {
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  }
  for (const { table, name } of aside.triggers) {
    await client.query(`alter table ${table} enable trigger ${quoted(name)}`);
  }
  for (const { name, value } of manifest.sequences) {
    // Automatic numbers that administrators added have sequences that no migration makes.
    await client.query(`create sequence if not exists ${quoted(name)}`);
    if (value !== null) await client.query('select setval($1::regclass, $2::bigint)', [quoted(name), value]);
  }
  const { rows } = await client.query<{ name: string }>(
    "select indexname as name from pg_indexes where schemaname = 'public'",
  );
  const present = new Set(rows.map((row) => row.name));
  for (const { name, definition } of manifest.indexes) if (!present.has(name)) await client.query(definition);
}

/** Counts and checksums of what was loaded against the manifest. Throws a StartError that names every difference. */
export async function verifyTables(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  const differences: string[] = [];
  for (const table of manifest.tables) {
    const found = await measure(client, table.name, table.columns);
    if (found.rows === table.rows && found.checksum === table.checksum) continue;
    differences.push(`${table.name}: ${table.rows} -> ${found.rows}, ${table.checksum} -> ${found.checksum}`);
  }
  if (differences.length === 0) return;
  throw new StartError(
    `恢复后的数据与备份不一致，已全部撤销：\n${differences.join('\n')}`,
    'What was restored differs from the backup as listed above; everything was undone.',
  );
}
