import { z } from 'zod';
import { Failure, type Issue } from '#kernel/failure.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { Filter } from '#meta/filter.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../context/context.ts';
import { checkFilter, filterSql, knownField } from '../records/filter/filter-sql.ts';
import { parseSort } from '../records/sort-cursor.ts';
import { StatementBuilder } from '../records/statement.ts';

const key = z.string().max(100);

/** What a list shows (PL-13). Absent or null: as the object's standard list. */
export const viewDefinition = z.strictObject({
  mode: z.enum(['table', 'kanban', 'calendar', 'map']).default('table'),
  columns: z.array(key).max(100).nullable().default(null),
  filter: z.unknown().transform((filter) => (filter === undefined || filter === null ? null : checkFilter(filter))).default(null),
  sort: z.string().max(400).nullable().default(null),
  groupBy: key.nullable().default(null),
  /** Column widths in pixels. */
  widths: z.record(key, z.int().min(40).max(1_200)).default({}),
  /** calendar: the date by which records lie; map: the address or position. */
  dateField: key.nullable().default(null),
  placeField: key.nullable().default(null),
});
export type ViewDefinition = z.infer<typeof viewDefinition>;

type Reader = Pick<Context, 'actor' | 'registry' | 'now' | 'timeZone' | 'secrets'>;

const exists = (ctx: Reader, def: ObjectDef, name: string): Field | undefined => {
  const field = knownField(ctx, def, name.split(':')[0] ?? '');
  return field?.retired === true ? undefined : field;
};

/** What is wrong with a view for the person who saves it. */
export function viewIssues(ctx: Reader, def: ObjectDef, view: ViewDefinition): Issue[] {
  const named = [...(view.columns ?? []).map((name) => ['columns', name] as const), ...Object.keys(view.widths).map((name) => ['widths', name] as const)];
  const unknown = named.filter(([, name]) => name !== 'id' && !exists(ctx, def, name)).map(([path, name]) => ({ path: `${path}.${name}`, code: 'unknown' }));
  return [
    ...unknown, ...attempt(() => view.filter && filterSql(ctx, def, view.filter, 't', new StatementBuilder())),
    ...attempt(() => view.sort && parseSort(ctx, def, view.sort, 't')),
    ...fieldIssue(ctx, def, 'groupBy', view.groupBy, (field) => typeOf(field).isGroupable),
    ...fieldIssue(ctx, def, 'dateField', view.dateField, (field) => ['date', 'dateTime'].includes(typeOf(field).family)),
    ...fieldIssue(ctx, def, 'placeField', view.placeField, (field) => field.type === 'address' || field.type === 'geo'),
    ...(view.mode === 'kanban' && view.groupBy === null ? [{ path: 'groupBy', code: 'required' }] : []),
    ...(view.mode === 'calendar' && view.dateField === null ? [{ path: 'dateField', code: 'required' }] : []),
    ...(view.mode === 'map' && view.placeField === null ? [{ path: 'placeField', code: 'required' }] : []),
  ];
}

function attempt(work: () => unknown): readonly Issue[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.issues;
    throw error;
  }
}

function fieldIssue(ctx: Reader, def: ObjectDef, path: string, name: string | null, isFit: (field: Field) => boolean): Issue[] {
  if (name === null) return [];
  const field = exists(ctx, def, name);
  if (!field) return [{ path, code: 'unknown' }];
  return isFit(field) ? [] : [{ path, code: 'invalid' }];
}

export interface ViewNote {
  /** Where in the view something was left out. */
  readonly place: 'columns' | 'filter' | 'sort' | 'groupBy' | 'mode';
  readonly field: string;
}

/** The view as far as the reader's fields go: what vanished or is hidden from them is left out, with a note (UX-2). */
export function readableView(ctx: Reader, def: ObjectDef, view: ViewDefinition): { readonly view: ViewDefinition; readonly notes: readonly ViewNote[] } {
  const notes: ViewNote[] = [];
  const keep = (place: ViewNote['place'], name: string): boolean => {
    const isKnown = name === 'id' || exists(ctx, def, name) !== undefined;
    if (!isKnown && !notes.some((note) => note.place === place && note.field === name)) notes.push({ place, field: name });
    return isKnown;
  };
  const columns = view.columns?.filter((name) => keep('columns', name)) ?? null;
  const filter = view.filter === null ? null : (prune(ctx, def, view.filter, notes) ?? null);
  const sort = view.sort?.split(',').filter((word) => keep('sort', word.replace(/^[-+]/, ''))).join(',') ?? null;
  const one = (name: string | null): string | null => (name !== null && keep('groupBy', name) ? name : null);
  const [groupBy, dateField, placeField] = [one(view.groupBy), one(view.dateField), one(view.placeField)];
  const isModeLost = (view.mode === 'kanban' && groupBy === null) || (view.mode === 'calendar' && dateField === null) || (view.mode === 'map' && placeField === null);
  const widths = Object.fromEntries(Object.entries(view.widths).filter(([name]) => exists(ctx, def, name)));
  return {
    view: {
      ...view, columns, filter, sort: sort === '' ? null : sort, groupBy, dateField, placeField, widths, mode: isModeLost ? 'table' : view.mode,
    },
    notes,
  };
}

/** Drops the conditions that no longer hold for this reader: each alone must make a statement. */
function prune(ctx: Reader, def: ObjectDef, filter: Filter, notes: ViewNote[]): Filter | undefined {
  if ('and' in filter) return { and: filter.and.flatMap((part) => prune(ctx, def, part, notes) ?? []) };
  if ('or' in filter) {
    const parts = filter.or.flatMap((part) => prune(ctx, def, part, notes) ?? []);
    // An empty "or" would find nothing at all.
    return parts.length === 0 && filter.or.length > 0 ? undefined : { or: parts };
  }
  if ('not' in filter) {
    const inner = prune(ctx, def, filter.not, notes);
    return inner && { not: inner };
  }
  const isSound = attempt(() => filterSql(ctx, def, filter, 't', new StatementBuilder())).length === 0;
  if (!isSound) notes.push({ place: 'filter', field: filter.field });
  return isSound ? filter : undefined;
}
