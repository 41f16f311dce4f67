import { availableParallelism } from 'node:os';
import { matchesGlob, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { tally, unnoticed } from './verdicts.ts';

/**
 * `npm run test:deep`: changes the code of core/check, core/sheet and core/stock in one place at a time and asks whether a unit test
 * notices. Fails when fewer than 85 % of the changes are noticed in one of them.
 *
 *   npm run test:deep -- --mutate 'core/sheet/values/**'   only these files (may be given several times)
 *   npm run test:deep -- --force                           judge every change anew
 *   npm run test:deep -- --concurrency 1                   leave the other cores alone
 *
 * All of it takes more than an hour on two idle cores, one folder after another keeps what is judged already.
 *
 * Verdicts are kept in .cache/mutation and hold until the code or the test file they rest on changes; what a test file
 * merely imports isn't watched, so `--force` has the last word. report.html beside them shows each change in its place.
 */
const LEAST_PERCENT = 85;
const folders = ['core/check', 'core/sheet', 'core/stock'] as const;

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
  timeoutMS: 3000,
  tempDirName: '.cache/mutation/sandbox',
  // The sandbox holds what the unit tests of core load and nothing else.
  ignorePatterns: [
    '**',
    '!core/**/*',
    '!locales/**/*',
    '!test/core/**/*',
    '!test/fixtures/**/*.ts',
    '!test/deep/*',
    '!test/*.ts',
    '!*.json',
  ],
  disableTypeChecks: false,
  // Changes in tables read while a module loads need all tests each: slow, and judged all the same.
  ignoreStatic: false,
  warnings: { slow: false, preprocessorErrors: true, unknownOptions: true, unserializableOptions: true },
  reporters: ['progress-append-only', 'html'],
  htmlReporter: { fileName: '.cache/mutation/report.html' },
}).runMutationTest();

// Kept verdicts of files that weren't asked about come along: they are left out here.
const files = Map.groupBy(mutants, ({ fileName }) => relative(process.cwd(), fileName).replaceAll(sep, '/'));
const asked = [...files].filter(([file]) => given.mutate.some((pattern) => matchesGlob(file, pattern)));
for (const [file, ofFile] of asked.toSorted()) {
  console.log(`${file}: ${tally(ofFile).line}`);
  for (const line of unnoticed(file, ofFile)) console.log(`  ${line}`);
}

let judged = 0;
for (const folder of folders) {
  const { line, valid, percent } = tally(asked.flatMap(([file, ofFile]) => (file.startsWith(folder) ? ofFile : [])));
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
