/** One thing that a check found. `file` is relative to the project; a warning does not fail the run. */
export interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
  readonly level: 'error' | 'warning';
}

/** What a check saw and found. A check which saw nothing has failed, whatever it says. */
export interface CheckResult {
  readonly seen: number;
  readonly unit: string;
  readonly findings: readonly Finding[];
}

/** A check reads the project in the folder `root`; `needs` is the file without which it has nothing to do yet. */
export interface Check {
  readonly name: string;
  readonly needs?: string;
  run(root: string): Promise<CheckResult>;
}

/** An error finding, the common case. */
export function finding(file: string, message: string, line?: number): Finding {
  return line === undefined ? { file, message, level: 'error' } : { file, message, level: 'error', line };
}

/** Warnings do not fail a check; seeing nothing does: a tool that is broken finds no fault either. */
export function hasPassed(result: CheckResult): boolean {
  return result.seen > 0 && result.findings.every((found) => found.level !== 'error');
}
