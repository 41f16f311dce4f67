import fc from 'fast-check';
import { inject, vi } from 'vitest';

/** Runs before each test file of a mutation run, which asks the tests thousands of times. All files share one worker. */

// A change that only the hundredth case of a property shows counts as unnoticed here.
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 10 });

// In its first run Stryker takes down which test runs what. What one file has looked up and remembered (headings) must not
// hide from the next that it would have looked it up, too.
if (inject('mode' as never) === 'dry-run') vi.resetModules();

// It takes it down at the end of each file, of all files so far. Without this every file would repeat the coverage of all
// before it, and the first run would take a minute instead of seconds.
const { mutantCoverage } = (globalThis as { __stryker__?: { mutantCoverage?: Coverage } }).__stryker__ ?? {};
for (const covered of [mutantCoverage?.static, mutantCoverage?.perTest])
  for (const id of Object.keys(covered ?? {})) delete covered?.[id];

interface Coverage {
  /** What ran while modules loaded: hits by mutant. */
  readonly static: Record<string, unknown>;
  /** Hits by mutant, by test. */
  readonly perTest: Record<string, unknown>;
}
