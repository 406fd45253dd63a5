import type { z } from 'zod';
import { definePart } from '#platform/configuration/configuration-part.ts';
import { listRoles } from '../queries/list-roles.ts';
import { createRole, newRole, updateRole } from './save-role.ts';

/** Roles with their rights, grants and field rights go from one company to another (UX-14); who has them does not. */
export const rolesPart = definePart<z.infer<typeof newRole>>({
  key: 'roles', kind: 'role', right: 'admin.roles', row: newRole, nameOf: (role) => role.key,
  read: async (ctx) => (await listRoles(ctx)).map(({ isBuiltIn: _isBuiltIn, people: _people, version: _version, ...role }) => role),
  write: async (services, ctx, { key, ...role }, before) => {
    if (before) await updateRole(services, ctx, key, role, undefined);
    else await createRole(services, ctx, { key, ...role });
  },
});
