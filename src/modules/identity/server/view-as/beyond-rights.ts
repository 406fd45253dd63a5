import { type ObjectDef, scopes } from '#meta/object.ts';
import type { Registry } from '#meta/registry.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import type { Actor } from '#platform/context/actor.ts';

const generosity = { hidden: 0, masked: 1, full: 2 } as const;

/**
 * Whether a person may do or see anything that the viewer may not (UX-14): a right, a wider grant, a field in fuller
 * view. Reading needs the scope `all`: another person's own or unit's records are not the viewer's.
 */
export function isBeyond(viewer: Actor, person: Actor, registry: Pick<Registry, 'objects'>): boolean {
  if ([...person.rights].some((right) => !viewer.rights.has(right))) return true;
  return registry.objects.some((def) => hasWiderGrant(viewer, person, def) || (person.grants.get(def.key)?.has('read') === true && hasFullerField(viewer, person, def)));
}

function hasWiderGrant(viewer: Actor, person: Actor, def: ObjectDef): boolean {
  const held = viewer.grants.get(def.key);
  return [...(person.grants.get(def.key) ?? [])].some(([action, scope]) => {
    const own = held?.get(action);
    if (own === undefined) return true;
    return action === 'read' ? own !== 'all' : scopes.indexOf(own) < scopes.indexOf(scope);
  });
}

const hasFullerField = (viewer: Actor, person: Actor, def: ObjectDef): boolean =>
  def.fields.some((field) => generosity[fieldAccessOf(person, def, field).view] > generosity[fieldAccessOf(viewer, def, field).view]);
