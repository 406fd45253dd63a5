import type pg from 'pg';
import { z } from 'zod';

const tableShape = z.strictObject({
  name: z.string(),
  /** Stored columns, without generated ones. */
  columns: z.array(z.string()),
  rows: z.string(),
  /** Sum of the hashes of all rows as text: the same whatever their order. */
  checksum: z.string(),
});

export const manifestShape = z.strictObject({
  createdAt: z.string(),
  /** Number of the last migration. */
  version: z.number().int(),
  /** Numbers of all migrations; absent in archives of the first versions. */
  migrations: z.array(z.number().int()).optional(),
  tables: z.array(tableShape),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
  /** All indexes; those that no migration makes (fields of the administrator) are made again. */
  indexes: z.array(z.strictObject({ name: z.string(), definition: z.string() })),
});

export type Manifest = z.infer<typeof manifestShape>;
export type TableRecord = z.infer<typeof tableShape>;

/** The text of a row depends on these. Both sides of a comparison set them, within their transaction. */
export const PLAIN_TEXT = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0;
  set local search_path = public`;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Describes the whole database. To be called within one snapshot, after PLAIN_TEXT. */
export async function readManifest(client: pg.ClientBase, createdAt: Date): Promise<Manifest> {
  const tables: TableRecord[] = [];
  for (const { name, columns } of await readTables(client)) {
    tables.push({ name, columns, ...(await measure(client, name, columns)) });
  }
  const applied = await client.query<{ version: number }>('select version from schema_migration order by version');
  const migrations = applied.rows.map((row) => row.version);
  const sequences = await client.query<{ name: string; value: string | null }>(`
    select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' order by 1`);
  const indexes = await client.query<{ name: string; definition: string }>(`
    select i.indexname as name, i.indexdef as definition from pg_indexes i where schemaname = 'public' order by 1`);
  return {
    createdAt: createdAt.toISOString(),
    version: Math.max(0, ...migrations),
    migrations,
    tables,
    sequences: sequences.rows,
    indexes: indexes.rows,
  };
}

/** Ordinary and partitioned tables of ours; a partition's rows are read through its parent. */
async function readTables(client: pg.ClientBase): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`);
  return rows;
}

/** Count and checksum of a table's rows. */
export async function measure(
  client: pg.ClientBase, table: string, columns: readonly string[],
): Promise<{ rows: string; checksum: string }> {
  const { rows: [row] } = await client.query<{ rows: string; checksum: string }>(`
    select count(*)::text as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as checksum
    from (select ${columns.map(quoted).join(', ')} from ${quoted(table)}) t`);
  return row ?? { rows: '0', checksum: '0' };
}
