import type { CheckResult } from '../../core/check/check.ts';
import { noneTurnedAway, type TurnedAway } from '../../core/check/turned-away.ts';
import type { KnownOrder } from '../../core/wire/known-orders.ts';
import type { CheckedSheets, FoundSheets } from './examiner.ts';
import { fingerprintOf, orderInSheet } from './orders-in-sheet.ts';
import type { AppendedRows, AppliedFix, PlacedFix } from './port.ts';
import { isOnServer, isTurnedAway, type OrderFate, type Stop } from './post-in-batches.ts';
import { numberOf } from './row-statuses.ts';
import type { SentOrder } from './sent-orders.ts';
import { type Checked, type Doing, isChecked, lastChecked, type SessionState } from './state.ts';

/** What can happen to a sheet session. */
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

/** What the session is after it. */
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
    meantAsChange: before?.meantAsChange ?? new Map(),
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

/**
 * An order says one thing at a time: other rows under its number are no longer what the server has. And what a user said of rows
 * holds for one posting.
 */
function answered(
  { fates, meantAsChange }: Checked,
  sent: readonly SentOrder[],
): Pick<Checked, 'fates' | 'meantAsChange'> {
  const taken = sent.filter(({ fate }) => isOnServer(fate) || fate.outcome === 'saved');
  const numbers = new Set(taken.map(({ fate }) => numberOf(fate)));
  const others = [...fates].filter(([, before]) => !numbers.has(numberOf(before)));
  const done = new Set(sent.flatMap(({ order, fate }) => (isOnServer(fate) ? [fingerprintOf(order)] : [])));
  return {
    fates: new Map([...others, ...sent.map(({ order, fate }) => [fingerprintOf(order), fate] as const)]),
    meantAsChange: new Map([...meantAsChange].filter(([print]) => !done.has(print))),
  };
}

/** Of the order as it was shown: one that goes on meanwhile is asked about once more. */
function withConsent({ known, meantAsChange }: Checked, order: string): Checked['meantAsChange'] {
  const shown = known.get(order);
  return shown ? new Map([...meantAsChange, [order, shown.version]]) : meantAsChange;
}

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
      return { ...state, meantAsChange: withConsent(state, message.order) };
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
        ...answered(state, message.sent),
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
