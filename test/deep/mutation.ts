import { availableParallelism } from 'node:os';
import { sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { tally } from './tally.ts';

/**
 * `npm run test:deep`: changes the code of core/check and core/sheet in one place at a time and asks whether a unit test
 * notices. Fails when fewer than 85 % of the changes are noticed in either folder.
 *
 *   npm run test:deep -- --mutate 'core/sheet/values/**'   only these files (may be given several times)
 *   npm run test:deep -- --force                           judge every change anew
 *   npm run test:deep -- --concurrency 1                   leave the other cores alone
 *
 * Verdicts are kept in .cache/mutation and hold until the code or the test file they rest on changes; what a test file
 * merely imports isn't watched, so `--force` has the last word. report.html beside them shows each change in its place.
 */
const LEAST_PERCENT = 85;
const folders = ['core/check', 'core/sheet'] as const;

const { values: given } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true, default: folders.map((folder) => `${folder}/**`) },
    force: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: String(availableParallelism()) },
  },
});

const mutants = await new Stryker({
  mutate: given.mutate,
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner'), import.meta.resolve('./word-lists.ts')],
  ignorers: ['word-lists'],
  vitest: { configFile: 'test/deep/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.cache/mutation/verdicts.json',
  force: given.force,
  concurrency: Number(given.concurrency),
  tempDirName: '.cache/mutation/sandbox',
  // The sandbox holds what the unit tests of core load and nothing else.
  ignorePatterns: ['**', '!core/**/*', '!locales/**/*', '!test/core/**/*', '!test/deep/*', '!test/*.ts', '!*.json'],
  disableTypeChecks: false,
  // Changes in tables read while a module loads need a fresh start each: slow, and judged all the same.
  ignoreStatic: false,
  warnings: { slow: false, preprocessorErrors: true, unknownOptions: true, unserializableOptions: true },
  reporters: ['progress-append-only', 'clear-text', 'html'],
  clearTextReporter: { logTests: false, allowColor: false },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
}).runMutationTest();

let judged = 0;
for (const folder of folders) {
  const inside = mutants.filter(({ fileName }) => fileName.replaceAll(sep, '/').includes(`/${folder}/`));
  const { line, valid, percent } = tally(inside);
  if (valid === 0) continue;
  judged += valid;
  console.log(`${folder}: ${line}`);
  if (percent < LEAST_PERCENT) {
    console.error(`${folder}: ${LEAST_PERCENT} % must be noticed`);
    process.exitCode = 1;
  }
}
if (judged === 0) {
  console.error(`nothing was judged: ${given.mutate.join(', ')} names no code of ${folders.join(' or ')}`);
  process.exitCode = 1;
}
