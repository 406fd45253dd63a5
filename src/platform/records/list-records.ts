import { fail } from '#kernel/failure.ts';
import type { Filter } from '#meta/filter.ts';
import type { ObjectAction, ObjectDef } from '#meta/object.ts';
import { requireGrant } from '../access/allowed-ids.ts';
import { recordPredicate } from '../access/record-predicate.ts';
import type { Context } from '../context/context.ts';
import { RawJson } from '../http/route.ts';
import { filterSql } from './filter-sql.ts';
import { type ProjectionRequest, projectionSql } from './projection.ts';
import { searchStyle } from '../search/search-style.ts';
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
  const parts = [
    `${tableCondition(def, alias)}${alias}.deleted_at IS ${selection.isDeleted === true ? 'NOT NULL' : 'NULL'}`,
    recordPredicate(ctx, def, action, alias, b),
  ];
  if (selection.filter) parts.push(filterSql(ctx, def, selection.filter, alias, b));
  if (selection.q) parts.push(searchSql(ctx.actor, def, selection.q, alias, b, selection.searchStyle));
  return parts.filter((part) => part !== 'true').join(' AND ');
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
  // How common the searched words are decides the plan: a prepared one would suit only some of them.
  const statement = request.q ? b.plain(text) : b.named(text);
  const rows = await ctx.db.prepared<{ j: string; k: (string | null)[] | null }>({ ...statement, values: b.values });
  const shown = rows.slice(0, request.limit);
  const last = rows.length > request.limit ? shown.at(-1)?.k : undefined;
  const total = request.count === 'true' ? await countRecords(ctx, def, request) : null;
  return pageJson(shown.map((row) => row.j).join(','), last ? writeCursor(last) : null, total);
}

function pageSql(ctx: Context, def: ObjectDef, request: ListRequest, keys: readonly SortKey[], b: StatementBuilder): string {
  const columns = projectionSql(ctx, def, request, 't', b);
  const where = selectionSql(ctx, def, request, b);
  const after = request.cursor === undefined ? '' : ` AND ${afterCursorSql(keys, readCursor(request.cursor, keys), b)}`;
  // A number in the text: for a limit that it does not know, the planner reckons with a tenth of the table.
  const limit = request.limit + 1;
  // The cursor is needed of one row only; made for the last of the page, null for all others.
  return `SELECT row_to_json(p)::text AS j, CASE WHEN row_number() OVER () = ${request.limit} THEN k END AS k
    FROM (SELECT (SELECT x FROM (SELECT ${columns}) x) AS p, ${cursorExpr(keys)} AS k
      FROM ${def.table} t WHERE ${where}${after} ORDER BY ${orderBySql(keys)} LIMIT ${limit}) page`;
}

const pageJson = (rows: string, next: string | null, total: number | null): RawJson =>
  new RawJson(`{"data":[${rows}],"page":{"next":${JSON.stringify(next)},"total":${total}}}`);

/** The exact number; asked for apart, so that it never delays the rows (UX-1). */
export async function countRecords(ctx: Context, def: ObjectDef, selection: Selection, action: ObjectAction = 'read'): Promise<number> {
  const b = new StatementBuilder();
  const where = selectionSql(ctx, def, selection, b, action);
  const rows = await ctx.db.prepared<{ n: number }>(b.named(`SELECT count(*)::int AS n FROM ${def.table} t WHERE ${where}`));
  return rows[0]?.n ?? 0;
}
