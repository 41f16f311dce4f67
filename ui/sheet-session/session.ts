import type { Finding, Fix } from '../../core/check/finding.ts';
import { noneTurnedAway, turnedAwayThoughSound } from '../../core/check/turned-away.ts';
import type { NewRow } from '../../core/sheet/new-row.ts';
import type { Choice } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { Client } from '../../core/wire/client.ts';
import { knownOrders } from '../../core/wire/known-orders.ts';
import { serverFindings } from '../../core/wire/server-findings.ts';
import type { CarriedOutbox } from './carried-outbox.ts';
import { type ChoiceMemory, withChoice } from './choices.ts';
import { withoutNumber } from './copied-numbers.ts';
import { type CheckedSheets, type Examiner, type FoundSheets, type SheetBooks, Stopped } from './examiner.ts';
import { fingerprintOf, type OrderInSheet } from './orders-in-sheet.ts';
import { type Outbox, type OutboxEntry, ordersIn } from './outbox.ts';
import type { AppendOutcome, ChangedArea, PlacedFix, SheetPort, StruckQuestion } from './port.ts';
import { cutIntoBatches, isTurnedAway, type OrderFate, postInBatches } from './post-in-batches.ts';
import { type OrderStatusText, rowStatusesOf, type StatusWords, statusOfFate } from './row-statuses.ts';
import { endOfTable } from './rows-place.ts';
import {
  type Checked,
  type Doing,
  empty,
  faultyToSave,
  isChecked,
  isRows,
  next,
  readyToPost,
  type SessionMessage,
  type SessionState,
} from './state.ts';

import { isKnownStruck, openQuestions, struckQuestions, withStruck } from './struck-cells.ts';

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
   * Writes rows below one of the sheet's order tables (its index in the batch) and checks again; `undo` takes them away.
   * Null = something else was going on, or it failed: the state says so.
   */
  append(table: number, rows: readonly NewRow[]): Promise<AppendOutcome | null>;
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
  /** Sends what an earlier post left in the outbox. @returns what became of the orders that were answered */
  sendKept(): Promise<readonly OrderFate[]>;
  /** Sends, or drops, what only the workbook holds of earlier posts. */
  sendCarried(): Promise<void>;
  forgetCarried(): Promise<void>;
  /** Writes how far orders have come since beside their rows; null = leave what stands there. */
  writeStatuses(statusOf: (order: OrderInSheet) => OrderStatusText | null): Promise<void>;
  /** Other books are published: takes back what was said, here and beside the rows, about orders they turned away. */
  booksPublished(): Promise<void>;
  cellsChanged(): void;
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
}

export function createSheetSession(parts: SessionParts): SheetSession {
  const { port, examiner, client, outbox, newKey, statusWords, memory, carried } = parts;
  const listeners = new Set<() => void>();
  let state: SessionState = empty;
  let choices: readonly Choice[] | null = null;
  /** As they were read for the last check; null = they have to be read anew. */
  let grids: readonly SheetOfFile[] | null = null;
  /** Read in one piece, not patched from what edits told: co-authors' edits aren't told. */
  let whole = true;
  let cancelled = false;
  /** The last question to the server; settles when it is answered, or can't be. */
  let asked: Promise<void> = Promise.resolve();

  const tell = (message: SessionMessage) => {
    state = next(state, message);
    for (const listener of listeners) listener();
  };
  /** One thing at a time: a second click while something runs does nothing. Faults end here and are shown. */
  const during = async (doing: Doing, work: () => Promise<void>) => {
    if (state.doing !== null) return;
    tell({ type: 'started', doing });
    try {
      await work();
    } catch (error) {
      tell(error instanceof Stopped ? { type: 'stopped' } : { type: 'failed', during: doing, error });
    }
  };
  const asFound = async () => examiner.find(await port.readGrids(), []);
  const chosen = async (): Promise<readonly Choice[]> => {
    choices ??= await memory.recall(asFound);
    return choices;
  };
  const checkNow = async () => {
    whole = true;
    await checkGrids(await port.readGrids());
  };
  const checkGrids = async (read: readonly SheetOfFile[]) => {
    grids = read;
    let sheets = await examiner.check(read, await chosen());
    // Edits strike nothing through; what was struck since is looked for before anything is posted.
    if (whole && (await lookForStruck(sheets, (asked) => openQuestions(asked, read))))
      sheets = await examiner.check(grids, await chosen());
    if (!('result' in sheets)) return tell({ type: 'found', found: sheets });
    tell({ type: 'checked', sheets, kept: keptOrders() });
    asked = askServer(sheets);
  };
  /** Which rows are struck through is asked once it is known which tables are orders; true = other rows than were known. */
  const lookForStruck = async (
    { tables }: Pick<FoundSheets, 'tables'>,
    among = (asked: readonly StruckQuestion[]) => asked,
  ): Promise<boolean> => {
    const asked = among(struckQuestions(tables));
    if (asked.length === 0) return false;
    const now = await port.readStruck(asked);
    if (grids === null || isKnownStruck(grids, asked, now)) return false;
    grids = withStruck(grids, now);
    return true;
  };
  /** Only what stands in the sheet is posted. */
  const checkIfOld = async () => {
    if (!isChecked(state)) return;
    if (state.stale || !whole || grids === null) await checkNow();
    else if (await lookForStruck(state.found)) await checkGrids(grids);
  };
  /** What can be said here is shown at once; what only the server knows comes after it, while the page stays usable. */
  const askServer = async (sheets: CheckedSheets) => {
    const isLatest = () => isChecked(state) && state.checkedSheets === sheets;
    try {
      tell({ type: 'asking' });
      const { batch, result } = sheets;
      await askWhoseNumbers(sheets, isLatest);
      const answered = await serverFindings(client, batch, result);
      const judged = answered ? examiner.join(result, batch, answered.findings) : result;
      if (!isLatest()) return;
      tell({
        type: 'server-checked',
        result: judged,
        turnedAway: answered ? turnedAwayThoughSound(answered.turnedAway, judged) : noneTurnedAway,
      });
    } catch (error) {
      if (isLatest()) tell({ type: 'failed', during: 'checking', error });
    }
  };
  /** Rows that were copied carry the number of others; the server knows whose it is. Its silence leaves what it said before. */
  const askWhoseNumbers = async ({ batch }: CheckedSheets, isLatest: () => boolean) => {
    const numbered = isChecked(state) ? state.orders.filter(({ number }) => number !== null) : [];
    if (numbered.length === 0) return;
    const answer = await knownOrders(client, batch, numbered);
    if (answer === null || !isLatest()) return;
    const known = numbered.map(({ order, fingerprint }) => [fingerprint, answer.get(order) ?? null] as const);
    tell({ type: 'numbers-known', known: new Map(known) });
  };
  const writeFixes = (fixes: readonly PlacedFix[], overFormulas: boolean) =>
    during('fixing', async () => {
      const { applied, formulas } = await port.applyFixes(fixes, { overFormulas });
      tell({ type: 'fixed', applied, formulas });
      if (applied.length > 0) await checkNow();
      else tell({ type: 'written' });
    });

  /** Sends all the outbox holds; `added` are the entries of this post, forgotten again when the user cancels. */
  async function sendOutbox(added: readonly OutboxEntry[]) {
    cancelled = false;
    // Answers belong beside their rows, which are known once they are checked: a pane just opened sends what an earlier one kept.
    if (!isChecked(state) && ordersIn(outbox) > 0) await readAgain('posting');
    tell({ type: 'posting', orders: ordersIn(outbox) });
    const answered: OrderFate[] = [];
    const onAnswer = ({ batch }: OutboxEntry, fates: readonly OrderFate[]) => {
      answered.push(...fates);
      tell({
        type: 'answered',
        orders: fates.length,
        fates: new Map(batch.orders.map((order, i) => [fingerprintOf(order), fateAt(fates, i)])),
      });
    };
    const stopped = await postInBatches({ client, outbox, cancelled: () => cancelled, onAnswer });
    if (stopped === 'cancelled') for (const { requestKey } of added) outbox.remove(requestKey);
    if (isChecked(state) && state.fates.size > 0) {
      await readAgain('posting');
      if (isChecked(state)) await writeBeside(statusOfFate(state, statusWords));
    }
    tell({ type: 'posting-ended', stopped, kept: keptOrders() });
    await carried?.keep();
    return answered;
  }
  /** Rows may have been sorted or moved meanwhile, which Excel doesn't always tell: never write beside remembered rows. */
  async function readAgain(doing: Doing) {
    await checkNow();
    tell({ type: 'started', doing });
  }
  async function writeBeside(statusOf: (order: OrderInSheet) => OrderStatusText | null) {
    if (!isChecked(state)) return;
    for (const { table, rows } of rowStatusesOf(state, statusOf)) await port.writeStatuses(table, rows);
    grids = null; // they lack what was written just now, perhaps a column: the next check reads it
  }
  const keptOrders = () => new Set(outbox.entries().flatMap(({ batch }) => batch.orders.map(fingerprintOf)));

  /** Puts orders into the outbox; `as` says how they are to be taken. */
  function fillOutbox(
    checked: Checked,
    orders: readonly OrderInSheet[],
    as: Pick<OutboxEntry, 'saveDraft'> = {},
  ): readonly OutboxEntry[] {
    const entries = cutIntoBatches({
      tables: checked.found.batch.tables,
      orders: orders.map(({ order }) => order),
    }).map((batch) => ({ requestKey: newKey(), workbook: carried?.workbook ?? port.name, batch, ...as }));
    for (const entry of entries) if (!outbox.put(entry)) tell({ type: 'not-kept' });
    return entries;
  }

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () =>
      during('reading', async () =>
        tell({ type: 'found', found: await examiner.find(await port.readGrids(), await chosen()) }),
      ),
    check: () => during('checking', checkNow),
    recheck: (changed) =>
      during('checking', async () => {
        if (grids === null || changed === null) return checkNow();
        whole = false;
        await checkGrids(await port.readAgain(grids, changed));
      }),
    async choose(choice) {
      await during('checking', async () => {
        choices = withChoice(await chosen(), choice);
        await checkNow();
        await memory.keep(choices, asFound);
      });
    },
    goTo: (finding) => port.goTo(finding),
    books: async () => examiner.books(await port.readGrids(), await chosen()),
    fix: (findings) => writeFixes(findings.flatMap(placedFix), false),
    settle: (finding, choice) => writeFixes(placedFix({ ...finding, fix: choice }), false),
    takeAsNew: (order) =>
      state.step === 'empty' ? Promise.resolve() : writeFixes(withoutNumber(state.found, order), false),
    takeAsChange: ({ fingerprint }) => tell({ type: 'meant-as-change', order: fingerprint }),
    async append(table, rows) {
      let outcome: AppendOutcome | null = null;
      await during('fixing', async () => {
        // Rows may have been added or sorted meanwhile: the table's end is where it is now.
        await checkNow();
        tell({ type: 'started', doing: 'fixing' });
        if (state.step === 'empty') return;
        outcome = await port.appendRows(endOfTable(state.found, table), rows);
        await checkNow();
        if (outcome.kind === 'appended') tell({ type: 'appended', rows: outcome.rows });
      });
      return outcome;
    },
    async answerFormulas(overwrite) {
      if (!isChecked(state) || state.doing !== null) return;
      const waiting = state.overFormulas;
      tell({ type: 'formulas-left' });
      if (overwrite) await writeFixes(waiting, true);
    },
    async undo() {
      const last = isChecked(state) ? state.fixed.at(-1) : undefined;
      if (!last) return;
      await during('fixing', async () => {
        if (!isRows(last)) await port.restore(last);
        else if (!(await port.removeRows(last))) throw new RowsChanged();
        tell({ type: 'undone' });
        await checkNow();
      });
    },
    copied: () => tell({ type: 'copied' }),
    includeHidden: (withHidden) => tell({ type: 'hidden-chosen', withHidden }),
    post: () =>
      during('posting', async () => {
        await checkIfOld();
        // What the server would not take is not sent: its answer is waited for, or its silence.
        await asked;
        tell({ type: 'started', doing: 'posting' });
        if (isChecked(state)) await sendOutbox(fillOutbox(state, readyToPost(state)));
      }),
    saveDrafts: () =>
      during('posting', async () => {
        await checkIfOld();
        await asked;
        tell({ type: 'started', doing: 'posting' });
        if (isChecked(state)) await sendOutbox(fillOutbox(state, faultyToSave(state), { saveDraft: true }));
      }),
    cancelPosting() {
      cancelled = true;
    },
    async sendKept() {
      let answered: readonly OrderFate[] = [];
      await during('posting', async () => {
        answered = await sendOutbox([]);
      });
      return answered;
    },
    sendCarried: () =>
      during('posting', async () => {
        carried?.take();
        await sendOutbox([]);
      }),
    forgetCarried: () =>
      during('writing', async () => {
        await carried?.forget();
        tell({ type: 'written' });
      }),
    writeStatuses: (statusOf) =>
      during('writing', async () => {
        await readAgain('writing');
        await writeBeside(statusOf);
        tell({ type: 'written' });
      }),
    booksPublished: () =>
      during('writing', async () => {
        await readAgain('writing');
        if (isChecked(state)) {
          const { fates } = state;
          const statusOf = statusOfFate(state, statusWords);
          tell({ type: 'turned-away-forgotten' });
          await writeBeside((order) => {
            const fate = fates.get(order.fingerprint);
            return fate && isTurnedAway(fate) ? { number: null, text: '', next: '' } : statusOf(order);
          });
        }
        tell({ type: 'written' });
      }),
    cellsChanged: () => tell({ type: 'cells-changed' }),
    dismissFailure: () => tell({ type: 'dismissed' }),
  };
}

/** Rows that were to be taken away again hold something else by now. */
export class RowsChanged extends Error {
  override name = 'RowsChanged';
}

const placedFix = ({ file, fix }: Finding): readonly PlacedFix[] =>
  fix ? [file === undefined ? fix : { ...fix, file }] : [];

function fateAt(fates: readonly OrderFate[], index: number): OrderFate {
  const fate = fates[index];
  if (!fate) throw new Error(`no answer for order ${index}`);
  return fate;
}
