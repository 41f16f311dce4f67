import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../core/sheet/grid.ts';
import { fieldColumns } from '../../../core/sheet/map-columns.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf, merged } from './grid-of.ts';

/** Role, place and confidence of what was found, short enough to read. */
const found = (...grids: Grid[]) =>
  understandSheets(grids).tables.map(({ sheet, role, headerRow }) => [sheet, role, headerRow]);
const orderRows = (grid: Grid) => understandSheets([grid]).orders[0]?.rows ?? [];

const ledger = gridOf(
  [
    ['2026年3月销售订单'],
    [],
    ['序号', '客户名称*', '订单编号', '产品编号', '品名', '订购数量\n（件）', '含税单价（元）', '金额(元)', '交货日期'],
    [1, '上海一洋', 'SO-0001', '00123', '六角螺栓', '5000件', '￥0.35', '1,750', '2026.4.5'],
    [2, null, null, '00124', '六角螺母', 3000, 0.2, 600, '2026年4月5日'],
    [null, null, null, null, '小计', null, null, 2350],
    [],
    [3, '北京二建', 'SO-0002', 125, '平垫圈', '１,０００', 0.05, 50, '20260406'],
    [null, '合  计', null, null, null, 9000, null, 2400],
    ...Array.from({ length: 300 }, () => [null, null, '']),
  ],
  { merges: [merged(3, 1, 4, 1), merged(3, 2, 4, 2)] },
);

describe('finding tables', () => {
  it('reads an order list under a title, with subtotals, blank rows and formatted empty rows', () => {
    const { tables } = understandSheets([ledger]);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ role: 'orders', headerRow: 2, area: { top: 2, left: 0, right: 8 } });
    expect(orderRows(ledger).map(({ row }) => row)).toEqual([3, 4, 7]);
  });

  it('tells tables side by side and below one another apart', () => {
    const grid = gridOf([
      ['订单号', '客户', '货号', '数量', '单价', null, '货号', '品名', '标准价'],
      ['1', '甲', 'A', 1, 2, null, 'A', '苹果', 2],
      ['1', '甲', 'B', 3, 2, null, 'B', '梨', 2],
      [],
      ['库存表'],
      ['货号', '品名', '库存数量'],
      ['A', '苹果', 100],
    ]);
    expect(found(grid)).toEqual([
      ['Sheet1', 'orders', 0],
      ['Sheet1', 'prices', 0],
      ['Sheet1', 'stock', 5],
    ]);
    expect(understandSheets([grid]).orders[0]?.rows).toHaveLength(2);
    expect(understandSheets([grid]).stock[0]?.rows).toHaveLength(1);
  });

  it('keeps a blank column inside a table in the table', () => {
    const { orders } = understandSheets([
      gridOf([
        ['订单号', '客户', null, '品名', '数量'],
        ['1', '甲', null, '苹果', 1],
      ]),
    ]);
    expect(orders[0]?.rows[0]?.values).toEqual({ orderKey: '1', customerName: '甲', itemName: '苹果', quantity: '1' });
  });

  it('joins two heading rows under a merged group heading', () => {
    const grid = gridOf(
      [
        ['订单号', '客户', '商品', null, null, '数量'],
        [null, null, '编号', '名称', '规格', null],
        ['1', '甲', 'A', '苹果', '大', 1],
      ],
      { merges: [merged(0, 2, 0, 4)] },
    );
    const [table] = understandSheets([grid]).orders;
    expect(table?.table.headerRow).toBe(1);
    expect(table?.rows[0]?.values).toMatchObject({ itemCode: 'A', itemName: '苹果', specification: '大' });
  });

  it('goes on after a header that is repeated on every page', () => {
    const header = ['订单号', '客户', '品名', '数量'];
    const grid = gridOf([header, ['1', '甲', '苹果', 1], [], header, ['2', '乙', '梨', 2]]);
    expect(orderRows(grid).map(({ row }) => row)).toEqual([1, 4]);
  });

  it('ends a table before another whose headings nobody knows', () => {
    const grid = gridOf([
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲', '苹果', 1],
      ['2', '乙', '梨', 2],
      [],
      ['甲乙', '丙丁', '戊己', '庚辛'],
      ['x', 'y', 'z', 5],
    ]);
    expect(orderRows(grid)).toHaveLength(2);
  });

  it('does not take a remark between the rows for a header', () => {
    const grid = gridOf([
      ['订单号', '客户', '品名', '数量'],
      ['1', '甲', '苹果', 1],
      ['备注', '请尽快'],
      ['2', '乙', '梨', 2],
    ]);
    expect(orderRows(grid).map(({ row }) => row)).toContain(3);
  });

  it('takes an Excel table at its word, also below unknown rows', () => {
    const grid = gridOf([['notes'], ['Qty', 'Item'], [2, 'Bolt'], ['left', 'over']], {
      tables: [{ name: 'Orders', ...merged(1, 0, 2, 1) }],
      sheet: 'Orders',
    });
    expect(orderRows(grid).map(({ values }) => values)).toEqual([{ quantity: '2', itemName: 'Bolt' }]);
  });

  it('starts where the grid starts', () => {
    const rows = [
      ['订单号', '品名', '数量'],
      ['1', '苹果', 1],
    ];
    const [table] = understandSheets([{ sheet: 'S', row: 10, column: 3, values: rows }]).orders;
    expect(table?.table).toMatchObject({ headerRow: 10, area: { top: 10, left: 3, bottom: 11, right: 5 } });
    expect(table?.rows[0]).toMatchObject({ row: 11, values: { orderKey: '1', quantity: '1' } });
  });
});

describe('the role of a table', () => {
  it('tells orders, prices, stock and customers', () => {
    expect(
      found(
        gridOf(
          [
            ['料號', '品名', '標準單價', '停產'],
            ['A', '蘋果', 2, '否'],
          ],
          { sheet: 'a' },
        ),
        gridOf(
          [
            ['料號', '倉庫', '數量'],
            ['A', '一', 2],
          ],
          { sheet: 'b' },
        ),
        gridOf(
          [
            ['客戶代號', '客戶名稱', '付款條件', '信用額度'],
            ['1', '甲', '月結', 5],
          ],
          { sheet: 'c' },
        ),
        gridOf(
          [
            ['訂單編號', '客戶代號', '料號', '數量', '單價', '交期'],
            ['1', '1', 'A', 5, 2, '2026-01-01'],
          ],
          { sheet: 'd' },
        ),
      ),
    ).toEqual([
      ['a', 'prices', 0],
      ['b', 'stock', 0],
      ['c', 'customers', 0],
      ['d', 'orders', 0],
    ]);
  });

  it('takes a log of movements for nothing', () => {
    const { tables, unknown } = understandSheets([
      gridOf([
        ['操作时间', '货号', '变动量', '操作类型', '操作前库存'],
        ['2025-12-14', 'A', 1, '入库', 0],
      ]),
    ]);
    expect(tables).toEqual([]);
    expect(unknown?.[0]?.headings).toContain('变动量');
  });

  it('leaves history sheets out when there are orders', () => {
    const header = ['订单号', '客户', '品名', '数量'];
    const { orders } = understandSheets([
      gridOf([header, ['1', '甲', '苹果', 1]], { sheet: '1月' }),
      gridOf([header, ['2', '甲', '苹果', 1]], { sheet: '2月' }),
      gridOf([header, ['3', '甲', '苹果', 1]], { sheet: '历史记录' }),
    ]);
    expect(orders.map(({ table }) => table.sheet)).toEqual(['1月', '2月']);
  });

  it('finds stock and order quantity in the same rows, and the amount without a heading', () => {
    const sheets = understandSheets([
      gridOf([
        ['编码', '条码', '名称', '单位', '价格', '账面库存', '订货数量', null],
        ['01', '690001', '可乐', '罐', 2.5, 100, 48, 120],
        ['02', '690002', '雪碧', '罐', 2.5, -5, 24, 60],
        ['03', '690003', '芬达', '罐', 2.5, 7, null, null],
        [null, null, null, null, null, null, 72, 180],
      ]),
    ]);
    expect(sheets.stock[0]?.rows.map(({ values }) => values.onHand)).toEqual(['100', '-5', '7']);
    expect(sheets.orders[0]?.rows).toHaveLength(3);
    const guessed = sheets.orders[0]?.table.columns.find(({ field }) => field === 'amount');
    expect(guessed).toMatchObject({ column: 7, reason: 'content' });
  });
});

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
