import type { NamedRef } from '#kit/records/record-types.ts';

export interface Collaborator {
  readonly user: NamedRef | null;
  readonly unit: NamedRef | null;
  readonly level: 'read' | 'write';
  /** ISO 8601; null for good. */
  readonly until: string | null;
}

/** `GET /customers/{id}/sharing` */
export interface Sharing {
  readonly collaborators: readonly Collaborator[];
  readonly canShare: boolean;
}

export const whoOf = ({ user, unit }: Collaborator): NamedRef | null => user ?? unit;

/** What `PUT …/sharing` takes. */
export const toInput = ({ user, unit, level, until }: Collaborator) => ({
  ...(user ? { user: user.id } : {}), ...(unit ? { unit: unit.id } : {}), level, until,
});

/** Adds somebody, or leaves the list as it is when they are there already. */
export function withCollaborator(list: readonly Collaborator[], kind: 'user' | 'unit', who: NamedRef): readonly Collaborator[] {
  if (list.some((one) => whoOf(one)?.id === who.id)) return list;
  return [...list, { user: kind === 'user' ? who : null, unit: kind === 'unit' ? who : null, level: 'read', until: null }];
}
