import type { FindingsWalk } from '../../../ui/components/findings-walk.ts';
import { numbersInRows, ordersInRows } from '../../../ui/sheet-session/orders-in-rows.ts';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import type { SheetSession } from '../../../ui/sheet-session/session.ts';
import { isChecked, type SessionState, sheetHasChanged } from '../../../ui/sheet-session/state.ts';
import { showPane } from '../../excel/office-surroundings.ts';
import { selectedRows } from '../../excel/selection.ts';
import type { SignedIn } from '../connect/situation.ts';
import { linesInRows } from '../last-price/lines-in-rows.ts';
import { nameOfOrder } from '../reply/reply-to-order.ts';
import { postedNumbers } from '../work/posted-numbers.ts';
import { gateOf, mayCheck, type Step } from '../work/step-gates.ts';
import type { Command } from './commands.ts';
import type { Notice } from './notice.ts';

/** What commands work with. */
export interface CommandMeans {
  readonly session: SheetSession;
  readonly walk: FindingsWalk;
  readonly me: SignedIn;
  readonly goStep: (step: Step) => void;
  readonly focusPostButton: () => void;
  /** Asks the server for its books at the next check, however fresh those are that are known. */
  readonly wantNewestBooks: () => void;
  readonly writeStatuses: (numbers: readonly string[]) => Promise<void>;
  /** The papers of these orders alone; null = of all. */
  readonly showPapersOf: (numbers: readonly string[] | null) => void;
  /** The ready reply to an order's customer. */
  readonly replyTo: (order: OrderInSheet) => Promise<string>;
  readonly say: (notice: Notice | null) => void;
}

/** Does what the ribbon, the cell menu or a key asked for, once the session has ended what it is at. */
export async function performCommand(command: Command, means: CommandMeans): Promise<void> {
  await untilIdle(means.session);
  means.say(null);
  await doing[command](means);
}

const doing: Readonly<Record<Command, (means: CommandMeans) => Promise<void>>> = {
  async checkSheet({ session, me, goStep }) {
    goStep('check');
    if (mayCheck(me)) await session.check();
  },
  async postOrders(means) {
    means.goStep('post');
    if (gateOf('post', means.session.state, means.me) === 'may-not-post') return;
    await checkIfNeeded(means);
    means.focusPostButton();
  },
  async showPapers({ goStep, showPapersOf }) {
    showPapersOf(null);
    goStep('papers');
  },
  async writeStatuses({ session, goStep, showPapersOf, writeStatuses }) {
    showPapersOf(null);
    goStep('papers');
    const numbers = postedNumbers(session.state);
    if (numbers.length > 0) await writeStatuses(numbers);
  },
  async showBooks({ session, goStep, wantNewestBooks }) {
    goStep('sheet');
    wantNewestBooks();
    // A checked sheet stays checked: reading alone would forget what was fixed and posted.
    await (isChecked(session.state) ? session.check() : session.read());
  },
  async checkRow(means) {
    const { session, me, walk, goStep, say } = means;
    goStep('check');
    if (!mayCheck(me)) return;
    const rows = await selectedRows();
    await checkIfNeeded(means);
    if (!isChecked(session.state)) return;
    const orders = ordersInRows(session.state, rows);
    const [first] = orders.flatMap(({ findings }) => findings);
    if (first) walk.reveal(first);
    else say(orders.length > 0 ? 'order-is-clean' : 'no-order-in-row');
  },
  async showRowPapers(means) {
    const { session, me, goStep, showPapersOf, say } = means;
    goStep('papers');
    const rows = await selectedRows();
    // Rows may have been sorted since they were read; and a row that was copied carries a number that the check asks about.
    if (!mayCheck(me)) await session.read();
    else await checkIfNeeded(means);
    await until(session, (state) => !isChecked(state) || !state.asking);
    const numbers = numbersInRows(session.state, rows);
    showPapersOf(numbers.length > 0 ? numbers : null);
    if (numbers.length === 0) say('row-not-posted');
  },
  async showLastPrice({ session, say }) {
    const rows = await selectedRows();
    await readIfChanged(session);
    const lines = linesInRows(session.state, rows);
    say(lines.length > 0 ? { kind: 'last-prices', lines } : 'no-order-in-row');
  },
  async copyReply(means) {
    const { session, me, goStep, say, replyTo } = means;
    // The step says why not.
    if (!mayCheck(me)) return goStep('check');
    const rows = await selectedRows();
    await checkIfNeeded(means);
    if (!isChecked(session.state)) return goStep('check');
    const [order] = ordersInRows(session.state, rows);
    say(order ? { kind: 'reply', order: nameOfOrder(order), reply: () => replyTo(order) } : 'no-order-in-row');
  },
  nextFinding: (means) => walkTo(1, means),
  previousFinding: (means) => walkTo(-1, means),
};

async function walkTo(direction: 1 | -1, means: CommandMeans): Promise<void> {
  const { session, me, walk, goStep } = means;
  goStep('check');
  if (!isChecked(session.state)) {
    // Nothing to walk through yet: the pane shows how the check goes on, or why there is none.
    await showPane();
    if (mayCheck(me)) await session.check();
  }
  walk.step(direction);
}

/** Rows may have been sorted since they were read. */
async function readIfChanged(session: SheetSession): Promise<void> {
  if (!isChecked(session.state)) await session.read();
  else if (sheetHasChanged(session.state)) await session.check();
}

async function checkIfNeeded({ session }: CommandMeans): Promise<void> {
  if (!isChecked(session.state) || sheetHasChanged(session.state)) await session.check();
}

const untilIdle = (session: SheetSession): Promise<void> => until(session, ({ doing: busy }) => busy === null);

function until(session: SheetSession, isSo: (state: SessionState) => boolean): Promise<void> {
  if (isSo(session.state)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = session.subscribe(() => {
      if (!isSo(session.state)) return;
      end();
      resolve();
    });
  });
}
