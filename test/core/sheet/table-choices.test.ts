import { expect, it } from 'vitest';
import { sheetProblems } from '../../../core/sheet/problems.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const ordered = gridOf(
  [
    ['订单号', '客户', '品名', '数量', '单价'],
    ['1', '甲', '苹果', 1, 2],
  ],
  { sheet: 'A' },
);
const wished = gridOf(
  [
    ['客户', '品名', '数量', '单价', '订单日期'],
    ['甲', '苹果', 1, 2, '2026-11-01'],
  ],
  { sheet: '订单' },
);

it('follows what a person said of a table: it is the orders, or none of them', () => {
  const [problem] = sheetProblems(understandSheets([ordered, wished]));
  if (problem?.code !== 'problem.orders-ambiguous') throw new Error('two unlike tables could be the orders');
  const [first, second] = problem.rivals;
  if (!first || !second) throw new Error('both are offered');
  for (const [chosen, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const are = understandSheets(
      [ordered, wished],
      [{ sheet: chosen.sheet, headings: chosen.headings, role: 'orders' }],
    );
    expect(are.orders.map(({ table }) => [table.sheet, table.reason, table.confidence])).toEqual([
      [chosen.sheet, 'user', 1],
    ]);
    expect(sheetProblems(are)).toEqual([]);
    const arent = understandSheets([ordered, wished], [{ sheet: other.sheet, headings: other.headings, role: null }]);
    expect(arent.orders.map(({ table }) => table.sheet)).toEqual([chosen.sheet]);
    expect(arent.unknown?.map(({ sheet }) => sheet)).toEqual([other.sheet]);
  }
});

it('keeps the sheets of the chosen kind', () => {
  const nextMonth = { ...ordered, sheet: 'B' };
  const choice = { sheet: 'A', headings: ['订单号', '客户', '品名', '数量', '单价'], role: 'orders' } as const;
  expect(understandSheets([ordered, nextMonth, wished], [choice]).orders.map(({ table }) => table.sheet)).toEqual([
    'A',
    'B',
  ]);
});

it('knows the table again after columns were added, moved or filled in, not when its headings went', () => {
  const choice = { sheet: 'A', headings: ['订单号', '客户', '品名', '数量', '单价'], role: 'stock' } as const;
  const roleOf = (header: string[]) =>
    understandSheets([gridOf([header, header.map(() => 'x')], { sheet: 'A' })], [choice]).tables[0]?.role;
  expect(roleOf(['单价', '数量', '品名', '客户', '订单号', '交期'])).toBe('stock');
  expect(roleOf(['订单号', '客户', '品名', '数量'])).toBe('orders');
});

it('lets the latest word count', () => {
  const headings = ['订单号', '客户', '品名', '数量', '单价'];
  const said = (['stock', null, 'orders'] as const).map((role) => ({ sheet: 'A', headings, role }));
  expect(understandSheets([ordered], said).tables[0]?.role).toBe('orders');
});
