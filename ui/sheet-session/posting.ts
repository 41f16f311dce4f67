import type { ParsedOrder } from '../../core/sheet/parsed-order.ts';
import type { Client } from '../../core/wire/client.ts';
import { changeText } from '../../core/wire/known-orders.ts';
import type { CarriedOutbox } from './carried-outbox.ts';
import { fingerprintOf, type OrderInSheet } from './orders-in-sheet.ts';
import { isToSend, type Outbox, type OutboxEntry, ordersOf, released } from './outbox.ts';
import { cutIntoBatches, isOnServer, type OrderFate, postInBatches } from './post-in-batches.ts';
import { rowStatusText, type StatusWords } from './row-statuses.ts';
import { type SentOrder, sentBeside, type Waiting } from './sent-orders.ts';
import { type Checked, isChecked, lastChecked, type SessionState } from './state.ts';
import type { SessionMessage } from './transitions.ts';
import type { StatusOf, WrittenBeside } from './write-beside.ts';

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
  /** Reads anew before it writes; null = there was nothing to write beside. */
  readonly writeBeside: (statusesOf: (now: Checked) => StatusOf) => Promise<WrittenBeside | null>;
  /** These answers stand beside their rows now. */
  readonly written?: (answers: readonly SentOrder[]) => void;
}

/** The way of orders from the sheet through the outbox to the server, and of its answers back beside their rows. */
export interface Posting {
  /** Puts orders into the outbox and sends all it holds; `as` says how they are to be taken. */
  post(orders: readonly OrderInSheet[], as?: Pick<OutboxEntry, 'saveDraft'>): Promise<void>;
  /**
   * Sends what an earlier post left, 'all' with what was cancelled on its way; each answer is told to `answered`, whatever goes
   * wrong after it.
   */
  sendKept(which: 'waiting' | 'all', answered?: (fates: readonly OrderFate[]) => void): Promise<void>;
  /** Nothing of the outbox is sent any more; what the server may have taken already, it has. */
  forgetKept(): Promise<void>;
  /** No further batch is sent; what is on its way is waited for a little longer (most servers answer), then held. */
  cancel(): void;
  kept(): ReadonlySet<string>;
  /** What isn't known yet beside the rows it came from. */
  waiting(): Waiting;
  /** What stands beside these orders, by their fingerprints, is newer than any answer. */
  newerWritten(orders: ReadonlySet<string>): void;
}

/** Nothing but the number beside its rows tells such an order again: without it, what is changed in them would be another order. */
const isNameless = ({ order, fate, isOwn }: SentOrder): boolean => isOwn && order.key === null && isOnServer(fate);

/** An answer that hasn't come by then probably won't; its orders stay kept. */
const graceMs = 10_000;

export function createPosting(parts: PostingParts): Posting {
  const { client, outbox, newKey, workbook, statusWords, carried, state, tell, readAgain, writeBeside, written } =
    parts;
  let cancelled = false;
  let givingUp = new AbortController();
  let stopWaiting: ReturnType<typeof setTimeout> | undefined;
  /** Answered, and not beside their rows yet. */
  let unwritten: readonly SentOrder[] = [];
  const workbookName = () => carried?.workbook ?? workbook;
  const isOwn = ({ workbook: of }: OutboxEntry) => of === workbookName() || of === workbook;
  const kept = () => new Set(outbox.entries().flatMap(({ batch }) => batch.orders.map(fingerprintOf)));

  function fill(checked: Checked, orders: readonly OrderInSheet[], as: Pick<OutboxEntry, 'saveDraft'>) {
    const entries = cutIntoBatches({
      tables: checked.found.batch.tables,
      orders: orders.map(({ order }) => order),
    }).map((batch) => ({
      requestKey: newKey(),
      workbook: workbookName(),
      batch,
      changes: meantChanges(checked, batch.orders),
      ...as,
    }));
    for (const entry of entries) if (!outbox.put(entry)) tell({ type: 'not-kept' });
    return entries;
  }

  /** Sends all the outbox holds; `added` are the entries of this post, forgotten again when the user cancels. */
  async function send(
    added: readonly OutboxEntry[],
    answered: (fates: readonly OrderFate[]) => void = () => undefined,
  ): Promise<void> {
    cancelled = false;
    clearTimeout(stopWaiting);
    givingUp = new AbortController();
    // Answers belong beside their rows, which are known once they are checked: a pane just opened sends what an earlier one kept.
    const orders = ordersOf(outbox.entries().filter(isToSend));
    if (!isChecked(state()) && orders > 0) await readAgain();
    tell({ type: 'posting', orders });
    // Where this device keeps nothing, the workbook does, before the first is sent: whatever ends this page then.
    const notCarried = lastChecked(state())?.keptInPageOnly ? await reasonNotCarried() : null;
    const onAnswer = (entry: OutboxEntry, fates: readonly OrderFate[]) => {
      const now = entry.batch.orders.map((order, index) => ({
        order,
        fate: fateAt(fates, index),
        isOwn: isOwn(entry),
      }));
      unwritten = [...unwritten, ...now];
      answered(fates);
      tell({ type: 'answered', sent: now });
    };
    const { stop, unanswered, faults } = await postInBatches({
      client,
      outbox,
      cancelled: () => cancelled,
      signal: givingUp.signal,
      onAnswer,
    });
    clearTimeout(stopWaiting);
    // One that is without an answer may be done already: only a repetition under its key finds out.
    if (stop === 'cancelled') {
      for (const { requestKey } of added) if (!unanswered.has(requestKey)) outbox.drop(requestKey);
      for (const entry of outbox.entries()) outbox.put({ ...entry, held: true });
    }
    // Whatever goes wrong on the way back, the rest of the way is gone, and all of it told.
    const failures = [...faults];
    if (unwritten.length > 0) await answerInSheet().catch((error: unknown) => failures.push(error));
    tell({ type: 'posting-ended', stopped: stop, kept: kept() });
    // Could it not be kept before either, that is said once.
    await carried?.keep().catch((error: unknown) => failures.push(error));
    if (notCarried !== null && failures.length === 0) failures.push(notCarried);
    if (failures.length > 0) throw failures.length > 1 ? new AggregateError(failures) : failures[0];
  }

  /**
   * Only what was answered and isn't written yet: of other orders the sheet may say what has become of them since. What Excel
   * would not take now is written with the next answers.
   */
  async function answerInSheet(): Promise<void> {
    const sent = unwritten;
    const beside = await writeBeside((now) => {
      const answers = sentBeside({ orders: now.orders, sent });
      return ({ fingerprint }) => {
        const answer = answers.get(fingerprint);
        return answer ? rowStatusText(answer.fate, statusWords) : null;
      };
    });
    if (beside === null) return;
    // Of sheets that are closed or full the user is told, and refreshes what is missing; what has no row has no place either.
    const done = answersTo(beside.written);
    if (done.length > 0) written?.(done);
    const placed = new Set(done);
    // What has no row has no place; a nameless order on a closed sheet has one, and is known again by its number alone.
    const unplaced = beside.obstacle === null ? [] : unwritten.filter((each) => isNameless(each) && !placed.has(each));
    unwritten = [...new Set([...answersTo(beside.moved), ...unplaced])];
    if (beside.obstacle !== null) throw beside.obstacle;
  }

  function answersTo(orders: ReadonlySet<string>): readonly SentOrder[] {
    const now = state();
    if (!isChecked(now)) return [];
    const answers = sentBeside({ orders: now.orders, sent: unwritten });
    return [...answers].flatMap(([fingerprint, sent]) => (orders.has(fingerprint) ? [sent] : []));
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
    waiting: () => ({
      unsent: outbox.entries().flatMap((entry) => (isOwn(entry) ? waitingIn(entry) : [])),
      unplaced: unwritten.filter(isNameless).map(({ order }) => order),
    }),
    newerWritten(orders) {
      const written = new Set(answersTo(orders));
      unwritten = unwritten.filter((each) => !written.has(each) && !orders.has(fingerprintOf(each.order)));
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      tell({ type: 'cancelling' });
      const own = givingUp;
      stopWaiting = setTimeout(() => own.abort(), graceMs);
    },
    async post(orders, as = {}) {
      const now = state();
      if (isChecked(now)) await send(fill(now, orders, as));
    },
    sendKept(which, answered) {
      if (which === 'all') for (const entry of outbox.entries()) if (!isToSend(entry)) outbox.put(released(entry));
      return send([], answered);
    },
    async forgetKept() {
      for (const { requestKey } of outbox.entries()) outbox.drop(requestKey);
      tell({ type: 'kept', kept: kept() });
      await carried?.keep();
    },
  };
}

/** A draft with errors that has a name is corrected by whatever is posted under it. */
const waitingIn = ({ batch, saveDraft }: OutboxEntry): readonly ParsedOrder[] =>
  saveDraft ? batch.orders.filter(({ key }) => key === null) : batch.orders;

/**
 * Of the orders on the server that these would change, those that the user was asked about: what came up since, or while the
 * server could not be asked, he is asked about before anything changes.
 */
function meantChanges({ known, meantAsChange }: Checked, orders: readonly ParsedOrder[]): readonly string[] {
  return orders.map(fingerprintOf).flatMap((print) => {
    const there = known.get(print);
    return there && meantAsChange.get(print) === there.version ? [changeText(there)] : [];
  });
}

function fateAt(fates: readonly OrderFate[], index: number): OrderFate {
  const fate = fates[index];
  if (!fate) throw new Error(`no answer for order ${index}`);
  return fate;
}
