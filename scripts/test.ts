import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

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
/** The command line is started hundreds of times: what Node compiled of it is kept. */
const compiled = resolve('node_modules', '.cache', 'node-compile');
let passed = 0;
let failed = 0;
/** What failed, and what passed at its second attempt only: named once more at the end, where it is looked for first. */
const remarks: string[] = [];
for (const [name, command, args] of checks) {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32' && command.includes('biome'),
  });
  if (error) console.error(error.message);
  const ok = status === 0;
  console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`);
  if (ok) passed += 1;
  else {
    failed += 1;
    remarks.push(`failed: ${name}`);
  }
}

/**
 * Runs vitest; pages and papers are tried in the browser that comes with the project, so that every machine sees the same pixels.
 * @returns what it wrote, unless it wrote it itself, and what came of it
 */
async function vitest(name: string, args: readonly string[], stdio: 'inherit' | 'pipe'): Promise<string> {
  const report = join(tmpdir(), `countersign-tests-${process.pid}-${name}.json`);
  const runner = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    {
      stdio: ['inherit', stdio, stdio],
      env: { ...process.env, COUNTERSIGN_BROWSER: 'pinned', NODE_COMPILE_CACHE: compiled },
    },
  );
  let said = '';
  for (const stream of [runner.stdout, runner.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [status] = await once(runner, 'close');
  count(report, status === 0);
  return said;
}

/** Projects of vitest.config.ts, one after the other. @returns what they wrote */
async function inTurn(projects: readonly string[], stdio: 'inherit' | 'pipe'): Promise<string> {
  let said = '';
  for (const project of projects) said += await vitest(project, [`--project=${project}`], stdio);
  return said;
}

/** As far as it is read here; the form is Jest's. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function remarksOf(report: Report): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults.flatMap((test) => {
      const [first] = test.failureMessages;
      if (first === undefined) return [];
      const what = test.status === 'passed' ? 'passed at its second attempt' : 'failed';
      return [`${what}: ${file} > ${test.fullName}\n${first}`];
    });
    return tests.length === 0 && status === 'failed' ? [`failed: ${file}\n${message}`] : tests;
  });
}

function count(report: string, succeeded: boolean): void {
  const failedBefore = failed;
  try {
    const written: Report = JSON.parse(readFileSync(report, 'utf8'));
    const { numPassedTests, numFailedTests, numFailedTestSuites } = written;
    remarks.push(...remarksOf(written));
    passed += numPassedTests;
    // A suite that breaks before its first test counts no test; it has failed all the same.
    failed += Math.max(numFailedTests, numFailedTests === 0 ? numFailedTestSuites : 0);
    if (numPassedTests + numFailedTests === 0) failed += 1;
  } catch (error) {
    console.error('no test report was written:', error);
    failed += 1;
  }
  if (!succeeded && failed === failedBefore) failed += 1;
}

const extra = process.argv.slice(2);
if (extra.length > 0) await vitest('chosen', extra, 'inherit');
else {
  // Side by side: pages, disks and processes are waited for often enough that two cores have time for three. What the first two
  // say stands together at the end.
  const meanwhile = [inTurn(['browser'], 'pipe'), inTurn(['contract'], 'pipe')];
  await inTurn(['unit', 'torture', 'program'], 'inherit');
  for (const said of meanwhile) process.stdout.write(await said);
}
for (const remark of remarks) console.log(remark);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
