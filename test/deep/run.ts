import { spawnSync } from 'node:child_process';

/** `npm run test:deep`: mutation, then torture. What is given on the command line is for mutation, and then it runs alone. */
const given = process.argv.slice(2);
const scripts = given.length > 0 ? ['test/deep/mutation.ts'] : ['test/deep/mutation.ts', 'test/torture/run.ts'];
// All of them, also after one has failed: they judge different things.
const failed = scripts.filter(
  (script) => spawnSync(process.execPath, [script, ...given], { stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length === 0 ? 0 : 1;
