import type { Reporter, TestModule } from 'vitest/node';

/** Prints `N passed, N failed` (and `, N skipped`) as the very last line of a run, for a build server to read. */
export default class LastLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const line = lastLine(modules, unhandled.length);
    // At exit: nothing of another reporter may follow.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}

/** Counts the tests; a file that could not be loaded and an error outside of any test count as one failure each. */
export function lastLine(modules: readonly TestModule[], unhandled: number): string {
  const count = { passed: 0, failed: unhandled, skipped: 0, pending: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) count[test.result().state] += 1;
    for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
    count.failed += module.errors().length;
  }
  const skipped = count.skipped + count.pending;
  return `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
