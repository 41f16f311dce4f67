import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. Who it runs as then; null = as whoever runs the tests. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to run it as');
}

/** Where temporary folders of his can lie: root's own may be closed to everybody else. */
export function reachableTemp(user: ServerUser | null): string {
  if (user === null) return tmpdir();
  const found = [tmpdir(), '/tmp', '/var/tmp'].find(isOpenToAll);
  if (found === undefined) throw new Error('no folder for temporary files is open to the user PostgreSQL runs as');
  return found;
}

/** Whether everybody may pass through it and all folders above it. */
function isOpenToAll(folder: string): boolean {
  const passable = 0o001;
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (!existsSync(path) || (statSync(path).mode & passable) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

export function own(folder: string, user: ServerUser | null): void {
  if (user !== null) chownSync(folder, user.uid, user.gid);
}

/**
 * The folder of binaries the user can run: where they are, or a copy in `home` where he can't reach them (a clone in a
 * private folder) or where they came from npm, without their links.
 */
export function runnable(folder: string, home: string, user: ServerUser | null): string {
  const asUser = user ?? {};
  const packed = existsSync(join(dirname(folder), linkList));
  if (!packed && spawnSync(join(folder, 'postgres'), ['--version'], asUser).status === 0) return folder;
  const copy = join(home, 'server');
  cpSync(dirname(folder), copy, { recursive: true, dereference: true });
  if (packed) linkLibraries(copy);
  return join(copy, 'bin');
}

/** npm packs no symbolic links: the package lists them, and making them is its install script's work, which may not run. */
const linkList = 'pg-symlinks.json';

function linkLibraries(server: string): void {
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(join(server, linkList), 'utf8'));
  for (const { source, target } of links) {
    const path = join(server, target.replace(/^native\//, ''));
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}
