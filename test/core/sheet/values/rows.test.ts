import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../../core/sheet/grid.ts';
import { ordersOf } from '../../../../core/sheet/orders.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { batch } from '../../../../core/wire/batch.ts';
import { gridOf, merged } from '../grid-of.ts';

const rowsOf = (header: readonly string[], rows: readonly (readonly CellValue[])[], more: Partial<Grid> = {}) =>
  understandSheets([gridOf([header, ...rows], more)]).orders[0]?.rows ?? [];
/** One field of every row: its value, or the problem and its choices. */
const column = (field: string, ...args: Parameters<typeof rowsOf>) =>
  rowsOf(...args).map(({ values, unreadable }) => {
    const cell = unreadable.find((one) => one.field === field);
    return cell ? [cell.problem, ...(cell.choices ?? [])].join(' ') : (values as Record<string, unknown>)[field];
  });
const english = ['Order No', 'Product', 'Qty', 'Unit Price'];
const dated = ['订单号', '品名', '数量', '下单日期', '交货日期'];

describe('numbers of a column', () => {
  it('decide its decimal mark together', () => {
    const prices = (...texts: CellValue[]) =>
      column(
        'unitPrice',
        english,
        texts.map((text) => ['1', 'x', 1, text]),
      );
    expect(prices('1,234', '56.50')).toEqual(['1234', '56.5']);
    expect(prices('1.234', '56,50')).toEqual(['1234', '56.5']);
    expect(prices('1,234', '2,500')).toEqual(['ambiguous 1234 1.234', 'ambiguous 2500 2.5']);
    expect(column('unitPrice', ['订单号', '品名', '数量', '单价'], [['1', 'x', 1, '1,234']])).toEqual(['1234']);
  });

  it('say unit, packs, currency and what the price is for', () => {
    const rows = [
      ['1', 'x', '3箱×24', '￥12.5/瓶'],
      ['1', 'y', '2打', 5],
      ['1', 'z', 4, 6],
    ];
    const formats = [[], [], [null, null, null, '[$NT$-404]0'], [null, null, '0"箱"', null]];
    expect(rowsOf(['订单号', '品名', '数量', '单价'], rows, { formats }).map(({ said }) => said)).toEqual([
      { packs: { count: '3', unit: '箱', size: '24' }, currency: '¥', priceUnit: '瓶' },
      { quantityUnit: '打', currency: 'NT$' },
      { quantityUnit: '箱' },
    ]);
  });

  it('say it of the stock where nothing is ordered', () => {
    const { stock } = understandSheets([
      gridOf(
        [
          ['货号', '品名', '仓库', '库存数量'],
          ['A', '苹果', '一', '50箱'],
        ],
        { sheet: '库存' },
      ),
    ]);
    expect(stock[0]?.rows[0]).toMatchObject({ values: { onHand: '50' }, said: { quantityUnit: '箱' } });
  });

  it('reach the lines of the order, and cross the wire', () => {
    const header = ['订单号', '客户', '品名', '数量', '单价', '交货日期'];
    const parsed = ordersOf(
      understandSheets([
        gridOf([
          header,
          ['1', '甲', 'x', '3箱*24瓶', '12元/瓶', '2026-03-05'],
          [null, null, 'y', 1, 5, '等通知'],
          [null, null, 'z', 1, 5, null],
          ['2', '甲', 'z', '3+5', 5, '5/3/26'],
        ]),
      ]),
    );
    const [first, second, third] = parsed.orders[0]?.lines ?? [];
    expect(first).toMatchObject({ quantityUnit: '瓶', priceUnit: '瓶', saidPacks: { count: '3', size: '24' } });
    expect(second).toMatchObject({ dateOpen: true });
    expect(second).not.toHaveProperty('dueDate');
    expect(third).not.toHaveProperty('dateOpen');
    expect(parsed.orders[1]?.lines[0]?.unreadable?.map(({ choices }) => choices)).toEqual([
      ['8', '3'],
      ['2026-03-05', '2026-05-03'],
    ]);
    expect(batch.parse(parsed)).toEqual(parsed);
  });
});

describe('currency where no column says it', () => {
  const currency = (heading: string, value: CellValue, format: string | null) =>
    column('currency', ['Order No', 'Product', 'Qty', heading], [['1', 'x', 1, value]], {
      formats: [[], [null, null, null, format]],
    });
  it('is what was typed, else what the heading says, else what the number format shows', () => {
    expect(currency('Unit Price (USD)', '€5', null)).toEqual(['€']);
    expect(currency('Unit Price (USD)', 5, '"¥"0.00')).toEqual(['USD']);
    expect(currency('Unit Price', 5, '"¥"0.00')).toEqual(['¥']);
    expect(currency('Unit Price', '5', '"¥"0.00')).toEqual([undefined]);
    expect(currency('Unit Price', 5, null)).toEqual([undefined]);
  });
});

describe('dates without a year', () => {
  it('take it from their order, also from the order date above', () => {
    const rows = [
      ['1', 'x', 1, '2025-03-01', '4月5日'],
      ['1', 'y', 1, null, '4月6日'],
      ['2', 'x', 1, '2026-12-20', '1月5日'],
    ];
    expect(column('dueDate', dated, rows)).toEqual(['2025-04-05', '2025-04-06', '2027-01-05']);
  });

  it('take it from the title, which may be the sheet’s name', () => {
    const rows = [
      ['1', 'x', 1, '3月1日', '4月5日'],
      ['1', 'y', 1, '3月2日', '2月5日'],
    ];
    expect(column('dueDate', dated, rows, { sheet: '2026年3月' })).toEqual([
      '2026-04-05',
      'no-year 2026-02-05 2027-02-05',
    ]);
    expect(column('orderDate', dated, rows, { sheet: '2026年3月' })).toEqual(['2026-03-01', '2026-03-02']);
    const titled = understandSheets([gridOf([['2026年3月订单'], [], dated, ...rows])]).orders[0]?.rows;
    expect(titled?.[0]?.values).toMatchObject({ orderDate: '2026-03-01', dueDate: '2026-04-05' });
    expect(column('dueDate', dated, rows)).toEqual(['no-year', 'no-year']);
    expect(column('dueDate', dated, rows, { sheet: '2025-2026' })).toEqual(['no-year', 'no-year']);
  });

  it('follow the month of the title only if it names one month', () => {
    const header = ['订单号', '品名', '数量', '交货日期'];
    expect(column('dueDate', header, [['1', 'x', 1, '1月5日']], { sheet: '2026年12月' })).toEqual(['2027-01-05']);
    expect(column('dueDate', header, [['1', 'x', 1, '1月5日']], { sheet: '2026年11月、2026年12月' })).toEqual([
      '2026-01-05',
    ]);
  });

  it('take it from order dates that are numbers, in either date system', () => {
    const rows = [
      ['1', 'x', 1, 44624, null],
      ['2', 'y', 1, null, '4/25'],
    ];
    const formats = [[], [null, null, null, 'yyyy-mm-dd']];
    expect(column('dueDate', dated, rows, { formats, date1904: true })).toEqual([undefined, '2026-04-25']);
  });
});

it('reads dates typed as plain numbers with the texts of their column', () => {
  const rows = [260305, 260412, '2026-04-20'].map((date) => ['1', 'x', 1, null, date]);
  expect(column('dueDate', dated, rows)).toEqual(['2026-03-05', '2026-04-12', '2026-04-20']);
});

it('asks about serials beside texts that Excel could not read', () => {
  const rows = ['25/3/2026', 46086].map((date) => ['1', 'x', 1, null, date]);
  const formats = [[], [], [null, null, null, null, 'd/m/yyyy']];
  expect(column('dueDate', dated, rows, { formats })).toEqual(['2026-03-25', 'ambiguous 2026-03-05 2026-05-03']);
});

it('takes a percent format for the sign, among discounts and tax rates without', () => {
  const formats = [[], [], [null, null, null, '0%', '0%']];
  const rows = [
    ['1', 'x', 1, 5, 13],
    ['1', 'y', 1, 0.05, 0.13],
  ];
  const header = ['订单号', '品名', '数量', '折扣率(%)', '税率'];
  expect(column('taxRate', header, rows, { formats })).toEqual(['0.13', '0.13']);
  expect(column('discount', header, rows, { formats })).toEqual(['0.05', '0.05']);
});

it('fills a merged order date down, and dates without a year with it', () => {
  const rows = [
    ['1', 'x', 1, '2026-03-01', '4月5日'],
    ['1', 'y', 1, null, '4月6日'],
  ];
  expect(column('dueDate', dated, rows, { merges: [merged(1, 3, 2, 3)] })).toEqual(['2026-04-05', '2026-04-06']);
});
