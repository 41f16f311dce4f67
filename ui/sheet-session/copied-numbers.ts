import { cellName } from '../../core/sheet/grid.ts';
import type { KnownOrder } from '../../core/wire/known-orders.ts';
import type { FoundSheets } from './examiner.ts';
import type { OrderInSheet } from './orders-in-sheet.ts';
import { isStatusField, type PlacedFix } from './port.ts';
import { foundTable } from './row-statuses.ts';

/**
 * A row that was copied took the order number beside it along. Which of these it is only the clerk knows, and until he says
 * so the order is not posted:
 * - `copied`: the number belongs to other rows, or to none any more
 * - `changed`: it is these rows' own, and posting them would change the order
 * - `confirmed`: the same, of an order that posting can't change any more
 * - `unanswered`: the server can't be asked whose it is
 */
export interface NumberQuestion {
  readonly order: OrderInSheet;
  readonly number: string;
  readonly kind: 'copied' | 'changed' | 'confirmed' | 'unanswered';
}

/** What is known of the numbers beside the orders. */
export interface KnownNumbers {
  /** By fingerprint, what the server said of the orders it was asked about; null = it doesn't know them. */
  readonly known: ReadonlyMap<string, KnownOrder | null>;
  /** Fingerprints of orders that are meant to change the one whose number they carry. */
  readonly meantAsChange: ReadonlySet<string>;
  /** The answer is on its way. */
  readonly asking: boolean;
}

/** @param judged no error and not turned away: of other rows the server may not have known whose they are */
export function questionOf(order: OrderInSheet, judged: boolean, numbers: KnownNumbers): NumberQuestion | null {
  const { number, fingerprint } = order;
  if (number === null) return null;
  const known = numbers.known.get(fingerprint);
  if (known === undefined) return numbers.asking || !judged ? null : { order, number, kind: 'unanswered' };
  if (known?.number !== number) return judged ? { order, number, kind: 'copied' } : null;
  if (known.posting === 'refused') return { order, number, kind: 'confirmed' };
  // A draft kept with errors waits for nothing but their correction.
  return known.posting === 'edits' && !numbers.meantAsChange.has(fingerprint)
    ? { order, number, kind: 'changed' }
    : null;
}

/** What empties all that stands beside the order's rows, as if nobody had ever posted them. */
export const withoutNumber = (found: FoundSheets, { order }: OrderInSheet): readonly PlacedFix[] =>
  order.lines.flatMap(({ table, row }) => {
    const { file, sheet, columns } = foundTable(found, table);
    return columns.flatMap(({ field, column }) =>
      isStatusField(field)
        ? [{ ...(file !== undefined && { file }), sheet, row, column, cell: cellName(row, column), value: '' }]
        : [],
    );
  });
