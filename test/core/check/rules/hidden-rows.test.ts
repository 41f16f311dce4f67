import { expect, it } from 'vitest';
import { contextOf } from '../../../../core/check/context.ts';
import { hiddenRows } from '../../../../core/check/rules/hidden-rows.ts';
import { runRules } from '../../../../core/check/run-rules.ts';
import { batchOf, given, knowledge, ordersTable } from '../given.ts';

it('hidden rows: told once a table, at the first of them, with their number', () => {
  const { orders } = batchOf([{}, { hidden: true, itemName: 'Hinge', itemCode: undefined } as never, { hidden: true }]);
  const second = orders.map((order) => ({
    ...order,
    lines: order.lines.slice(2).map((line) => ({ ...line, table: 1 })),
  }));
  const batch = { tables: [ordersTable, { ...ordersTable, sheet: 'B' }], orders: [...second, ...orders] };
  const seen = runRules([hiddenRows], contextOf(batch, given(knowledge())));
  expect(
    seen.map(({ finding: { sheet, cell, code, severity, data } }) => [sheet, cell, code, severity, data?.rows]),
  ).toEqual([
    ['Orders', 'D3', 'row.hidden', 'info', '2'],
    ['B', 'D4', 'row.hidden', 'info', '1'],
  ]);
});

it('hidden rows: nothing to tell where all can be seen', () => {
  expect(runRules([hiddenRows], contextOf(batchOf([{}]), given(knowledge())))).toEqual([]);
});
