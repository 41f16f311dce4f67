import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { type SheetOfFile, understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf, merged } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

const rowsOf = (rows: Rows, { file, ...more }: Partial<SheetOfFile> = {}) =>
  understandSheets([{ ...gridOf(rows, more), ...(file !== undefined && { file }) }]).orders[0]?.rows ?? [];
const column = (field: string, ...args: Parameters<typeof rowsOf>) =>
  rowsOf(...args).map(({ values }) => (values as Readonly<Record<string, unknown>>)[field]);

describe('a merged cell', () => {
  const header = ['订单号', '客户', '品名', '数量', '单价', '金额', '箱数', '交期'];
  const rows = [header, ['1', '甲', '苹果', 5, 2, 30, 3, '2026-04-05'], [null, null, '梨', 10, null, null, null, null]];
  const merges = [0, 1, 4, 5, 6, 7].map((at) => merged(1, at, 2, at));

  it('says of each of its rows what it says of one', () => {
    expect(rowsOf(rows, { merges })[1]?.values).toEqual({
      ...{ orderKey: '1', customerName: '甲', itemName: '梨', quantity: '10', unitPrice: '2', dueDate: '2026-04-05' },
    });
  });

  it('counts once, amounts and numbers of packs', () => {
    expect(column('amount', rows, { merges })).toEqual(['30', undefined]);
    expect(column('packs', rows, { merges })).toEqual(['3', undefined]);
  });

  it('speaks for no column beside it', () => {
    const beside = [header, ['1', '甲', '苹果', 5, 2, 10, 3, null], [null, null, '梨', 10, null, 20, null, null]];
    expect(column('unitPrice', beside, { merges: [merged(1, 5, 2, 5)] })).toEqual(['2', undefined]);
    expect(column('unitPrice', beside, { merges: [merged(1, 4, 1, 5)] })).toEqual(['2', undefined]);
  });

  it('says it of the rows of the table, not of what stands below', () => {
    const stock = [
      ['货号', '库存数量'],
      ['A', 5],
    ];
    const sheet = [...rows, [], ...stock];
    expect(column('dueDate', sheet, { merges: [merged(1, 7, 5, 7)] })).toEqual(['2026-04-05', '2026-04-05']);
  });
});

describe('a day without year', () => {
  const header = ['货号', '品名', '数量', '订单日期', '交期'];
  const due = (...rows: Rows) => column('dueDate', rows);

  it('follows the order date above the table', () => {
    expect(due(['客户：甲', '日期：2025-12-20'], header.toSpliced(3, 1), ['A', 'a', 1, '1月5日'])).toEqual([
      '2026-01-05',
    ]);
  });

  it('follows the order date of its own order, where several stand below each other', () => {
    const rows = [
      header.toSpliced(3, 1),
      ['客户：甲', '日期：2025-12-20'],
      ['A', 'a', 1, '1月5日'],
      ['客户：乙', '日期：2024-02-20'],
      ['B', 'b', 1, '3月5日'],
    ];
    expect(due(...rows)).toEqual(['2026-01-05', '2024-03-05']);
  });

  it('follows the order date of its row, else of the row above', () => {
    const rows = [
      header,
      ['A', 'a', 1, '2025-12-20', '1月5日'],
      ['B', 'b', 1, null, '1月6日'],
      ['C', 'c', 1, '2024-12-20', '1月5日'],
      ['D', 'd', 1, null, '1月6日'],
    ];
    expect(due(...rows)).toEqual(['2026-01-05', '2026-01-06', '2025-01-05', '2025-01-06']);
  });
});

describe('a row', () => {
  const header = ['订单号', '客户', '品名', '数量', '心情'];
  const apple = ['1', '甲', '苹果', 5, '好'];

  it('that says nothing in any understood column is none', () => {
    expect(rowsOf([header, apple, [null, null, null, null, '很好'], apple]).map(({ row }) => row)).toEqual([1, 3]);
  });

  it('that says something nobody can read is one', () => {
    expect(rowsOf([header, apple, [null, null, null, '几个']]).map(({ row }) => row)).toEqual([1, 2]);
  });

  it('that repeats the header is none', () => {
    expect(rowsOf([header, apple, header, apple]).map(({ row }) => row)).toEqual([1, 3]);
  });

  it('knows its sheet and its file, and whether somebody hid it', () => {
    const [first, second] = rowsOf([header, apple, apple], { sheet: '三月', file: 'a.xlsx', hiddenRows: [1] });
    expect(first).toMatchObject({ file: 'a.xlsx', sheet: '三月', row: 1, hidden: true });
    expect(second).toMatchObject({ row: 2, hidden: false });
    expect(rowsOf([header, apple])[0]).toMatchObject({ sheet: 'Sheet1', hidden: false });
    expect(rowsOf([header, apple])[0]).not.toHaveProperty('file');
  });

  it('says beside its values only what was said', () => {
    expect(rowsOf([header, apple, ['1', '甲', '梨', '5箱', null]]).map(({ said }) => said)).toEqual([
      undefined,
      { quantityUnit: '箱' },
    ]);
    expect(rowsOf([header, apple])[0]).not.toHaveProperty('said');
  });
});

describe('the currency of a heading', () => {
  it('holds for the rows that name none', () => {
    const header = ['Order No', 'Product', 'Qty', 'Unit Price (USD)', 'Currency'];
    expect(column('currency', [header, ['1', 'x', 1, 2, 'EUR'], ['1', 'y', 1, 2, null]])).toEqual(['EUR', 'USD']);
  });

  it('holds in a price list, and is nothing to a customer list', () => {
    const { prices } = understandSheets([
      gridOf([
        ['Item Code', 'Product', 'List Price (USD)'],
        ['A', 'x', 5],
      ]),
    ]);
    expect(prices[0]?.rows[0]?.values).toEqual({ itemCode: 'A', itemName: 'x', listPrice: '5', currency: 'USD' });
    const { customers } = understandSheets([
      gridOf(
        [
          ['客户编号', '客户名称', '信用额度（USD）'],
          ['C1', '甲', 500],
        ],
        { sheet: '客户' },
      ),
    ]);
    expect(customers[0]?.rows[0]?.values).toEqual({ customerCode: 'C1', customerName: '甲', creditLimit: '500' });
  });
});
