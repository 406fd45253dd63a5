import { GuestProblem, isPassing } from '#kit/guest/guest-call.ts';
import type { KeptPicture, KeptReport } from './kept-report.ts';

export interface ReportDeps {
  /** Puts the words; the same key again answers the same case or message. */
  put(report: KeptReport): Promise<{ readonly caseId: string; readonly message: string | null }>;
  upload(made: { readonly caseId: string; readonly message: string | null }, picture: KeptPicture): Promise<unknown>;
  keep(report: KeptReport): Promise<void>;
  drop(id: string): Promise<void>;
}

export type ReportSent = 'sent' | 'waiting' | 'refused';

/**
 * Sends one report: its words, then each picture, and forgets it when the server has all. Every step is kept before the
 * next and has a key of its own: a lost answer or a closed page never makes anything twice.
 */
export async function sendReport(kept: KeptReport, deps: ReportDeps): Promise<ReportSent> {
  let report = kept;
  try {
    const made = report.made ?? (await deps.put(report));
    report = { ...report, made };
    await deps.keep(report);
    for (const picture of kept.pictures) {
      if (picture.isSent) continue;
      await deps.upload(made, picture);
      report = { ...report, pictures: report.pictures.map((each) => (each.key === picture.key ? { ...each, isSent: true } : each)) };
      await deps.keep(report);
    }
    await deps.drop(report.id);
    return 'sent';
  } catch (problem) {
    if (isPassing(problem)) return 'waiting';
    await deps.keep({ ...report, state: 'refused', problem: problem instanceof GuestProblem ? problem.message : String(problem) });
    return 'refused';
  }
}
