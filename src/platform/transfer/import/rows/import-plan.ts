import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import type { Context } from '../../../context/context.ts';
import type { ImportAdapter } from '../import-adapter.ts';
import { type ImportOptions, type Mapping, parsedDefaults } from '../import-options.ts';
import type { LinkMemory } from './link-names.ts';
import { type CellReader, makeCellReader } from './read-cells.ts';
import { textContextOf } from './text-context.ts';

/** Everything about one import that stays the same from row to row. */
export interface ImportPlan {
  readonly importId: Id;
  readonly def: ObjectDef;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly adapter: ImportAdapter;
  readonly read: CellReader;
  readonly links: LinkMemory;
  /** Values of new records where the file says nothing. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Owner → unit, for owners that may be given records. */
  readonly units: Map<Id, Id | null | undefined>;
}

export interface PlanSource {
  readonly id: Id;
  readonly object: string;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
}

export function objectNamed(ctx: Pick<Context, 'registry'>, key: string): ObjectDef {
  const def = ctx.registry.object(key);
  if (!def) throw fail('record.not-found');
  return def;
}

export function makePlan(ctx: Context, source: PlanSource, adapter: ImportAdapter): ImportPlan {
  const def = objectNamed(ctx, source.object);
  const { mapping, options } = source;
  return {
    importId: source.id, def, mapping, options, adapter,
    read: makeCellReader(def, mapping, textContextOf(def, ctx.locale, ctx.timeZone)),
    links: new Map(), units: new Map(),
    defaults: { ...declaredDefaults(def), ...ownerDefault(ctx, def, options), ...parsedDefaults(def, options.defaults) },
  };
}

const declaredDefaults = (def: ObjectDef): Record<string, unknown> =>
  Object.fromEntries(def.fields.filter((f) => f.default !== undefined && f.retired !== true).map((f) => [f.key, f.default]));

function ownerDefault(ctx: Context, def: ObjectDef, options: ImportOptions): Record<string, unknown> {
  if (!findField(def, 'owner')) return {};
  if (options.owner.kind === 'pool') return { owner: null };
  return { owner: options.owner.kind === 'person' ? (options.owner.person ?? null) : ctx.actor.userId };
}
