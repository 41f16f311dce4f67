import type { Clock, Trouble } from '../../ports.ts';
import type { DiskRefusal, DurableDisk } from './disk/durable-disk.ts';
import type { WriteGate } from './folder/write-gate.ts';

/** What everybody should know who works on this folder: that nothing can be kept just now, and why. */
export class StoreTrouble {
  readonly #disk: DurableDisk;
  readonly #gate: WriteGate;
  readonly #clock: Clock;
  #known: Trouble | null = null;

  constructor(disk: DurableDisk, gate: WriteGate, clock: Clock) {
    this.#disk = disk;
    this.#gate = gate;
    this.#clock = clock;
  }

  now(): Trouble | null {
    const code = this.#code();
    if (code === null) this.#known = null;
    else if (this.#known?.code !== code) this.#known = { code, since: this.#clock.now() };
    return this.#known;
  }

  #code(): Trouble['code'] | null {
    if (this.#gate.closed?.code === 'store.lock-lost') return 'lock-lost';
    return this.#disk.refusal === null ? null : codeOf(this.#disk.refusal);
  }
}

const full = new Set(['ENOSPC', 'EDQUOT']);
const forbidden = new Set(['EROFS', 'EACCES', 'EPERM']);

function codeOf({ errno = '' }: DiskRefusal): Trouble['code'] {
  if (full.has(errno)) return 'disk-full';
  return forbidden.has(errno) ? 'read-only' : 'disk-failing';
}
