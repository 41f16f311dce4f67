import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

const headsIn = (rows: Rows) => understandSheets([gridOf(rows)]).tables[0]?.heads ?? [];
const said = (rows: Rows) => headsIn(rows).map(({ field, value }) => [field, value]);
const linesIn = (rows: Rows) => ordersOf(understandSheets([gridOf(rows)])).orders.flatMap(({ lines }) => lines);
const header = ['货号', '品名', '数量', '交期'];

describe('what stands above a table is read', () => {
  it('from the top, from left to right, whatever is read first', () => {
    const rows = [
      ['交货日期：3月20日', '客户：甲', '日期：2026-03-05'],
      ['单号：7', '币种：USD'],
      header.slice(0, 3),
      ['A', 'a', 1],
    ];
    expect(said(rows)).toEqual([
      ['dueDate', '2026-03-20'],
      ['customerName', '甲'],
      ['orderDate', '2026-03-05'],
      ['orderKey', '7'],
      ['currency', 'USD'],
    ]);
  });

  it('with a day without year after the order’s own', () => {
    const due = (orderDate: string) =>
      said([['交货日期：1月5日', `日期：${orderDate}`], header.slice(0, 3), ['A', 'a', 1]])[0]?.[1];
    expect(due('2026-12-20')).toBe('2027-01-05');
    expect(due('2026-01-02')).toBe('2026-01-05');
  });

  it('with a day without year after the order’s of its own form, where several stand below each other', () => {
    const form = (orderDate: string) => [
      ['交货日期：1月5日', '客户：甲', `日期：${orderDate}`],
      header.slice(0, 3),
      ['A', 'a', 1],
    ];
    const rows = [...form('2025-12-20'), ...form('2026-12-20')];
    expect(said(rows).filter(([field]) => field === 'dueDate')).toEqual([
      ['dueDate', '2026-01-05'],
      ['dueDate', '2027-01-05'],
    ]);
    expect(linesIn(rows).map(({ dueDate }) => dueDate)).toEqual(['2026-01-05', '2027-01-05']);
    const [above, ...below] = form('2025-12-20');
    const changed = [above ?? [], ...below, ['日期：2026-12-20'], ['B', 'b', 1]];
    expect(said(changed)[0]).toEqual(['dueDate', '2026-01-05']);
  });

  it('with a day without year in no other’s year: not of the form below, not out of a number', () => {
    const due = (...above: readonly (readonly CellValue[])[]) =>
      headsIn([...above, header.slice(0, 3), ['A', 'a', 1], ['日期：2026-12-20'], header.slice(0, 3), ['B', 'b', 1]])
        .filter(({ field }) => field === 'dueDate')
        .map(({ value, problem }) => value ?? problem);
    expect(due(['客户：甲', '交货日期：1月5日'])).toEqual(['no-year']);
    // So far up it is no title, which could name the year.
    const gap = Array.from({ length: 5 }, () => []);
    expect(due(['单号：2019-03-05'], ...gap, ['交货日期：1月5日'])).toEqual(['no-year']);
  });

  it('with day and month in the order that the other dates show, not numbers that look like dates', () => {
    const due = (label: string) =>
      headsIn([['交货日期：3/5/2026', `${label}：25/1/2026`], header.slice(0, 3), ['A', 'a', 1]])[0]?.value;
    expect(due('订单日期')).toBe('2026-05-03');
    expect(due('订单号')).toBeUndefined();
  });

  it('with neither problem nor place of a label where there is none', () => {
    expect(headsIn([['客户：', '甲', '交货日期：', '无'], header.slice(0, 3), ['A', 'a', 1]])).toStrictEqual([
      { field: 'customerName', label: '客户', row: 0, column: 1, raw: '甲', value: '甲', from: 2, to: 2 },
    ]);
  });

  it('as a date left open, which every row without one has', () => {
    const rows = [
      ['客户：甲', '交货日期：等通知'],
      header,
      ['A', 'a', 1, null],
      ['B', 'b', 1, '2026-03-05'],
      ['C', 'c', 1, '某日'],
    ];
    expect(headsIn(rows)[1]).toMatchObject({ field: 'dueDate', openDate: true, raw: '等通知' });
    expect(headsIn(rows)[1]).not.toHaveProperty('value');
    expect(linesIn(rows).map(({ dateOpen, dueDate, unreadable }) => dateOpen ?? dueDate ?? unreadable?.length)).toEqual(
      [true, '2026-03-05', 1],
    );
  });

  it('for no cell that says something itself, readable or not', () => {
    const rows = [
      ['客户：甲', '交货日期：2026-04-01'],
      header,
      ['A', 'a', 1, '等通知'],
      ['B', 'b', 1, '某日'],
      ['C', 'c', 1, null],
    ];
    expect(linesIn(rows).map(({ dueDate }) => dueDate)).toEqual([undefined, undefined, '2026-04-01']);
    expect(linesIn(rows).map(({ dateOpen }) => dateOpen)).toEqual([true, undefined, undefined]);
  });

  it('as open only where the delivery is, alone or among others', () => {
    const open = (...above: readonly CellValue[]) =>
      linesIn([above, header.slice(0, 3), ['A', 'a', 1]]).map(({ dateOpen }) => dateOpen);
    expect(open('交货日期：待定')).toEqual([true]);
    expect(open('交货日期：待定', '单号：7')).toEqual([true]);
    expect(open('日期：待定', '单号：7')).toEqual([undefined]);
    expect(open('交货日期：3/5/2026', '单号：7')).toEqual([undefined]);
  });

  it('and told once where it can’t be read, in the first row that needs it', () => {
    const rows = [
      ['客户：甲', '交货日期：3/5/2026'],
      header,
      ['A', 'a', 1, '2026-01-01'],
      ['B', 'b', 1, null],
      ['C', 'c', 1, null],
    ];
    expect(linesIn(rows).map(({ unreadable }) => unreadable?.map(({ field, row }) => [field, row]))).toEqual([
      undefined,
      [['dueDate', 0]],
      undefined,
    ]);
  });
});

describe('a head that can’t be read', () => {
  /** The sheet rows in which it is told. */
  const toldIn = (rows: Rows) =>
    linesIn(rows).flatMap(({ row, unreadable = [] }) =>
      unreadable.flatMap((cell) => (cell.row === undefined ? [] : row)),
    );

  it('is told in no row that it doesn’t hold for', () => {
    const [above, below] = [['客户：甲', '交货日期：3/5/2026'], ['客户：乙']];
    const own = ['A', 'a', 1, '2026-01-01'];
    const needy = ['B', 'b', 1, null];
    expect(toldIn([header, needy, above, needy])).toEqual([3]);
    expect(toldIn([above, header, own, [], ['订货单'], below, header, needy])).toEqual([]);
    expect(toldIn([above, header, needy, [], ['订货单'], below, header, needy])).toEqual([2]);
  });

  it('is told in no row whose own cell can’t be read either', () => {
    const rows = [['客户：甲', '交货日期：3/5/2026'], header, ['A', 'a', 1, '某日'], ['B', 'b', '若干', null]];
    expect(toldIn(rows)).toEqual([3]);
  });
});

describe('what labelled cells say', () => {
  it('of the order’s number and customer by many a name, of nothing else by a bare one', () => {
    const of = (label: string, answer: CellValue = 'x') =>
      headsIn([[`${label}：`, answer], header.slice(0, 3), ['A', 'a', 1]])[0]?.field;
    for (const label of ['编号', '单据编号', 'No.', 'Number', '订单号'])
      expect([label, of(label)]).toEqual([label, 'orderKey']);
    expect(of('客户编号')).toBe('customerCode');
    for (const label of ['公司', '单位名称', '名称', '抬头', 'Company', '数量', '规格', '啥'])
      expect([label, of(label)]).toEqual([label, undefined]);
  });

  it('of telephone and address: whose they are by who was named last', () => {
    const contacts = (...above: readonly (readonly CellValue[])[]) =>
      said([...above, header.slice(0, 3), ['A', 'a', 1]]).flatMap(([field, value]) =>
        field === 'phone' ? [value] : [],
      );
    expect(contacts(['客户：甲', '电话：1'])).toEqual(['1']);
    expect(contacts(['客户编号：C1', '电话：1'])).toEqual(['1']);
    expect(contacts(['卖方：乙', '电话：1'])).toEqual([]);
    expect(contacts(['客户：甲', '供应商：乙', '电话：1'])).toEqual([]);
    expect(contacts(['电话：1', '客户：甲'])).toEqual([]);
    expect(contacts(['收货电话：1', '单号：2'])).toEqual(['1']);
  });

  it.each(['必填', '（选填）', '格式 2026-01-01', '不能为空', 'required', 'e.g. 5', '____', '—'])(
    'nothing where the answer is %s',
    (answer) => {
      expect(
        headsIn([['客户：', answer, '单号：', '7'], header.slice(0, 3), ['A', 'a', 1]]).map(({ field }) => field),
      ).toEqual(['orderKey']);
    },
  );

  it('nothing of who orders where a column says it: number and customer each for themselves', () => {
    const rows = (column: string) => [
      ['客户：甲', '单号：7', '日期：2026-03-05'],
      [column, ...header.slice(0, 3)],
      ['x', 'A', 'a', 1],
    ];
    expect(said(rows('客户编号')).map(([field]) => field)).toEqual(['orderKey', 'orderDate']);
    expect(said(rows('客户PO号')).map(([field]) => field)).toEqual(['customerName', 'orderDate']);
  });
});

describe('labelled rows between the rows', () => {
  it('hold for those below them until another says otherwise', () => {
    const rows = [
      header.slice(0, 3),
      ['客户：甲', '电话：1'],
      ['A', 'a', 1],
      ['B', 'b', 1],
      ['客户：乙', null],
      ['C', 'c', 1],
    ];
    const { orders } = ordersOf(understandSheets([gridOf(rows)]));
    expect(orders.map(({ customer, phone, lines }) => [customer.name, phone, lines.map(({ row }) => row)])).toEqual([
      ['甲', '1', [2, 3]],
      ['乙', undefined, [5]],
    ]);
  });

  it('below the last row speak of all rows, where nothing above says it', () => {
    const rows = [
      ['客户：甲', '电话：1'],
      header.slice(0, 3),
      ['A', 'a', 1],
      ['B', 'b', 1],
      ['电话：2', '收货地址：上海'],
    ];
    expect(ordersOf(understandSheets([gridOf(rows)])).orders).toMatchObject([{ phone: '1', address: '上海' }]);
  });
});
