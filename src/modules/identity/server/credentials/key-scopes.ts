import type { Id } from '#kernel/ids.ts';
import { type ObjectAction, type Scope, objectActions } from '#meta/object.ts';
import { type Actor, type Right, rights } from '#platform/context/actor.ts';

/** `write` in a key. Export, reveal and the rights of administration are never implied: a key must name them. */
const writing: readonly ObjectAction[] = ['create', 'update', 'delete', 'import', 'assign', 'share', 'merge'];

/** `read`, `write`, `<object>:<action>`, or a right such as `admin.users`. */
export function isKeyScope(text: string, isObject: (key: string) => boolean): boolean {
  if (text === 'read' || text === 'write' || rights.some((right) => right === text)) return true;
  const [object = '', action = '', ...rest] = text.split(':');
  return rest.length === 0 && isObject(object) && objectActions.some((known) => known === action);
}

/** Whether the scopes allow nothing but reading. */
export const isReadOnly = (keyScopes: readonly string[]): boolean =>
  keyScopes.every((scope) => scope === 'read' || scope.endsWith(':read'));

/** The person's rights, cut down to what the key names (PL-21). */
export function limitToScopes(actor: Actor, keyScopes: readonly string[], apiKeyId: Id): Actor {
  const named = new Set(keyScopes);
  const allows = (object: string, action: ObjectAction): boolean =>
    (named.has('read') && action === 'read') || (named.has('write') && writing.includes(action)) || named.has(`${object}:${action}`);
  const grants = new Map<string, Map<ObjectAction, Scope>>();
  for (const [object, actions] of actor.grants) {
    const kept = new Map([...actions].filter(([action]) => allows(object, action)));
    if (kept.size > 0) grants.set(object, kept);
  }
  const kept = new Set<Right>([...actor.rights].filter((right) => named.has(right)));
  return { ...actor, kind: 'api-key', rights: kept, grants, apiKeyId };
}
