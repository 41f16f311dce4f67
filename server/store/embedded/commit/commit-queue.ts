import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Append, Outcome, Position, Transaction } from '../../../ports.ts';
import type { WriteGate } from '../folder/write-gate.ts';
import type { JobDocument } from '../records/document.ts';
import { Records } from '../records/records.ts';
import type { Changes, DocumentWriter } from './document-writer.ts';
import { stage } from './stage.ts';
import { busy, longestRoundMs, mostWaiting } from './waiting-room.ts';

/** More than these in one redo document would make everybody wait for the last one. */
const largestBatch = 64;

interface Waiting {
  /** Sent away before it was decided. */
  refuse(error: unknown): void;
  /** Decides over the given records; null = it threw and its caller has been told. */
  run(records: Records): Settled | null;
}
interface Settled {
  readonly position: Position;
  readonly appended: readonly Append[];
  readonly jobs: readonly JobDocument[];
  answer(): void;
  fail(error: unknown): void;
}

/** A round that is on the disk. */
export interface Committed {
  /** Whose own events have grown, or those of records that point at them. */
  readonly orders: ReadonlySet<OrderNumber>;
  /** As they were decided. Those that were refused, or answered before, appended nothing. */
  readonly decisions: readonly Pick<Settled, 'position' | 'appended' | 'jobs'>[];
}

/**
 * One queue for all transactions: they are decided one after another, each on what the one before left, so the named
 * locks of the port hold by themselves. Whatever waits while the disk is busy is written together in the next round.
 */
export class CommitQueue {
  readonly #committed: Records;
  readonly #writer: DocumentWriter;
  readonly #gate: WriteGate;
  readonly #onCommitted: (committed: Committed) => void;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  /** The round under way takes too long. */
  #stuck = false;

  constructor(
    committed: Records,
    writer: DocumentWriter,
    gate: WriteGate,
    onCommitted: (committed: Committed) => void,
  ) {
    this.#committed = committed;
    this.#writer = writer;
    this.#gate = gate;
    this.#onCommitted = onCommitted;
  }

  /** Throws StoreFault 'store.busy' when too many wait, or wait for a disk that doesn't answer: it wasn't even begun. */
  submit<Answer>(transaction: Transaction<Answer>): Promise<Outcome<Answer>> {
    return new Promise((resolve, reject) => {
      if (this.#stuck || this.#waiting.length >= mostWaiting) return reject(busy(this.#waiting.length));
      this.#waiting.push({
        refuse: reject,
        run: (records) => {
          try {
            const { outcome, ...staged } = stage(records, transaction);
            return { ...staged, position: outcome.position, answer: () => resolve(outcome), fail: reject };
          } catch (error) {
            reject(error);
            return null;
          }
        },
      });
      this.#running ??= this.#drain();
    });
  }

  /** Brings the disk back to what memory says, if a failure left that open. Throws what the disk throws. */
  async mend(): Promise<void> {
    if (this.#running !== null) return; // the next round begins with it
    const mending = this.#writer.settle();
    this.#running = mending
      .catch(() => undefined) // its caller hears of it
      .then(() => this.#drain());
    await mending;
  }

  /** When everything submitted so far has been answered. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    // Callers of the same moment share the first round as well.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#timed(this.#waiting.splice(0, largestBatch));
    this.#running = null;
  }

  async #timed(batch: readonly Waiting[]): Promise<void> {
    const tooLong = setTimeout(() => {
      this.#stuck = true;
      const sentAway = this.#waiting.splice(0);
      for (const { refuse } of sentAway) refuse(busy(sentAway.length));
    }, longestRoundMs);
    tooLong.unref();
    await this.#round(batch);
    clearTimeout(tooLong);
    this.#stuck = false;
  }

  async #round(batch: readonly Waiting[]): Promise<void> {
    const staged = new Records(this.#committed);
    const settled = batch.flatMap((waiting) => waiting.run(staged) ?? []);
    try {
      await this.#gate.expectOpen();
      const changes = changesOf(staged);
      if (changes.size > 0) await this.#writer.commit(changes);
    } catch (error) {
      // Refusals fail with the rest: they may rest on what was not kept.
      for (const { fail } of settled) fail(error);
      return;
    }
    const orders = staged.touchedOrders();
    staged.fold();
    this.#onCommitted({ orders, decisions: settled });
    for (const { answer } of settled) answer();
  }
}

function changesOf(staged: Records): Changes {
  const changes = new Map();
  for (const path of staged.documents.changed()) changes.set(path, staged.documents.get(path));
  return changes;
}
