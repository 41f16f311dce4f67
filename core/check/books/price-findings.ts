import type { ParsedSheets } from '../../sheet/table.ts';
import { sameText } from '../../sheet/text.ts';
import { compare } from '../../value/decimal.ts';
import { currencyCode } from '../currency.ts';
import type { Finding } from '../finding.ts';
import { contradicts, fullName } from '../item-key.ts';
import { sameUnit } from '../unit.ts';
import { type BookRow, findingAt, rowsOf, whereOf } from './book-cell.ts';

type Row = BookRow<'prices'>;

/** What is wrong within the price list itself. */
export function priceFindings({ prices }: ParsedSheets, currency: string): readonly Finding[] {
  const rows = rowsOf(prices);
  const money = ({ row: { values } }: Row, value: string) =>
    ({ kind: 'money', value, currency: values.currency ? currencyCode(values.currency, currency) : currency }) as const;
  return [...sharedBarcodes(rows), ...differingPrices(rows, money), ...membersAboveRetail(rows, money)];
}

/** One barcode on two packs or two items: a scan can't tell them apart. Named at each row but the first. */
const sharedBarcodes = (rows: readonly Row[]): readonly Finding[] =>
  afterFirst(
    rows,
    // A word (下柜, "off the shelf") in that column is a remark.
    ({ values: { barcode } }) => (barcode && /\d/.test(barcode) ? sameText(barcode) : undefined),
    (first, row) => {
      if (!isOther(first, row)) return [];
      const { barcode = '' } = row.row.values;
      const data = { other: whereOf(first, 'barcode', row), items: [labelOf(first), labelOf(row)].join(', ') };
      return [
        findingAt(row, 'barcode', { code: 'book.barcode-shared', actual: { kind: 'text', value: barcode }, data }),
      ];
    },
  );

function isOther({ row: { values: a } }: Row, { row: { values: b } }: Row): boolean {
  const units = a.unit !== undefined && b.unit !== undefined && !sameUnit(a.unit, b.unit);
  return units || contradicts(a.packSize, b.packSize) || contradicts(a.itemCode, b.itemCode);
}

const labelOf = ({ row: { values } }: Row): string =>
  [values.itemCode, fullName(values), values.unit].filter(Boolean).join(' ');

type Money = (row: Row, value: string) => Finding['expected'] & object;

/** Two prices of the same standing for one item: which one holds nobody can tell. */
const differingPrices = (rows: readonly Row[], money: Money): readonly Finding[] =>
  afterFirst(rows, standingOf, (first, row) => {
    const [listed, other] = [first.row.values.listPrice, row.row.values.listPrice];
    if (listed === undefined || other === undefined || listed === other) return [];
    return [
      findingAt(row, 'listPrice', {
        code: 'book.price-differs',
        expected: money(first, listed),
        actual: money(row, other),
        data: { other: whereOf(first, 'listPrice', row), item: labelOf(row) },
      }),
    ];
  });

/** What must be the same for two prices to contradict each other. */
function standingOf({ values }: Row['row']): string | undefined {
  const named = values.itemCode ?? values.barcode ?? fullName(values);
  if (!named || values.listPrice === undefined) return undefined;
  const { unit, specification, color, material, brand, packSize } = values;
  const { customerClass, currency, minimumQuantity, minimumOrder, region, validFrom, validTo } = values;
  const item = [named, unit, specification, color, material, brand, packSize];
  const standing = [customerClass, currency, minimumQuantity, minimumOrder, region, validFrom, validTo];
  return sameText([...item, ...standing].map((word) => word ?? '').join('\u0001'));
}

/** A member who pays more than everybody: two columns were mixed up, or a price forgotten. */
const membersAboveRetail = (rows: readonly Row[], money: Money): readonly Finding[] =>
  rows.flatMap((row) => {
    const { listPrice, memberPrice } = row.row.values;
    if (listPrice === undefined || memberPrice === undefined || compare(memberPrice, listPrice) <= 0) return [];
    return [
      findingAt(row, 'memberPrice', {
        code: 'book.member-above-retail',
        expected: money(row, listPrice),
        actual: money(row, memberPrice),
        data: { item: labelOf(row) },
      }),
    ];
  });

/** Looks at each row that says the same as an earlier one, together with the first that said it. */
function afterFirst(
  rows: readonly Row[],
  keyOf: (row: Row['row']) => string | undefined,
  compareRows: (first: Row, row: Row) => readonly Finding[],
): readonly Finding[] {
  const firsts = new Map<string, Row>();
  return rows.flatMap((row) => {
    const key = keyOf(row.row);
    if (!key) return [];
    const first = firsts.get(key);
    if (first) return compareRows(first, row);
    firsts.set(key, row);
    return [];
  });
}
