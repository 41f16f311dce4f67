import { readFile } from 'node:fs/promises';
import { type AuditSet, serverOnly } from './audit-set.ts';

export const northwind: AuditSet = {
  name: 'Northwind',
  about:
    'server/samples/northwind/northwind.xlsx: 2,155 rows of 830 orders, English; checked for the day after its last order.',
  today: '1998-05-07',
  layout: {
    orders: {
      sheet: 'Orders',
      headerRow: 1,
      columns: {
        order: 'A',
        customer: 'B',
        code: 'C',
        name: 'D',
        size: 'E',
        quantity: 'F',
        price: 'G',
        discount: 'H',
        ordered: 'I',
        due: 'J',
        shipped: 'K',
      },
    },
    prices: {
      sheet: 'Price List',
      headerRow: 1,
      columns: { code: 'A', name: 'B', size: 'D', price: 'E', stopped: { column: 'F', says: 'Yes' } },
    },
    stock: { sheet: 'Stock', headerRow: 1, columns: { code: 'A', onHand: 'C', onItsWay: 'D' } },
    customers: { sheet: 'Customers', headerRow: 1, columns: { code: 'A', name: 'B' } },
    // No floor prices, costs, credit limits or debts in any column.
    cannotCheck: ['credit-limit', 'floor-price', 'margin', 'overdue-debt', ...serverOnly],
  },
  files: async () => [
    {
      name: 'northwind.xlsx',
      bytes: await readFile(new URL('../../../server/samples/northwind/northwind.xlsx', import.meta.url)),
    },
  ],
};
