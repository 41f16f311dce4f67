import ExcelJS from 'exceljs';
import type { Layout } from '../oracle/layout.ts';
import type { RawSheet } from '../oracle/raw-workbook.ts';
import type { Lot } from './draw.ts';
import { mistakes } from './mistakes.ts';

/** A row of the order sheet as the clerk types it; what is undefined stays empty. */
export interface TypedRow {
  order: string;
  customer: string;
  barcode: string | number | undefined;
  code: string | undefined;
  name: string | undefined;
  size: string | number | undefined;
  quantity: string | number | undefined;
  price: string | number | undefined;
  /** Undefined = the formula quantity × price. */
  amount: number | undefined;
  ordered: string;
  due: string | undefined;
  shipped: string | undefined;
}

/** An article of the catalogue, as its row has it. */
export interface Article {
  readonly barcode: string;
  readonly code: string;
  readonly name: string;
  readonly size: string;
  readonly price: number;
}

const headings = '订单号,客户名称,条码,货号,商品名称,尺码,数量,单价,金额,下单日期,交货日期,发货日期'.split(',');
const customers = ['锐动体育', '北街鞋城', '小满运动', '城南奥莱', '跃动商贸', '青禾体育', '阿福鞋店', '云集百货'];

/** Orders of articles on the shelf and of goods that have left already, one row in three with a mistake. */
export async function catalogueOrders(
  sheets: readonly RawSheet[],
  { prices, stock }: Pick<Layout, 'prices' | 'stock'>,
  lot: Lot,
  today: string,
): Promise<Uint8Array> {
  const list = sheetOf(sheets, prices.sheet);
  const shelf = sheetOf(sheets, stock.sheet);
  const onShelf = new Set(rowsOf(shelf, 2).map((row) => shelf.cell('A', row).text));
  const articles = rowsOf(list, 3)
    .map((row) => articleIn(list, row))
    .filter(({ barcode, price }) => barcode && price);
  const stocked = articles.filter(({ barcode }) => onShelf.has(barcode));
  const rows: TypedRow[] = [];
  for (let order = 1; order <= 140; order += 1)
    rows.push(...orderOf(`XS${String(order).padStart(4, '0')}`, lot, { articles, stocked, today }));
  return workbookOf(rows);
}

const sheetOf = (sheets: readonly RawSheet[], name: string): RawSheet => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`there is no sheet ${name}`);
  return found;
};

const rowsOf = (sheet: RawSheet, from: number): number[] =>
  Array.from({ length: sheet.lastRow - from + 1 }, (_, index) => from + index);

const articleIn = (list: RawSheet, row: number): Article => ({
  barcode: list.cell('A', row).text,
  code: list.cell('B', row).text,
  name: list.cell('C', row).text,
  size: list.cell('E', row).text,
  price: Number(list.cell('G', row).text),
});

interface Goods {
  readonly articles: readonly Article[];
  readonly stocked: readonly Article[];
  readonly today: string;
}

function orderOf(order: string, lot: Lot, { articles, stocked, today }: Goods): TypedRow[] {
  const customer = lot.of(customers);
  const ordered = dayFrom(today, -lot.below(18));
  const hasLeft = lot.below(3) === 0;
  const due = workday(dayFrom(today, hasLeft ? -lot.below(3) : 3 + lot.below(24)), hasLeft ? -1 : 1);
  const rows: TypedRow[] = [];
  for (let line = 1 + lot.below(4); line > 0; line -= 1) {
    const article = lot.of(hasLeft || lot.below(6) === 0 ? articles : stocked);
    const row: TypedRow = {
      ...{ order, customer, ordered, due },
      ...named(article, lot),
      quantity: 1 + (lot.below(4) === 0 ? lot.below(3) : 0),
      price: article.price,
      amount: undefined,
      shipped: hasLeft ? today : undefined,
    };
    const mistake = lot.below(3) === 0 ? lot.of(mistakes) : null;
    rows.push(...(mistake?.({ row, article, lot, today, articles }) ?? [row]));
  }
  return rows;
}

/** Clerks scan, copy the whole row, or type code and size. */
function named({ barcode, code, name, size }: Article, lot: Lot): Pick<TypedRow, 'barcode' | 'code' | 'name' | 'size'> {
  const words = { name: name || undefined, size: size === '' ? undefined : size };
  switch (lot.below(4)) {
    case 0:
      return { barcode, code: undefined, name: undefined, size: undefined };
    case 1:
      return { barcode: Number(barcode) || barcode, code: code || undefined, ...words };
    case 2:
      return {
        barcode: code && size ? undefined : barcode,
        code: code || undefined,
        name: undefined,
        size: words.size,
      };
    default:
      return { barcode, code: code || undefined, ...words };
  }
}

const dayFrom = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const workday = (date: string, step: 1 | -1): string =>
  [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) ? workday(dayFrom(date, step), step) : date;

function workbookOf(rows: readonly TypedRow[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('订单');
  sheet.getCell('A1').value = '门店订单登记';
  sheet.getRow(2).values = headings;
  rows.forEach((row, index) => {
    const at = index + 3;
    const { quantity, price } = row;
    const sum = { formula: `G${at}*H${at}`, result: Number(quantity) * Number(price) };
    const amount = row.amount ?? (typeof quantity === 'number' && typeof price === 'number' ? sum : undefined);
    const { barcode, code, customer, due, name, order, ordered, shipped, size } = row;
    const cells = [
      order,
      customer,
      barcode,
      code,
      name,
      size,
      quantity,
      price,
      amount,
      ...[ordered, due, shipped].map(dateCell),
    ];
    sheet.getRow(at).values = cells.map((cell) => cell ?? null) as ExcelJS.CellValue[];
    for (const column of [10, 11, 12]) sheet.getCell(at, column).numFmt = 'yyyy-mm-dd';
  });
  return workbook.xlsx.writeBuffer().then((bytes) => new Uint8Array(bytes));
}

/** Dates are dates where they are typed as Excel knows them; other forms stay text. */
const dateCell = (text: string | undefined): Date | string | undefined =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : text;
