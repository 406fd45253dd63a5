import sql from 'sql-template-tag';
import type { Db } from '../../db/database.ts';

const known = new Map<string, ReadonlySet<string>>();

/** Names of a table's jsonb columns: their values travel as JSON, not as text that holds JSON. Tables do not change while running. */
export async function jsonColumns(db: Db, table: string): Promise<ReadonlySet<string>> {
  const held = known.get(table);
  if (held) return held;
  const rows = await db.rows<{ name: string }>(sql`
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND atttypid = 'jsonb'::regtype`);
  const found = new Set(rows.map((row) => row.name));
  known.set(table, found);
  return found;
}

/** Column values as `json_populate_recordset` wants them. */
export function asJson(columns: Readonly<Record<string, unknown>>, json: ReadonlySet<string>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns)) {
    row[name] = json.has(name) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
  }
  return row;
}
