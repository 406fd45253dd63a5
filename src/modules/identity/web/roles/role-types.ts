import type { ObjectAction, Scope } from '#meta/object.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import type { CallAnswer } from '#kit/api/typed-client.ts';

/** Stands for every object, those made later included. */
export const EVERY_OBJECT = '*';

export type Grants = Readonly<Record<string, Partial<Record<ObjectAction, Scope>>>>;
export type FieldView = 'full' | 'masked' | 'hidden';
export type FieldRights = Readonly<Record<string, Readonly<Record<string, { readonly view: FieldView; readonly edit: boolean }>>>>;

/** `GET /roles` for somebody who manages them. */
export type Role = CallAnswer<'PATCH /roles/{key}'>;

export type RoleDraft = { readonly rights: readonly string[] } & Pick<Role, 'label' | 'description' | 'grants' | 'fields' | 'requiresTwoFactor' | 'allowedNetworks'>;

export const draftOf = (role: Role): RoleDraft => ({
  label: role.label, description: role.description, rights: role.rights, grants: role.grants, fields: role.fields,
  requiresTwoFactor: role.requiresTwoFactor, allowedNetworks: role.allowedNetworks,
});

const actionsWritten: readonly ObjectAction[] = ['read', 'create', 'update', 'delete', 'export'];

/** The order of the matrix: reading first, then the daily work, then the rare. */
export const matrixActions: readonly ObjectAction[] = ['read', 'create', 'update', 'delete', 'assign', 'share', 'export', 'import', 'merge', 'reveal'];

/** Whether an action means anything on the object, so that the matrix stays free of empty choices. */
export function isMeaningful(object: ObjectMeta, action: ObjectAction): boolean {
  if (object.writes === 'actions') return actionsWritten.includes(action);
  if (action === 'merge') return object.isMergeable;
  if (action === 'assign' || action === 'share') return object.isOwned;
  return action !== 'reveal' || object.fields.some((f) => f.sensitive === true || f.mask !== undefined);
}

/** The grants with one cell changed; objects without any grant are left out. */
export function withGrant(grants: Grants, object: string, action: ObjectAction, scope: Scope | undefined): Grants {
  const { [action]: _, ...others } = grants[object] ?? {};
  const row = scope === undefined ? others : { ...others, [action]: scope };
  const { [object]: __, ...rest } = grants;
  return Object.keys(row).length === 0 ? rest : { ...rest, [object]: row };
}
