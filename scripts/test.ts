import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm test`: types, format and lint, folder rules, then every test; each static check counts as one test. The last
 * line is "N passed, N failed"; a run that executed no test has failed.
 */
const bin = (name: string) => join('node_modules', '.bin', name);
const checks: [string, string, string[]][] = [
  ['types of core (no DOM, no Node)', process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'core']],
  ['types', process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['format and lint', bin('biome'), ['ci', '--error-on-warnings', '.']],
  ['folder rules', process.execPath, ['scripts/check-folders.ts']],
  ['unused code and packages', process.execPath, ['node_modules/knip/bin/knip.js', '--no-progress']],
];
let passed = 0;
let failed = 0;
for (const [name, command, args] of checks) {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32' && command.includes('biome'),
  });
  if (error) console.error(error.message);
  const ok = status === 0;
  console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

const report = join(tmpdir(), `countersign-tests-${process.pid}.json`);
const extra = process.argv.slice(2);
const vitest = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...extra,
  ],
  // Pages and papers are tried in the browser that comes with the project: every machine sees the same pixels.
  { stdio: 'inherit', env: { ...process.env, COUNTERSIGN_BROWSER: 'pinned' } },
);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  // A suite that breaks before its first test counts no test; it has failed all the same.
  failed += Math.max(numFailedTests, numFailedTests === 0 ? numFailedTestSuites : 0);
  if (numPassedTests + numFailedTests === 0) failed += 1;
} catch (error) {
  console.error('no test report was written:', error);
  failed += 1;
}
if (vitest.status !== 0 && failed === 0) failed += 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
