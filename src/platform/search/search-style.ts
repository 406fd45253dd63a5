import { isJsonObject } from '#kernel/json.ts';
import type { SearchTerm } from '#kernel/search-keys.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../context/context.ts';
import { type SearchStyle, isIndexed, isSearchable, searchTerms, termsSql } from '../records/search-sql.ts';
import { StatementBuilder } from '../records/statement.ts';
import { tableCondition } from '../records/storage.ts';

/** Rows below which either way is quick. */
const SMALL_TABLE = 20_000;

const TRUSTED = 0.025;

type View = Pick<Context, 'actor' | 'db'>;

/** How the words of a list's search are best looked for; nothing is read for it but the planner's statistics. */
export async function searchStyle(ctx: View, def: ObjectDef, q: string, limit: number): Promise<SearchStyle> {
  const terms = searchTerms(q);
  if (terms.length === 0 || !isSearchable(def)) return 'index';
  return (await searchStyles(ctx, [def], terms, limit))[0] ?? 'index';
}

/**
 * For each object: by its index when few records hold the words; by going through the newest until enough are found
 * when many do. Either has its worst case where the other is best (half a million names hold 公司), so the planner's
 * statistics are asked how many rows each way would touch.
 */
export async function searchStyles(ctx: View, defs: readonly ObjectDef[], terms: readonly SearchTerm[], limit: number): Promise<SearchStyle[]> {
  const b = new StatementBuilder();
  const isAnywhere = terms.some(isIndexed);
  const arms = defs.flatMap((def) => {
    // Never run. A column that must not be computed in parallel keeps every arm a plan of its own with its whole count.
    const alive = `SELECT random() FROM ${def.table} t WHERE ${tableCondition(def, 't')}t.deleted_at IS NULL`;
    const narrowed = (some: readonly SearchTerm[]) => `${alive} AND ${termsSql(ctx.actor, def, { terms: some, style: 'scan', isAnywhere }, 't', b)}`;
    return [alive, narrowed(terms), ...terms.map((term) => narrowed([term]))];
  });
  const rows = await ctx.db.prepared<Record<string, unknown>>(b.plain(`EXPLAIN (FORMAT JSON) ${arms.map((arm) => `(${arm})`).join(' UNION ALL ')}`));
  const estimates = planRows(rows[0], arms.length);
  const width = 2 + terms.length;
  return defs.map((_def, i) => {
    const [all = 0, matching = 0, ...each] = estimates.slice(i * width, (i + 1) * width);
    return styleOf({ all, matching, each, byIndex: each.filter((_rows, at) => terms.some((term, t) => t === at && isIndexed(term))) }, limit);
  });
}

interface Estimates {
  readonly all: number;
  readonly matching: number;
  readonly each: readonly number[];
  readonly byIndex: readonly number[];
}

function styleOf({ all, matching, each, byIndex }: Estimates, limit: number): SearchStyle {
  // A hit or two among the statistics' hundred samples may be chance, and going through everything for nothing takes seconds.
  if (all < SMALL_TABLE || each.some((rows) => rows < all * TRUSTED)) return 'index';
  return (all * limit) / Math.max(matching, 1) < Math.min(all, ...byIndex) ? 'scan' : 'index';
}

/** The planner's row counts of the arms, in their order; none when the plan has another shape than expected. */
function planRows(row: Record<string, unknown> | undefined, count: number): number[] {
  const plans: unknown = row?.['QUERY PLAN'];
  const root = Array.isArray(plans) && isJsonObject(plans[0]) ? plans[0].Plan : undefined;
  const arms = isJsonObject(root) && Array.isArray(root.Plans) ? root.Plans : [];
  return arms.length === count ? arms.map((arm) => (isJsonObject(arm) ? Number(arm['Plan Rows']) : 0)) : [];
}
