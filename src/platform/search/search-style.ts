import { isJsonObject } from '#kernel/json.ts';
import type { SearchTerm } from '#kernel/search-keys.ts';
import type { ObjectDef } from '#meta/object.ts';
import { grantOf, recordPredicate } from '../access/record-predicate.ts';
import type { Context } from '../context/context.ts';
import { type SearchStyle, isCounted, isIndexed, isSearchable, searchTerms, termsSql } from '../records/search-sql.ts';
import { StatementBuilder } from '../records/statement.ts';
import { tableCondition } from '../records/storage.ts';

/** Rows below which either way is quick. */
const SMALL_TABLE = 20_000;

// A hit or two among the statistics' hundred samples may be chance, and going through everything for nothing takes
// seconds. Pairs and beginnings are counted in thirty thousand rows.
const TRUSTED = 0.025;
const TRUSTED_COUNT = 0.005;

type View = Pick<Context, 'actor' | 'db' | 'registry' | 'now'>;

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
    const narrowed = (some: readonly SearchTerm[]) => `${alive} AND ${termsSql(ctx.actor, def, { terms: some, style: 'estimate', isAnywhere }, 't', b)}`;
    const readable = recordPredicate(ctx, def, 'read', 't', b);
    return [alive, `${narrowed(terms)} AND ${readable}`, ...terms.map((term) => narrowed([term]))];
  });
  const rows = await ctx.db.prepared<Record<string, unknown>>(b.plain(`EXPLAIN (FORMAT JSON) ${arms.map((arm) => `(${arm})`).join(' UNION ALL ')}`));
  const estimates = planRows(rows[0], arms.length);
  const width = 2 + terms.length;
  return defs.map((_def, i) => {
    const [all = 0, matching = 0, ...each] = estimates.slice(i * width, (i + 1) * width);
    return styleOf({ all, matching, each: terms.map((term, at) => ({ term, rows: each[at] ?? 0 })) }, limit);
  });
}

interface Estimates {
  readonly all: number;
  /** Those that hold all the words and that the person may read. */
  readonly matching: number;
  readonly each: readonly { readonly term: SearchTerm; readonly rows: number }[];
}

function styleOf({ all, matching, each }: Estimates, limit: number): SearchStyle {
  const isRare = each.some(({ term, rows }) => rows < all * (isCounted(term) ? TRUSTED_COUNT : TRUSTED));
  if (all < SMALL_TABLE || isRare) return 'index';
  const byIndex = each.filter(({ term }) => isIndexed(term) || isCounted(term)).map(({ rows }) => rows);
  return (all * limit) / Math.max(matching, 1) < Math.min(all, ...byIndex) ? 'scan' : 'index';
}

/**
 * The rows of `def` that meet `found`, as a FROM item called t. A rare word goes first, unless one's own records do: left
 * to itself, the planner gathers a quarter of the company for a person's units, or goes through everything by time where
 * its statistics take a number for common.
 */
export function foundRows(ctx: View, def: ObjectDef, style: SearchStyle | undefined, found: string): { readonly from: string; readonly where: string } {
  if (style !== 'index' || grantOf(ctx.actor, def, 'read') === 'own') return { from: `${def.table} t`, where: found };
  return { from: `(SELECT t.* FROM ${def.table} t WHERE ${found} OFFSET 0) t`, where: 'true' };
}

/** The planner's row counts of the arms, in their order; none when the plan has another shape than expected. */
function planRows(row: Record<string, unknown> | undefined, count: number): number[] {
  const plans: unknown = row?.['QUERY PLAN'];
  const root = Array.isArray(plans) && isJsonObject(plans[0]) ? plans[0].Plan : undefined;
  const arms = isJsonObject(root) && Array.isArray(root.Plans) ? root.Plans : [];
  return arms.length === count ? arms.map((arm) => (isJsonObject(arm) ? Number(arm['Plan Rows']) : 0)) : [];
}
