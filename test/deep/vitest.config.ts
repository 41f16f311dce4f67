import { defineConfig } from 'vitest/config';
import { NearestFirst } from './nearest-first.ts';

/**
 * The tests a mutation run asks: the unit tests of the folders it mutates, as they stand in its sandbox. Whole-book tests
 * are left out: they load their book before the first test, where no mutant can be told from another, and a rule that
 * only a whole book notices has no test of its own. So are tests of documents: the sandbox has none.
 */
export default defineConfig({
  test: {
    include: ['test/core/{check,sheet,stock}/**/*.test.ts'],
    exclude: ['test/core/check/northwind.test.ts', 'test/core/check/rules-document.test.ts'],
    setupFiles: ['test/property-seed.ts', 'test/deep/setup.ts'],
    // One worker a change instead of one a test file: eight times as fast, and no change meets what another left behind.
    isolate: false,
    sequence: { sequencer: NearestFirst },
  },
});
