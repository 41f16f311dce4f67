import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];
const understand = (rows: Rows, more: Partial<Grid> = {}) => understandSheets([gridOf(rows, more)]);
const ordersIn = (rows: Rows) =>
  ordersOf(understand(rows)).orders.map(({ lines, ...order }) => ({
    ...order,
    lines: lines.map(({ row, dueDate }) => [row, dueDate].filter((part) => part !== undefined)),
  }));
const headsIn = (rows: Rows) =>
  (understand(rows).tables[0]?.heads ?? []).map(({ field, value, from, to }) => [field, value, from, to]);
const items: Rows = [
  ['货号', '品名', '数量', '单价'],
  ['A', '螺栓', 10, 2],
];

describe('a form: what stands above the table is about its order', () => {
  it.each<[string, Rows, object]>([
    [
      'labels and answers in cells beside each other, gaps between them',
      [
        ['江苏永利五金 销售订单'],
        ['客户：', '远洋贸易', null, '订单号：', 'XS-0007'],
        ['日期：', '2026-03-05', null, '交货日期：', null, 46101],
        ...items,
      ],
      { key: 'XS-0007', customer: { name: '远洋贸易' }, orderDate: '2026-03-05', lines: [[4, '2026-03-20']] },
    ],
    [
      'label and answer in one cell, several in one',
      [['客 户：甲公司   日    期：2026年3月5日 单 号：SH-001'], ...items],
      { key: 'SH-001', customer: { name: '甲公司' }, orderDate: '2026-03-05', lines: [[2]] },
    ],
    [
      'labels without colon, answers in merged cells',
      [['客户名称', null, '华东机电', '订单日期', '2026/3/5'], ...items],
      { key: null, customer: { name: '华东机电' }, orderDate: '2026-03-05', lines: [[2]] },
    ],
    [
      'traditional, years of the Republic, a date named later',
      [
        ['客戶名稱：台達電子', null, '訂單編號：PO115001'],
        ['訂購日期：115/03/05', null, '交期：等通知'],
        ['料號', '品名', '數量', '單價'],
        ['A', '螺絲', 10, 2],
      ],
      { key: 'PO115001', customer: { name: '台達電子' }, orderDate: '2026-03-05', lines: [[3]] },
    ],
    [
      'English; the due date shows that the month comes first',
      [
        ['Sold To: Ever Bright Ltd', null, 'PO No: 77'],
        ['Order Date', '03/05/2026', 'Due Date', '03/20/2026'],
        ['Item No', 'Description', 'Qty', 'Unit Price'],
        ['A', 'Bolt', 10, 2],
        ['Payment Terms: Net 30'],
      ],
      {
        ...{ key: '77', poNumber: '77', customer: { name: 'Ever Bright Ltd' }, orderDate: '2026-03-05' },
        ...{ paymentTerms: 'Net 30', lines: [[3, '2026-03-20']] },
      },
    ],
  ])('%s', (_, rows, order) => {
    expect(ordersIn(rows)).toEqual([order]);
    expect(understand(rows).unknown).toEqual([]);
  });

  it('says where each was read, and whether the label stands in the same cell', () => {
    const { tables } = understand([['客户：甲公司', '单号：', 10023], ...items]);
    expect(tables[0]?.heads).toEqual([
      {
        ...{ field: 'customerName', label: '客户', row: 0, column: 0, inLabel: true },
        ...{ raw: '甲公司', value: '甲公司', from: 2, to: 2 },
      },
      { field: 'orderKey', label: '单号', row: 0, column: 2, raw: '10023', value: '10023', from: 2, to: 2 },
    ]);
  });

  it('a date above holds for the rows that have none of their own, and gives their days a year', () => {
    const rows: Rows = [
      ['客户：甲', '日期：2026-12-20', '交货日期：2026-12-28'],
      ['货号', '数量', '交期'],
      ['A', 1, null],
      ['B', 1, '1月5日'],
      ['C', 1, '等通知'],
    ];
    expect(ordersIn(rows)[0]?.lines).toEqual([[2, '2026-12-28'], [3, '2027-01-05'], [4]]);
  });
});

describe('what stands around a table and is none of its orders', () => {
  it('what a column says: order number and customer above are something else', () => {
    const rows: Rows = [
      ['客户：全部', '单号：汇总3'],
      ['订单号', '客户', '货号', '数量'],
      ['S1', '甲', 'A', 1],
      [null, null, 'B', 1],
    ];
    expect(headsIn(rows)).toEqual([]);
    expect(ordersIn(rows)).toEqual([{ key: 'S1', customer: { name: '甲' }, lines: [[2], [3]] }]);
  });

  it('the letterhead and the seller: their address and telephone are not the customer’s', () => {
    const rows: Rows = [
      ['地址：宁波市江东区1号', '电话：111'],
      ['供方：永利五金', '联系人：陈'],
      ['需方：远洋贸易', '联系人：王丽', '电话：222'],
      ...items,
      ['供方地址：宁波', null, '需方地址：上海'],
    ];
    expect(headsIn(rows).map(([field, value]) => [field, value])).toEqual([
      ['customerName', '远洋贸易'],
      ['contact', '王丽'],
      ['phone', '222'],
      ['address', '上海'],
    ]);
  });

  it.each<[string, Rows]>([
    ['instructions', [['客户：必填；订单号：必填，唯一'], ['日期：格式 2026-01-01'], ...items]],
    ['labels nobody has answered', [['客户：', null, '日期：____'], ...items]],
    ['two answers that contradict each other', [['日期：2026-03-01', '日期：2026-03-02'], ...items]],
    ['the day of a signature', [...items, ['制单：李四', '日期：2026-03-05']]],
  ])('%s', (_, rows) => {
    expect(headsIn(rows)).toEqual([]);
  });

  it('a table whose headings end with colons is a table', () => {
    const { orders } = understand([
      ['订单号：', '客户：', '货号：', '数量：'],
      ['S1', '甲', 'A', 1],
    ]);
    expect(orders[0]?.rows[0]?.values).toEqual({ orderKey: 'S1', customerName: '甲', itemCode: 'A', quantity: '1' });
  });
});

describe('several forms on one sheet', () => {
  const second: Rows = [['订货单'], ['客户：乙公司'], ...items];

  it('each says what it says: neither order number nor date goes on into the next', () => {
    const rows: Rows = [
      ['订货单'],
      ['客户：甲公司', '单号：1'],
      ['日期：2026-3-1'],
      ...items,
      ['合计', null, 10],
      ['收货地址：北京'],
      [],
      ...second,
    ];
    expect(ordersIn(rows)).toEqual([
      {
        ...{ key: '1', customer: { name: '甲公司' }, address: '北京', orderDate: '2026-03-01' },
        lines: [[4]],
      },
      { key: null, customer: { name: '乙公司' }, lines: [[11]] },
    ]);
    expect(understand(rows).orders[0]?.skipped).toContainEqual({ row: 9, because: 'label' });
  });

  it('also under other headings, and side by side', () => {
    const wider: Rows = [
      ['客户：乙公司', null, '订单号：2'],
      ['货号', '品名', '规格', '数量'],
      ['A', '螺母', 'M8', 5],
    ];
    expect(ordersIn([['客户：甲公司', null, '订单号：1'], ...items, ['备注：急'], [], ...wider])).toMatchObject([
      { key: '1', customer: { name: '甲公司' }, lines: [[2]] },
      { key: '2', customer: { name: '乙公司' }, lines: [[7]] },
    ]);
    const beside: Rows = [
      ['客户：甲', null, null, '客户：乙', null],
      ['货号', '数量', null, '货号', '数量'],
      ['A', 1, null, 'B', 2],
    ];
    expect(ordersIn(beside)).toMatchObject([{ customer: { name: '甲' } }, { customer: { name: '乙' } }]);
  });

  it('a customer named between the rows has those below him', () => {
    const rows: Rows = [
      ['日期：2026-03-01'],
      ['货号', '品名', '数量'],
      ['客户：甲公司', '单号：1'],
      ['A', '螺栓', 1],
      ['收货地址：北京'],
      ['客户：乙公司'],
      ['B', '螺母', 1],
    ];
    expect(ordersIn(rows)).toEqual([
      { key: '1', customer: { name: '甲公司' }, address: '北京', orderDate: '2026-03-01', lines: [[3]] },
      { key: null, customer: { name: '乙公司' }, orderDate: '2026-03-01', lines: [[6]] },
    ]);
  });
});

describe('a head that can’t be read', () => {
  it('is told once, in its own cell, with choices only where they overwrite no label', () => {
    const table = (above: readonly CellValue[]) =>
      ordersOf(understand([above, ['货号', '数量'], ['A', 1], ['B', 1]])).orders[0]?.lines.map(
        ({ unreadable }) => unreadable,
      );
    const cell = { field: 'dueDate', kind: 'date', raw: '3/5/2026', problem: 'ambiguous', row: 0 };
    const choices = ['2026-03-05', '2026-05-03'];
    expect(table(['交货日期：', '3/5/2026'])).toEqual([[{ ...cell, column: 1, choices }], undefined]);
    expect(table(['交货日期：3/5/2026'])).toEqual([[{ ...cell, column: 0 }], undefined]);
  });
});
