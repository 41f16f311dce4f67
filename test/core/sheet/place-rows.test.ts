import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { differ, identity, shown } from '../../../core/sheet/place-rows.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Cells = readonly CellValue[];

const ordersIn = (...rows: readonly Cells[]) => ordersOf(understandSheets([gridOf(rows)])).orders;
const linesIn = (...rows: readonly Cells[]) => ordersIn(...rows).flatMap(({ lines }) => lines);

describe('a row orders something', () => {
  const columns = ['货号', '条码', '客户料号', '品名', '数量', '单价', '金额', '规格', '订单号', '客户'];
  const rowWith = (heading: string, content: CellValue) => [
    ...columns.slice(0, 8).map((column) => (column === heading ? content : null)),
    ...['1', '甲'],
  ];

  it.each(['货号', '条码', '客户料号', '品名'])('when it names its item by %s', (heading) => {
    expect(linesIn(columns, rowWith(heading, 'x'))).toHaveLength(1);
  });

  it.each(['数量', '单价', '金额'])('when it has a %s, readable or not', (heading) => {
    expect(linesIn(columns, rowWith(heading, 5))).toHaveLength(1);
    expect(linesIn(columns, rowWith(heading, '若干'))).toHaveLength(1);
  });

  it('not when it says nothing more than whose order it is, or a size', () => {
    expect(linesIn(columns, rowWith('规格', 'M8'), rowWith('数量', 5)).map(({ row }) => row)).toEqual([2]);
  });
});

describe('a row that leaves something out', () => {
  it('has the customer’s code of the row above, where a column holds codes', () => {
    const rows = [
      ['客户编号', '货号', '数量'],
      ['C1', 'A', 1],
      [null, 'B', 1],
    ];
    expect(ordersIn(...rows).map(({ customer, lines }) => [customer.code, lines.length])).toEqual([['C1', 2]]);
  });

  it('has the customer of the row above also where it says the same number again', () => {
    const rows = [
      ['客户PO号', '客户', '货号', '数量'],
      ['P1', '甲', 'A', 1],
      ['P1', null, 'B', 1],
    ];
    expect(ordersIn(...rows).map(({ customer, lines }) => [customer.name, lines.length])).toEqual([['甲', 2]]);
  });

  it('has no customer whom a labelled cell named for the rows above only', () => {
    const rows = [['客户：甲', '单号：7'], ['货号', '数量'], ['A', 1], ['单号：8'], ['B', 1]];
    expect(ordersIn(...rows).map(({ key, customer }) => [key, customer.name])).toEqual([
      ['7', '甲'],
      ['8', undefined],
    ]);
  });

  it('has the due date above, whatever else of it can’t be read', () => {
    const rows = [
      ['订单号', '货号', '数量', '交期'],
      ['1', 'A', 1, '2026-03-05'],
      [null, 'B', '若干', null],
    ];
    expect(linesIn(...rows).map(({ dueDate }) => dueDate)).toEqual(['2026-03-05', '2026-03-05']);
  });

  it('is none where only another cell can’t be read', () => {
    const rows = [
      ['订单号', '货号', '数量', '交期'],
      ['1', 'A', 1, '2026-03-05'],
      ['1', null, null, '某日'],
    ];
    expect(linesIn(...rows)).toHaveLength(1);
  });
});

describe('the number of an order', () => {
  const items: readonly Cells[] = [
    ['货号', '数量'],
    ['A', 1],
    ['B', 1],
  ];

  it('is the clerk’s, else the customer’s, in a column, else above the table', () => {
    const keys = (...rows: readonly Cells[]) => ordersIn(...rows).map(({ key }) => key);
    expect(keys(['订单号', '客户PO号', '货号', '数量'], ['1', 'P', 'A', 1])).toEqual(['1']);
    expect(keys(['客户PO号', '货号', '数量'], ['P', 'A', 1])).toEqual(['P']);
    expect(keys(['订单号：7', '客户PO号：P'], ...items)).toEqual(['7']);
    expect(keys(['客户PO号：P'], ...items)).toEqual(['P']);
    expect(keys(['客户：甲'], ...items)).toEqual([null]);
  });

  it('is not one above the table that can’t be read: then the customer’s counts', () => {
    expect(ordersIn(['订单号：6.90123E+12', '客户PO号：P'], ...items)).toMatchObject([{ key: 'P' }]);
  });

  it('above the table holds for its rows only, though none of them says it', () => {
    const between = [['客户：甲', '单号：7'], items[0] ?? [], ['A', 1], ['客户：甲'], ['B', 1]];
    expect(ordersIn(...between).map(({ key, lines }) => [key, lines.length])).toEqual([
      ['7', 1],
      [null, 1],
    ]);
  });

  it('stays the same number, typed with wide digits or blanks', () => {
    const rows = [
      ['订单号', '客户', '货号', '数量'],
      ['A 1', '甲', 'A', 1],
      [' Ａ　１ ', null, 'B', 1],
    ];
    expect(ordersIn(...rows).map(({ key, customer, lines }) => [key, customer.name, lines.length])).toEqual([
      ['A 1', '甲', 2],
    ]);
  });
});

describe('the unit a heading counts in', () => {
  const unit = (words: string) => linesIn(['订单号', '品名', `数量（${words}）`], ['1', '苹果', 3])[0]?.unit;

  it.each([
    '箱',
    '公斤',
    '千克',
    '公吨',
    '毫升',
    '公升',
    'pc',
    'pcs',
    'ctn',
    'box',
    'boxes',
    'set',
    'kg',
    'pair',
    'pairs',
    'bag',
    'roll',
    'roll',
    'rolls',
  ])('is %s', (word) => {
    expect(unit(word)).toBe(word);
    if (word === '箱') expect(unit(`单位${word}`)).toBe(word);
  });

  it.each(['万', '千', '百', '大箱', '箱装', 'pcs net', 'net pcs', 'x', '预计', '5'])('is not %s', (word) => {
    expect(unit(word)).toBeUndefined();
  });

  it('is none of another column’s', () => {
    expect(linesIn(['订单号', '品名', '单价（箱）', '数量'], ['1', '苹果', 3, 2])[0]).not.toHaveProperty('unit');
  });
});

describe('customers', () => {
  it('differ by code where both have one, else by name; who names nobody contradicts nobody', () => {
    expect(differ({ code: 'C1', name: '甲' }, { code: 'c1', name: '乙' })).toBe(false);
    expect(differ({ code: 'C1', name: '甲' }, { code: 'C2', name: '甲' })).toBe(true);
    expect(differ({ code: 'C1', name: '甲' }, { name: '乙' })).toBe(true);
    expect(differ({ name: '甲' }, { code: 'C1', name: ' 甲 ' })).toBe(false);
    expect(differ({ code: 'C1' }, { name: '乙' })).toBe(false);
    expect(differ({ name: '乙' }, {})).toBe(false);
  });

  it('are known by code and shown by name, as far as they have both', () => {
    expect(identity({ code: 'C1', name: '甲' })).toBe('c1');
    expect(identity({ name: ' 甲 公司' })).toBe('甲公司');
    expect(identity({})).toBe('');
    expect(shown({ code: 'C1', name: '甲' })).toBe('甲');
    expect(shown({ code: 'C1' })).toBe('C1');
  });
});
