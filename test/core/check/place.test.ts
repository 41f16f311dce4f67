import { expect, it } from 'vitest';
import { checkOrders } from '../../../core/check/check.ts';
import type { OrderTable } from '../../../core/sheet/parsed-order.ts';
import { batchOf, knowledge, ordersTable, today } from './given.ts';

/** The finding on an unknown customer code beside a known name, in a table with these columns. */
const unknownCustomer = (columns: OrderTable['columns']) =>
  checkOrders({
    batch: batchOf([{ customer: { code: 'C9', name: 'Ever Bright' } }], { ...ordersTable, columns }),
    knowledge: knowledge(),
    today,
  }).findings.find(({ code }) => code === 'customer.unknown');

const { customerCode, customerName, itemCode, quantity, unitPrice } = ordersTable.columns;
const others = { itemCode, quantity, unitPrice } as OrderTable['columns'];

it.each([
  ['the column of the code', { ...others, customerCode, customerName }, 'B2', 'C1'],
  ['the column of the name, where there is no other', { ...others, customerName }, 'C2', 'C1'],
  ['the beginning of the row, where there is none: nothing to mend there', others, 'D2', undefined],
])('a finding stands in %s', (_, columns, cell, fix) => {
  const finding = unknownCustomer(columns as OrderTable['columns']);
  expect(finding?.cell).toBe(cell);
  expect(finding?.fix?.value).toBe(fix);
});

it('a finding on what stands above the table is found there; beside its label nothing is mended', () => {
  const above = { field: 'customerCode', row: 0, column: 7, from: 1, to: 1 } as const;
  const seen = (heads: OrderTable['heads']) =>
    checkOrders({
      batch: batchOf([{ customer: { code: 'C9', name: 'Ever Bright' } }], {
        ...ordersTable,
        columns: others,
        ...(heads && { heads }),
      }),
      knowledge: knowledge(),
      today,
    }).findings.find(({ code }) => code === 'customer.unknown');
  expect(seen([above])).toMatchObject({ cell: 'H1', row: 0, column: 7, fix: { cell: 'H1', value: 'C1' } });
  expect(seen([{ ...above, inLabel: true }])).toMatchObject({ cell: 'H1' });
  expect(seen([{ ...above, inLabel: true }])).not.toHaveProperty('fix');
  expect(seen([{ ...above, from: 2, to: 9 }])?.cell).toBe('D2');
});
