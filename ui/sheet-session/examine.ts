import { type CheckResult, checkOrders } from '../../core/check/check.ts';
import type { BookSource, Knowledge } from '../../core/check/knowledge.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { checkPolicyOf } from '../../core/policy/check-policy.ts';
import { defaultPolicy, type Policy } from '../../core/policy/policy.ts';
import { ordersOf } from '../../core/sheet/orders.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { type SheetProblem, sheetProblems } from '../../core/sheet/problems.ts';
import { type PassedOverRow, skippedRows } from '../../core/sheet/skipped-rows.ts';
import { meaningOfStruck } from '../../core/sheet/struck-rows.ts';
import type { Choice, ParsedSheets, StruckChoice, UnknownTable } from '../../core/sheet/table.ts';
import { type SheetOfFile, understandSheets } from '../../core/sheet/understand.ts';
import type { PlainDate } from '../../core/value/date.ts';
import { type ReadTable, readTables } from './read-tables.ts';
import { rowsOfTables, type TableRows } from './table-rows.ts';

/**
 * Understands and checks sheets. The pane does it where it stands, the browser page in a worker; either way with core's
 * one rule set (X9).
 */
export interface Examiner {
  find(sheets: readonly SheetOfFile[], choices: readonly Choice[]): Promise<FoundSheets>;
  check(sheets: readonly SheetOfFile[], choices: readonly Choice[]): Promise<CheckedSheets | FoundSheets>;
  books(sheets: readonly SheetOfFile[], choices: readonly Choice[]): Promise<SheetBooks>;
}

/** An examination that came to no end: it took too long, or the browser had no more memory for it. */
export class ExaminationFailed extends Error {
  override name = 'ExaminationFailed';
  readonly reason: 'took-too-long' | 'too-much-memory';
  constructor(reason: ExaminationFailed['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** The user gave up waiting. */
export class Stopped extends Error {
  override name = 'Stopped';
}

/** What stands in the sheets themselves to check orders against, for publishing it; null = no such table. */
export type SheetBooks = Pick<Knowledge, 'prices' | 'stock' | 'customers'>;

export interface FoundSheets {
  readonly tables: readonly ReadTable[];
  /** Tables that were given no role. */
  readonly unknown: readonly UnknownTable[];
  /** Why nothing can be checked; none = go on. */
  readonly problems: readonly SheetProblem[];
  readonly batch: ParsedBatch;
  /** Rows of the order tables that order nothing: totals, signatures, samples. */
  readonly skipped: readonly PassedOverRow[];
  readonly struck: StruckInSheets;
  /** One entry for each of the batch's tables. */
  readonly rows: readonly TableRows[];
  /** Where each piece of knowledge comes from; null = there is none, and what needs it is not checked. */
  readonly knowledge: {
    readonly prices: BookSource | null;
    readonly stock: BookSource | null;
    readonly customers: BookSource | null;
  };
}
/** Order rows that are struck through. */
export interface StruckInSheets {
  readonly rows: number;
  /** What the user said they mean; null = he is yet to be asked, and they are left out. */
  readonly meaning: StruckChoice['struckRows'] | null;
}
export interface CheckedSheets extends FoundSheets {
  readonly result: CheckResult;
}

/** What the sheets are judged by, besides themselves. */
export interface Yardstick {
  /** Books published on the server and open orders; nothing while the server is away. */
  readonly published: Partial<Knowledge>;
  readonly today: PlainDate;
  /** ISO 4217; of orders that name none. */
  readonly currency: string;
  /** The company's; until it is known, the currency's defaults hold. */
  readonly policy?: Policy;
}

export function findInSheets(
  sheets: readonly SheetOfFile[],
  choices: readonly Choice[],
  { published, currency }: Yardstick,
): FoundSheets {
  const understood = understandSheets(sheets, choices);
  return foundIn(understood, choices, ordersOf(understood), knowledgeOf(understood, published, currency));
}

export function booksInSheets(
  sheets: readonly SheetOfFile[],
  choices: readonly Choice[],
  { currency }: Pick<Yardstick, 'currency'>,
): SheetBooks {
  const { prices, stock, customers } = knowledgeOf(understandSheets(sheets, choices), {}, currency);
  return { prices, stock, customers };
}

/** Sheets with a problem are found, not checked: findings of half-understood rows would only mislead. */
export function checkSheets(
  sheets: readonly SheetOfFile[],
  choices: readonly Choice[],
  { published, today, currency, policy }: Yardstick,
): CheckedSheets | FoundSheets {
  const understood = understandSheets(sheets, choices);
  const batch = ordersOf(understood);
  const knowledge = knowledgeOf(understood, published, currency);
  const found = foundIn(understood, choices, batch, knowledge);
  if (found.problems.length > 0) return found;
  const by = checkPolicyOf(policy ?? defaultPolicy(currency));
  return { ...found, result: checkOrders({ batch, knowledge, today, currency, policy: by, sheets: understood }) };
}

const foundIn = (
  understood: ParsedSheets,
  choices: readonly Choice[],
  batch: ParsedBatch,
  { prices, stock, customers }: Knowledge,
): FoundSheets => ({
  tables: readTables(understood),
  unknown: understood.unknown ?? [],
  problems: sheetProblems(understood),
  batch,
  skipped: skippedRows(understood),
  struck: {
    rows: understood.orders.reduce((sum, { struck = [] }) => sum + struck.length, 0),
    meaning: meaningOfStruck(choices),
  },
  rows: rowsOfTables(understood),
  knowledge: {
    prices: prices?.source ?? null,
    stock: stock?.source ?? null,
    customers: customers?.source ?? null,
  },
});
