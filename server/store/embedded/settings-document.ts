import { Low } from 'lowdb';
import { busy, mostWaiting } from './commit/waiting-room.ts';
import { writeFailed } from './disk/disk-health.ts';
import { DurableAdapter, isDamage } from './disk/durable-adapter.ts';
import { type DurableDisk, previousOf } from './disk/durable-disk.ts';
import type { WriteGate } from './folder/write-gate.ts';
import { setAside } from './start/set-aside.ts';

/** A small document that is kept in memory and rewritten as a whole: users, tokens, the profile. */
export class SettingsDocument<Body> {
  readonly #low: Low<Body>;
  /** Puts back what memory holds: what it replaces was refused, and must not become the generation before. */
  readonly #back: DurableAdapter<Body>;
  readonly #path: string;
  readonly #gate: WriteGate;
  #waiting = 0;
  #lastChange: Promise<unknown> = Promise.resolve();
  /** The disk may hold a change that failed. */
  #unsettled = false;

  private constructor(low: Low<Body>, back: DurableAdapter<Body>, path: string, gate: WriteGate) {
    this.#low = low;
    this.#back = back;
    this.#path = path;
    this.#gate = gate;
  }

  /** A damaged document is set aside; its previous generation takes its place, or else the empty one. */
  static async open<Body>(
    disk: DurableDisk,
    path: string,
    gate: WriteGate,
    empty: Body,
  ): Promise<SettingsDocument<Body>> {
    const low = new Low(new DurableAdapter<Body>(disk, path), empty);
    const back = DurableAdapter.replacing<Body>(disk, path);
    try {
      await low.read();
    } catch (error) {
      if (!isDamage(error)) throw error;
      const previous = await readUndamaged(new DurableAdapter<Body>(disk, previousOf(path)));
      await setAside(disk, { document: path, problem: `${error.details.problem}; ${insteadOf(previous)}` }, previous);
      if (previous !== null) low.data = previous;
    }
    return new SettingsDocument(low, back, path, gate);
  }

  get body(): Body {
    return this.#low.data;
  }

  /**
   * One change after another; memory has it only once the disk has. Throws StoreFault 'store.write-failed', and 'store.busy'
   * when too many wait already.
   */
  async change(next: (body: Body) => Body): Promise<void> {
    if (this.#waiting >= mostWaiting) throw busy(this.#waiting);
    this.#waiting += 1;
    const change = this.#lastChange
      .then(() => this.#change(next))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#lastChange = change.catch(() => undefined); // its caller hears of it; the next change starts from what was kept
    await change;
  }

  /** Puts the disk back to what memory holds, if a failed change left that open. Throws what the disk throws. */
  async settle(): Promise<void> {
    await this.#lastChange;
    if (this.#unsettled) await this.#back.write(this.#low.data);
    this.#unsettled = false;
  }

  async #change(next: (body: Body) => Body): Promise<void> {
    await this.#gate.expectOpen();
    const changed = next(this.#low.data);
    try {
      await new Low(this.#low.adapter, changed).write();
    } catch (error) {
      // It may have reached the disk all the same. The next change writes the whole document anyway.
      this.#unsettled = await this.#back.write(this.#low.data).then(
        () => false,
        () => true,
      );
      throw writeFailed(this.#path, error);
    }
    this.#low.data = changed;
    this.#unsettled = false;
  }
}

/** What is said of a damaged one beside its problem. */
export const insteadOf = (previous: unknown): string =>
  previous === null ? 'it begins empty' : 'the generation before it is used instead';

/** Null also for one that is damaged. */
export async function readUndamaged<Body>(adapter: DurableAdapter<Body>): Promise<Body | null> {
  try {
    return await adapter.read();
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}
