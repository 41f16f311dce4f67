import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile, { type LockOptions } from 'proper-lockfile';
import { StoreFault } from '../../store-fault.ts';
import { seal, unseal } from '../disk/checksummed.ts';
import { errorCode } from '../disk/file-system.ts';

/** Who has the data folder open; `lock-owner.json`, for people and for the next process. Checksummed as every document. */
interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** ISO moment. */
  readonly since: string;
  /** Tells this opening of the folder from any other. */
  readonly opening: string;
}

export interface FolderLock {
  /** False once another process has taken the folder, or the lock is gone. Looks at the disk each time. */
  stillOwned(): Promise<boolean>;
  /** `listener`: told when the lock is found lost between two writes. */
  whenLost(listener: () => void): void;
  release(): Promise<void>;
}

/** The lock is touched this often; untouched for `staleMs` it counts as left behind, even if its pid lives (reused). */
const heartbeatMs = 5_000;
const staleMs = 30_000;
/** Openings wait for each other this long: an opening takes milliseconds, so a longer one was killed. */
const guard: LockOptions = {
  stale: 5_000,
  realpath: false,
  retries: { retries: 80, factor: 1, minTimeout: 100, maxTimeout: 100 },
  // Only when it was stalled for seconds; then the lock itself, which is taken after it, decides.
  onCompromised: () => undefined,
};

/** Openings of this process, which all have the same pid. */
const ownOpenings = new Set<string>();

/**
 * Makes this process the only one that writes to the folder. Throws StoreFault 'store.locked' naming the owner. The lock of
 * a process of this machine that is no longer alive is taken over at once.
 */
export async function lockFolder(folder: string, now: string): Promise<FolderLock> {
  const owner: LockOwner = { pid: process.pid, host: hostname(), since: now, opening: randomUUID() };
  const lost: Loss = { yes: false, tell: () => {} };
  // One opening at a time, so that two of them can't both find the same dead owner and both take over.
  const leaveGuard = await lockfile.lock(join(folder, 'opening'), guard).catch(async (error: unknown) => {
    throw errorCode(error) === 'ELOCKED' ? await lockedFault(folder) : error;
  });
  try {
    const present = await readOwner(folder);
    if (present !== null && !isAlive(present)) await rm(join(folder, 'lock'), { recursive: true, force: true });
    const release = await lockfile.lock(folder, {
      lockfilePath: join(folder, 'lock'),
      stale: staleMs,
      update: heartbeatMs,
      // proper-lockfile would end the process.
      onCompromised: () => {
        lost.yes = true;
        lost.tell();
      },
    });
    await writeFile(ownerPath(folder), seal(owner));
    ownOpenings.add(owner.opening);
    return {
      stillOwned: ownership(folder, owner, lost),
      whenLost: (listener) => {
        lost.tell = listener;
      },
      release: () => unlock(folder, owner, lost, release),
    };
  } catch (error) {
    throw errorCode(error) === 'ELOCKED' ? await lockedFault(folder) : error;
  } finally {
    await leaveGuard();
  }
}

/**
 * Throws StoreFault 'store.locked' while a process has the folder open, or when one had since: `before` is what an earlier call answered.
 * Takes no lock and writes nothing.
 */
export async function expectUnused(folder: string, before?: bigint | null): Promise<bigint | null> {
  // Whoever opens it leaves names in it for as long as that.
  const changed = statSync(folder, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? null;
  const owner = await readOwner(folder);
  const isLeftBehind = owner !== null && !isAlive(owner);
  const isLocked =
    !isLeftBehind && (await lockfile.check(folder, { lockfilePath: join(folder, 'lock'), stale: staleMs }));
  if (isLocked || (before !== undefined && before !== changed)) throw await lockedFault(folder);
  return changed;
}

interface Loss {
  yes: boolean;
  tell: () => void;
}

/**
 * Whether the folder is still ours: `lock-owner.json` is the file we wrote, by its inode and the time it was changed. One look
 * that costs microseconds, so it is taken before every write: a process that was stopped, or slept, writes nothing more.
 */
function ownership(folder: string, owner: LockOwner, lost: Loss): () => Promise<boolean> {
  let known = markOf(folder);
  return async () => {
    if (lost.yes) return false;
    const mark = markOf(folder);
    if (mark !== null && mark === known) return true;
    // Copied back, or touched: then it is what it says that counts.
    if ((await readOwner(folder))?.opening !== owner.opening) return false;
    known = mark;
    return true;
  };
}

function markOf(folder: string): string | null {
  const found = statSync(ownerPath(folder), { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino}:${found.mtimeNs}`;
}

async function unlock(folder: string, owner: LockOwner, lost: Loss, release: () => Promise<void>): Promise<void> {
  const isFirst = ownOpenings.delete(owner.opening);
  // Taken over meanwhile: it isn't ours to give back.
  if (!isFirst || lost.yes || (await readOwner(folder))?.opening !== owner.opening) return;
  await rm(ownerPath(folder), { force: true });
  await release();
}

function isAlive({ pid, host, opening }: LockOwner): boolean {
  if (host !== hostname()) return true; // can't be known from here
  if (pid === process.pid) return ownOpenings.has(opening);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

async function lockedFault(folder: string): Promise<StoreFault> {
  const owner = await readOwner(folder);
  const touched = await stat(join(folder, 'lock')).then(
    ({ mtime }) => mtime.toISOString(),
    () => null,
  );
  const who = owner ? `process ${owner.pid} on ${owner.host}, since ${owner.since}` : 'another process';
  return new StoreFault('store.locked', `the data folder ${folder} is in use by ${who}`, { folder, owner, touched });
}

/** Null when nobody has it, or when what stands there can't be trusted: a wrong pid would let two processes in. */
async function readOwner(folder: string): Promise<LockOwner | null> {
  try {
    const owner = unseal(await readFile(ownerPath(folder)));
    return owner.ok ? (owner.value as LockOwner) : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const ownerPath = (folder: string): string => join(folder, 'lock-owner.json');
