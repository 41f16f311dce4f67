import type { SkippedRow } from './row-kind.ts';
import type { ParsedSheets } from './table.ts';

/** A row of an order table that orders nothing, as somebody who looks for it is told: nothing is left out unsaid. */
export interface PassedOverRow extends SkippedRow {
  readonly file?: string;
  readonly sheet: string;
}

/** Rows of the order tables that were taken for totals, signatures or samples. */
export const skippedRows = ({ orders }: ParsedSheets): readonly PassedOverRow[] =>
  orders.flatMap(({ table: { file, sheet }, skipped }) =>
    skipped.map((row) => ({ ...(file !== undefined && { file }), sheet, ...row })),
  );
