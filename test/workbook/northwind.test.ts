import { expect, it } from 'vitest';
import { ordersOf, rowCount } from '../../core/sheet/orders.ts';
import { sheetProblems } from '../../core/sheet/problems.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { fixture, sheetsOf } from './fixture.ts';

it('understands the Northwind book: four tables, 2,155 rows in 830 orders', async () => {
  const sheets = understandSheets(await sheetsOf(fixture('../../server/samples/northwind/northwind.xlsx')));
  expect(sheets.tables.map(({ sheet, role }) => [sheet, role])).toEqual([
    ['Orders', 'orders'],
    ['Price List', 'prices'],
    ['Stock', 'stock'],
    ['Customers', 'customers'],
  ]);
  expect([sheets.prices, sheets.stock, sheets.customers].map(([table]) => table?.rows.length)).toEqual([77, 77, 93]);
  expect(sheetProblems(sheets)).toEqual([]);
  expect(
    Object.values(sheets)
      .flat()
      .flatMap((table) => ('rows' in table ? table.rows : [])),
  ).not.toContainEqual(expect.objectContaining({ unreadable: expect.arrayContaining([expect.anything()]) }));

  const batch = ordersOf(sheets);
  expect([batch.orders.length, rowCount(batch)]).toEqual([830, 2155]);
  expect(batch.orders[0]).toMatchObject({
    key: '10248',
    customer: { name: 'Vins et alcools Chevalier' },
    orderDate: '1996-07-04',
    lines: [{ row: 1, itemCode: '11', quantity: '12', unitPrice: '14', shippedDate: '1996-07-16' }, {}, {}],
  });
});
