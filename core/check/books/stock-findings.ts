import type { ParsedSheets, ParsedTable } from '../../sheet/table.ts';
import { sameText } from '../../sheet/text.ts';
import { isNegative } from '../../value/decimal.ts';
import type { Finding } from '../finding.ts';
import { fullName } from '../item-key.ts';
import { besideOrders } from './beside-orders.ts';
import { type BookRow, findingAt, rowsOf, whereOf } from './book-cell.ts';
import { countIn } from './stock-book.ts';

type Row = BookRow<'stock'>;

/** What is wrong within the stock sheets themselves. */
export function stockFindings(sheets: ParsedSheets): readonly Finding[] {
  return sheets.stock.flatMap((parsed) => {
    const repeats = besideOrders(sheets, parsed.table);
    const rows = repeats ? firstOfEach(parsed) : rowsOf([parsed]);
    return [...(repeats ? differingCounts(parsed) : []), ...rows.flatMap(negativeCount)];
  });
}

const keyOf = ({ row: { values } }: Row): string => {
  const { barcode, batch, itemCode, unit, warehouse } = values;
  return JSON.stringify(
    [itemCode ?? barcode ?? fullName(values), unit, warehouse, batch].map((word) => sameText(word ?? '')),
  );
};

const firstOfEach = (parsed: ParsedTable<'stock'>): readonly Row[] =>
  Array.from(Map.groupBy(rowsOf([parsed]), keyOf).values(), ([first]) => first).filter((row) => row !== undefined);

/** The count stands beside each order of the item, and is not the same everywhere: the lowest counts. */
function differingCounts(parsed: ParsedTable<'stock'>): readonly Finding[] {
  const groups = Map.groupBy(
    rowsOf([parsed]).filter(({ row: { values } }) => values.available !== undefined || values.onHand !== undefined),
    keyOf,
  );
  return Array.from(groups.values()).flatMap(([first, ...others]) =>
    first
      ? others
          .filter((other) => countIn(other.row.values) !== countIn(first.row.values))
          .map((other) =>
            findingAt(other, fieldOf(other), {
              code: 'book.stock-differs',
              expected: { kind: 'quantity', value: countIn(first.row.values) },
              actual: { kind: 'quantity', value: countIn(other.row.values) },
              data: { item: labelOf(other), other: whereOf(first, fieldOf(first), other) },
            }),
          )
      : [],
  );
}

function negativeCount(row: Row): readonly Finding[] {
  const { available, onHand } = row.row.values;
  const count = available ?? onHand;
  if (count === undefined || !isNegative(count)) return [];
  const { unit } = row.row.values;
  return [
    findingAt(row, fieldOf(row), {
      code: 'book.stock-negative',
      actual: { kind: 'quantity', value: count, ...(unit && { unit }) },
      data: { item: labelOf(row) },
    }),
  ];
}

const fieldOf = ({ row: { values } }: Row): 'available' | 'onHand' =>
  values.available === undefined ? 'onHand' : 'available';

const labelOf = ({ row: { values } }: Row): string =>
  [values.itemCode ?? values.barcode, fullName(values)].filter(Boolean).join(' ');
