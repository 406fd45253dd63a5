import type { NamedRef } from '#kit/records/record-types.ts';
import type { CallAnswer } from '#kit/api/typed-client.ts';

/** As the answer has it; who is being added has no `since` yet. */
export type Collaborator = Omit<Sharing['collaborators'][number], 'since'>;

/** `GET /customers/{id}/sharing` */
export type Sharing = CallAnswer<'GET /customers/{id}/sharing'>;

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
