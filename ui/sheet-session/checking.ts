import { noneTurnedAway, turnedAwayThoughSound } from '../../core/check/turned-away.ts';
import type { Choice } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { Client } from '../../core/wire/client.ts';
import { knownOrders } from '../../core/wire/known-orders.ts';
import { serverFindings } from '../../core/wire/server-findings.ts';
import type { CheckedSheets, Examiner } from './examiner.ts';
import { OrdersChanged } from './in-the-way.ts';
import type { ChangedArea, SheetPort, StruckQuestion } from './port.ts';
import { isSameReading } from './rows-now.ts';
import { type Checked, isChecked, type SessionState } from './state.ts';
import { isKnownStruck, openQuestions, struckQuestions, withStruck } from './struck-cells.ts';
import type { SessionMessage } from './transitions.ts';

export interface CheckingParts {
  readonly port: SheetPort;
  readonly examiner: Examiner;
  readonly client: Client;
  /** What the user said of columns and tables. */
  readonly chosen: () => Promise<readonly Choice[]>;
  readonly state: () => SessionState;
  readonly tell: (message: SessionMessage) => void;
  /** Fingerprints of orders that wait in the outbox. */
  readonly kept: () => ReadonlySet<string>;
}

/** Reading the sheets and judging what stands there, and knowing how old that is. */
export interface Checking {
  /** As they were read for the last check; null = nothing was read yet. */
  sheets(): readonly SheetOfFile[] | null;
  checkNow(): Promise<void>;
  /** Reads only these areas anew; null = everything. */
  recheck(changed: readonly ChangedArea[] | null): Promise<void>;
  /**
   * Until what is checked is what stands there, and the server has said what it thinks of it.
   * @throws OrdersChanged while somebody goes on editing
   */
  checkAsItStands(): Promise<void>;
  /** The same without the server; somebody who goes on typing is waited for no longer. Null = there are no orders. */
  readWhatStands(): Promise<{ readonly checked: Checked; readonly sheets: readonly SheetOfFile[] } | null>;
  /** Cells may hold something else than was read. */
  mayDiffer(): boolean;
  /** Something was written that the last reading lacks, perhaps a column. */
  written(): void;
  cellsChanged(): void;
  othersChanged(): void;
}

/** A user who goes on typing while his orders are to be posted is told to stop first. */
const mostReadings = 3;

export function createChecking({ port, examiner, client, chosen, state, tell, kept }: CheckingParts): Checking {
  /** As they were read for the last check; null = nothing was read yet. */
  let grids: readonly SheetOfFile[] | null = null;
  /** Since then something was written that they lack, perhaps a column, or somebody else was at work: they can't be patched. */
  let mustRead = false;
  /** Read in one piece, not patched from what edits told: not everything that changes a sheet is told. */
  let whole = true;
  /** How often edits were told, the user's and others': what is read while it is edited is old at once. */
  const told = { edits: 0, others: 0 };
  /** The last question to the server; settles when it is answered, or can't be. */
  let asked: Promise<void> = Promise.resolve();
  /** Whether it said whose numbers and keys the rows carry. */
  let toldNumbers = true;

  const checked = (): Checked | null => {
    const now = state();
    return isChecked(now) ? now : null;
  };
  /** It is known that the last reading lacks something: an edit, somebody else's work, what was written from here. */
  const readingIsOld = () => mustRead || checked()?.stale === true;
  /** Nothing says that what was read is all that stands there. */
  const mayDiffer = () => checked() === null || readingIsOld() || !whole;

  const checkNow = async () => {
    const before = { ...told };
    await checkGrids(await port.readGrids(), { whole: true, before });
  };
  /** What was read, and the findings in it, come together: old findings never go with newer cells. */
  const checkGrids = async (read: readonly SheetOfFile[], how: { whole: boolean; before: typeof told }) => {
    let now = read;
    let sheets = await examiner.check(now, await chosen());
    // Edits strike nothing through; what was struck since is looked for before anything is posted.
    const struck = how.whole ? await struckSince(now, openQuestions(struckQuestions(sheets.tables), read)) : null;
    if (struck !== null) {
      now = struck;
      sheets = await examiner.check(now, await chosen());
    }
    grids = now;
    whole = how.whole;
    mustRead = told.others !== how.before.others;
    if (!('result' in sheets)) return tell({ type: 'found', found: sheets });
    tell({ type: 'checked', sheets, kept: kept() });
    // Edited while it was read and checked: it is old already.
    if (told.edits !== how.before.edits) tell({ type: 'cells-changed' });
    if (mustRead) tell({ type: 'others-changed' });
    asked = askServer(sheets);
  };
  /** Which rows are struck through is asked once it is known which tables are orders. @returns null = as it was known */
  const struckSince = async (
    known: readonly SheetOfFile[],
    questions: readonly StruckQuestion[],
  ): Promise<readonly SheetOfFile[] | null> => {
    if (questions.length === 0) return null;
    const now = await port.readStruck(questions);
    return isKnownStruck(known, questions, now) ? null : withStruck(known, now);
  };
  /** Only what stands in the sheet is posted, and nobody is relied on to have told of every change in it. */
  const checkIfOld = async () => {
    const now = checked();
    if (now === null) return;
    const before = { ...told };
    const mightDiffer = mayDiffer();
    const read = await port.readGrids();
    if (mightDiffer || grids === null || !isSameReading(grids, read)) return checkGrids(read, { whole: true, before });
    const struck = await struckSince(grids, struckQuestions(now.found.tables));
    if (struck !== null) await checkGrids(struck, { whole: true, before });
  };
  /** Until what is checked is what stands there, and the server has said what it thinks of it. */
  const checkAsItStands = async () => {
    for (let tries = 0; tries < mostReadings; tries += 1) {
      await checkIfOld();
      // What the server would not take is not sent: its answer is waited for, or its silence.
      await asked;
      const now = checked();
      // It was away when it was asked: nothing is changed on the server that it could have said beforehand.
      if (now !== null && !toldNumbers) {
        asked = askServer(now.checkedSheets);
        await asked;
      }
      if (checked() === null || !readingIsOld()) return;
    }
    throw new OrdersChanged([]);
  };
  /** What can be said here is shown at once; what only the server knows comes after it, while the page stays usable. */
  const askServer = async (sheets: CheckedSheets) => {
    const isLatest = () => checked()?.checkedSheets === sheets;
    try {
      tell({ type: 'asking' });
      toldNumbers = false;
      const { batch, result } = sheets;
      const [found, numbers] = await Promise.allSettled([
        serverFindings(client, batch, result),
        askWhoseNumbers(sheets, isLatest),
      ]);
      if (numbers.status === 'rejected') throw numbers.reason;
      if (isLatest()) toldNumbers = numbers.value;
      if (found.status === 'rejected') throw found.reason;
      const answered = found.value;
      const judged = answered ? examiner.join(result, batch, answered.findings) : result;
      if (!isLatest()) return;
      tell({
        type: 'server-checked',
        result: judged,
        turnedAway: answered ? turnedAwayThoughSound(answered.turnedAway, judged) : noneTurnedAway,
      });
    } catch (error) {
      if (isLatest()) tell({ type: 'server-silent', error });
    }
  };
  /** Rows may carry the number of others, or the key of others; the server knows whose it is. Its silence leaves what it said before. @returns whether it said */
  const askWhoseNumbers = async ({ batch }: CheckedSheets, isLatest: () => boolean): Promise<boolean> => {
    // An order number may be used a second time, where no number of ours stands beside the rows; those with errors may be kept as
    // drafts, which changes an order as well.
    const orders = checked()?.orders ?? [];
    if (orders.length === 0) return true;
    const answer = await knownOrders(client, batch, orders);
    if (answer === null || !isLatest()) return false;
    const known = orders.map(({ order, fingerprint }) => [fingerprint, answer.get(order) ?? null] as const);
    tell({ type: 'numbers-known', known: new Map(known) });
    return true;
  };
  /** Until what is read is what stands there; somebody who goes on typing is waited for no longer. */
  const readWhatStands = async () => {
    for (let tries = 0; tries === 0 || (tries < mostReadings && readingIsOld()); tries += 1) await checkNow();
    const now = checked();
    return now !== null && grids !== null ? { checked: now, sheets: grids } : null;
  };

  return {
    sheets: () => grids,
    checkNow,
    async recheck(changed) {
      if (grids === null || mustRead || changed === null) return checkNow();
      const before = { ...told };
      await checkGrids(await port.readAgain(grids, changed), { whole: false, before });
    },
    checkAsItStands,
    readWhatStands,
    mayDiffer,
    written() {
      mustRead = true;
    },
    cellsChanged() {
      told.edits += 1;
      tell({ type: 'cells-changed' });
    },
    othersChanged() {
      told.others += 1;
      mustRead = true;
      tell({ type: 'others-changed' });
    },
  };
}
