import type { Trouble } from '../../../ports.ts';
import { StoreFault } from '../../store-fault.ts';
import { errorCode } from './file-system.ts';

/** A write that the disk refused, or hasn't answered for long. */
export interface DiskRefusal {
  /** The system's code, "ENOSPC"; none when the disk took fewer bytes than it was given. */
  readonly errno: string | undefined;
  /** Where, in the data folder: another folder may well take what this one refuses. */
  readonly folder: string;
  /** How many: a full disk still takes a few. */
  readonly bytes: number;
}
type WriteSize = Omit<DiskRefusal, 'errno'>;

/** A disk that hasn't finished a write by then is in trouble: a healthy one takes milliseconds. */
const patienceMs = 10_000;

/** Whether the disk takes what it is given, as far as the writes so far have shown. */
export class DiskHealth {
  #refusal: DiskRefusal | null = null;
  readonly #listeners: (() => void)[] = [];

  /** Null = nothing was refused, or as much was taken since in the same place. */
  get refusal(): DiskRefusal | null {
    return this.#refusal;
  }

  /** `listener`: told when a healthy disk falls ill. */
  whenIll(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** What was refused has been tried again, and taken. */
  recovered(): void {
    this.#refusal = null;
  }

  /** Does the write and takes note of how it went. */
  async watch(size: WriteSize, write: () => Promise<void>): Promise<void> {
    const slow = setTimeout(() => this.#note({ ...size, errno: 'ETIMEDOUT' }), patienceMs);
    slow.unref();
    try {
      await write();
      if (this.#refusal && disproves(size, this.#refusal)) this.#refusal = null;
    } catch (error) {
      // A fault of ours (the lock was lost) says nothing about the disk.
      if (!(error instanceof StoreFault)) this.#note({ ...size, errno: errorCode(error) });
      throw error;
    } finally {
      clearTimeout(slow);
    }
  }

  #note(refusal: DiskRefusal): void {
    const wasWell = this.#refusal === null;
    this.#refusal = refusal;
    if (wasWell) for (const listener of this.#listeners) listener();
  }
}

const disproves = (taken: WriteSize, refused: DiskRefusal): boolean =>
  taken.folder === refused.folder && taken.bytes >= refused.bytes;

const full = new Set(['ENOSPC', 'EDQUOT']);
const forbidden = new Set(['EROFS', 'EACCES', 'EPERM']);

/** What the system's code means to who works with it. */
export function meaningOf(errno: string | undefined): Extract<Trouble['code'], `disk-${string}` | 'read-only'> {
  if (full.has(errno ?? '')) return 'disk-full';
  return forbidden.has(errno ?? '') ? 'read-only' : 'disk-failing';
}

/** What a refused write is told as. Throw it; a StoreFault is one already. */
export function writeFailed(what: string, error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const errno = errorCode(error);
  const cause = error instanceof Error ? error.message : String(error);
  const details = { errno: errno ?? null, because: meaningOf(errno) };
  return new StoreFault('store.write-failed', `${what} can't be kept, the disk refused: ${cause}`, details, error);
}
