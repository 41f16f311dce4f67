import type { Finding, Fix } from '../../core/check/finding.ts';
import type { WantedCells } from '../../core/sheet/new-row.ts';
import type { Choice } from '../../core/sheet/table.ts';
import type { Client } from '../../core/wire/client.ts';
import type { CarriedOutbox } from './carried-outbox.ts';
import { createChecking } from './checking.ts';
import { type ChoiceMemory, withChoice } from './choices.ts';
import { withoutNumber } from './copied-numbers.ts';
import { type Examiner, type SheetBooks, Stopped } from './examiner.ts';
import { createFixing } from './fixing.ts';
import { EarlierWaited, OrdersChanged, RowsChanged, RowsPosted, TableChanged } from './in-the-way.ts';
import { areNumbered } from './orders-in-rows.ts';
import { nameOfOrder, type OrderInSheet } from './orders-in-sheet.ts';
import type { Outbox } from './outbox.ts';
import type { AppendOutcome, ChangedArea, PlacedFix, SheetPort } from './port.ts';
import { isTurnedAway, type OrderFate } from './post-in-batches.ts';
import { createPosting } from './posting.ts';
import type { OrderStatusText, StatusWords } from './row-statuses.ts';
import { placeOfRows } from './rows-place.ts';
import { mayBeWaiting, type SentOrder } from './sent-orders.ts';
import { faultyToSave, readyToPost } from './standing-of-orders.ts';
import { type Checked, type Doing, empty, isChecked, isRows, type SessionState } from './state.ts';
import { next, type SessionMessage } from './transitions.ts';
import { type StatusOf, writeBeside } from './write-beside.ts';

/** The session in motion: does what the user asks through the ports and tells the pure state what came of it. */
export interface SheetSession {
  readonly state: SessionState;
  subscribe(listener: () => void): () => void;
  /** Finds the tables, without judging them. */
  read(): Promise<void>;
  check(): Promise<void>;
  /** Checks again after edits, reading only what they changed; null = everything. */
  recheck(changed: readonly ChangedArea[] | null): Promise<void>;
  /** Takes the user's word for what a column or a table is, for now and whenever the workbook is opened again. */
  choose(choice: Choice): Promise<void>;
  goTo(finding: Finding): Promise<void>;
  /** The sheets' own books, columns read as they were chosen here. */
  books(): Promise<SheetBooks>;
  /** Writes the fixes of these findings and checks again. */
  fix(findings: readonly Finding[]): Promise<void>;
  /** Writes what the user picked of a finding's choices and checks again. */
  settle(finding: Finding, choice: Fix): Promise<void>;
  /**
   * Writes rows below one of the sheet's order tables (`keyOfTable`), into its columns as they stand by then, and checks again;
   * `undo` takes them away. Null = something else was going on, or it failed: the state says so.
   */
  append(table: string, rows: readonly WantedCells[]): Promise<AppendOutcome | null>;
  /** The number beside an order's rows was copied with them: it goes, with the status, and they are an order of their own. */
  takeAsNew(order: OrderInSheet): Promise<void>;
  /** The order is meant to change the one whose number it carries. */
  takeAsChange(order: OrderInSheet): void;
  /** The user's answer for fixes that would overwrite a formula. */
  answerFormulas(overwrite: boolean): Promise<void>;
  undo(): Promise<void>;
  /** The user took a copy with the fixes away: they are not lost with the page any more. */
  copied(): void;
  /** Whether orders of hidden rows are posted too. */
  includeHidden(withHidden: boolean): void;
  post(): Promise<void>;
  /** Posts the orders with errors too, to be kept as drafts. */
  saveDrafts(): Promise<void>;
  cancelPosting(): void;
  /**
   * Sends what an earlier post left in the outbox, as soon as nothing else is going on; 'all': with what was cancelled on its way.
   * @returns what became of the orders that were answered
   */
  sendKept(which: 'waiting' | 'all'): Promise<readonly OrderFate[]>;
  keptAnswersSeen(): void;
  /** Drops what waits in the outbox; what the server has taken already it keeps. */
  forgetKept(): Promise<void>;
  /** Sends, or drops, what only the workbook holds of earlier posts. */
  sendCarried(): Promise<void>;
  forgetCarried(): Promise<void>;
  /**
   * Writes how far orders have come since beside their rows, as soon as nothing else is going on; null = leave what stands there.
   * @returns the order numbers of what was written
   */
  writeStatuses(statusOf: (order: OrderInSheet) => OrderStatusText | null): Promise<ReadonlySet<string>>;
  /** Other books are published: takes back what was said, here and beside the rows, about orders they turned away. */
  booksPublished(): Promise<void>;
  /** The user edited cells. */
  cellsChanged(): void;
  /** Somebody else did, at the same workbook: the findings stay, but nothing is written or posted on their word alone. */
  othersChanged(): void;
  dismissFailure(): void;
}

export interface SessionParts {
  readonly port: SheetPort;
  readonly examiner: Examiner;
  readonly client: Client;
  readonly outbox: Outbox;
  readonly newKey: () => string;
  /** The words written into the sheet's status columns. */
  readonly statusWords: (fate: OrderFate) => StatusWords;
  /** What was said earlier of this workbook's columns and tables. */
  readonly memory: ChoiceMemory;
  /** What the workbook itself carries of the outbox; a file that can't be written to carries nothing. */
  readonly carried?: CarriedOutbox;
  /** Told of answers once they stand beside their rows. */
  readonly answersWritten?: (answers: readonly SentOrder[]) => void;
}

export function createSheetSession(parts: SessionParts): SheetSession {
  const { port, examiner, client, outbox, memory, carried } = parts;
  const listeners = new Set<() => void>();
  let state: SessionState = empty;
  let choices: readonly Choice[] | null = null;

  const tell = (message: SessionMessage) => {
    state = next(state, message);
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  /** One thing at a time: a second click while something runs does nothing. Faults end here and are shown. */
  const during = async (doing: Doing, work: () => Promise<void>) => {
    if (state.doing !== null) return;
    tell({ type: 'started', doing });
    try {
      await work();
      tell({ type: 'ended' });
    } catch (error) {
      tell(error instanceof Stopped ? { type: 'ended' } : { type: 'failed', during: doing, error });
    }
  };
  /** The same as soon as nothing else is going on; of several that wait, one after the other. */
  const whenIdle = async (doing: Doing, work: () => Promise<void>): Promise<void> => {
    // Looking and beginning are one step: whoever else waited finds it begun.
    while (state.doing !== null)
      await new Promise<void>((resolve) => {
        const end = subscribe(() => {
          if (state.doing !== null) return;
          end();
          resolve();
        });
      });
    await during(doing, work);
  };
  const asFound = async () => examiner.find(await port.readGrids(), []);
  const chosen = async (): Promise<readonly Choice[]> => {
    choices ??= await memory.recall(asFound);
    return choices;
  };
  const checking = createChecking({
    port,
    examiner,
    client,
    chosen,
    state: () => state,
    tell,
    kept: () => posting.kept(),
  });
  const { checkNow, readWhatStands } = checking;
  const beside = (statusesOf: (now: Checked) => StatusOf) => {
    const readNow = async () => {
      const now = await readWhatStands();
      // What is written now, perhaps a column, it lacks.
      checking.written();
      return now;
    };
    return writeBeside({ port, readNow }, statusesOf);
  };
  /** Rows may have been added or sorted, columns put in: the table is where it is now. */
  const appendNow = async (table: string, rows: readonly WantedCells[]): Promise<AppendOutcome> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      await readWhatStands();
      const sheets = checking.sheets();
      if (state.step === 'empty' || sheets === null) break;
      const wanted = placeOfRows({ found: state.found, sheets }, table, rows);
      const outcome = await port.appendRows(wanted.place, wanted.rows);
      if (outcome.kind === 'moved') continue;
      try {
        await checkNow();
      } finally {
        // Whatever became of the check: they stand there, and can be taken away.
        if (outcome.kind === 'appended') tell({ type: 'appended', rows: outcome.rows });
      }
      return outcome;
    }
    throw new TableChanged([]);
  };
  const fixing = createFixing({
    port,
    sheets: checking.sheets,
    tables: () => (state.step === 'empty' ? [] : state.found.tables),
    mayDiffer: checking.mayDiffer,
    checkNow,
    tell,
  });
  const posting = createPosting({
    client,
    outbox,
    newKey: parts.newKey,
    workbook: port.name,
    statusWords: parts.statusWords,
    ...(carried && { carried }),
    ...(parts.answersWritten && { written: parts.answersWritten }),
    state: () => state,
    tell,
    readAgain: checkNow,
    writeBeside: beside,
  });
  const fix = (fixes: readonly PlacedFix[], overFormulas = false) =>
    during('fixing', () => fixing.write(fixes, overFormulas));
  /** Set while the server is waited for before anything is sent: a cancel ends it. */
  let stopWaiting: (() => void) | null = null;
  const untilStopped = async (work: Promise<void>) => {
    const stop = Promise.withResolvers<never>();
    stopWaiting = () => stop.reject(new Stopped());
    try {
      await Promise.race([work, stop.promise]);
    } finally {
      stopWaiting = null;
    }
  };
  /** What the user saw when he said so is sent, if it still stands there. What was edited since, by whomever, is shown first. */
  const post = (pick: (checked: Checked) => readonly OrderInSheet[], as?: Parameters<typeof posting.post>[1]) =>
    during('posting', async () => {
      const seen = new Set(isChecked(state) ? pick(state).map(({ fingerprint }) => fingerprint) : []);
      await untilStopped(checking.checkAsItStands());
      if (!isChecked(state)) return;
      const orders = pick(state);
      const others = orders.filter(({ fingerprint }) => !seen.has(fingerprint));
      if (others.length > 0) throw new OrdersChanged(others.map(nameOfOrder));
      const held = new Set(mayBeWaiting(orders, posting.waiting()));
      await posting.post(
        orders.filter((order) => !held.has(order)),
        as,
      );
      if (held.size > 0) throw new EarlierWaited([...held].map(nameOfOrder));
    });

  /** What the server said of orders that had waited is told, whatever goes wrong beside it. */
  const tellAnswers = async (send: (hear: (fates: readonly OrderFate[]) => void) => Promise<void>) => {
    const answered: OrderFate[] = [];
    await send((fates) => void answered.push(...fates));
    if (answered.length > 0) tell({ type: 'kept-answered', fates: answered });
    return answered;
  };

  return {
    get state() {
      return state;
    },
    subscribe,
    read: () =>
      during('reading', async () =>
        tell({ type: 'found', found: await examiner.find(await port.readGrids(), await chosen()) }),
      ),
    check: () => during('checking', checkNow),
    recheck: (changed) => during('checking', () => checking.recheck(changed)),
    async choose(choice) {
      await during('checking', async () => {
        choices = withChoice(await chosen(), choice);
        await checkNow();
        await memory.keep(choices, asFound);
      });
    },
    goTo: (finding) => port.goTo(finding),
    books: async () => examiner.books(await port.readGrids(), await chosen()),
    fix: (findings) => fix(findings.flatMap(placedFix)),
    settle: (finding, choice) => fix(placedFix({ ...finding, fix: choice })),
    takeAsNew: (order) => (state.step === 'empty' ? Promise.resolve() : fix(withoutNumber(state.found, order))),
    takeAsChange: ({ fingerprint }) => tell({ type: 'meant-as-change', order: fingerprint }),
    async append(table, rows) {
      let outcome: AppendOutcome | null = null;
      await during('fixing', async () => {
        outcome = await appendNow(table, rows);
      });
      return outcome;
    },
    async answerFormulas(overwrite) {
      if (!isChecked(state) || state.doing !== null) return;
      const waiting = state.overFormulas;
      tell({ type: 'formulas-left' });
      if (overwrite) await fix(waiting, true);
    },
    async undo() {
      const last = isChecked(state) ? state.fixed.at(-1) : undefined;
      if (!last) return;
      await during('fixing', async () => {
        if (!isRows(last)) return fixing.undo(last);
        // Without their rows nobody would see these orders any more; and they stand in the way of no other undo.
        const posted = isChecked(state) && areNumbered(state, last);
        if (!posted && !(await port.removeRows(last))) throw new RowsChanged();
        tell({ type: 'undone' });
        await checkNow();
        if (posted) throw new RowsPosted();
      });
    },
    copied: () => tell({ type: 'copied' }),
    includeHidden: (withHidden) => tell({ type: 'hidden-chosen', withHidden }),
    post: () => post(readyToPost),
    saveDrafts: () => post(faultyToSave, { saveDraft: true }),
    cancelPosting: () => (stopWaiting ? stopWaiting() : posting.cancel()),
    async sendKept(which) {
      return tellAnswers((hear) => whenIdle('posting', () => posting.sendKept(which, hear)));
    },
    keptAnswersSeen: () => tell({ type: 'kept-answers-seen' }),
    forgetKept: () => during('writing', posting.forgetKept),
    async sendCarried() {
      await tellAnswers((hear) =>
        during('posting', async () => {
          carried?.take();
          await posting.sendKept('waiting', hear);
        }),
      );
    },
    forgetCarried: () => during('writing', async () => carried?.forget()),
    async writeStatuses(statusOf) {
      const numbers = new Set<string>();
      await whenIdle('writing', async () => {
        const texts = new Map<string, string | null>();
        const done = await beside(() => (order) => {
          const status = statusOf(order);
          if (status) texts.set(order.fingerprint, status.number);
          return status;
        });
        if (done === null) return;
        posting.newerWritten(done.written);
        for (const fingerprint of done.written) {
          const number = texts.get(fingerprint) ?? null;
          if (number !== null) numbers.add(number);
        }
        if (done.obstacle !== null) throw done.obstacle;
      });
      return numbers;
    },
    booksPublished: () =>
      during('writing', async () => {
        const done = await beside(({ fates }) => ({ fingerprint }) => {
          const fate = fates.get(fingerprint);
          return fate && isTurnedAway(fate) ? { number: null, text: '', next: '' } : null;
        });
        tell({ type: 'turned-away-forgotten' });
        if (done?.obstacle) throw done.obstacle;
      }),
    cellsChanged: checking.cellsChanged,
    othersChanged: checking.othersChanged,
    dismissFailure: () => tell({ type: 'dismissed' }),
  };
}

/** A table that goes on moving gets no rows. */
const mostTries = 3;

const placedFix = ({ file, fix }: Finding): readonly PlacedFix[] =>
  fix ? [file === undefined ? fix : { ...fix, file }] : [];
