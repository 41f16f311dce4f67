import type { Finding } from '../../core/check/finding.ts';
import type { TurnedAway } from '../../core/check/turned-away.ts';
import type { KnownOrder } from '../../core/wire/known-orders.ts';
import type { CheckedSheets, FoundSheets } from './examiner.ts';
import type { OrderInSheet } from './orders-in-sheet.ts';
import type { AppendedRows, AppliedFix, PlacedFix } from './port.ts';
import type { OrderFate, Stop } from './post-in-batches.ts';
import type { SentOrder } from './sent-orders.ts';

/**
 * The sheet session, the pane's and the workbook page's way from cells to order numbers, as data:
 *
 *     empty ── found ── checked ── posted
 *                          └─ fixes, checks and posts again as often as needed ─┘
 *
 * Pure: what Excel, the worker and the server do arrives as messages (transitions.ts; session.ts sends them).
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
  /** By fingerprint, orders that the user wants posted though they change another, and the version of it that he was shown. */
  readonly meantAsChange: ReadonlyMap<string, number>;
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

/** Narrow enough to be checked: findings and post button are there. */
export const isChecked = (state: SessionState): state is Checked => state.step === 'checked' || state.step === 'posted';

/** The sheet has changed since the check, as far as anybody told: rows may hold something else by now, or stand elsewhere. */
export const sheetHasChanged = ({ stale, othersAtWork }: Checked): boolean => stale || othersAtWork;

/** The check that is known, though the sheet may be found without orders since. */
export const lastChecked = (state: SessionState): Checked | null =>
  isChecked(state) ? state : state.step === 'found' ? state.before : null;

export const empty: SessionState = { step: 'empty', doing: null, failure: null, keptAnswered: [] };
