import type { DiskHealth } from './disk-health.ts';
import type { DurableDisk } from './durable-disk.ts';

/** How often a disk in trouble is tried. */
const probeEveryMs = 3_000;
/** A larger write that was refused is tried with this much. */
const largestProbeBytes = 4 * 1024 * 1024;

/**
 * While the disk refuses, tries again by itself what it refused, so that trouble ends when its cause does and nobody has to
 * write to find out. A healthy disk is left alone.
 */
export class DiskProbe {
  readonly #disk: DurableDisk;
  readonly #health: DiskHealth;
  readonly #mend: () => Promise<void>;
  #next: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  /** `mend`: brings the disk back to what memory says; may throw as often as the disk refuses. */
  constructor(disk: DurableDisk, health: DiskHealth, mend: () => Promise<void>) {
    this.#disk = disk;
    this.#health = health;
    this.#mend = mend;
    health.whenIll(() => this.#plan());
  }

  /** Resolves when nothing is being tried any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#next) clearTimeout(this.#next);
    await this.#running;
  }

  #plan(): void {
    if (this.#stopped) return;
    this.#next = setTimeout(() => {
      this.#running = this.#try();
    }, probeEveryMs);
    this.#next.unref();
  }

  async #try(): Promise<void> {
    const refused = this.#health.refusal;
    if (refused === null) return;
    try {
      await this.#mend();
      // Ends like a draft: should we be killed here, the next start sweeps it away.
      const path = `${refused.folder}/probe.tmp`;
      // As many bytes: a disk with room for a few would seem well, and refuse the next order.
      const bytes = Buffer.alloc(Math.min(refused.bytes, largestProbeBytes));
      await this.#disk.write([{ path, bytes, keepPrevious: false }]);
      await this.#disk.removeForNow(path);
      this.#health.recovered();
    } catch {
      // Still in trouble, as `store.trouble()` says; whoever wanted to keep something has been told.
      this.#plan();
    }
  }
}
