import { against, type Exact, whole } from './exact.ts';
import type { Layout } from './layout.ts';
import type { RawCell, RawSheet } from './raw-workbook.ts';
import { readNumber, same } from './reading.ts';

/** A row of the price list. */
export interface Listed {
  readonly number: number;
  readonly code: string;
  readonly barcode: string;
  readonly name: string;
  readonly size: string;
  readonly brand: string;
  readonly unit: string;
  readonly price: Exact | null;
  readonly from: Exact;
  readonly isStopped: boolean;
  readonly cells: {
    readonly code: RawCell;
    readonly price: RawCell;
    readonly name?: RawCell;
    readonly size?: RawCell;
    readonly unit?: RawCell;
    readonly from?: RawCell;
    readonly stopped?: RawCell;
    readonly barcode?: RawCell;
  };
}

/** The price list, to be looked through as a clerk does: by code, by barcode. */
export interface PriceList {
  readonly rows: readonly Listed[];
  readonly byCode: ReadonlyMap<string, readonly Listed[]>;
  readonly byBarcode: ReadonlyMap<string, readonly Listed[]>;
  readonly byName: ReadonlyMap<string, readonly Listed[]>;
}

export function priceList(sheet: RawSheet, { columns, examples = [], headerRow }: Layout['prices']): PriceList {
  const rows: Listed[] = [];
  for (let number = headerRow + 1; number <= sheet.lastRow; number += 1)
    if (!examples.includes(number)) rows.push(listed(sheet, number, columns));
  const filed = (by: (row: Listed) => string) => {
    const groups = Map.groupBy(rows, (row) => same(by(row)));
    groups.delete('');
    return groups;
  };
  return {
    rows,
    byCode: filed(({ code }) => code),
    byBarcode: filed(({ barcode }) => barcode),
    byName: filed(({ name }) => name),
  };
}

function listed(sheet: RawSheet, number: number, columns: Layout['prices']['columns']): Listed {
  const cell = (column: string | undefined): RawCell | undefined => (column && sheet.cell(column, number)) || undefined;
  const optional = {
    barcode: cell(columns.barcode),
    name: cell(columns.name),
    size: cell(columns.size),
    unit: cell(columns.unit),
    from: cell(columns.from),
    stopped: cell(columns.stopped?.column),
  };
  const [code, price] = [sheet.cell(columns.code, number), sheet.cell(columns.price, number)];
  const [listPrice, from] = [readNumber(price), optional.from && readNumber(optional.from)];
  return {
    number,
    code: code.text.trim(),
    barcode: optional.barcode?.text.trim() ?? '',
    name: optional.name?.text ?? '',
    size: optional.size?.text ?? '',
    brand: columns.brand ? sheet.cell(columns.brand, number).text : '',
    unit: optional.unit?.text ?? '',
    price: listPrice === 'unreadable' ? null : listPrice,
    from: from && from !== 'unreadable' ? from : whole(0),
    isStopped: optional.stopped?.text === columns.stopped?.says && columns.stopped !== undefined,
    cells: { code, price, ...(Object.fromEntries(Object.entries(optional).filter(([, one]) => one)) as object) },
  };
}

/** A row of the stock sheet. */
export interface Counted {
  readonly code: string;
  readonly barcode: string;
  readonly size: string;
  readonly onHand: Exact;
  readonly cell: RawCell;
  readonly named: RawCell;
  readonly onItsWay?: RawCell;
}

export function stockRows(sheet: RawSheet, { columns, headerRow }: Layout['stock']): readonly Counted[] {
  const rows: Counted[] = [];
  for (let number = headerRow + 1; number <= sheet.lastRow; number += 1) {
    const cell = sheet.cell(columns.onHand, number);
    const onHand = readNumber(cell);
    const text = (column: string | undefined): string => (column ? sheet.cell(column, number).text.trim() : '');
    if (sheet.cellsOf(number).length === 0) continue;
    if (onHand === 'unreadable') throw new Error(`${cell.address} is no count`);
    rows.push({
      code: text(columns.code),
      barcode: text(columns.barcode),
      size: text(columns.size),
      onHand: onHand ?? whole(0),
      cell,
      named: sheet.cell(columns.barcode ?? columns.code, number),
      ...(columns.onItsWay && { onItsWay: sheet.cell(columns.onItsWay, number) }),
    });
  }
  return rows;
}

/** Of the rows of an item the one whose price holds for so many: the highest break reached. */
export const priceRowFor = (rows: readonly Listed[], quantity: Exact): Listed | undefined =>
  rows
    .filter(({ from, price }) => price !== null && against(from, quantity) <= 0)
    .toSorted((a, b) => against(b.from, a.from) || a.number - b.number)[0];
