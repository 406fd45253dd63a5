import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Context } from '../../../context/context.ts';
import type { CompleteRow } from './complete-rows.ts';
import type { ImportPlan } from './import-plan.ts';

/** 64 bits of a key: among a million keys two fall together once in 37 million files. */
const keyNumber = (key: string): string => createHash('sha1').update(key).digest().readBigInt64BE(0).toString();

/**
 * Which earlier row of the file each new row is a double of, for a trial run, where earlier rows are not in the database.
 * The keys lie in a table, so that memory stays flat whatever the length of the file (UX-9).
 */
export async function findEarlierRows(ctx: Context, plan: ImportPlan, rows: readonly CompleteRow[]): Promise<Map<number, number>> {
  const { keysOf } = plan.adapter;
  const found = new Map<number, number>();
  if (!keysOf) return found;
  const pairs = rows.filter((row) => row.fate === 'create').flatMap((row) => keysOf(row).map((key) => ({ key: keyNumber(key), row: row.row })));
  if (pairs.length === 0) return found;
  const keys = pairs.map((pair) => pair.key);
  const numbers = pairs.map((pair) => pair.row);
  await ctx.db.run(sql`
    INSERT INTO import_key (import_id, key, row)
    SELECT DISTINCT ON (k) ${plan.importId}::uuid, k, r FROM unnest(${keys}::bigint[], ${numbers}::bigint[]) AS t (k, r) ORDER BY k, r
    ON CONFLICT DO NOTHING`);
  const hits = await ctx.db.rows<{ key: string; row: number }>(sql`
    SELECT key::text, row FROM import_key WHERE import_id = ${plan.importId} AND key = ANY(${keys}::bigint[])`);
  const first = new Map(hits.map((hit) => [hit.key, hit.row]));
  for (const { key, row } of pairs) {
    const earlier = first.get(key);
    if (earlier !== undefined && earlier < row) found.set(row, Math.min(earlier, found.get(row) ?? Infinity));
  }
  return found;
}

export async function forgetKeys(ctx: Pick<Context, 'db'>, importId: string): Promise<void> {
  await ctx.db.run(sql`DELETE FROM import_key WHERE import_id = ${importId}`);
}
