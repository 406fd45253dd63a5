import { createHash } from 'node:crypto';
import type { ApprovalSummary } from '#platform/modules/approval-kind.ts';

/** Made of values, never of labels and titles: other words for the same thing are no change. A changed subject shows another one. */
export function fingerprintOf(summary: ApprovalSummary | undefined): string {
  if (summary === undefined) return 'gone';
  return createHash('sha256').update(JSON.stringify(summary.stamp === undefined ? summary.changes.map(({ from, to }) => [from, to]) : summary.stamp)).digest('base64url');
}
