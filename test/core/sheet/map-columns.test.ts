import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { fieldColumns } from '../../../core/sheet/map-columns.ts';
import type { Choice } from '../../../core/sheet/table.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

describe('mapping columns', () => {
  it('prefers the surer and more typical heading and keeps the other as not understood', () => {
    const [table] = understandSheets([
      gridOf([
        ['订单号', '品名', '未税单价', '单价', '数量', '数量', '需求数量'],
        ['1', '苹果', 1, 1.13, 5, 6, 7],
      ]),
    ]).orders;
    expect(fieldColumns(table?.table.columns ?? [])).toMatchObject({ unitPrice: 3, quantity: 6 });
  });

  it.each([
    [['客户编号', '客户简称', '客户名称', '联系人'], { shortName: 1, customerName: 2 }],
    [['客户编号', '客户全称', '简称', '联系人'], { customerName: 1, shortName: 2 }],
    // What a customer is called where the list has nothing longer.
    [['客户编号', '客户简称', '联系人', '电话'], { customerName: 1 }],
    [['客戶編號', '簡稱', '聯絡人', '電話'], { customerName: 1 }],
  ])('takes a short name for the name only where it stands alone: %j', (headings, fields) => {
    const [table] = understandSheets([
      gridOf([headings, ['C1', '海天', '宁波海天机械有限公司', '王']], { sheet: '客户' }),
    ]).customers;
    const { customerName, shortName } = fieldColumns(table?.table.columns ?? []);
    expect({ customerName, shortName }).toEqual({ shortName: undefined, ...fields });
  });

  it("follows the user's choice against the heading", () => {
    const grid = gridOf([
      ['订单号', '客户', '品名', '数量', '件数'],
      ['1', '甲', '苹果', 5, 6],
    ]);
    const choices = [
      { sheet: 'Sheet1', heading: '件数', field: 'quantity' },
      { sheet: 'Sheet1', heading: '客户', field: null },
      { sheet: 'other', heading: '品名', field: null },
    ];
    const [table] = understandSheets([grid], choices).orders;
    expect(table?.rows[0]?.values).toEqual({ orderKey: '1', itemName: '苹果', quantity: '6' });
    expect(table?.table.columns[4]).toMatchObject({ field: 'quantity', reason: 'user', confidence: 1 });
  });

  it('says of each column what it heads and means, wherever the table stands', () => {
    const rows = [
      ['订单号', '品名', '数量', '未税单价（元）', '心情'],
      ['1', '苹果', 5, 2, '好'],
    ];
    const [found] = understandSheets([gridOf(rows, { row: 2, column: 3 })]).orders;
    const sure = { confidence: 1, reason: 'heading' };
    expect(found?.table.columns).toEqual([
      { column: 3, heading: '订单号', field: 'orderKey', ...sure },
      { column: 4, heading: '品名', field: 'itemName', ...sure },
      { column: 5, heading: '数量', field: 'quantity', ...sure },
      { column: 6, heading: '未税单价（元）', field: 'unitPrice', ...sure, unit: '元', tax: 'excluded' },
      { column: 7, heading: '心情', field: null, confidence: 0, reason: 'unknown' },
    ]);
  });

  it('finds a header only the user knows', () => {
    const choices = [
      { sheet: 'Sheet1', heading: '啥', field: 'itemName' },
      { sheet: 'Sheet1', heading: '几个', field: 'quantity' },
    ];
    const [table] = understandSheets(
      [
        gridOf([
          ['啥', '几个'],
          ['苹果', 5],
        ]),
      ],
      choices,
    ).orders;
    expect(table?.rows[0]?.values).toEqual({ itemName: '苹果', quantity: '5' });
  });
});

describe('what a person said of columns', () => {
  const columnsOf = (rows: CellValue[][], choices: readonly Choice[]) =>
    fieldColumns(understandSheets([gridOf(rows)], choices).orders[0]?.table.columns ?? []);

  it('tells columns with one heading apart, and goes with them when they move', () => {
    const choices = [
      { sheet: 'Sheet1', heading: '数量', nth: 1, field: 'quantity' },
      { sheet: 'Sheet1', heading: '数量', nth: 0, field: 'packs' },
    ];
    const row = ['1', '苹果', 3, 72];
    expect(columnsOf([['订单号', '品名', '数量', '数量'], row], choices)).toMatchObject({ packs: 2, quantity: 3 });
    expect(
      columnsOf(
        [
          ['数量', '订单号', '品名', '数量'],
          [3, '1', '苹果', 72],
        ],
        choices,
      ),
    ).toMatchObject({ packs: 0, quantity: 3 });
  });

  it('keeps a guess away that was refused, and a field another role has', () => {
    const rows = [
      ['订单号', '品名', '数量', '单价', null, '件数'],
      ['1', '苹果', 3, 2, 6, 1],
      ['1', '梨', 4, 2, 8, 1],
    ];
    expect(columnsOf(rows, []).amount).toBe(4);
    const refused = [
      { sheet: 'Sheet1', heading: '', field: null },
      { sheet: 'Sheet1', heading: '件数', field: 'listPrice' },
    ];
    expect(columnsOf(rows, refused)).toEqual({ orderKey: 0, itemName: 1, quantity: 2, unitPrice: 3 });
    const [table] = understandSheets([gridOf(rows)], refused).orders;
    expect(table?.table.columns.map(({ reason }) => reason)).toEqual([
      ...['heading', 'heading', 'heading', 'heading'],
      ...['user', 'user'],
    ]);
  });

  it('keeps a short name that somebody called so, where the list has no other', () => {
    const headings = ['客户编号', '客户简称', '联系人', '电话'];
    const grid = gridOf([headings, ['C1', '海天', '王', '1']], { sheet: '客户' });
    const choices = [{ sheet: '客户', heading: '客户简称', field: 'shortName' }];
    const [table] = understandSheets([grid], choices).customers;
    expect(fieldColumns(table?.table.columns ?? [])).toEqual({ customerCode: 0, shortName: 1, contact: 2, phone: 3 });
  });

  it('holds against the most typical heading', () => {
    const rows = [
      ['订单号', '品名', '订购数量', '件数'],
      ['1', '苹果', 5, 6],
    ];
    expect(columnsOf(rows, [{ sheet: 'Sheet1', heading: '件数', field: 'quantity' }]).quantity).toBe(3);
  });

  it('tells three columns with one heading apart', () => {
    const choices = [{ sheet: 'Sheet1', heading: '数量', nth: 2, field: 'packs' }];
    const rows = [
      ['订单号', '品名', '数量', '数量', '数量'],
      ['1', '苹果', 5, 6, 7],
    ];
    expect(columnsOf(rows, choices)).toMatchObject({ quantity: 2, packs: 4 });
  });

  it('holds against a column that is filled while the chosen one is empty', () => {
    const rows = [
      ['订单号', '品名', '数量', '订购数量'],
      ['1', '苹果', 5, null],
    ];
    expect(columnsOf(rows, []).quantity).toBe(2);
    expect(columnsOf(rows, [{ sheet: 'Sheet1', heading: '订购数量', field: 'quantity' }]).quantity).toBe(3);
  });
});

describe('two columns for one thing', () => {
  const quantityIn = (...cells: [CellValue, CellValue]) =>
    fieldColumns(
      understandSheets([
        gridOf([
          ['订单号', '品名', '数量', '订购数量'],
          ['1', '苹果', ...cells],
          ['1', '梨', null, null],
        ]),
      ]).orders[0]?.table.columns ?? [],
    ).quantity;

  it('the empty one is a left-over, however well it is called; of two empty ones the better called counts', () => {
    expect(quantityIn(5, null)).toBe(2);
    expect(quantityIn(null, 5)).toBe(3);
    expect(quantityIn(4, 5)).toBe(3);
    expect(quantityIn(null, null)).toBe(3);
  });

  it('the one filled in the last row only is not empty', () => {
    const rows = [
      ['订单号', '品名', '数量', '订购数量'],
      ['1', '苹果', 5, null],
      ['1', '梨', null, 6],
    ];
    expect(fieldColumns(understandSheets([gridOf(rows)]).orders[0]?.table.columns ?? []).quantity).toBe(3);
  });

  it('a heading known as it stands before a longer one, however typical its end', () => {
    const rows = [
      ['订单号', '品名', '本次订购数量', 'Qty'],
      ['1', '苹果', 5, 6],
    ];
    expect(fieldColumns(understandSheets([gridOf(rows)]).orders[0]?.table.columns ?? []).quantity).toBe(3);
  });

  it('says which columns are hidden', () => {
    const grid = gridOf(
      [
        ['订单号', '品名', '数量'],
        ['1', '苹果', 5],
      ],
      { hiddenColumns: [2] },
    );
    expect(understandSheets([grid]).orders[0]?.table.columns.map(({ hidden }) => hidden)).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });
});
