import type { ObjectAction, ObjectDef, Scope } from '#meta/object.ts';
import { findField } from '#meta/object.ts';
import type { Actor } from '../context/actor.ts';
import type { Context } from '../context/context.ts';
import type { StatementBuilder } from '../records/statement.ts';
import { baseColumn, tableCondition, valueExpr } from '../records/storage.ts';

/** What the predicate needs of a context. */
export type AccessView = Pick<Context, 'actor' | 'registry' | 'now'>;

export const grantOf = (actor: Actor, def: ObjectDef, action: ObjectAction): Scope | undefined =>
  actor.grants.get(def.key)?.get(action);

const SHARE_LEVELS: Partial<Record<ObjectAction, 'read' | 'write'>> = { read: 'read', update: 'write', create: 'write' };

/**
 * The one SQL condition that says which rows of `alias` the actor may treat so (PL-30, SEC-12): lists, single records,
 * children, counts, search, exports and live updates all ask here. `false` when there is no grant.
 */
export function recordPredicate(view: AccessView, def: ObjectDef, action: ObjectAction, alias: string, b: StatementBuilder): string {
  const scope = grantOf(view.actor, def, action);
  if (scope === undefined) return 'false';
  return scopedPredicate(view, def, scope, SHARE_LEVELS[action], alias, b);
}

function scopedPredicate(
  view: AccessView, def: ObjectDef, scope: Scope, share: 'read' | 'write' | undefined, alias: string, b: StatementBuilder,
): string {
  if (def.access.kind === 'everyone') return 'true';
  if (def.access.kind === 'owned') return ownedPredicate(view, def, scope, share, alias, b);
  return viaPredicate(view, def, scope, share, alias, b);
}

function ownedPredicate(
  view: AccessView, def: ObjectDef, scope: Scope, share: 'read' | 'write' | undefined, alias: string, b: StatementBuilder,
): string {
  if (scope === 'all') return 'true';
  const ways = [`${alias}.owner_id = ANY(${b.param(view.actor.selves)}::uuid[])`];
  if (scope !== 'own') ways.push(`${alias}.unit_id = ANY(${b.param(unitsOf(view.actor, scope))}::uuid[])`);
  if (share !== undefined) ways.push(sharedPredicate(view, def, share, alias, b));
  return `(${ways.join(' OR ')})`;
}

const unitsOf = (actor: Actor, scope: Scope): readonly string[] => (scope === 'unit' ? actor.units : scope === 'unitBelow' ? actor.unitsBelow : []);

// More parts than this cost more than one walk through the whole order.
const MAX_PARTS = 16;

/**
 * `recordPredicate` for reading, cut into conditions that exclude one another: one per owner, per unit, and for what is
 * shared. A list reads the beginning of each part by its own index and merges them; as one condition with OR it walks
 * through everybody's records until a page of the actor's own has come together (PL-70). Undefined: better in one piece.
 */
export function readableParts(view: AccessView, def: ObjectDef, alias: string, b: StatementBuilder): readonly string[] | undefined {
  const { actor } = view;
  const scope = grantOf(actor, def, 'read');
  if (def.access.kind !== 'owned' || scope === undefined || scope === 'all') return undefined;
  const selves = [...new Set(actor.selves)];
  const units = [...new Set(unitsOf(actor, scope))];
  if (selves.length + units.length > MAX_PARTS) return undefined;
  const notMine = `(${alias}.owner_id = ANY(${b.param(selves)}::uuid[])) IS NOT TRUE`;
  const notOurs = units.length === 0 ? notMine : `${notMine} AND (${alias}.unit_id = ANY(${b.param(units)}::uuid[])) IS NOT TRUE`;
  return [
    ...selves.map((id) => `${alias}.owner_id = ${b.param(id)}::uuid`),
    ...units.map((id) => `${alias}.unit_id = ${b.param(id)}::uuid AND ${notMine}`),
    `${sharedPredicate(view, def, 'read', alias, b)} AND ${notOurs}`,
  ];
}

/** An array of ids made once, so that the planner can still use the primary key beside the other ways. */
function sharedPredicate(view: AccessView, def: ObjectDef, level: 'read' | 'write', alias: string, b: StatementBuilder): string {
  const { actor, now } = view;
  const writeOnly = level === 'write' ? " AND s.level = 'write'" : '';
  return `${alias}.id = ANY(ARRAY(SELECT s.record_id FROM record_share s WHERE s.object = ${b.param(def.key)}
    AND (s.user_id = ANY(${b.param(actor.selves)}::uuid[]) OR s.unit_id = ANY(${b.param(actor.units)}::uuid[]))
    AND (s.until_at IS NULL OR s.until_at > ${b.instant(now)}::timestamptz)${writeOnly}))`;
}

function viaPredicate(
  view: AccessView, def: ObjectDef, scope: Scope, share: 'read' | 'write' | undefined, alias: string, b: StatementBuilder,
): string {
  const key = def.access.kind === 'via' ? def.access.field : '';
  const field = findField(def, key);
  const parent = field?.target === undefined ? undefined : view.registry.object(field.target);
  if (!field || !parent) return 'false';
  const link = field.custom === true ? `(${valueExpr(view.registry, def, field, alias)})::uuid` : `${alias}.${baseColumn(field)}`;
  const allowed = scopedPredicate(view, parent, scope, share, 'p', b);
  const seen = `EXISTS (SELECT 1 FROM ${parent.table} p WHERE ${tableCondition(parent, 'p')}p.id = ${link} AND p.deleted_at IS NULL AND ${allowed})`;
  if (field.required === true) return seen;
  const own = findField(def, 'owner') ? `${alias}.owner_id` : `${alias}.created_by`;
  return `(${seen} OR (${link} IS NULL AND ${own} = ANY(${b.param(view.actor.selves)}::uuid[])))`;
}
