import type { Client } from '../../core/wire/client.ts';
import type { CarriedOutbox } from './carried-outbox.ts';
import { fingerprintOf, type OrderInSheet } from './orders-in-sheet.ts';
import { type Outbox, type OutboxEntry, ordersIn } from './outbox.ts';
import { cutIntoBatches, type OrderFate, postInBatches, type Stop } from './post-in-batches.ts';
import { NoRoomBeside, SheetsProtected } from './protected.ts';
import { type OrderStatusText, rowStatusText, type StatusWords } from './row-statuses.ts';
import { changedSince, type SentOrder } from './sent-orders.ts';
import { type Checked, isChecked, type SessionMessage, type SessionState } from './state.ts';

export interface PostingParts {
  readonly client: Client;
  readonly outbox: Outbox;
  readonly newKey: () => string;
  /** The workbook's name, by which its entries are told from others'. */
  readonly workbook: string;
  readonly statusWords: (fate: OrderFate) => StatusWords;
  readonly carried?: CarriedOutbox;
  readonly state: () => SessionState;
  readonly tell: (message: SessionMessage) => void;
  /** Reads and checks anew: rows may have been sorted or moved meanwhile, which Excel doesn't always tell. */
  readonly readAgain: () => Promise<void>;
  readonly writeBeside: (statusOf: (order: OrderInSheet) => OrderStatusText | null) => Promise<void>;
  /** These answers stand beside their rows now. */
  readonly written?: (answers: readonly SentOrder[]) => void;
}

/** The way of orders from the sheet through the outbox to the server, and of its answers back beside their rows. */
export interface Posting {
  /** Puts orders into the outbox and sends all it holds; `as` says how they are to be taken. */
  post(orders: readonly OrderInSheet[], as?: Pick<OutboxEntry, 'saveDraft'>): Promise<void>;
  /** Sends what an earlier post left; each answer is told to `answered`, whatever goes wrong after it. */
  sendKept(answered?: (fates: readonly OrderFate[]) => void): Promise<void>;
  /** Nothing of the outbox is sent any more; what the server may have taken already, it has. */
  forgetKept(): Promise<void>;
  /** No further batch is sent; what is on its way is still waited for. */
  cancel(): void;
  kept(): ReadonlySet<string>;
  /** What stands beside the rows now is newer than any answer. */
  allWritten(): void;
}

export function createPosting(parts: PostingParts): Posting {
  const { client, outbox, newKey, workbook, statusWords, carried, state, tell, readAgain, writeBeside, written } =
    parts;
  let cancelled = false;
  /** Answered, and not beside their rows yet. */
  let unwritten: readonly SentOrder[] = [];
  const workbookName = () => carried?.workbook ?? workbook;
  const kept = () => new Set(outbox.entries().flatMap(({ batch }) => batch.orders.map(fingerprintOf)));

  function fill(checked: Checked, orders: readonly OrderInSheet[], as: Pick<OutboxEntry, 'saveDraft'>) {
    const entries = cutIntoBatches({
      tables: checked.found.batch.tables,
      orders: orders.map(({ order }) => order),
    }).map((batch) => ({ requestKey: newKey(), workbook: workbookName(), batch, ...as }));
    for (const entry of entries) if (!outbox.put(entry)) tell({ type: 'not-kept' });
    return entries;
  }

  /** Sends all the outbox holds; `added` are the entries of this post, forgotten again when the user cancels. */
  async function send(
    added: readonly OutboxEntry[],
    answered: (fates: readonly OrderFate[]) => void = () => undefined,
  ): Promise<void> {
    cancelled = false;
    // Answers belong beside their rows, which are known once they are checked: a pane just opened sends what an earlier one kept.
    if (!isChecked(state()) && ordersIn(outbox) > 0) await readAgain();
    tell({ type: 'posting', orders: ordersIn(outbox) });
    // Where this device keeps nothing, the workbook does, before the first is sent: whatever ends this page then.
    const now = state();
    const notCarried = isChecked(now) && now.keptInPageOnly ? await reasonNotCarried() : null;
    const onAnswer = ({ batch, workbook: of }: OutboxEntry, fates: readonly OrderFate[]) => {
      const isOwn = of === workbookName() || of === workbook;
      const now = batch.orders.map((order, index) => ({ order, fate: fateAt(fates, index), isOwn }));
      unwritten = [...unwritten, ...now];
      answered(fates);
      tell({ type: 'answered', sent: now });
    };
    let stopped: Stop | null = null;
    try {
      const { stop, unanswered } = await postInBatches({ client, outbox, cancelled: () => cancelled, onAnswer });
      stopped = stop;
      // One that is without an answer may be done already: only a repetition under its key finds out.
      if (stop === 'cancelled')
        for (const { requestKey } of added) if (requestKey !== unanswered) outbox.remove(requestKey);
    } finally {
      try {
        if (unwritten.length > 0) await answerInSheet();
      } finally {
        tell({ type: 'posting-ended', stopped, kept: kept() });
        await carried?.keep();
      }
    }
    if (notCarried !== null) throw notCarried;
  }

  /**
   * Only what was answered and isn't written yet: of other orders the sheet may say what has become of them since. What Excel
   * would not take now is written with the next answers.
   */
  async function answerInSheet(): Promise<void> {
    await readAgain();
    const now = state();
    if (!isChecked(now)) return;
    const sent = unwritten;
    const fates = new Map(sent.map(({ order, fate }) => [fingerprintOf(order), fate]));
    const changed = changedSince({ orders: now.orders, sent });
    try {
      await writeBeside(({ fingerprint }) => {
        const fate = fates.get(fingerprint) ?? changed.get(fingerprint)?.fate;
        return fate ? rowStatusText(fate, statusWords) : null;
      });
    } catch (error) {
      // These sheets were named; the others are written, and the user refreshes what is missing once they are open.
      if (error instanceof SheetsProtected || error instanceof NoRoomBeside) unwritten = [];
      throw error;
    }
    unwritten = [];
    written?.(sent);
  }

  async function reasonNotCarried(): Promise<unknown> {
    try {
      await carried?.keep();
      return null;
    } catch (error) {
      return error; // told at the end: no reason not to send them
    }
  }

  return {
    kept,
    allWritten() {
      unwritten = [];
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      tell({ type: 'cancelling' });
    },
    async post(orders, as = {}) {
      const now = state();
      if (isChecked(now)) await send(fill(now, orders, as));
    },
    sendKept: (answered) => send([], answered),
    async forgetKept() {
      for (const { requestKey } of outbox.entries()) outbox.remove(requestKey);
      tell({ type: 'kept', kept: kept() });
      await carried?.keep();
    },
  };
}

function fateAt(fates: readonly OrderFate[], index: number): OrderFate {
  const fate = fates[index];
  if (!fate) throw new Error(`no answer for order ${index}`);
  return fate;
}
