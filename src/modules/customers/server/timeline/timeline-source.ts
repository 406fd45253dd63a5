import type { Sql } from 'sql-template-tag';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import type { Context } from '#platform/context/context.ts';

/** Whose timeline. A merge moves the records of the merged customer over, but not what is written about it (CU-11). */
export interface TimelinePlace {
  /** For records: compared with `=`, so that an index gives them in order of time. */
  readonly customerId: Id;
  /** For events and the trail: the customer first, then those that were merged into it. */
  readonly ids: readonly Id[];
}

export interface TimelinePage {
  /** The last entry of the page before: `at` as PostgreSQL writes it. */
  readonly before: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
  /** All when absent. */
  readonly kinds: ReadonlySet<string> | undefined;
}

/** One row of a source. SQL names the columns the same, in this order. */
export interface TimelineRow {
  readonly source: string;
  /** Unique over all sources. */
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly actorId: Id | null;
  readonly actorName: string | null;
  readonly object: string;
  readonly recordId: Id | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly pinned: boolean;
  readonly visibility: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export interface ShownChange {
  readonly object: string;
  readonly recordId: Id;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export type FinishedRow = TimelineRow & { readonly changes?: readonly ShownChange[] };

/**
 * Something that a customer's timeline shows (CU-3, UX-7). Modules add theirs to the list in timeline-sources.ts.
 * The SQL of a source reads only what the reader may see, by an index that starts with the customer and the time, and
 * ends with `newest(page, …)`: no source may read more than a page.
 */
export interface TimelineSource {
  readonly key: string;
  readonly kinds: readonly string[];
  /** Undefined when the reader may see nothing of it. */
  rows(ctx: Context, place: TimelinePlace, page: TimelinePage): Sql | undefined;
  /** Completes rows, or leaves out what only a look at their content shows to be hidden. */
  finish?(ctx: Context, place: TimelinePlace, rows: readonly TimelineRow[]): Promise<readonly FinishedRow[]>;
}

/** The kinds asked for that this source has; undefined for none of them. */
export function wantedKinds(source: Pick<TimelineSource, 'kinds'>, page: TimelinePage): readonly string[] | undefined {
  const kinds = source.kinds.filter((kind) => page.kinds?.has(kind) ?? true);
  return kinds.length > 0 ? kinds : undefined;
}

/** `AND` the rows after the cursor, newest first, a page at most. The first comparison is there for the index. */
export function newest(page: TimelinePage, at: Sql, id: Sql): Sql {
  return sql`${olderThan(page, at, id)} ORDER BY ${at} DESC, ${id} COLLATE "C" DESC LIMIT ${page.limit}`;
}

export const olderThan = ({ before }: TimelinePage, at: Sql, id: Sql): Sql =>
  before === undefined ? sql`` : sql`AND ${at} <= ${before.at}::timestamptz AND (${at}, ${id} COLLATE "C") < (${before.at}::timestamptz, ${before.id})`;

/** A column as far as the reader may see its field: as it is, hinted at, or not at all (SEC-13). */
export function seen(ctx: Pick<Context, 'actor'>, def: ObjectDef, key: string, column: Sql): Sql {
  const field = findField(def, key);
  const view = field ? fieldAccessOf(ctx.actor, def, field).view : 'hidden';
  if (view === 'full') return column;
  return view === 'masked' ? sql`CASE WHEN ${column} IS NOT NULL THEN '****' END` : sql`NULL`;
}

export const isSeen = (ctx: Pick<Context, 'actor'>, def: ObjectDef, key: string): boolean => {
  const field = findField(def, key);
  return field !== undefined && fieldAccessOf(ctx.actor, def, field).view === 'full';
};

/** The object when the reader has any right to read it. */
export function readable(ctx: Pick<Context, 'actor' | 'registry'>, key: string): ObjectDef | undefined {
  const def = ctx.registry.object(key);
  return def && ctx.actor.grants.get(key)?.has('read') === true ? def : undefined;
}
