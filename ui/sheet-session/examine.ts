import type { Finding } from '../../core/check/finding.ts';
import type { BookSource } from '../../core/check/knowledge.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { ColumnChoice, FoundTable } from '../../core/sheet/table.ts';
import type { OpenedFile } from './port.ts';

/**
 * Understands and checks opened files. The pane does it where it stands, the browser page in a worker; either way it is
 * core's one rule set (X9), see check-files.ts.
 */
export interface Examiner {
  find(files: readonly OpenedFile[], choices: readonly ColumnChoice[]): Promise<FoundSheets>;
  check(files: readonly OpenedFile[], choices: readonly ColumnChoice[]): Promise<CheckedSheets>;
}

export interface FoundSheets {
  readonly tables: readonly FoundTable[];
  readonly batch: ParsedBatch;
  /** Where each piece of knowledge comes from; null = there is none and what needs it is not checked. */
  readonly knowledge: {
    readonly prices: BookSource | null;
    readonly stock: BookSource | null;
    readonly customers: BookSource | null;
  };
}
export interface CheckedSheets extends FoundSheets {
  readonly findings: readonly Finding[];
}
