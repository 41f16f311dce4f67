import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/**
 * `npm run torture`: what a store must survive, done to it. Ends with exit code 1 when something that was answered got lost,
 * was done twice, or was half kept; and when a fault handler could be taken away unnoticed.
 *
 *   npm run torture -- --quick      a sample, within a minute; also a part of `npm test`
 *   npm run torture -- --seed 7     other samples, other moments
 *   npm run torture -- --handlers   only whether each fault handler is missed
 */
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    handlers: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
  },
});
if (!Number.isSafeInteger(Number(given.seed))) throw new Error(`--seed takes a whole number, not ${given.seed}`);
console.log(`torture: seed ${given.seed}${given.quick ? ', quick' : ''}`);

const run = (...args: readonly string[]): boolean =>
  spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, TORTURE: given.quick ? 'quick' : 'full', TORTURE_SEED: given.seed },
  }).status === 0;

const survived = given.handlers || run('node_modules/vitest/vitest.mjs', 'run', '--project', 'torture');
const missed = given.quick || run('test/torture/handlers/check.ts');
console.log(`torture: seed ${given.seed}: ${survived && missed ? 'survived' : 'FAILED'}`);
process.exitCode = survived && missed ? 0 : 1;
