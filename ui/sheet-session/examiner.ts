import type { CheckResult } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { BookSource, Knowledge } from '../../core/check/knowledge.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { SheetProblem } from '../../core/sheet/problems.ts';
import type { PassedOverRow } from '../../core/sheet/skipped-rows.ts';
import type { Choice, StruckChoice, UnknownTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { PlainDate } from '../../core/value/date.ts';
import type { ReadTable } from './read-tables.ts';
import type { TableRows } from './table-rows.ts';

/**
 * Understands and checks sheets. The pane does it where it stands, the browser page in a worker; either way with core's
 * one rule set (X9).
 */
export interface Examiner {
  find(sheets: readonly SheetOfFile[], choices: readonly Choice[]): Promise<FoundSheets>;
  check(sheets: readonly SheetOfFile[], choices: readonly Choice[]): Promise<CheckedSheets | FoundSheets>;
  books(sheets: readonly SheetOfFile[], choices: readonly Choice[]): Promise<SheetBooks>;
  /** What was checked here, with what the server found besides. */
  join(result: CheckResult, batch: ParsedBatch, answered: readonly Finding[]): CheckResult;
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
