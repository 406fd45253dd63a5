import { isProblem } from '#kit/api/api-problem.ts';
import type { OrderPhoto } from './kept-order.ts';

/** A report with its pictures, as the device keeps it until the server has all of it. */
export interface KeptReport {
  readonly id: string;
  /** The key of the report: the same on every try. */
  readonly submission: string;
  readonly photos: readonly OrderPhoto[];
  /** `refused`: the server will not take it as it is; a person must look. */
  readonly state: 'draft' | 'waiting' | 'refused';
  /** Milliseconds by the device's clock. */
  readonly savedAt: number;
  readonly problem: string | null;
}

export interface KeptSendDeps<T extends KeptReport> {
  /** Answers the file's id; the same key again answers the same file. */
  upload(kept: T, name: string, blob: Blob, key: string): Promise<string>;
  report(kept: T, waitedSeconds: number): Promise<unknown>;
  keep(kept: T): Promise<void>;
  drop(id: string): Promise<void>;
  now(): number;
}

export type KeptSent = 'sent' | 'waiting' | 'refused';

/** Worth another try without anybody's help: the network, a busy or stopped server, a session that ended. */
export const isPassing = (problem: unknown): boolean => isProblem(problem)
  && (problem.status === 0 || problem.status === 401 || problem.status === 408 || problem.status === 429 || problem.status >= 500 || problem.code === 'auth.view-only');

export const sayProblem = (problem: unknown): string => (isProblem(problem) ? [problem.detail, ...problem.errors.map(({ message }) => message)].join(' ') : String(problem));

export const waitedSeconds = (now: number, since: number): number => Math.max(0, Math.round((now - since) / 1_000));

/**
 * Sends one report: first its pictures, then what names them, and forgets it when the server has all. Every step is kept
 * before the next and has a key of its own: a lost answer or a closed page doubles nothing.
 */
export async function sendKept<T extends KeptReport>(kept: T, deps: KeptSendDeps<T>): Promise<KeptSent> {
  let current = kept;
  try {
    for (const { key, name, blob, fileId } of kept.photos) {
      if (fileId !== null) continue;
      const sent = await deps.upload(current, name, blob, `${current.submission}-${key}`);
      current = { ...current, photos: current.photos.map((photo) => (photo.key === key ? { ...photo, fileId: sent } : photo)) };
      await deps.keep(current);
    }
    await deps.report(current, waitedSeconds(deps.now(), current.savedAt));
    await deps.drop(current.id);
    return 'sent';
  } catch (problem) {
    if (isPassing(problem)) return 'waiting';
    await deps.keep({ ...current, state: 'refused', problem: sayProblem(problem) });
    return 'refused';
  }
}
