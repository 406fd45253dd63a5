import type { Id } from '#kernel/ids.ts';
import type { Actor } from './actor.ts';

/** Who stands beside a change as its author: the person, or whose key it is; nobody where the system acts by itself. */
export const authorOf = ({ actor }: { readonly actor: Pick<Actor, 'kind' | 'userId'> }): Id | null => (actor.kind === 'system' ? null : actor.userId);
