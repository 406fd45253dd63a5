import { fail } from '#kernel/failure.ts';
import type { ApprovalKind } from '#platform/modules/approval-kind.ts';

/** Every module's kinds; read late, because modules are listed in one file. */
export type ApprovalKinds = () => readonly ApprovalKind[];

export function kindByKey(kinds: ApprovalKinds, key: string): ApprovalKind {
  const kind = kinds().find((one) => one.key === key);
  if (kind === undefined) throw fail('record.not-found');
  return kind;
}
