import { describe, expect, it } from 'vitest';
import { bookFindings } from '../../../../core/check/books/book-findings.ts';
import { checkOrders } from '../../../../core/check/check.ts';
import { knowledgeOf } from '../../../../core/check/knowledge-of-sheets.ts';
import type { CellValue, Grid } from '../../../../core/sheet/grid.ts';
import { ordersOf } from '../../../../core/sheet/orders.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';
import { today } from '../given.ts';

const found = (...grids: Grid[]) =>
  bookFindings(understandSheets(grids), 'CNY').map(({ sheet, cell, code }) => `${sheet}!${cell} ${code}`);
const prices = (header: string[], ...rows: CellValue[][]) => gridOf([header, ...rows], { sheet: '价目表' });
const stock = (header: string[], ...rows: CellValue[][]) => gridOf([header, ...rows], { sheet: '库存' });

describe('what is wrong in a price list', () => {
  it('is one barcode on two packs, two items or two sizes of pack', () => {
    const header = ['货号', '条码', '品名', '单位', '装箱数', '标准价'];
    expect(
      found(
        prices(
          header,
          ['A', '6901', '茶', '箱', 12, 60],
          ['A', '6901', '茶', '袋', 1, 5],
          ['B', '6902', '杯', '个', 1, 5],
          ['C', '6902', '杯', '只', 1, 5],
          ['D', '6903', '碗', null, 6, 5],
          ['D', '6903', '碗', null, 12, 9],
          ['E', '6904', '盘', '个', null, 5],
          ['E', '6904', '盘', '只', 6, 5],
          ['F', '6905', '盆', '个', null, 5],
          ['F', '6905', '盆', null, null, 5],
          ['G', '6906', '勺', null, null, 5],
          ['G', '6906', '勺', '个', null, 5],
          ['H', '6907', '筷', '双', null, 5],
          ['H', '6907', '筷', '盒', null, 50],
        ),
      ),
    ).toEqual([
      '价目表!B3 book.barcode-shared',
      '价目表!B5 book.barcode-shared',
      '价目表!B7 book.barcode-shared',
      '价目表!B15 book.barcode-shared',
    ]);
  });

  it('is no barcode that is a word: 下柜, taken off the shelf', () => {
    expect(found(prices(['货号', '条码', '标准价'], ['A', '下柜', 1], ['B', '下柜', 2], ['C', '6901', 3]))).toEqual([]);
  });

  it('says where the barcode stands first, and on what', () => {
    const sheets = understandSheets([
      prices(
        ['货号', '条码', '品名', '单位', '标准价'],
        ['A', '6901', '茶', '箱', 60],
        ['B', '６９０１', '茶', '袋', 5],
      ),
    ]);
    expect(bookFindings(sheets, 'CNY')).toEqual([
      {
        code: 'book.barcode-shared',
        severity: 'warning',
        sheet: '价目表',
        cell: 'B3',
        row: 2,
        column: 1,
        order: null,
        actual: { kind: 'text', value: '6901' },
        data: { other: 'B2', items: 'A 茶 箱, B 茶 袋' },
      },
    ]);
  });

  it('is two prices of the same standing, also on another sheet; not breaks, classes, validities or currencies', () => {
    const header = ['货号', '标准价', '起批量', '客户等级', '币种', '生效日期'];
    const list = prices(
      header,
      ['A', 10],
      ['A', 9, 100],
      ['A', 8, null, 'A'],
      ['A', 2, null, null, 'USD'],
      ['A', 11, null, null, null, '2026-12-01'],
      ['A', 10],
      ['a', 12],
      ['B', 1],
    );
    const other = gridOf(
      [
        ['货号', '标准价'],
        ['B', 2],
      ],
      { sheet: '特价' },
    );
    const sheets = understandSheets([list, other]);
    expect(found(list, other)).toEqual(['价目表!B8 book.price-differs', '特价!B2 book.price-differs']);
    expect(bookFindings(sheets, 'CNY')).toMatchObject([
      {
        expected: { kind: 'money', value: '10', currency: 'CNY' },
        actual: { value: '12' },
        data: { other: 'B2', item: 'a' },
      },
      { data: { other: '价目表!B9' } },
    ]);
  });

  it('is a member price above the retail price, in the row’s currency', () => {
    const list = prices(
      ['货号', '品名', '零售价', '会员价', '币种'],
      ['A', '茶', 9.9, 12, '美元'],
      ['B', '杯', 9, 9],
      ['C', '碗', null, 5],
    );
    expect(found(list)).toEqual(['价目表!D2 book.member-above-retail']);
    expect(bookFindings(understandSheets([list]), 'CNY')).toMatchObject([
      { expected: { value: '9.9', currency: 'USD' }, actual: { value: '12', currency: 'USD' }, data: { item: 'A 茶' } },
    ]);
  });

  it('is looked for in the latest of several dated lists only', () => {
    const of = (sheet: string, price: number) =>
      gridOf(
        [
          ['货号', '标准价'],
          ['A', price],
        ],
        { sheet },
      );
    expect(found(of('2025年价目表', 1), of('2026年价目表', 2))).toEqual([]);
  });
});

describe('what is wrong in a stock sheet', () => {
  it('is a count below zero, of what is available where the sheet says that', () => {
    const sheet = stock(
      ['货号', '现存量', '可用库存', '单位'],
      ['A', 5, -2, '个'],
      ['B', -3, 4],
      ['C', -1, null],
      ['D', 0, 0],
    );
    expect(found(sheet)).toEqual(['库存!C2 book.stock-negative', '库存!B4 book.stock-negative']);
    expect(bookFindings(understandSheets([sheet]), 'CNY')[0]).toMatchObject({
      actual: { kind: 'quantity', value: '-2', unit: '个' },
      data: { item: 'A' },
    });
  });

  it('is a count beside the orders that changes from row to row, and each negative item once', () => {
    const ledger = gridOf(
      [
        ['订单号', '客户', '货号', '数量', '库存', '仓库'],
        ['1', '甲', 'A', 2, 10, '一'],
        ['2', '甲', 'A', 3, 10, '一'],
        ['3', '乙', 'A', 4, 7, '一'],
        ['4', '乙', 'A', 4, 6, '二'],
        ['5', '乙', 'B', 4, -1, '一'],
        ['6', '乙', 'B', 4, -1, '一'],
        ['7', '乙', 'A', 4, null, '一'],
      ],
      { sheet: '订单' },
    );
    expect(found(ledger)).toEqual(['订单!E4 book.stock-differs', '订单!E6 book.stock-negative']);
    expect(bookFindings(understandSheets([ledger]), 'CNY')[0]).toMatchObject({
      expected: { kind: 'quantity', value: '10' },
      actual: { kind: 'quantity', value: '7' },
      data: { item: 'A', other: 'E2' },
    });
    const separate = stock(['货号', '库存数量', '批号'], ['A', 10, 'L1'], ['A', 7, 'L2']);
    expect(found(separate)).toEqual([]);
  });
});

describe('a cell of a book that cannot be read', () => {
  it('is named, but not where the orders in the same rows read it too', () => {
    const list = prices(['货号', '标准价'], ['A', 'abc'], ['B', 2]);
    const customers = gridOf(
      [
        ['客户编码', '客户名称', '信用额度'],
        ['C1', '甲', '很多'],
        ['C2', '乙', 5],
      ],
      { sheet: '客户' },
    );
    expect(found(list, customers)).toEqual(['价目表!B2 book.unreadable', '客户!C2 book.unreadable']);
    const ledger = gridOf(
      [
        ['订单号', '客户', '货号', '数量', '库存'],
        ['1', '甲', '#N/A', 2, '#REF!'],
        ['1', '甲', 'B', 2, 5],
      ],
      { sheet: '订单' },
    );
    expect(found(ledger)).toEqual(['订单!E2 book.unreadable']);
    expect(bookFindings(understandSheets([ledger]), 'CNY')[0]).toMatchObject({
      actual: { kind: 'text', value: '#REF!' },
      data: { field: 'onHand' },
    });
  });
});

it('comes with the check where the workbook is at hand, after what is wrong in the orders, and stops no order', () => {
  const sheets = understandSheets([
    gridOf(
      [
        ['订单号', '客户', '货号', '数量', '单价', '交货日期'],
        ['1', '甲', 'A', 2, 10, '2026-12-01'],
      ],
      { sheet: '订单' },
    ),
    { ...prices(['货号', '标准价'], ['A', 10], ['A', 10], ['Z', 'x']), file: 'b.xlsx' } as Grid,
    stock(['货号', '库存数量'], ['A', 5], ['B', -5]),
  ]);
  const input = { batch: ordersOf(sheets), knowledge: knowledgeOf(sheets), today };
  const [without, result] = [checkOrders(input), checkOrders({ ...input, sheets })];
  const books = result.findings.slice(without.findings.length);
  expect(books.map(({ code, cell, file }) => [code, cell, file])).toEqual([
    ['book.unreadable', 'B4', 'b.xlsx'],
    ['book.stock-negative', 'B3', undefined],
  ]);
  expect(result.findings.slice(0, without.findings.length)).toEqual(without.findings);
  expect(result.sheetFindings.slice(-2)).toEqual(books);
  expect(result.summary.warning).toBe(without.summary.warning + 2);
  expect(result.summary.byCode['book.unreadable']).toBe(1);
  expect(result.orders).toEqual(without.orders);
});
