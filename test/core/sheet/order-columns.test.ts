import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import type { ParsedBatch } from '../../../core/sheet/parsed-order.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

const batchOf = (grid: Grid): ParsedBatch => ordersOf(understandSheets([grid]));
/** Column by column: heading, cell of the first row, cell of the second. */
const sheet = (...columns: readonly (readonly [string, CellValue, CellValue?])[]): Grid =>
  gridOf([0, 1, 2].map((at) => columns.map((column) => column[at] ?? null)));

describe('what a row says', () => {
  it('of its order reaches the order, from the first row that says it', () => {
    const [order] = batchOf(
      sheet(
        ['订单号', 'A1', 'A1'],
        ['客户PO号', null, 'P-7'],
        ['客户编号', 'C1'],
        ['客户名称', '甲公司'],
        ['联系人', '王', '李'],
        ['电话', '139'],
        ['地址', '上海', '北京'],
        ['币种', null, 'USD'],
        ['订单日期', '2026-03-05', '2026-03-06'],
        ['付款条件', '月结'],
        ['交货方式', '自提'],
        ['业务员', '赵'],
        ['地区', '华东'],
        ['优先级', '急'],
        ['品名', '苹果', '梨'],
        ['数量', 5, 3],
      ),
    ).orders;
    expect(order).toMatchObject({
      key: 'A1',
      customer: { code: 'C1', name: '甲公司' },
      poNumber: 'P-7',
      contact: '王',
      phone: '139',
      address: '上海',
      currency: 'USD',
      orderDate: '2026-03-05',
      paymentTerms: '月结',
      deliveryMethod: '自提',
      salesperson: '赵',
      region: '华东',
      priority: '急',
    });
    expect(order?.lines).toHaveLength(2);
  });

  it('of itself reaches its line, and nothing that it doesn’t say', () => {
    const [order] = batchOf(
      sheet(
        ['订单号', 'A1', 'A1'],
        ['货号', '001'],
        ['条码', '690001'],
        ['客户料号', 'Y-9'],
        ['品名', '苹果', '梨'],
        ['规格', 'M8'],
        ['颜色', '红'],
        ['材质', '钢'],
        ['品牌', '东明'],
        ['单位', '箱'],
        ['装箱数', 24],
        ['箱数', 2],
        ['仓库', '一号'],
        ['数量', 48, 3],
        ['已发数量', 8],
        ['未发数量', 40],
        ['单价', 2],
        ['折扣', '5%'],
        ['金额', 91.2],
        ['税率', '13%'],
        ['交期', '2026-04-05'],
        ['实际发货日期', '2026-03-28'],
        ['赠品', '是'],
        ['特殊要求', '不打孔'],
        ['备注', '急'],
        ['回签行号', 'r1'],
        ['回签状态', '已检查'],
        ['回签单号', 'SO-1'],
      ),
    ).orders;
    const [first, second] = order?.lines ?? [];
    expect(first).toEqual({
      table: 0,
      row: 1,
      itemCode: '001',
      barcode: '690001',
      customerItemCode: 'Y-9',
      itemName: '苹果',
      specification: 'M8',
      color: '红',
      material: '钢',
      brand: '东明',
      unit: '箱',
      packSize: '24',
      packs: '2',
      warehouse: '一号',
      quantity: '48',
      shippedQuantity: '8',
      openQuantity: '40',
      unitPrice: '2',
      discount: '0.05',
      amount: '91.2',
      taxRate: '0.13',
      dueDate: '2026-04-05',
      shippedDate: '2026-03-28',
      gift: true,
      specialRequirements: '不打孔',
      remark: '急',
      rowId: 'r1',
    });
    expect(second).toEqual({ table: 0, row: 2, itemName: '梨', quantity: '3' });
  });

  it('with its quantity and price is kept: the unit, the packs, a date left open, a hidden row', () => {
    const rows = [
      ['订单号', '品名', '数量', '单价', '交期'],
      ['A1', '可乐', '3箱×24', '12.5元/箱', '等通知'],
      ['A2', '水', '5瓶', 1, null],
    ];
    const [[first] = [], [second] = []] = batchOf(gridOf(rows, { hiddenRows: [2] })).orders.map(({ lines }) => lines);
    expect(first).toMatchObject({ quantity: '72', priceUnit: '箱', dateOpen: true });
    expect(first?.saidPacks).toMatchObject({ size: '24' });
    expect(first).not.toHaveProperty('hidden');
    expect(second).toMatchObject({ quantityUnit: '瓶', hidden: true });
    for (const absent of ['saidPacks', 'priceUnit', 'dateOpen', 'dueDate', 'unreadable'])
      expect(second).not.toHaveProperty(absent);
  });
});

describe('a row below its order’s first', () => {
  const dates = (...rows: readonly (readonly CellValue[])[]) =>
    batchOf(gridOf([['订单号', '客户', '品名', '数量', '交期'], ...rows])).orders.flatMap(({ lines }) =>
      lines.map(({ dueDate, dateOpen }) => dueDate ?? (dateOpen ? 'open' : null)),
    );
  const first = ['1', '甲', '苹果', 1, '2026-03-05'];

  it('goes on with its due date only as long as it says nothing itself', () => {
    expect(
      dates(first, [null, null, '梨', 2, null], [null, null, '桃', 2, '2026-04-05'], [null, null, '李', 1, null]),
    ).toEqual(['2026-03-05', '2026-03-05', '2026-04-05', '2026-04-05']);
    expect(dates(first, [null, null, '梨', 2, '等通知'], [null, null, '桃', 2, null])).toEqual([
      '2026-03-05',
      'open',
      null,
    ]);
    expect(dates(first, [null, null, '梨', 2, '某日'])).toEqual(['2026-03-05', null]);
    expect(dates(first, ['1', '甲', '梨', 2, null])).toEqual(['2026-03-05', null]);
  });

  it('has no due date to go on with where no column holds an order number', () => {
    const rows = [
      ['客户', '品名', '数量', '交期'],
      ['甲', '苹果', 1, '2026-03-05'],
      [null, '梨', 2, null],
    ];
    expect(batchOf(gridOf(rows)).orders[0]?.lines.map(({ dueDate }) => dueDate)).toEqual(['2026-03-05', undefined]);
  });

  it('belongs to nobody known when it names another customer and no order', () => {
    const rows = [
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲', '苹果', 1],
      [null, '乙', '梨', 2],
      [null, null, '桃', 2],
    ];
    expect(batchOf(gridOf(rows)).orders.map(({ key, customer, lines }) => [key, customer.name, lines.length])).toEqual([
      ['1', '甲', 1],
      [null, '乙', 2],
    ]);
  });

  it('with a new number and no customer is not the last order’s customer’s', () => {
    const rows = [
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲', '苹果', 1],
      ['2', null, '梨', 2],
      ['2', '乙', '桃', 2],
    ];
    expect(batchOf(gridOf(rows)).orders.map(({ key, customer }) => [key, customer.name])).toEqual([
      ['1', '甲'],
      ['2', '乙'],
    ]);
  });

  it('says its currency only where it is another than the order’s first', () => {
    const rows = [
      ['订单号', '客户', '品名', '数量', '币种'],
      ['1', '甲', 'a', 1, 'USD'],
      ['1', '甲', 'b', 1, 'USD'],
      ['1', '甲', 'c', 1, 'EUR'],
    ];
    expect(batchOf(gridOf(rows)).orders[0]?.lines.map(({ otherCurrency }) => otherCurrency)).toEqual([
      undefined,
      undefined,
      'EUR',
    ]);
  });
});

describe('a row', () => {
  const linesOf = (...rows: readonly (readonly CellValue[])[]) => batchOf(gridOf(rows)).orders[0];

  it('that goes elsewhere than its order keeps its own address', () => {
    const order = linesOf(
      ['订单号', '客户', '品名', '数量', '收货地址'],
      ['1', '甲', 'a', 1, '宁波港路1号'],
      ['1', '甲', 'b', 1, '宁波港路１号'],
      ['1', '甲', 'c', 1, null],
      ['1', '甲', 'd', 1, '杭州湖滨路2号'],
    );
    expect(order?.address).toBe('宁波港路1号');
    expect(order?.lines.map(({ address }) => address)).toEqual([undefined, undefined, undefined, '杭州湖滨路2号']);
  });

  it.each([
    ['仓库', '批号', '约定到货日期'],
    ['倉庫', '批號', '約定到貨日期'],
    ['Warehouse', 'Lot No', 'Agreed arrival date'],
  ])('names where it comes from and when it is to arrive: %s, %s, %s', (...headings) => {
    const order = linesOf(
      ['订单号', '客户', '品名', '数量', '交货日期', ...headings],
      ['1', '甲', 'a', 1, '2026-12-01', '东莞仓', 'L-1', '2026-12-05'],
      ['1', '甲', 'b', 1, '2026-12-01', null, null, null],
    );
    expect(order?.lines).toMatchObject([
      { dueDate: '2026-12-01', warehouse: '东莞仓', batch: 'L-1', agreedArrival: '2026-12-05' },
      { dueDate: '2026-12-01' },
    ]);
    expect(order?.lines[1]).not.toHaveProperty('agreedArrival');
  });
});

describe('customers of one order number', () => {
  const others = (header: readonly string[], ...rows: readonly (readonly CellValue[])[]) =>
    batchOf(gridOf([[...header, '品名', '数量'], ...rows.map((row) => [...row, '苹果', 1])])).orders.map(({ lines }) =>
      lines.map(({ otherCustomer }) => otherCustomer),
    );

  it('differ by code where both rows have one, else by name', () => {
    const header = ['订单号', '客户编号', '客户名称'];
    expect(others(header, ['1', 'C1', '甲'], ['1', 'C2', '甲'])).toEqual([[undefined, '甲']]);
    expect(others(header, ['1', 'C1', null], ['1', 'C2', null])).toEqual([[undefined, 'C2']]);
    expect(others(header, ['1', 'C1', '甲'], ['1', null, '甲 '])).toEqual([[undefined, undefined]]);
    expect(others(header, ['1', 'C1', '甲'], ['1', null, '乙'])).toEqual([[undefined, '乙']]);
    expect(others(header, ['1', 'C1', null], ['1', null, '乙'])).toEqual([[undefined, undefined]]);
  });

  it('are told apart as soon as more than half of several numbers have two', () => {
    const header = ['订单号', '客户'];
    const shared = (...keys: string[]) =>
      keys.flatMap((key) => [
        [key, '甲'],
        [key, '乙'],
      ]);
    expect(others(header, ...shared('1')).length).toBe(1);
    expect(others(header, ...shared('1', '2'), ['3', '甲']).length).toBe(5);
    expect(others(header, ...shared('1', '2'), ['3', '甲'], ['4', '甲']).length).toBe(4);
  });

  it('whose PO numbers they are, are always told apart', () => {
    expect(others(['客户PO号', '客户'], ['P1', '甲'], ['P1', '乙']).length).toBe(2);
  });
});

describe('the table orders stand in', () => {
  it('is told with its file, its columns, what is guessed of them, and which are before tax', () => {
    const rows = [
      ['订单号', '品名', '数量', '未税单价', null],
      ['A1', '苹果', 5, 2, 10],
      ['A1', '梨', 3, 2, 6],
    ];
    const { tables } = ordersOf(understandSheets([{ ...gridOf(rows), file: 'a.xlsx' }]));
    expect(tables).toEqual([
      {
        file: 'a.xlsx',
        sheet: 'Sheet1',
        headerRow: 0,
        columns: { orderKey: 0, itemName: 1, quantity: 2, unitPrice: 3, amount: 4 },
        guessed: ['amount'],
        beforeTax: ['unitPrice'],
      },
    ]);
  });

  it('says no more than there is to say', () => {
    const { tables, ...batch } = batchOf(
      gridOf([
        ['订单号', '品名', '数量'],
        ['A1', '苹果', 5],
      ]),
    );
    expect(tables).toEqual([{ sheet: 'Sheet1', headerRow: 0, columns: { orderKey: 0, itemName: 1, quantity: 2 } }]);
    expect(batch).not.toHaveProperty('totals');
  });

  it('counts its totals with the table they stand in', () => {
    const header = ['订单号', '品名', '数量'];
    const total = [header, ['A1', '苹果', 5], ['A1', '梨', 3], ['合计', null, 8]];
    const sheets = [gridOf([header, ['B1', '桃', 1]]), gridOf(total, { sheet: 'S2' })];
    expect(ordersOf(understandSheets(sheets)).totals).toEqual([
      { table: 1, row: 3, field: 'quantity', value: '8', from: 1, to: 2 },
    ]);
  });
});

describe('an order form', () => {
  const formRows = (grid: Grid, ...more: Grid[]) =>
    ordersOf(understandSheets([grid, ...more])).orders.flatMap(({ lines }) => lines.map(({ row }) => row));
  const rows = [
    ['A', '苹果', 2],
    ['B', '梨', null],
    ['C', '桃', 0],
    ['D', '李', '若干'],
  ];

  it('that names neither order nor customer orders only where a quantity stands, readable or not', () => {
    expect(formRows(gridOf([['货号', '品名', '订货数量'], ...rows]))).toEqual([1, 4]);
  });

  it('with the stock in the same rows is one, whoever it names', () => {
    const withStock = rows.map((row) => ['甲', ...row, 9]);
    expect(formRows(gridOf([['客户', '货号', '品名', '订货数量', '库存'], ...withStock]))).toEqual([1, 4]);
  });

  it('is no ledger of orders: there a row without quantity is to be completed', () => {
    const ledger = gridOf([['客户', '货号', '品名', '订货数量'], ...rows.map((row) => ['甲', ...row])]);
    expect(formRows(ledger)).toEqual([1, 2, 3, 4]);
    const stock = gridOf(
      [
        ['货号', '品名', '库存数量'],
        ['A', '苹果', 9],
      ],
      { sheet: '库存' },
    );
    expect(formRows(ledger, stock)).toEqual([1, 2, 3, 4]);
  });
});
