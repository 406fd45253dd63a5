import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const UNPROTECTED = 'e2e/**/*-unprotected.test.ts';

export default defineConfig({
  test: {
    // The last line of a run is 'N passed, N failed': a build server reads it.
    reporters: ['default', './scripts/last-line-reporter.ts'],
    globalSetup: ['./e2e/harness/global-setup.ts'],
    pool: 'forks',
    // The default leaves one core to the runner, which on a machine with two is half of them.
    maxWorkers: Math.max(2, availableParallelism()),
    // Limits find what hangs, and never what is slow: a build server may be ten times slower than this machine.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'demo/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // The server's modules are read once by each worker: anew for each file they were half of a run's work.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.journey.ts', 'e2e/**/*.test.ts'],
          exclude: [UNPROTECTED],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // As above; a file that replaces modules belongs to the project below.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          // These take a protection out of the server's modules, so that they need modules of their own.
          name: 'unprotected',
          include: [UNPROTECTED],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
