import type { Issue } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { findField } from '#meta/object.ts';
import { allowedIds } from '../../../access/allowed-ids.ts';
import type { Context, FullRecord } from '../../../context/context.ts';
import { matchMany } from '../../../records/batch/match-many.ts';
import { loadFull } from '../../../records/get-record.ts';
import type { ImportPlan } from './import-plan.ts';
import type { ReadRow } from './read-cells.ts';

/** The record that each row changes, locked; an issue where there is none, several, or one outside the scope. */
export async function findTargets(ctx: Context, plan: ImportPlan, rows: readonly ReadRow[]): Promise<Map<number, FullRecord | Issue>> {
  const chosen = new Map<number, Id | Issue>();
  for (const key of plan.options.matchBy) await matchBy(ctx, plan, key, rows, chosen);
  const ids = [...new Set([...chosen.values()].filter((id) => typeof id === 'string'))];
  const allowed = await allowedIds(ctx, plan.def, 'update', ids);
  const records = new Map((await loadFull(ctx, plan.def, [...allowed], true)).map((record) => [record.id, record]));
  const targets = new Map<number, FullRecord | Issue>();
  for (const row of rows) {
    const found = chosen.get(row.row);
    if (found === undefined) {
      if (plan.options.mode === 'update') targets.set(row.row, { path: '', code: 'no-match' });
    } else {
      targets.set(row.row, typeof found === 'string' ? (records.get(found) ?? { path: '', code: 'out-of-scope' }) : found);
    }
  }
  return targets;
}

async function matchBy(ctx: Context, plan: ImportPlan, key: string, rows: readonly ReadRow[], chosen: Map<number, Id | Issue>): Promise<void> {
  const field = findField(plan.def, key);
  if (!field) return;
  const open = rows.filter((row) => !chosen.has(row.row));
  const texts = open.map((row) => row.values[key]).filter((text): text is string => typeof text === 'string');
  const found = await matchMany(ctx, plan.def, field, texts, 'read');
  for (const row of open) {
    const text = row.values[key];
    const ids = typeof text === 'string' ? found.get(text) : undefined;
    if (!ids) continue;
    const [only] = ids;
    chosen.set(row.row, ids.length === 1 && only !== undefined ? only : { path: key, code: 'ambiguous', params: { value: String(text) } });
  }
}
