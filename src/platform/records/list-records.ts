import { fail } from '#kernel/failure.ts';
import type { Filter } from '#meta/filter.ts';
import type { ObjectAction, ObjectDef } from '#meta/object.ts';
import { requireGrant } from '../access/allowed-ids.ts';
import { grantOf, readableParts, recordPredicate } from '../access/record-predicate.ts';
import type { Context } from '../context/context.ts';
import { RawJson } from '../http/route.ts';
import { filterSql } from './filter/filter-sql.ts';
import { type ProjectionRequest, projectionSql } from './projection.ts';
import { foundRows, searchStyle } from '../search/search-style.ts';
import { type SearchStyle, searchSql } from './search-sql.ts';
import { type SortKey, afterCursorSql, cursorExpr, orderBySql, parseSort, readCursor, writeCursor } from './sort-cursor.ts';
import { StatementBuilder } from './statement.ts';
import { tableCondition } from './storage.ts';

export interface Selection {
  readonly filter?: Filter | undefined;
  readonly q?: string | undefined;
  /** How the words of `q` are best looked for. */
  readonly searchStyle?: SearchStyle;
  /** Only records that were removed, for restoring. */
  readonly isDeleted?: boolean;
}

export interface ListRequest extends Selection, ProjectionRequest {
  readonly sort?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly count?: 'true' | 'only' | undefined;
}

/** Rows per page, SEC-24. */
export const MAX_LIMIT = 200;

/** The condition of a selection within what the actor may see. Every list-like channel goes through here. */
export function selectionSql(ctx: Context, def: ObjectDef, selection: Selection, b: StatementBuilder, action: ObjectAction = 'read', alias = 't'): string {
  return joined([recordPredicate(ctx, def, action, alias, b), ...chosenSql(ctx, def, selection, b, alias)]);
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== 'true').join(' AND ');

/** A selection without the question who may see it. */
function chosenSql(ctx: Context, def: ObjectDef, selection: Selection, b: StatementBuilder, alias: string): string[] {
  const parts = [`${tableCondition(def, alias)}${alias}.deleted_at IS ${selection.isDeleted === true ? 'NOT NULL' : 'NULL'}`];
  if (selection.filter) parts.push(filterSql(ctx, def, selection.filter, alias, b));
  if (selection.q) parts.push(searchSql(ctx.actor, def, selection.q, alias, b, selection.searchStyle));
  return parts;
}

/** One page as the database's own JSON (PL-20, PL-70). */
export async function listRecords(ctx: Context, def: ObjectDef, request: ListRequest): Promise<RawJson> {
  requireGrant(ctx, def, 'read');
  if (!Number.isInteger(request.limit) || request.limit > MAX_LIMIT) throw fail('record.too-many', { max: MAX_LIMIT });
  if (request.count === 'only') return pageJson('', null, await countRecords(ctx, def, request));
  const b = new StatementBuilder();
  const keys = parseSort(ctx, def, request.sort, 't');
  const style = request.q ? { searchStyle: await searchStyle(ctx, def, request.q, request.limit) } : {};
  const text = pageSql(ctx, def, { ...request, ...style }, keys, b);
  const statement = request.q || !isEvenlySpread(def, request.filter) ? b.plain(text) : b.named(text);
  const rows = await ctx.db.prepared<{ j: string; k: (string | null)[] | null }>({ ...statement, values: b.values });
  const shown = rows.slice(0, request.limit);
  const last = rows.length > request.limit ? shown.at(-1)?.k : undefined;
  const total = request.count === 'true' ? await countRecords(ctx, def, request) : null;
  return pageJson(shown.map((row) => row.j).join(','), last ? writeCursor(last) : null, total);
}

/**
 * Whether one plan suits every value that may come. For ranges and parts of texts it does not: a prepared statement is
 * planned for a value of average width, and then goes through a million rows for a narrow one.
 */
function isEvenlySpread(def: ObjectDef, filter: Filter | undefined): boolean {
  if (filter === undefined) return true;
  if ('and' in filter) return filter.and.every((part) => isEvenlySpread(def, part));
  if ('or' in filter) return filter.or.every((part) => isEvenlySpread(def, part));
  if ('not' in filter) return isEvenlySpread(def, filter.not);
  if (filter.op === 'eq' || filter.op === 'isNull') return true;
  return (filter.op === 'in' || filter.op === 'nin') && def.fields.some((f) => f.key === filter.field && f.type === 'choice');
}

function pageSql(ctx: Context, def: ObjectDef, request: ListRequest, keys: readonly SortKey[], b: StatementBuilder): string {
  const columns = projectionSql(ctx, def, request, 't', b);
  const chosen = chosenSql(ctx, def, request, b, 't');
  const after = request.cursor === undefined ? [] : [afterCursorSql(keys, readCursor(request.cursor, keys), b)];
  // A number in the text: for a limit that it does not know, the planner reckons with a tenth of the table.
  const limit = request.limit + 1;
  const { from, where } = foundRows(ctx, def, request.searchStyle, joined(chosen));
  const ordered = (condition: string) =>
    `${from} WHERE ${joined([condition, where, ...after]) || 'true'} ORDER BY ${orderBySql(keys)} LIMIT ${limit}`;
  const parts = isCutUp(ctx, def, request) ? readableParts(ctx, def, 't', b) : undefined;
  const rows = parts === undefined
    ? ordered(recordPredicate(ctx, def, 'read', 't', b))
    : `(${parts.map((part) => `(SELECT t.* FROM ${ordered(part)})`).join(' UNION ALL ')}) t ORDER BY ${orderBySql(keys)} LIMIT ${limit}`;
  // The cursor is needed of one row only; made for the last of the page, null for all others.
  return `SELECT row_to_json(p)::text AS j, CASE WHEN row_number() OVER () = ${request.limit} THEN k END AS k
    FROM (SELECT (SELECT x FROM (SELECT ${columns}) x) AS p, ${cursorExpr(keys)} AS k
      FROM ${rows}) page`;
}

/** A filter would be looked for once in every unit, a search knows its own way; what one owns is narrow enough for any filter. */
const isCutUp = (ctx: Context, def: ObjectDef, request: ListRequest): boolean =>
  request.isDeleted !== true && !request.q && (!request.filter || grantOf(ctx.actor, def, 'read') === 'own');

const pageJson = (rows: string, next: string | null, total: number | null): RawJson =>
  new RawJson(`{"data":[${rows}],"page":{"next":${JSON.stringify(next)},"total":${total}}}`);

/** The exact number; asked for apart, so that it never delays the rows (UX-1). */
export async function countRecords(ctx: Context, def: ObjectDef, selection: Selection, action: ObjectAction = 'read'): Promise<number> {
  const b = new StatementBuilder();
  const where = selectionSql(ctx, def, selection, b, action);
  const rows = await ctx.db.prepared<{ n: number }>(b.named(`SELECT count(*)::int AS n FROM ${def.table} t WHERE ${where}`));
  return rows[0]?.n ?? 0;
}
