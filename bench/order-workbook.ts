import ExcelJS from 'exceljs';

/** A workbook of `rows` order lines with prices, stock and customers: every fifth row is wrong in some way. */
export async function orderWorkbook(rows: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const orders = workbook.addWorksheet('Orders');
  orders.addRow(['Order No', 'Customer', 'Item No', 'Quantity', 'Unit Price', 'Due Date']);
  for (let row = 0; row < rows; row += 1) {
    const item = row % 500;
    const price = row % 5 === 0 ? 9.5 : 10 + item / 100;
    orders.addRow([
      `PO-${Math.floor(row / 4)}`,
      `Customer ${row % 100}`,
      `I${item}`,
      1 + (row % 9),
      price,
      new Date(Date.UTC(2026, 11, 1 + (row % 28))),
    ]);
  }
  const prices = workbook.addWorksheet('Prices');
  prices.addRow(['Item No', 'Product', 'List Price']);
  const stock = workbook.addWorksheet('Stock');
  stock.addRow(['Item No', 'Product', 'On Hand']);
  for (let item = 0; item < 500; item += 1) {
    prices.addRow([`I${item}`, `Product ${item}`, 10 + item / 100]);
    stock.addRow([`I${item}`, `Product ${item}`, rows / 125]);
  }
  const customers = workbook.addWorksheet('Customers');
  customers.addRow(['Customer No', 'Customer', 'Phone']);
  for (let customer = 0; customer < 100; customer += 1) customers.addRow([`C${customer}`, `Customer ${customer}`, '1']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
