import { defineConfig } from 'vitest/config';

const setupFiles = ['test/property-seed.ts'];
/** Of tests that share a process: loading what they import once for each file took longer than many of them do. */
const leavingNothing = [...setupFiles, 'test/leave-nothing.ts'];

/** Tiers: unit (pure, fast), contract (adapters, API), program (server, command line, PDF), browser (pages in Chromium). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{core,workbook,locales,ui,addin,desk}/**/*.test.ts'],
          setupFiles: leavingNothing,
          isolate: false,
          // No speed is asserted: a busy machine may take its time over a large file.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/{contract,audit}/**/*.test.ts'],
          setupFiles: leavingNothing,
          isolate: false,
          globalSetup: ['test/postgres/for-the-run.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'program',
          include: ['test/{server,cli}/**/*.test.ts'],
          setupFiles: leavingNothing,
          isolate: false,
          globalSetup: ['test/postgres/for-the-run.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          // A sample of it, by the seed; `npm run torture` does all.
          name: 'torture',
          include: ['test/torture/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/{browser,host}/**/*.test.ts'],
          globalSetup: ['test/host/every-member-is-tested.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          isolate: false,
          // A page may take its time on a busy machine; what never comes is not waited for longer than a test.
          expect: { poll: { timeout: 60_000 } },
          maxWorkers: 1,
          fileParallelism: false,
          // Who loses a race with a busy machine tries once more; scripts/test.ts names him, so that the race is found and ended.
          retry: 1,
        },
      },
    ],
  },
});
