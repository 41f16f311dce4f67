import ExcelJS from 'exceljs';

export interface Shape {
  readonly rows: number;
  /** The first so many of `columns`; four are all that price and stock are checked by. */
  readonly columns: 4 | 6 | 15;
}

export const itemCount = 500;
const customers = 100;

const itemOf = (row: number): number => row % itemCount;
const customerOf = (row: number): number => Math.floor(row / 4) % customers;
const quantityOf = (row: number): number => 1 + (row % 9);
/** Every fifth row's price isn't the list's. */
const priceOf = (row: number): number => (row % 5 === 0 ? 9.5 : listPriceOf(itemOf(row)));
const listPriceOf = (item: number): number => 10 + item / 100;
const day = (month: number, row: number): Date => new Date(Date.UTC(2026, month - 1, 1 + (row % 28)));

const columns: readonly (readonly [heading: string, content: (row: number) => ExcelJS.CellValue])[] = [
  ['Order No', (row) => `PO-${Math.floor(row / 4)}`],
  ['Item No', (row) => `I${itemOf(row)}`],
  ['Quantity', quantityOf],
  ['Unit Price', priceOf],
  ['Customer', (row) => `Customer ${customerOf(row)}`],
  ['Due Date', (row) => day(12, row)],
  ['Product', (row) => `Product ${itemOf(row)}`],
  ['Specification', (row) => `${itemOf(row) % 40} mm`],
  ['Unit', () => 'pcs'],
  ['Amount', (row) => Math.round(quantityOf(row) * priceOf(row) * 100) / 100],
  ['Order Date', (row) => day(11, Math.floor(row / 4) % 20)],
  ['Contact', (row) => `Ms ${customerOf(row)}`],
  ['Phone', (row) => `555-${1000 + customerOf(row)}`],
  ['Address', (row) => `${customerOf(row)} Harbour Road`],
  ['Remark', (row) => (row % 10 === 0 ? `as discussed, call ${row}` : null)],
];

/**
 * Orders of four rows each, with price list, stock and customers in the same workbook. Every fifth row has a wrong price, and
 * of each item the stock is enough for about four rows in five.
 */
export function orderWorkbook(shape: Shape): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const used = columns.slice(0, shape.columns);
  const orders = workbook.addWorksheet('Orders');
  orders.addRow(used.map(([heading]) => heading));
  for (let row = 0; row < shape.rows; row += 1) orders.addRow(used.map(([, content]) => content(row)));
  const prices = workbook.addWorksheet('Prices');
  prices.addRow(['Item No', 'Product', 'List Price']);
  const stock = workbook.addWorksheet('Stock');
  stock.addRow(['Item No', 'Product', 'On Hand']);
  for (let item = 0; item < itemCount; item += 1) {
    prices.addRow([`I${item}`, `Product ${item}`, listPriceOf(item)]);
    stock.addRow([`I${item}`, `Product ${item}`, shape.rows / 125]);
  }
  if (used.some(([heading]) => heading === 'Customer')) addCustomers(workbook);
  return workbook;
}

function addCustomers(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('Customers');
  sheet.addRow(['Customer No', 'Customer', 'Phone']);
  for (let customer = 0; customer < customers; customer += 1)
    sheet.addRow([`C${customer}`, `Customer ${customer}`, `555-${1000 + customer}`]);
}

export const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer());
