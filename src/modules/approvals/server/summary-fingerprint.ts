import { createHash } from 'node:crypto';
import type { ApprovalSummary } from '#platform/modules/approval-kind.ts';

/** Same words, same values: same fingerprint. A request whose subject changed since shows another one. */
export function fingerprintOf(summary: ApprovalSummary | undefined): string {
  if (summary === undefined) return 'gone';
  return createHash('sha256').update(JSON.stringify([summary.title, summary.changes, summary.about ?? null])).digest('base64url');
}
