import type { SearchTerm } from '#kernel/search-keys.ts';
import { isJsonObject } from '#kernel/json.ts';
import type { Field } from '#meta/field.ts';
import { type ObjectDef, choiceLabel, findField } from '#meta/object.ts';
import { fieldAccessOf } from '../access/field-access.ts';
import { recordPredicate } from '../access/record-predicate.ts';
import type { Context } from '../context/context.ts';
import { projectionSql } from '../records/projection.ts';
import { type TermSearch, isSearchable, searchTerms, termsSql } from '../records/search-sql.ts';
import { StatementBuilder, escapeLike } from '../records/statement.ts';
import { tableCondition } from '../records/storage.ts';
import { type MatchKind, matchKind } from './match-kind.ts';
import { rankSql } from './rank-sql.ts';
import { foundRows, searchStyles } from './search-style.ts';

export interface SearchHit {
  readonly object: string;
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the same name: customer, stage, owner. */
  readonly second: string | null;
  readonly match: { readonly kind: MatchKind };
}

interface FoundRow {
  readonly object: string;
  readonly rank: number;
  readonly at: string;
  readonly text: string;
  readonly key: string;
  readonly r: Readonly<Record<string, unknown>>;
}

// Of this many matches every one is ranked; words that more records hold are ranked among the newest and the beginnings.
const MAX_RANKED = 2_000;
const NEWEST = 60;

/** Records of all objects that the actor may read, best first: whole names, beginnings, the rest; newest first (PL-60). */
export async function searchRecords(ctx: Context, q: string, options: { readonly limit: number; readonly objects?: readonly string[] | undefined }): Promise<SearchHit[]> {
  const terms = searchTerms(q);
  const [first] = terms;
  const wanted = ctx.registry.objects.filter((def) =>
    isSearchable(def) && ctx.actor.grants.get(def.key)?.has('read') && (options.objects?.includes(def.key) ?? true));
  if (first === undefined || wanted.length === 0) return [];
  const styles = await searchStyles(ctx, wanted, terms, NEWEST);
  const b = new StatementBuilder();
  const arms = wanted.map((def, i) => `(${armSql({ ctx, terms, first, limit: options.limit, style: styles[i] ?? 'index' }, def, b)})`);
  // Never kept prepared: the best plan depends on how common the words are.
  const rows = await ctx.db.prepared<FoundRow>(b.plain(arms.join(' UNION ALL ')));
  const order = new Map(wanted.map((def, i) => [def.key, i]));
  const place = (row: FoundRow) => order.get(row.object) ?? 0;
  return rows
    .toSorted((a, c) => a.rank - c.rank || place(a) - place(c) || (a.at < c.at ? 1 : -1))
    .slice(0, options.limit)
    .map((row) => toHit(ctx, row, first));
}

interface Search extends TermSearch {
  readonly ctx: Context;
  readonly first: SearchTerm;
  readonly limit: number;
}

function armSql(search: Search, def: ObjectDef, b: StatementBuilder): string {
  const { ctx, first, limit } = search;
  const columns = `t.id, ${rankSql(first, 't', b)} AS rank, t.updated_at AS at, t.search_text AS text, t.search_key AS key`;
  const found = `${tableCondition(def, 't')}t.deleted_at IS NULL AND ${termsSql(ctx.actor, def, search, 't', b)}`;
  const { from, where } = foundRows(ctx, def, search.style, found);
  const matching = `SELECT ${columns} FROM ${from} WHERE ${where} AND ${recordPredicate(ctx, def, 'read', 't', b)}`;
  const candidates = search.style === 'index' ? `${matching} LIMIT ${MAX_RANKED}`
    : `(${matching} ORDER BY t.created_at DESC, t.id DESC LIMIT ${NEWEST})${beginningsSql(first, matching, b)}`;
  const projection = projectionSql(ctx, def, { fields: shownFields(ctx, def).map((f) => f.key), include: referencesOf(ctx, def) }, 't', b);
  return `SELECT '${def.key}' AS object, x.rank, x.at, x.text, x.key, (SELECT row_to_json(p) FROM (SELECT ${projection}) p) AS r
    FROM (SELECT * FROM (${candidates}) c ORDER BY c.rank, c.at DESC LIMIT ${b.param(limit)}) x JOIN ${def.table} t ON t.id = x.id`;
}

/** Names that are the term, or begin with it, by the index on names. */
function beginningsSql(first: SearchTerm, ranked: string, b: StatementBuilder): string {
  if (first.kind !== 'han') return '';
  return ` UNION (${ranked} AND t.search_text LIKE ${b.param(`${escapeLike(first.text)}%`)} ORDER BY t.search_text LIMIT ${NEWEST})`;
}

const isShown = (ctx: Context, def: ObjectDef, field: Field | undefined): field is Field =>
  field !== undefined && field.retired !== true && fieldAccessOf(ctx.actor, def, field).view === 'full';

/** The parent, the state, the owner or else the unit: as many as the person may read in full. */
function secondFields(ctx: Context, def: ObjectDef): Field[] {
  const parent = def.access.kind === 'via' ? findField(def, def.access.field) : undefined;
  const state = def.fields.find((f) => f.type === 'choice' && f.inList === true && f.required === true && f.key !== 'kind');
  const owner = findField(def, 'owner') ?? findField(def, 'unit');
  return [parent, state, owner].filter((field) => isShown(ctx, def, field));
}

function shownFields(ctx: Context, def: ObjectDef): Field[] {
  const title = findField(def, def.title);
  return [...(title ? [title] : []), ...secondFields(ctx, def)];
}

const referencesOf = (ctx: Context, def: ObjectDef): string[] => secondFields(ctx, def).filter((f) => f.type === 'reference').map((f) => f.key);

function toHit(ctx: Context, row: FoundRow, first: SearchTerm): SearchHit {
  const def = ctx.registry.object(row.object);
  const isPerson = row.object === 'contact' || row.object === 'user';
  const kind = matchKind(first, { text: row.text, key: row.key, isPerson });
  if (!def) return { object: row.object, id: '', title: '', second: null, match: { kind } };
  const second = secondFields(ctx, def).map((field) => wordFor(ctx, def, field, row.r[field.key])).filter(Boolean).join(' · ');
  return { object: row.object, id: String(row.r.id), title: wordFor(ctx, def, undefined, row.r[def.title]), second: second || null, match: { kind } };
}

function wordFor(ctx: Context, def: ObjectDef, field: Field | undefined, value: unknown): string {
  if (isJsonObject(value)) return typeof value.name === 'string' ? value.name : '';
  const choice = field?.choices?.find((c) => c.value === value);
  if (field && choice) return choiceLabel(def, field, choice, ctx.locale);
  return typeof value === 'string' ? value : '';
}
