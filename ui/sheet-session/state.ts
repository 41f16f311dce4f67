import type { CheckResult } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import { noneTurnedAway, type TurnedAway } from '../../core/check/turned-away.ts';
import type { KnownOrder } from '../../core/wire/known-orders.ts';
import { type NumberQuestion, questionOf } from './copied-numbers.ts';
import type { CheckedSheets, FoundSheets } from './examiner.ts';
import { fingerprintOf, type OrderInSheet, orderInSheet } from './orders-in-sheet.ts';
import type { AppendedRows, AppliedFix, PlacedFix } from './port.ts';
import { isTurnedAway, type OrderFate, type Stop } from './post-in-batches.ts';
import { numberOf } from './row-statuses.ts';
import type { SentOrder } from './sent-orders.ts';

/**
 * The sheet session, the pane's and the workbook page's way from cells to order numbers, as data:
 *
 *     empty ── found ── checked ── posted
 *                          └─ fixes, checks and posts again as often as needed ─┘
 *
 * Pure: what Excel, the worker and the server do arrives as messages (see session.ts).
 */
export type SessionState = Empty | Found | Checked;

interface Common {
  /** What is going on right now; the page stays usable and shows it. */
  readonly doing: Doing | null;
  readonly failure: Failure | null;
  /** What became of orders that had waited, until the user has seen it: not all of them stand in this workbook. */
  readonly keptAnswered: readonly OrderFate[];
}
export interface Empty extends Common {
  readonly step: 'empty';
}
export interface Found extends Common {
  readonly step: 'found';
  readonly found: FoundSheets;
  /** The last check, while orders can't be found any more: what was posted, fixed and said then holds again with the next. */
  readonly before: Checked | null;
}
export interface Checked extends Common {
  /** `posted` once an answer of the server arrived; the findings stay, and so does the way back to them. */
  readonly step: 'checked' | 'posted';
  readonly found: FoundSheets;
  /** What the check gave, to know a late answer of the server by. */
  readonly checkedSheets: CheckedSheets;
  /** The server is making the checks that need what only it knows. */
  readonly asking: boolean;
  readonly findings: readonly Finding[];
  /** About a whole sheet: a missing column, a check that couldn't be made. */
  readonly sheetFindings: readonly Finding[];
  readonly orders: readonly OrderInSheet[];
  /** Sound by the workbook's own books, and no order by the server's. */
  readonly turnedAway: TurnedAway;
  /** By fingerprint, whose number stands beside orders, as the server said; null = it doesn't know such an order. */
  readonly known: ReadonlyMap<string, KnownOrder | null>;
  /** Fingerprints of orders that the user wants posted though they change the one whose number they carry. */
  readonly meantAsChange: ReadonlySet<string>;
  /** Post orders of hidden rows too; until the user says so they are left out, and the page says that. */
  readonly withHidden: boolean;
  /** Cells changed since the check. */
  readonly stale: boolean;
  /** Somebody else was at work since: the findings are shown, but nothing goes into the sheet on their word alone. */
  readonly othersAtWork: boolean;
  /** Fixes and rows written, newest last; each entry is undone as one. */
  readonly fixed: readonly Written[];
  /** Those of them that are in a copy the user took away. */
  readonly copied: readonly Written[];
  /** Fixes whose cell holds a formula: written only when the user says so. */
  readonly overFormulas: readonly PlacedFix[];
  /** What became of orders sent from here, by fingerprint. */
  readonly fates: ReadonlyMap<string, OrderFate>;
  /** What the last posting sent and the server answered. */
  readonly sent: readonly SentOrder[];
  readonly posting: Posting | null;
  /** Fingerprints of orders that wait in the outbox: sent by it, not by another click on the button. */
  readonly kept: ReadonlySet<string>;
  /** This device had no room to keep unsent orders beyond this page: the user must not close it. */
  readonly keptInPageOnly: boolean;
}
/** What was written at once: fixes of cells, or rows below a table. */
export type Written = readonly AppliedFix[] | AppendedRows;
export const isRows = (written: Written): written is AppendedRows => 'contents' in written;

export interface Posting {
  readonly orders: number;
  readonly answered: number;
  /** The user wants it to end; an answer is still waited for. */
  readonly cancelling: boolean;
  readonly stopped: Stop | null;
}
export type Doing = 'reading' | 'checking' | 'fixing' | 'posting' | 'writing';
export interface Failure {
  readonly during: Doing;
  readonly error: unknown;
}

export type SessionMessage =
  | { readonly type: 'started'; readonly doing: Doing }
  | { readonly type: 'failed'; readonly during: Doing; readonly error: unknown }
  | { readonly type: 'ended' }
  | { readonly type: 'dismissed' }
  | { readonly type: 'kept-answered'; readonly fates: readonly OrderFate[] }
  | { readonly type: 'kept-answers-seen' }
  | { readonly type: 'found'; readonly found: FoundSheets }
  | { readonly type: 'checked'; readonly sheets: CheckedSheets; readonly kept: ReadonlySet<string> }
  | { readonly type: 'asking' }
  | { readonly type: 'numbers-known'; readonly known: ReadonlyMap<string, KnownOrder | null> }
  | { readonly type: 'meant-as-change'; readonly order: string }
  | { readonly type: 'server-checked'; readonly result: CheckResult; readonly turnedAway: TurnedAway }
  /** It could not say what it thinks of the orders. */
  | { readonly type: 'server-silent'; readonly error: unknown }
  | { readonly type: 'cells-changed' }
  | { readonly type: 'others-changed' }
  | { readonly type: 'fixed'; readonly applied: readonly AppliedFix[]; readonly formulas: readonly PlacedFix[] }
  | { readonly type: 'appended'; readonly rows: AppendedRows }
  | { readonly type: 'formulas-left' }
  | { readonly type: 'undone' }
  | { readonly type: 'copied' }
  | { readonly type: 'hidden-chosen'; readonly withHidden: boolean }
  | { readonly type: 'posting'; readonly orders: number }
  | { readonly type: 'answered'; readonly sent: readonly SentOrder[] }
  | { readonly type: 'cancelling' }
  | { readonly type: 'turned-away-forgotten' }
  | { readonly type: 'not-kept' }
  | { readonly type: 'kept'; readonly kept: ReadonlySet<string> }
  | { readonly type: 'posting-ended'; readonly stopped: Stop | null; readonly kept: ReadonlySet<string> };

/** Narrow enough to be checked: findings and post button are there. */
export const isChecked = (state: SessionState): state is Checked => state.step === 'checked' || state.step === 'posted';

/** Rows may hold something else by now, or stand elsewhere. */
export const isOld = ({ stale, othersAtWork }: Checked): boolean => stale || othersAtWork;

/** The check that is known, though the sheet may be found without orders since. */
export const lastChecked = (state: SessionState): Checked | null =>
  isChecked(state) ? state : state.step === 'found' ? state.before : null;

export const empty: SessionState = { step: 'empty', doing: null, failure: null, keptAnswered: [] };

export function next(state: SessionState, message: SessionMessage): SessionState {
  switch (message.type) {
    case 'started':
      return {
        ...state,
        doing: message.doing,
        failure: null,
        // Good news was news; what the server did not take stays until it was seen.
        keptAnswered: state.keptAnswered.filter((fate) => !isOnServer(fate) && fate.outcome !== 'saved'),
        // How far the last posting came is no news of this one.
        ...(isChecked(state) && message.doing === 'posting' && { posting: null }),
      };
    case 'failed':
      return {
        ...state,
        doing: null,
        failure: { during: message.during, error: message.error },
        ...(isChecked(state) && { asking: false }),
      };
    case 'ended':
      return { ...state, doing: null };
    case 'dismissed':
      return { ...state, failure: null };
    case 'kept-answered':
      return { ...state, keptAnswered: [...state.keptAnswered, ...message.fates] };
    case 'kept-answers-seen':
      return { ...state, keptAnswered: [] };
    case 'found':
      return {
        step: 'found',
        doing: state.doing,
        failure: null,
        keptAnswered: state.keptAnswered,
        found: message.found,
        before: lastChecked(state),
      };
    case 'checked':
      return checked(state, message.sheets, message.kept);
    default:
      // Posting what an earlier session left needs no checked sheet: here it only ends being busy.
      if (isChecked(state)) return nextOfChecked(state, message);
      return state.step === 'found' && state.before !== null
        ? { ...state, before: nextOfChecked(state.before, message) }
        : state;
  }
}

/** Fates and fixes outlive a new check: what was posted stays posted, what was fixed can still be undone. */
function checked(state: SessionState, sheets: CheckedSheets, kept: ReadonlySet<string>): Checked {
  const { result: _, ...found } = sheets;
  const before = lastChecked(state);
  return {
    step: before?.step ?? 'checked',
    doing: state.doing,
    failure: null,
    keptAnswered: state.keptAnswered,
    found,
    checkedSheets: sheets,
    asking: false,
    ...judged(sheets.result, found),
    turnedAway: noneTurnedAway,
    // Nothing jumps while the server is asked again.
    known: before?.known ?? new Map(),
    meantAsChange: before?.meantAsChange ?? new Set(),
    withHidden: before?.withHidden ?? false,
    stale: false,
    othersAtWork: false,
    fixed: before?.fixed ?? [],
    copied: before?.copied ?? [],
    overFormulas: before?.overFormulas ?? [],
    fates: before?.fates ?? new Map(),
    sent: before?.sent ?? [],
    posting: before?.posting ?? null,
    kept,
    keptInPageOnly: before?.keptInPageOnly ?? false,
  };
}

const judged = (
  result: CheckResult,
  { rows }: FoundSheets,
): Pick<Checked, 'findings' | 'sheetFindings' | 'orders'> => ({
  findings: result.findings,
  sheetFindings: result.sheetFindings,
  orders: result.orders.map((entry) => orderInSheet(entry, rows)),
});

type CheckedMessage = Exclude<
  SessionMessage,
  {
    readonly type:
      | 'started'
      | 'failed'
      | 'ended'
      | 'dismissed'
      | 'kept-answered'
      | 'kept-answers-seen'
      | 'found'
      | 'checked';
  }
>;
function nextOfChecked(state: Checked, message: CheckedMessage): Checked {
  switch (message.type) {
    case 'asking':
      return { ...state, asking: true };
    case 'numbers-known':
      return { ...state, known: message.known };
    case 'meant-as-change':
      return { ...state, meantAsChange: new Set([...state.meantAsChange, message.order]) };
    case 'server-checked':
      return {
        ...state,
        asking: false,
        ...judged(message.result, state.found),
        turnedAway: message.turnedAway,
      };
    case 'server-silent':
      return { ...state, asking: false, failure: { during: 'checking', error: message.error } };
    case 'cells-changed':
      return { ...state, stale: true };
    case 'others-changed':
      return { ...state, othersAtWork: true };
    case 'fixed':
      return {
        ...state,
        stale: state.stale || message.applied.length > 0,
        overFormulas: message.formulas,
        fixed: message.applied.length > 0 ? [...state.fixed, message.applied] : state.fixed,
      };
    case 'appended':
      return { ...state, fixed: [...state.fixed, message.rows] };
    case 'formulas-left':
      return { ...state, overFormulas: [] };
    case 'undone':
      return { ...state, stale: true, fixed: state.fixed.slice(0, -1) };
    case 'copied':
      return { ...state, copied: state.fixed };
    case 'hidden-chosen':
      return { ...state, withHidden: message.withHidden };
    case 'posting':
      return {
        ...state,
        sent: [],
        posting: { orders: message.orders, answered: 0, cancelling: false, stopped: null },
      };
    case 'answered':
      return {
        ...state,
        step: 'posted',
        sent: [...state.sent, ...message.sent],
        fates: new Map([
          ...state.fates,
          ...message.sent.map(({ order, fate }) => [fingerprintOf(order), fate] as const),
        ]),
        posting: state.posting && { ...state.posting, answered: state.posting.answered + message.sent.length },
      };
    case 'cancelling':
      return { ...state, posting: state.posting && { ...state.posting, cancelling: true } };
    case 'turned-away-forgotten':
      return { ...state, fates: new Map([...state.fates].filter(([, fate]) => !isTurnedAway(fate))) };
    case 'posting-ended':
      return {
        ...state,
        kept: message.kept,
        keptInPageOnly: message.kept.size > 0 && state.keptInPageOnly,
        posting: state.posting && { ...state.posting, stopped: message.stopped },
      };
    case 'kept':
      return { ...state, kept: message.kept };
    case 'not-kept':
      return { ...state, keptInPageOnly: true };
  }
}

const done = new Set<OrderFate['outcome']>(['posted', 'edited', 'unchanged']);
export const isOnServer = ({ outcome }: OrderFate): boolean => done.has(outcome);
/** The order, as it stands in the sheet now, is on the server: it was posted from here, or the server says so of the number beside it. */
export const isPosted = ({ fates, known }: Checked, { fingerprint, number }: OrderInSheet): boolean => {
  const fate = fates.get(fingerprint);
  if (fate !== undefined && isOnServer(fate)) return true;
  const there = known.get(fingerprint);
  return there?.posting === 'same' && there.number === number;
};

/** The order number as the server said it, of rows that are there as they stand or were posted from here; null = it said none. */
export function numberSaid({ fates, known }: Checked, { fingerprint }: OrderInSheet): string | null {
  const fate = fates.get(fingerprint);
  const there = known.get(fingerprint);
  return (fate && numberOf(fate)) ?? (there?.posting === 'same' ? there.number : null);
}

const isSound = (state: Checked, order: OrderInSheet): boolean =>
  !order.hasError && !isPosted(state, order) && !state.kept.has(order.fingerprint);

const isTurnedAwayByBooks = ({ turnedAway: { missing, orders } }: Checked, { order }: OrderInSheet): boolean =>
  missing.length > 0 || orders.has(order);

/** Orders the server would not take, as it said when it was asked. */
export const turnedAwayOrders = (state: Checked): readonly OrderInSheet[] =>
  state.orders.filter((order) => isSound(state, order) && isTurnedAwayByBooks(state, order));

/** What the number beside an order asks the user, until it is answered. */
function numberQuestion(state: Checked, order: OrderInSheet): NumberQuestion | null {
  if (state.kept.has(order.fingerprint)) return null;
  const question = questionOf(order, !order.hasError && !isTurnedAwayByBooks(state, order), state);
  // Of what was posted from here there is nothing to ask, but where its number went.
  return isPosted(state, order) && question?.kind !== 'displaced' ? null : question;
}
/** The number beside the order belongs to other rows; those of an order with errors the server may not know, unless it knows whose. */
export const hasCopiedNumber = (state: Checked, order: OrderInSheet): boolean =>
  isOthers(numberQuestion(state, order)?.kind) || belongsToOther(state, order);
const isOthers = (kind: NumberQuestion['kind'] | undefined): boolean => kind === 'copied' || kind === 'displaced';

function belongsToOther({ known, orders }: Checked, { number, fingerprint }: OrderInSheet): boolean {
  const isOwn = (print: string) => known.get(print)?.number === number;
  if (number === null || !known.has(fingerprint) || isOwn(fingerprint)) return false;
  return orders.some((other) => other.number === number && isOwn(other.fingerprint));
}

export const numberQuestions = (state: Checked): readonly NumberQuestion[] =>
  state.orders.flatMap((order) => numberQuestion(state, order) ?? []);

const canBePosted = (state: Checked): readonly OrderInSheet[] =>
  state.orders.filter(
    (order) => isSound(state, order) && !isTurnedAwayByBooks(state, order) && numberQuestion(state, order) === null,
  );

/**
 * What the post button would send: no error, here or by the server's books, neither on the server nor on its way there, and
 * not hidden unless the user included those.
 */
export const readyToPost = (state: Checked): readonly OrderInSheet[] =>
  canBePosted(state).filter(({ hidden }) => state.withHidden || !hidden);

/** Orders with errors that aren't kept as drafts yet, nor on their way, nor hidden unless the user included those. */
const faultyOrders = (state: Checked): readonly OrderInSheet[] =>
  state.orders.filter(
    (order) =>
      order.hasError &&
      (state.withHidden || !order.hidden) &&
      !state.kept.has(order.fingerprint) &&
      state.fates.get(order.fingerprint)?.outcome !== 'saved' &&
      numberQuestion(state, order) === null,
  );

/** Those of them that the server can keep. */
export const faultyToSave = (state: Checked): readonly OrderInSheet[] =>
  faultyOrders(state).filter((order) => !isNobodys(state, order));
/** And those it can't: nothing would find a draft again whose customer isn't known. */
export const faultyOfNobody = (state: Checked): readonly OrderInSheet[] =>
  faultyOrders(state).filter((order) => isNobodys(state, order));

function isNobodys({ fates }: Checked, { order: { customer }, findings, fingerprint }: OrderInSheet): boolean {
  const fate = fates.get(fingerprint);
  // The server judges by its own customers, and says so when it is asked to keep the draft.
  const said = fate?.outcome === 'findings' ? [...findings, ...fate.findings] : findings;
  return !(customer.code || customer.name) || said.some(({ code }) => withoutCustomer.has(code));
}
const withoutCustomer = new Set<Finding['code']>(['customer.unknown', 'customer.ambiguous']);

/** Sound orders in hidden rows, left out or included: `state.withHidden` tells. */
export const hiddenToPost = (state: Checked): readonly OrderInSheet[] =>
  canBePosted(state).filter(({ hidden }) => hidden);
