import type { Clock, Trouble } from '../../ports.ts';
import { type DiskHealth, meaningOf } from './disk/disk-health.ts';
import type { WriteGate } from './folder/write-gate.ts';

/** What everybody should know who works on this folder: that nothing can be kept just now, and why. */
export class StoreTrouble {
  readonly #health: DiskHealth;
  readonly #gate: WriteGate;
  readonly #clock: Clock;
  #known: Trouble | null = null;

  constructor(health: DiskHealth, gate: WriteGate, clock: Clock) {
    this.#health = health;
    this.#gate = gate;
    this.#clock = clock;
    // `since` is when it began, not when somebody asked.
    health.whenIll(() => void this.now());
  }

  now(): Trouble | null {
    const code = this.#code();
    if (code === null) this.#known = null;
    else if (this.#known?.code !== code) this.#known = { code, since: this.#clock.now() };
    return this.#known;
  }

  #code(): Trouble['code'] | null {
    if (this.#gate.closed?.code === 'store.lock-lost') return 'lock-lost';
    const { refusal } = this.#health;
    return refusal === null ? null : meaningOf(refusal.errno);
  }
}
