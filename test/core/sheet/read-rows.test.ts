import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf, merged } from './grid-of.ts';
import { ledger } from './ledger.ts';

const orderRows = (grid: Grid) => understandSheets([grid]).orders[0]?.rows ?? [];

describe('reading rows', () => {
  it('keeps zeros, reads wide digits, units and dates, and fills merged cells down', () => {
    expect(orderRows(ledger).map(({ values }) => values)).toEqual([
      {
        customerName: '上海一洋',
        orderKey: 'SO-0001',
        itemCode: '00123',
        itemName: '六角螺栓',
        quantity: '5000',
        unitPrice: '0.35',
        currency: '¥',
        amount: '1750',
        dueDate: '2026-04-05',
      },
      {
        customerName: '上海一洋',
        orderKey: 'SO-0001',
        itemCode: '00124',
        itemName: '六角螺母',
        quantity: '3000',
        unitPrice: '0.2',
        amount: '600',
        dueDate: '2026-04-05',
      },
      {
        customerName: '北京二建',
        orderKey: 'SO-0002',
        itemCode: '125',
        itemName: '平垫圈',
        quantity: '1000',
        unitPrice: '0.05',
        amount: '50',
        dueDate: '2026-04-06',
      },
    ]);
  });

  it('does not fill a merged quantity down', () => {
    const grid = gridOf(
      [
        ['订单号', '品名', '数量'],
        ['1', '苹果', 5],
        ['1', '梨', null],
      ],
      { merges: [merged(1, 2, 2, 2)] },
    );
    expect(orderRows(grid).map(({ values }) => values.quantity)).toEqual(['5', undefined]);
  });

  it('decides the order of day and month from the whole column', () => {
    const rows = ['3/5/2026', '3/25/2026'].map((date) => ['1', 'Bolt', 1, date]);
    const grid = gridOf([['Order No', 'Product', 'Qty', 'Due Date'], ...rows]);
    expect(orderRows(grid).map(({ values }) => values.dueDate)).toEqual(['2026-03-05', '2026-03-25']);
    const alone = orderRows(gridOf([['Order No', 'Product', 'Qty', 'Due Date'], rows[0] ?? []]));
    expect(alone[0]?.unreadable).toMatchObject([{ field: 'dueDate', problem: 'ambiguous', raw: '3/5/2026' }]);
  });

  it('names cells that cannot be read and marks hidden rows', () => {
    const grid = gridOf(
      [
        ['订单号', '品名', '数量', '单价'],
        ['1', '苹果', 'abc', null],
        ['2', '#N/A', 1, 2],
      ],
      {
        formulas: [[], [null, null, null, '=B9*2']],
        hiddenRows: [2],
      },
    );
    const [first, second] = orderRows(grid);
    expect(first?.unreadable).toEqual([
      { field: 'quantity', column: 2, kind: 'quantity', raw: 'abc', problem: 'not-a-number' },
      { field: 'unitPrice', column: 3, kind: 'money', raw: '=B9*2', problem: 'no-cached-value' },
    ]);
    expect(second?.unreadable).toMatchObject([{ field: 'itemName', problem: 'formula-error' }]);
    expect([first?.hidden, second?.hidden]).toEqual([false, true]);
  });

  it('reads what is paid as a discount, percents with and without sign, and amounts in 万元', () => {
    const discounts = (heading: string, values: (number | string)[]) =>
      orderRows(gridOf([['订单号', '品名', '数量', heading], ...values.map((value) => ['1', 'x', 1, value])])).map(
        ({ values: { discount } }) => discount,
      );
    expect(discounts('折扣', [0.95, 1, '9折'])).toEqual(['0.05', '0', '0.1']);
    expect(discounts('折扣', [0.05, 0.1])).toEqual(['0.05', '0.1']);
    expect(discounts('Discount %', [5, 0.5, '7%'])).toEqual(['0.05', '0.005', '0.07']);
    const [row] = orderRows(
      gridOf([
        ['订单号', '品名', '数量', '金额（万元）'],
        ['1', 'x', 1, 1.25],
      ]),
    );
    expect(row?.values.amount).toBe('12500');
  });

  it('lets the amounts tell what a column of discounts means', () => {
    const discounts = (heading: string, price: string, rows: readonly (readonly [number, number, number])[]) =>
      orderRows(
        gridOf([
          ['订单号', '品名', '数量', price, heading, '金额'],
          ...rows.map(([unitPrice, discount, amount]) => ['1', 'x', 10, unitPrice, discount, amount]),
        ]),
      ).map(({ values: { discount } }) => discount);
    const paid = [
      [100, 95, 950],
      [10, 90, 90],
    ] as const;
    expect(discounts('折扣', '单价', paid)).toEqual(['0.05', '0.1']);
    expect(discounts('折扣(%)', '单价', paid)).toEqual(['0.05', '0.1']);
    const tenths = [
      [100, 9.5, 950],
      [10, 9, 90],
      [10, 10, 100],
    ] as const;
    expect(discounts('折扣', '单价', tenths)).toEqual(['0.05', '0.1', '0']);
    const off = [
      [100, 5, 950],
      [10, 10, 90],
    ] as const;
    expect(discounts('折扣', '单价', off)).toEqual(['0.05', '0.1']);
    const share = [
      [100, 0.4, 400],
      [10, 0.3, 30],
    ] as const;
    expect(discounts('折扣', '单价', share)).toEqual(['0.6', '0.7']);
  });

  it('does not grant a discount twice when the price has it already', () => {
    const grid = gridOf([
      ['订单号', '品名', '数量', '标准单价', '折扣', '折后单价', '金额'],
      ['1', '锁', 10, 100, 95, 95, 950],
      ['1', '铰链', 20, 10, 90, 9, 180],
    ]);
    const [orders] = understandSheets([grid]).orders;
    expect(orders?.rows.map(({ values }) => [values.unitPrice, values.discount])).toEqual([
      ['95', undefined],
      ['9', undefined],
    ]);
    expect(orders?.table.columns[4]).toMatchObject({ heading: '折扣', field: null });
  });

  it('without amounts: 95 is what is paid, 9.5 could be 9.5折 or 9.5 %', () => {
    const read = (values: readonly (number | string)[]) =>
      orderRows(gridOf([['订单号', '品名', '数量', '折扣'], ...values.map((value) => ['1', 'x', 1, value])])).map(
        ({ values: { discount }, unreadable }) => discount ?? unreadable[0]?.problem,
      );
    expect(read([95, 90, '8.5折'])).toEqual(['0.05', '0.1', '0.15']);
    expect(read([9.5, 9, '8.5折', '7%'])).toEqual(['ambiguous', 'ambiguous', '0.15', '0.07']);
    expect(read([12, 20])).toEqual(['0.12', '0.2']);
  });

  it('keeps a row whose remark speaks of a total', () => {
    const grid = gridOf([
      ['订单号', '客户', '货号', '数量', '备注'],
      ['A1', '甲', 'K-1', 10, '请核对总数'],
      ['A1', '甲', 'K-2', 4, '本月累计'],
      ['A1', '甲', null, 4, '合计'],
      ['A1 小计', null, null, 18, null],
    ]);
    expect(orderRows(grid).map(({ row }) => row)).toEqual([1, 2, 3]);
  });

  it('says which rows it passes over, and why', () => {
    const { orders } = understandSheets([
      gridOf([
        ['订单号', '客户', '品名', '数量', '单价'],
        ['xxxx', 'xxx', 'xxxx', null, null],
        ['A1', '甲', '螺栓', 10, 2],
        ['合计', null, null, 10, 20],
        ['制单：王丽', null, '审核：', null, null],
        ['制表', '日期：', '2026年11月2日', null, null],
      ]),
    ]);
    expect(orders[0]?.rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(orders[0]?.skipped).toEqual([
      { row: 1, because: 'placeholder' },
      { row: 3, because: 'total' },
      { row: 4, because: 'signature' },
    ]);
  });

  it('keeps a customer and a product called Total', () => {
    const grid = gridOf([
      ['Order No', 'Customer', 'Product', 'Qty'],
      ['1', 'Total', 'Oil', 5],
      ['2', 'Shell', 'Total', 5],
      [null, 'Total', null, 10],
    ]);
    expect(orderRows(grid).map(({ row }) => row)).toEqual([1, 2]);
  });
});
