import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

/** What is read of one field, row by row; "?" where a person must say. */
const read = (field: string, header: readonly string[], rows: Rows, more: Partial<Grid> = {}): unknown[] => {
  const { orders, prices } = understandSheets([gridOf([header, ...rows], more)]);
  return (
    (orders[0] ?? prices[0])?.rows.map(({ values, unreadable }) => {
      const value = (values as Readonly<Record<string, unknown>>)[field];
      return value ?? (unreadable.some((cell) => cell.field === field) ? '?' : null);
    }) ?? []
  );
};

describe('dates', () => {
  const header = ['订单号', '品名', '数量', '交期', '订单日期'];
  const due = (cells: readonly (readonly [due: CellValue, ordered: CellValue])[], more: Partial<Grid> = {}) =>
    read(
      'dueDate',
      header,
      cells.map(([day, ordered], at) => [`A${at}`, '苹果', 1, day, ordered]),
      more,
    );

  it('without a year take that of the sheet’s order dates, where all name one', () => {
    expect(
      due([
        ['3月5日', null],
        ['4月5日', '2025-02-01'],
      ]),
    ).toEqual(['2025-03-05', '2025-04-05']);
    expect(
      due([
        ['3月5日', null],
        ['4月5日', '2025-02-01'],
        ['5月5日', '2024-02-01'],
      ])[0],
    ).toBe('?');
    expect(
      due([
        ['3月5日', null],
        ['4月5日', null],
      ]),
    ).toEqual(['?', '?']);
  });

  it('without a year take it from order dates kept as Excel’s days, too', () => {
    const formats = [[], [], [null, null, null, null, 'yyyy-mm-dd']];
    expect(
      due(
        [
          ['3月5日', null],
          ['4月5日', 45_700],
        ],
        { formats },
      ),
    ).toEqual(['2025-03-05', '2025-04-05']);
  });

  it('without a year take it from the title or the sheet’s name', () => {
    const rows = [['A1', '苹果', 1, '3月25日']];
    const plain = ['订单号', '品名', '数量', '交期'];
    expect(read('dueDate', plain, rows, { sheet: '2025年3月' })).toEqual(['2025-03-25']);
    const { orders } = understandSheets([gridOf([['2025年3月订单'], plain, ...rows])]);
    expect(orders[0]?.rows[0]?.values.dueDate).toBe('2025-03-25');
  });

  it('of a shipment follow the order, in the next year where they must', () => {
    const shipped = ['订单号', '品名', '数量', '发货日期', '订单日期'];
    expect(read('shippedDate', shipped, [['A1', '苹果', 1, '1月5日', '2025-12-20']])).toEqual(['2026-01-05']);
    const { orders } = understandSheets([gridOf([['2025年12月'], shipped.slice(0, 4), ['A1', '苹果', 1, '1月5日']])]);
    expect(orders[0]?.rows[0]?.values.shippedDate).toBe('2026-01-05');
  });

  it('count from 1904 in old Mac workbooks', () => {
    const formats = [[], [null, null, null, 'yyyy-mm-dd']];
    expect(due([[45_700, null]], { formats })).toEqual(['2025-02-12']);
    expect(due([[45_700 - 1462, null]], { formats, date1904: true })).toEqual(['2025-02-12']);
  });

  it('typed as plain numbers are dates where they look like some', () => {
    expect(due([[20_250_305, null]])).toEqual(['2025-03-05']);
    expect(
      due([
        ['20250305', null],
        [20_250_306, null],
      ]),
    ).toEqual(['2025-03-05', '2025-03-06']);
  });
});

describe('the decimal mark', () => {
  it('is nothing the cells above the header tell', () => {
    const header = ['Order No', 'Product', 'Qty', 'Unit Price'];
    const prices = (above: CellValue) => {
      const { orders } = understandSheets([gridOf([[null, null, null, above], header, ['1', 'x', 1, '1,234']])]);
      return orders[0]?.rows[0]?.values.unitPrice;
    };
    expect(prices(null)).toBeUndefined();
    expect(prices('56.50')).toBeUndefined();
  });
});

describe('a share', () => {
  const rates = (heading: string, cells: readonly CellValue[], more: Partial<Grid> = {}) =>
    read(
      'taxRate',
      ['订单号', '品名', '数量', heading],
      cells.map((cell) => ['A1', '苹果', 1, cell]),
      more,
    );

  it('is in percent where one number of the column is larger than one', () => {
    expect(rates('税率', [13, 9])).toEqual(['0.13', '0.09']);
    expect(rates('税率', [0.5, 13])).toEqual(['0.005', '0.13']);
    expect(rates('税率', [0.13, 0.09])).toEqual(['0.13', '0.09']);
    expect(rates('税率', [1, 0])).toEqual(['1', '0']);
    expect(rates('税率', ['13%', 0.09])).toEqual(['0.13', '0.09']);
  });

  it('is in percent where the heading says so', () => {
    expect(rates('税率(%)', [0.5, 1])).toEqual(['0.005', '0.01']);
  });

  it('speaks for itself where it is shown as percent', () => {
    const formats = [[], [null, null, null, '0%'], []];
    expect(rates('税率', [1.5, 0.13], { formats })).toEqual(['1.5', '0.13']);
  });
});

describe('numbers in thousands', () => {
  it.each([
    ['金额（万元）', '12500'],
    ['金额（萬元）', '12500'],
    ['金额(千元)', '1250'],
    ['金额（元）', '1.25'],
    ['金额', '1.25'],
  ])('%s: 1.25 is %s', (heading, amount) => {
    expect(read('amount', ['订单号', '品名', '数量', heading], [['A1', '苹果', 1, 1.25]])).toEqual([amount]);
  });

  it('counts prices and amounts only, no quantity', () => {
    expect(read('quantity', ['订单号', '品名', '数量（千件）'], [['A1', '苹果', 1.25]])).not.toEqual(['12500']);
  });
});

describe('a status', () => {
  const sold = (heading: string, cells: readonly CellValue[]) =>
    read(
      'discontinued',
      ['货号', '品名', '标准价', heading],
      cells.map((cell) => ['A', '茶', 5, cell]),
    );

  it('says itself what it is of; under 停产 a word answers the question', () => {
    expect(sold('状态', ['停产', '正常'])).toEqual([true, false]);
    expect(sold('停产', ['是', '否'])).toEqual([true, false]);
    for (const heading of ['状态', '狀態', '商品狀态', 'Status', 'Product status'])
      expect([heading, sold(heading, ['是', 0])]).toEqual([heading, [false, true]]);
  });
});
