import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { skippedRows } from '../../../core/sheet/skipped-rows.ts';
import { runsOf } from '../../../core/sheet/skipped-runs.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

const header = ['订单号', '品名', '数量', '单价', '金额'];
const apple = ['A1', '苹果', 5, 2, 10];
const pear = ['A1', '梨', 3, 2, 6];

/** Sheet rows taken for totals. */
const totals = (rows: Rows, more: Partial<Grid> = {}): number[] =>
  (understandSheets([gridOf([header, ...rows], more)]).orders[0]?.skipped ?? []).flatMap(({ row, because }) =>
    because === 'total' ? [row + 1] : [],
  );

describe('a total without a word', () => {
  it.each<[string, Rows, number[]]>([
    ['of a quantity', [apple, pear, [null, null, 8, null, null]], [4]],
    ['of an amount', [apple, pear, [null, null, null, null, 16]], [4]],
    ['typed as text', [apple, pear, [null, null, null, null, '￥16.00']], [4]],
    ['of rows typed as text', [['A1', '苹果', '5件', 2, '10元'], pear, [null, null, null, null, 16]], [4]],
    [
      'rounded',
      [
        ['A1', 'a', 1, 1, 0.333],
        ['A1', 'b', 1, 1, 0.333],
        [null, null, null, null, 0.67],
      ],
      [4],
    ],
    ['beside a number that is none', [apple, pear, [null, null, 8, 4, 16]], [4]],
    [
      'of what stands since the last one',
      [apple, pear, [null, null, null, null, 16], pear, pear, [null, null, null, null, 12]],
      [4, 7],
    ],
    [
      'of everything, subtotals left out',
      [apple, ['小计', null, null, null, 10], pear, [null, null, null, null, 16]],
      [3, 5],
    ],
  ])('%s', (_, rows, expected) => {
    expect(totals(rows)).toEqual(expected);
  });

  it.each<[string, Rows]>([
    ['a row that names an item', [apple, pear, [null, '桃', 8, 2, 16]]],
    ['a row that names an order', [apple, pear, ['A2', null, 8, null, null]]],
    ['a number that is no sum', [apple, pear, [null, null, 9, null, null]]],
    ['a sum that is off by a cent', [apple, pear, [null, null, null, null, 16.01]]],
    ['the same again under a single row: it may be ordered twice', [apple, [null, null, 5, null, null]]],
    ['a number under the order’s', [apple, pear, [7001, null, 8, null, null]]],
    ['the same again where only one row says it', [apple, ['A1', '梨', null, 2, null], [null, null, 5, null, null]]],
    ['words under a number', [apple, pear, [null, null, 8, null, '待定']]],
  ])('is not %s', (_, rows) => {
    expect(totals(rows)).toEqual([]);
  });

  it.each([
    '=SUM(C2:C3)',
    '=sum( C2:C3 )',
    '=SUBTOTAL(9,C2:C3)',
    '=AGGREGATE(9,5,$C$2:$C$3)',
    '= SUM(C$2:C3)',
    '=SUM(AC12:AD34)',
  ])('is a row with %s under a quantity, whatever it says', (formula) => {
    const formulas = [[], [], [], [null, null, formula]];
    expect(totals([apple, pear, [null, null, 99, null, null]], { formulas })).toEqual([4]);
    expect(totals([apple, pear, [null, null, null, null, null]], { formulas })).toEqual([4]);
    // Elsewhere it may add up anything.
    expect(totals([apple, pear, ['A1', '桃', 99, 2, 198]], { formulas })).toEqual([]);
  });

  it.each(['=C2+C3', '=PRODUCT(C2:C3)', '=ROUND(SUM(C2:C3),0)', '=SUM(5)', '=COUNT(C2:C3)'])(
    'is no row with %s that is no sum',
    (formula) => {
      const formulas = [[], [], [], [null, null, formula]];
      expect(totals([apple, pear, [null, null, 99, null, null]], { formulas })).toEqual([]);
    },
  );

  it('is found wherever the table stands', () => {
    const rows = [header, apple, pear, [null, null, 8, null, 16]];
    const { orders } = understandSheets([{ sheet: 'S', row: 9, column: 3, values: rows }]);
    expect(orders[0]?.skipped).toEqual([{ row: 12, because: 'total' }]);
    expect(orders[0]?.rows.map(({ row }) => row)).toEqual([10, 11]);
  });

  it('is found by its formula wherever the table stands, and under no name', () => {
    const rows = [header, apple, pear, [null, null, 99, null, null]];
    const skipped = (column: number, last: readonly CellValue[] = rows[3] ?? []) => {
      const formula = Array.from({ length: 5 }, (_, at) => (at === column ? '=SUM(F11:F12)' : null));
      const values = [...rows.slice(0, 3), last];
      const grid = { sheet: 'S', row: 9, column: 3, values, formulas: [[], [], [], formula] };
      return understandSheets([grid]).orders[0]?.skipped.map(({ row }) => row);
    };
    expect(skipped(2)).toEqual([12]);
    expect(skipped(0)).toEqual([]);
    expect(skipped(2, [7001, null, 99, null, null])).toEqual([]);
  });

  it('belongs to its own table, not to the one beside it', () => {
    const side = (left: Rows[number], right: Rows[number]) => [...left, null, ...right];
    const rows = [side(header, header), side(apple, apple), side(pear, pear)];
    const total = [null, null, 8, null, 16];
    const word = ['合计', null, 8, null, 16];
    const none = [null, null, null, null, null];
    const skipped = (last: Rows[number], formulas: readonly (string | null)[] = []) =>
      understandSheets([
        gridOf([...rows.map((row) => ['x', null, ...row]), ['x', null, ...last]], {
          tables: [2, 8].map((left) => ({ name: `T${left}`, top: 0, left, bottom: 3, right: left + 4 })),
          formulas: [[], [], [], formulas],
        }),
      ]).orders.map((orders) => orders.skipped.map(({ row }) => row));
    expect(skipped(side(total, pear))).toEqual([[3], []]);
    expect(skipped(side(apple, word))).toEqual([[], [3]]);
    expect(skipped(side(word, none))).toEqual([[3], []]);
    const formula = Array.from({ length: 5 }, (_, at) => (at === 4 ? '=SUM(G2:G3)' : null));
    expect(skipped(side(none, none), [null, null, ...formula])).toEqual([[3], []]);
  });

  it('is none of the stock either that is counted in the same rows', () => {
    const rows = [
      ['货号', '品名', '库存数量', '订货数量'],
      ['A', '苹果', 100, 5],
      ['B', '梨', 50, 3],
      [null, null, 150, 8],
    ];
    expect(understandSheets([gridOf(rows)]).stock[0]?.rows.map(({ row }) => row)).toEqual([1, 2]);
  });
});

describe('a total by its word', () => {
  const skipped = (header: readonly string[], ...rows: Rows): number[] =>
    (understandSheets([gridOf([header, ...rows])]).orders[0]?.skipped ?? []).map(({ row }) => row + 1);

  it.each(['货号', '条码', '品名', '客户料号'])('stands in no row that names its item by %s', (column) => {
    const header = [column, '规格', '订购数量'];
    expect(skipped(header, ['A', null, 5], ['B', '合计', 7])).toEqual([]);
    expect(skipped(header, ['A', null, 5], [null, '合计', 7])).toEqual([3]);
  });

  it.each(['订单号', '客户PO号'])('stands in English in no row with its %s', (column) => {
    const header = [column, '品名', '规格', '订购数量'];
    expect(skipped(header, ['1', 'Bolt', null, 5], ['2', null, 'Total', 7])).toEqual([]);
    expect(skipped(header, ['1', 'Bolt', null, 5], [null, null, 'Total', 7])).toEqual([3]);
  });
});

describe('a row of labels', () => {
  const reasons = (...rows: Rows) => understandSheets([gridOf(rows)]).orders[0]?.skipped.map(({ because }) => because);
  const columns = ['品名', '数量', '单价'];

  it('holds nothing else: an item may have a colon in its name', () => {
    expect(reasons(columns, ['客户：甲', '日期：3月5日'], ['客户：甲', 5, 2], ['苹果', 5, 2])).toEqual(['label']);
  });

  it('is no header that comes again, with or without colons', () => {
    const withColons = ['品名：', '数量：', '单价：'];
    expect(reasons(withColons, ['苹果', 5, 2], withColons, ['梨', 5, 2])).toEqual([]);
  });
});

it('rows passed over are told with file, sheet and reason, those of orders only', () => {
  const rows = [header, apple, ['合计', null, 5, null, 10], ['制单：王丽', null, '审核：', null, null]];
  const stock = gridOf(
    [
      ['货号', '库存数量'],
      ['A', 1],
      ['合计', 1],
    ],
    { sheet: '库存' },
  );
  const sheets = [{ ...gridOf(rows), file: 'a.xlsx' }, gridOf(rows.slice(0, 3), { sheet: '二月' }), stock];
  expect(skippedRows(understandSheets(sheets))).toEqual([
    { file: 'a.xlsx', sheet: 'Sheet1', row: 2, because: 'total' },
    { file: 'a.xlsx', sheet: 'Sheet1', row: 3, because: 'signature' },
    { sheet: '二月', row: 2, because: 'total' },
  ]);
});

describe('a row that orders nothing is told', () => {
  const told = (...rows: Rows) =>
    skippedRows(understandSheets([gridOf(rows)])).map(({ row, because }) => [row + 1, because]);
  const columns = ['订单号', '客户', '货号', '数量', '单价', '送货地址', '没人懂的列'];
  const bolt = ['A', '甲', 'X1', 1, 2, null, null];

  it('when it holds an order number alone, or with a customer', () => {
    expect(told(columns, bolt, ['D'], ['E', '丙'], ['F', '丙', 'X9', 5, 2], ['G', '丁'])).toEqual([
      [3, 'no-goods'],
      [4, 'no-goods'],
      [6, 'no-goods'],
    ]);
  });

  it('not when rows below are of its order or its customer', () => {
    expect(told(columns, ['E', '丙'], [null, null, 'X9', 5, 2], ['F', null, 'X9', 5, 2])).toEqual([]);
    expect(told(columns, bolt, [null, '丙'], ['E', null, 'X9', 5, 2])).toEqual([[3, 'no-goods']]);
    expect(told(columns, ['E', '丙'], ['E', null, 'X9', 5, 2])).toEqual([]);
  });

  it('and when it says more than goes on to them: an address, or what can’t be read', () => {
    expect(told(columns, ['E', '丙', null, null, null, '北京路1号'], [null, null, 'X9', 5, 2])).toEqual([
      [2, 'no-goods'],
    ]);
    const dated = ['订单号', '客户', '货号', '数量', '交货日期'];
    expect(told(dated, ['E', '丙', null, null, '改天'], [null, null, 'X9', 5])).toEqual([[2, 'no-goods']]);
  });

  it('but an address above the table is no word of the row’s own', () => {
    const rows = [['送货地址：', '北京路1号'], [], columns.toSpliced(5, 1)];
    expect(told(...rows, ['E', '丙'], [null, null, 'X9', 5, 2])).toEqual([]);
  });

  it('when all it says stands in a column without a meaning; not when a formula there shows nothing', () => {
    expect(told(columns, bolt, [null, null, null, null, null, null, '再问'], bolt)).toEqual([[3, 'unused-columns']]);
    const grid = { ...gridOf([columns, bolt, [null, null, null, null, null, null, ''], bolt]) };
    const formulas = [[], [], [null, null, null, null, null, null, '=IF(C3="","",C3)'], []];
    expect(skippedRows(understandSheets([{ ...grid, formulas }]))).toEqual([]);
  });

  it('when it leaves out the quantity in a list that is there to be filled in', () => {
    const rows = ['X1', 'X2', 'X3', 'X4'].map((item, at) => [item, '茶', at === 1 ? 5 : null]);
    const sheets = understandSheets([gridOf([['货号', '品名', '订购数量'], ...rows])]);
    expect(runsOf(skippedRows(sheets)).map(({ row, to, because }) => [row + 1, to + 1, because])).toEqual([
      [2, 2, 'no-quantity'],
      [4, 5, 'no-quantity'],
    ]);
  });
});

it('rows passed over one after the other are told together, those of one sheet and one reason', () => {
  const of = (row: number, because: 'total' | 'label' = 'label', place = { sheet: 'a' }) => ({
    ...place,
    row,
    because,
  });
  const other = { sheet: 'b' };
  const rows = [
    of(1),
    of(2),
    of(4),
    of(5, 'total'),
    of(6, 'label', other),
    of(7, 'label', { ...other, file: 'f' } as never),
  ];
  expect(runsOf(rows).map(({ row, to }) => [row, to])).toEqual([
    [1, 2],
    [4, 4],
    [5, 5],
    [6, 6],
    [7, 7],
  ]);
});
