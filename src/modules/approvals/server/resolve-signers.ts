import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject } from '#platform/modules/approval-kind.ts';
import type { Flow, StepBy } from '../rules/flow.ts';
import { activeOf, administratorsOf, managersOf, peopleInRole } from './queries/find-signers.ts';

export interface Signers {
  readonly users: readonly Id[];
  /** `fallback`: nobody qualified by the step itself. */
  readonly origin: StepBy['kind'] | 'fallback';
}

interface Asked {
  readonly kind: ApprovalKind;
  readonly subject: ApprovalSubject;
  readonly requester: Id;
  readonly flow: Pick<Flow, 'allowsOwn'>;
}

async function named(ctx: Context, by: StepBy, asked: Asked): Promise<readonly Id[]> {
  switch (by.kind) {
    case 'role': return peopleInRole(ctx, by.role);
    case 'people': return activeOf(ctx, by.users);
    case 'subject': return activeOf(ctx, (await asked.kind.signersOf?.(ctx, asked.subject)) ?? []);
    case 'manager': return (await managersOf(ctx, asked.requester)).slice(by.levels - 1, by.levels);
  }
}

/**
 * Who is asked in a step (PL-42). Where nobody qualifies: the requester's next manager, else the administrators. The
 * requester is left out unless the flow allows it. Empty when there is really nobody: the request then waits, it is
 * never approved by silence.
 */
export async function resolveSigners(ctx: Context, by: StepBy, asked: Asked): Promise<Signers> {
  const others = (ids: readonly Id[]) => (asked.flow.allowsOwn ? ids : ids.filter((id) => id !== asked.requester));
  const users = others(await named(ctx, by, asked));
  if (users.length > 0) return { users, origin: by.kind };
  // A level above the top of the tree is not given back to somebody below it.
  const managers = by.kind === 'manager' && by.levels > 1 ? [] : others(await managersOf(ctx, asked.requester));
  return { users: managers.length > 0 ? managers.slice(0, 1) : others(await administratorsOf(ctx)), origin: 'fallback' };
}
