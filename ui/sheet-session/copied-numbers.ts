import type { DifferingLine } from '../../core/order/differing-lines.ts';
import { cellName } from '../../core/sheet/grid.ts';
import type { KnownOrder } from '../../core/wire/known-orders.ts';
import type { FoundSheets } from './examiner.ts';
import type { OrderInSheet } from './orders-in-sheet.ts';
import { isStatusField, type PlacedFix } from './port.ts';
import { foundTable } from './row-statuses.ts';

/**
 * A row that was copied took the order number beside it along, or an order number is used a second time. Which of these it is
 * only the clerk knows, and until he says so the order is not posted:
 * - `copied`: the number belongs to other rows, or to none any more
 * - `displaced`: the rows are on the server as they stand, under another number: they were sorted without it
 * - `taken`: no number is beside the rows, but an order on the server has their key and says something else
 * - `changed`: it is these rows' own, and posting them would change the order
 * - `confirmed`: the same, of an order that posting can't change any more
 * - `unanswered`: the server can't be asked whose it is
 */
export interface NumberQuestion {
  readonly order: OrderInSheet;
  /** Of the order on the server that it is about. */
  readonly number: string;
  readonly kind: 'copied' | 'displaced' | 'taken' | 'changed' | 'confirmed' | 'unanswered';
  readonly differing: readonly DifferingLine[];
}

/** What is known of the numbers beside the orders. */
export interface KnownNumbers {
  /** By fingerprint, what the server said of the orders it was asked about; null = it doesn't know them. */
  readonly known: ReadonlyMap<string, KnownOrder | null>;
  /** By fingerprint, orders that are meant to change another, and which version of it. */
  readonly meantAsChange: ReadonlyMap<string, number>;
  /** The answer is on its way. */
  readonly asking: boolean;
}

/** @param judged no error and not turned away: of other rows the server may not have known whose they are */
export function questionOf(order: OrderInSheet, judged: boolean, numbers: KnownNumbers): NumberQuestion | null {
  const { number, fingerprint } = order;
  const known = numbers.known.get(fingerprint);
  const about = (of: string, kind: NumberQuestion['kind']): NumberQuestion => ({
    order,
    number: of,
    kind,
    differing: known?.differing ?? [],
  });
  if (number !== null && known === undefined) return numbers.asking || !judged ? null : about(number, 'unanswered');
  if (number !== null && known?.number !== number) {
    if (known?.posting === 'same') return about(known.number, 'displaced');
    return judged ? about(number, 'copied') : null;
  }
  if (!known) return null;
  if (known.posting === 'refused') return about(known.number, 'confirmed');
  // A draft kept with errors waits for nothing but their correction.
  if (known.posting !== 'edits' || numbers.meantAsChange.get(fingerprint) === known.version) return null;
  return about(known.number, number === null ? 'taken' : 'changed');
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
