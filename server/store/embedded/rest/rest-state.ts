import { randomUUID } from 'node:crypto';
import { writeFailed } from '../disk/disk-health.ts';
import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import type { WriteGate } from '../folder/write-gate.ts';
import type { Saving } from './index-file.ts';

interface State {
  /** Of one life of the index: files of another aren't believed. */
  readonly epoch: string;
  /** How often each group was saved. */
  readonly generations: Readonly<Record<string, number>>;
  /** Names of documents that have changed since the index was saved, or may have. */
  readonly changed: readonly string[];
}

export const restFolder = 'index';
const statePath = `${restFolder}/state.json`;

/**
 * `index/state.json`: how much of the saved index is true. What changes a document of the index is noted here first; so no
 * start believes what was saved of it, whatever the power did.
 */
export class RestState {
  readonly #file: DurableAdapter<State>;
  readonly #gate: WriteGate;
  #state: State;
  /** What the disk holds may differ from `#state`: nothing was written yet, or a write failed. */
  #isUnsure: boolean;
  /** Groups whose saving was begun, whatever became of it. */
  readonly #begun = new Set<string>();
  #lastWrite: Promise<unknown> = Promise.resolve();

  private constructor(file: DurableAdapter<State>, gate: WriteGate, state: State | null) {
    this.#file = file;
    this.#gate = gate;
    this.#state = state ?? { epoch: randomUUID(), generations: {}, changed: [] };
    this.#isUnsure = state === null;
  }

  /** A damaged or missing one means that nothing saved is believed. */
  static async open(disk: DurableDisk, gate: WriteGate): Promise<RestState> {
    // Without the generation before: an older one would leave out changes.
    const file = DurableAdapter.replacing<State>(disk, statePath);
    return new RestState(file, gate, await readUndamaged(file));
  }

  /** Whether a file is what was saved last. It may be one ahead: saved, and not confirmed any more. */
  believes(group: string, { epoch, generation }: Saving): boolean {
    const ahead = generation - (this.#state.generations[group] ?? 0);
    return epoch === this.#state.epoch && (ahead === 0 || ahead === 1);
  }

  /** Whether a start may find something saved of the group. */
  mayBeSaved(group: string): boolean {
    return group in this.#state.generations || this.#begun.has(group);
  }

  get changed(): readonly string[] {
    return this.#state.changed;
  }

  /** What the saving of a group that begins now is called. */
  nextSaving(group: string): Saving {
    this.#begun.add(group);
    return { epoch: this.#state.epoch, generation: (this.#state.generations[group] ?? 0) + 1 };
  }

  /** On disk when it resolves. Throws StoreFault 'store.write-failed'. */
  note(names: readonly string[]): Promise<void> {
    return this.#change((state) => {
      const changed = new Set([...state.changed, ...names]);
      return changed.size === state.changed.length ? state : { ...state, changed: [...changed] };
    });
  }

  /** Before anything is saved under an epoch that the disk doesn't know. */
  prepare(): Promise<void> {
    return this.#change((state) => state);
  }

  /** Groups were saved, and what was noted of these documents stands in them. */
  confirm(savings: ReadonlyMap<string, Saving>, contained: ReadonlySet<string>): Promise<void> {
    return this.#change(({ epoch, generations, changed }) => ({
      epoch,
      generations: {
        ...generations,
        ...Object.fromEntries([...savings].map(([group, { generation }]) => [group, generation])),
      },
      changed: changed.filter((name) => !contained.has(name)),
    }));
  }

  /** One change after another; memory has it only once the disk has. */
  #change(next: (state: State) => State): Promise<void> {
    const change = this.#lastWrite.then(() => this.#write(next(this.#state)));
    this.#lastWrite = change.catch(() => undefined); // its caller hears of it; the next change starts from what was kept
    return change;
  }

  async #write(state: State): Promise<void> {
    if (state === this.#state && !this.#isUnsure) return;
    await this.#gate.expectOpen();
    this.#isUnsure = true;
    try {
      await this.#file.write(state);
    } catch (error) {
      throw writeFailed(statePath, error);
    }
    this.#state = state;
    this.#isUnsure = false;
  }
}

async function readUndamaged(file: DurableAdapter<State>): Promise<State | null> {
  try {
    return await file.read();
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}
