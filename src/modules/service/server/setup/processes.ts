import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { Process, ProcessStep } from '../../rules/process.ts';
import { shippedProcesses } from '../../rules/shipped-processes.ts';

export interface ProcessRow {
  readonly id: Id;
  readonly key: string;
  readonly revision: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly steps: readonly ProcessStep[];
}

const columns = sql`id, key, revision, name_zh AS "nameZh", name_en AS "nameEn", steps`;

/** The process as new cases get it. Errors: record.not-found. */
export async function currentProcess(ctx: Pick<Context, 'db'>, key: string): Promise<ProcessRow> {
  const row = await ctx.db.maybe<ProcessRow>(sql`SELECT ${columns} FROM process_template WHERE key = ${key} AND is_current`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** The process that a case began with, whatever was changed since (SE-3). */
export const processOf = (ctx: Pick<Context, 'db'>, id: Id): Promise<ProcessRow> => ctx.db.one<ProcessRow>(sql`SELECT ${columns} FROM process_template WHERE id = ${id}`);

/** Keeps a process as a new revision; cases that run keep theirs. */
export async function saveProcess(ctx: Context, { key, name, steps }: Process): Promise<Id> {
  const id = ctx.newId();
  const { revision } = await ctx.db.one<{ revision: number }>(sql`SELECT coalesce(max(revision), 0)::int + 1 AS revision FROM process_template WHERE key = ${key}`);
  await ctx.db.run(sql`UPDATE process_template SET is_current = false WHERE key = ${key} AND is_current`);
  await ctx.db.run(sql`
    INSERT INTO process_template (id, key, revision, name_zh, name_en, steps, is_current, created_at, created_by)
    VALUES (${id}, ${key}, ${revision}, ${name['zh-CN']}, ${name.en}, ${JSON.stringify(steps)}, true, ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
  return id;
}

/** Adds the shipped processes that the company does not have. */
export async function installProcesses(ctx: Context): Promise<void> {
  const known = new Set((await ctx.db.rows<{ key: string }>(sql`SELECT DISTINCT key FROM process_template`)).map((row) => row.key));
  for (const process of shippedProcesses) if (!known.has(process.key)) await saveProcess(ctx, process);
}
