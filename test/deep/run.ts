import { spawnSync } from 'node:child_process';

/**
 * `npm run test:deep`: mutation, torture, and the cluster, one after another. What is given on the command line is for one of them,
 * which then runs alone: `--seed` and `--minutes` for the cluster, anything else for mutation.
 */
const given = process.argv.slice(2);
const isForCluster = given.some((each) => /^--(seed|minutes)(=|$)/.test(each));
const chosen = isForCluster ? ['test/deep/cluster.ts'] : ['test/deep/mutation.ts'];
const scripts = given.length > 0 ? chosen : ['test/deep/mutation.ts', 'test/torture/run.ts', 'test/deep/cluster.ts'];
// All of them, also after one has failed: they judge different things.
const failed = scripts.filter(
  (script) => spawnSync(process.execPath, [script, ...given], { stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length === 0 ? 0 : 1;
