import { isProblem } from '#kit/api/api-problem.ts';
import { type KeptAudit, toSubmission } from './kept-audit.ts';

export interface AuditSendDeps {
  submit(audit: string, body: ReturnType<typeof toSubmission>, waitedSeconds: number): Promise<unknown>;
  /** Answers the file's id; the same key again answers the same file. */
  upload(audit: string, name: string, blob: Blob, key: string): Promise<string>;
  keep(audit: KeptAudit): Promise<void>;
  drop(id: string): Promise<void>;
  now(): number;
}

export type AuditSent = 'sent' | 'waiting' | 'refused';

/** Worth another try without anybody's help: the network, a busy or stopped server, a session that ended. */
const isPassing = (problem: unknown): boolean => isProblem(problem)
  && (problem.status === 0 || problem.status === 401 || problem.status === 408 || problem.status === 429 || problem.status >= 500 || problem.code === 'auth.view-only');

/**
 * Sends one kept audit: first its photos, then the answers that name them, and forgets it when the server has all.
 * Every step is kept before the next and has a key of its own: a lost answer or a closed page never makes anything twice.
 */
export async function sendAudit(kept: KeptAudit, deps: AuditSendDeps): Promise<AuditSent> {
  let audit = kept;
  try {
    for (const { key, name, blob, fileId } of kept.photos) {
      if (fileId !== null || blob === null) continue;
      const sent = await deps.upload(audit.audit, name, blob, `${audit.submission}-${key}`);
      audit = { ...audit, photos: audit.photos.map((photo) => (photo.key === key ? { ...photo, fileId: sent } : photo)) };
      await deps.keep(audit);
    }
    await deps.submit(audit.audit, toSubmission(audit), Math.max(0, Math.round((deps.now() - audit.savedAt) / 1_000)));
    await deps.drop(audit.id);
    return 'sent';
  } catch (problem) {
    if (isPassing(problem)) return 'waiting';
    const words = isProblem(problem) ? [problem.detail, ...problem.errors.map(({ message }) => message)].join(' ') : String(problem);
    await deps.keep({ ...audit, state: 'refused', problem: words });
    return 'refused';
  }
}
