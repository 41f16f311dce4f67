import { describe, expect, it } from 'vitest';
import { kindOfOrders } from '../../../core/sheet/kind-of-orders.ts';
import { sheetProblems } from '../../../core/sheet/problems.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

/** A sheet of orders with these columns beside item and quantity. */
const sheet = (name: string, ...columns: readonly string[]) =>
  gridOf(
    [
      [...columns, '品名', '订购数量'],
      [...columns.map(() => 'x'), '苹果', 5],
    ],
    { sheet: name },
  );
const kind = (...columns: readonly string[]) => {
  const [orders] = understandSheets([sheet('订单', ...columns)]).orders;
  return orders && kindOfOrders(orders.table);
};

describe('sheets of orders', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['by whose number they have', ['订单号'], ['客户PO号']],
    ['by how they call the customer', ['客户编号'], ['客户名称']],
    ['by saying price, amount or both', ['单价'], ['金额']],
    ['by what else they say', ['订单号', '客户', '单价'], ['订单号', '客户', '单价', '交期', '备注']],
  ])('are not told apart %s', (_, one, other) => {
    expect(kind(...one)).toBe(kind(...other));
    expect(kind(...one)).toBe(kind(...one, ...other));
  });

  it.each([
    ['an order number', '订单号'],
    ['a customer’s order number', '客户PO号'],
    ['a customer', '客户名称'],
    ['a customer’s code', '客户编号'],
    ['a price', '单价'],
    ['an amount', '金额'],
  ])('are told apart by %s', (_, column) => {
    expect(kind('交期', column)).not.toBe(kind('交期'));
  });

  it('of two kinds, equally sure, are for a person to choose from', () => {
    const [a, b] = [sheet('订单一', '订单号', '客户', '交期'), sheet('订单二', '客户', '单价', '交期', '订单号')];
    const codes = (...grids: Parameters<typeof understandSheets>[0]) =>
      sheetProblems(understandSheets(grids)).map(({ code }) => code);
    expect(codes(a, b)).toEqual(['problem.orders-ambiguous']);
    expect(codes(a, { ...a, sheet: '订单二' })).toEqual([]);
    expect(codes({ ...a, file: 'a.xlsx' }, { ...b, file: 'b.xlsx' })).toEqual([]);
    // The file is named where there is one.
    const [problem] = sheetProblems(
      understandSheets([
        { ...a, file: 'a.xlsx' },
        { ...b, file: 'a.xlsx' },
      ]),
    );
    expect(problem).toMatchObject({ code: 'problem.orders-ambiguous', file: 'a.xlsx' });
    expect(sheetProblems(understandSheets([a, b]))[0]).not.toHaveProperty('file');
  });
});

describe('what is missing', () => {
  it('is told with file, sheet and the first cell of the header', () => {
    const rows = [['2026年'], ['订单号', '客户', null, '交期', '金额', '品名']];
    const grid = { ...gridOf(rows, { row: 3, column: 1, sheet: '订单' }), file: 'a.xlsx' };
    expect(sheetProblems(understandSheets([grid]))).toEqual([
      {
        code: 'problem.no-quantity-column',
        file: 'a.xlsx',
        sheet: '订单',
        data: { sheet: '订单', cell: 'B5', headings: '订单号 | 客户 | 交期 | 金额 | 品名' },
      },
    ]);
  });

  it('is every row of every table, with the place of each', () => {
    const empty = (name: string) => gridOf([['订单号', '品名', '订购数量']], { sheet: name });
    expect(sheetProblems(understandSheets([empty('一月'), empty('二月')]))).toEqual([
      { code: 'problem.no-rows', sheet: '一月', data: { sheet: '一月', cell: 'A1' } },
      { code: 'problem.no-rows', sheet: '二月', data: { sheet: '二月', cell: 'A1' } },
    ]);
    expect(sheetProblems(understandSheets([empty('一月'), sheet('二月', '订单号')]))).toEqual([]);
  });

  it('lists so many headings as one can read', () => {
    const many = Array.from({ length: 99 }, (_, at) => `列${at}`);
    const [problem] = sheetProblems(understandSheets([gridOf([many, many.map(() => 1)])]));
    const { found = '' } = (problem?.data ?? {}) as { found?: string };
    expect(found).toHaveLength('Sheet1: '.length + 200);
    expect(found.endsWith('…')).toBe(true);
    const exact = ['甲'.repeat(98), '乙'.repeat(99)];
    const [short] = sheetProblems(understandSheets([gridOf([exact, [1, 2]])]));
    expect(short?.data).toEqual({ found: `Sheet1: ${exact.join(' | ')}` });
  });
});
