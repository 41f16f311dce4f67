import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../../core/check/knowledge-of-sheets.ts';
import type { CellValue, Grid } from '../../../../core/sheet/grid.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';

const sheet = (name: string, header: string[], ...rows: CellValue[][]): Grid =>
  gridOf([header, ...rows], { sheet: name });
const stockOf = (...grids: Grid[]) => knowledgeOf(understandSheets(grids)).stock;
const counts = (...grids: Grid[]) =>
  stockOf(...grids)?.lines.map(({ itemCode, warehouse, onHand }) =>
    [itemCode, warehouse, onHand].filter((word) => word !== undefined).join(' '),
  );

describe('what can be promised', () => {
  it('is what is available, else what is on hand less what is held for others', () => {
    const header = ['货号', '品名', '现存量', '占用数量', '可用库存'];
    expect(
      counts(
        sheet('库存', header, ['A', 'a', 10, 3, 6], ['B', 'b', 10, 3], ['C', 'c', 10], ['D', 'd', null, 3], ['E', 'e']),
      ),
    ).toEqual([...['A 6', 'B 7', 'C 10', 'D -3', 'E 0']]);
  });

  it('adds up over lots and warehouses, and names the warehouse after the sheet where no column does', () => {
    const header = ['货号', '库存数量', '批号'];
    expect(counts(sheet('库存', header, ['A', 1, 'L1'], ['A', 2, 'L2'], ['A', 2, 'L2']))).toEqual([
      'A 1',
      'A 2',
      'A 2',
    ]);
    expect(
      counts(sheet('华东仓', ['货号', '库存数量'], ['A', 1]), sheet('华西仓', ['货号', '库存数量'], ['A', 2])),
    ).toEqual(['A 华东仓 1', 'A 华西仓 2']);
    expect(counts(sheet('东莞仓', ['货号', '库存数量'], ['A', 1]))).toEqual(['A 东莞仓 1']);
    for (const plain of ['仓库', '库存', 'Warehouse'])
      expect(counts(sheet(plain, ['货号', '库存数量'], ['A', 1]))).toEqual(['A 1']);
    expect(counts(sheet('东莞仓', ['货号', '库存数量', '仓库'], ['A', 1, '一'], ['A', 2, null]))).toEqual([
      'A 一 1',
      'A 2',
    ]);
  });

  it('is what was counted last, place by place', () => {
    const header = ['货号', '库存数量', '仓库', '盘点日期'];
    const book = stockOf(
      sheet(
        '库存',
        header,
        ['A', 5, '一', '2026-03-05'],
        ['A', 9, '一', '2026-03-01'],
        ['A', 7, '二', '2026-03-01'],
        ['B', 4, '一', null],
      ),
    );
    expect(book?.lines.map(({ itemCode, onHand }) => `${itemCode} ${onHand}`)).toEqual(['A 5', 'A 7', 'B 4']);
    expect(book?.source).toMatchObject({ from: 'workbook', sheet: '库存', asOf: '2026-03-05' });
  });

  it('counts once what stands beside each order, at its lowest', () => {
    const ledger = sheet(
      '订单',
      ['订单号', '客户', '货号', '数量', '库存', '仓库'],
      ...([
        ['1', '甲', 'A', 2, 10, '一'],
        ['2', '甲', 'a', 3, 8, '一'],
        ['3', '乙', 'A', 4, 9, '一'],
        ['4', '乙', 'A', 4, 5, '二'],
        ['5', '乙', 'B', 4, 6, '一'],
      ] as CellValue[][]),
    );
    expect(counts(ledger)).toEqual(['a 一 8', 'A 二 5', 'B 一 6']);
  });
});

describe('which item a row counts', () => {
  it('is told by the price list, by whatever the row says of it', () => {
    const prices = sheet(
      '价目表',
      ['货号', '条码', '品名', '规格', '颜色', '标准价'],
      ['S1', '6901', '螺丝', 'M8', '黑', 1],
      ['S2', '6902', '螺丝', 'M8', '白', 1],
    );
    const stock = sheet(
      '库存',
      ['条码', '品名', '规格', '颜色', '库存数量'],
      ['6901', null, null, null, 5],
      [null, '螺丝', 'm8', '白', 7],
      [null, '螺丝', 'M8', '红', 9],
      [null, '螺母', null, null, 1],
    );
    expect(counts(prices, stock)).toEqual(['S1 5', 'S2 7', '螺丝 M8 红 9', '螺母 1']);
  });

  it('without a price list is the name where one item has it, else all its words', () => {
    const stock = sheet(
      '库存',
      ['品名', '规格', '颜色', '材质', '品牌', '库存数量'],
      ['螺丝', 'M8', '黑', '304', '东明', 5],
      ['螺丝', 'M8', '白', '304', '东明', 6],
      ['螺母', 'M8', null, null, null, 7],
    );
    expect(counts(stock)).toEqual(['螺丝 M8 黑 304 东明 5', '螺丝 M8 白 304 东明 6', '螺母 7']);
  });
});

it('says of each sheet how much it held and of which day it is', () => {
  const header = ['货号', '库存数量'];
  const [east, west] = [sheet('华东仓', header, ['A', 1], ['B', 1]), sheet('华西仓 2026-03-04', header, ['A', 2])];
  expect(stockOf({ ...east, file: 'x.xlsx' } as Grid, { ...west, file: 'y.xlsx' } as Grid)?.source).toEqual({
    from: 'workbook',
    sheet: '华东仓, 华西仓 2026-03-04',
    asOf: '2026-03-04',
    parts: [
      { file: 'x.xlsx', sheet: '华东仓', range: 'A1:B3', rows: 2 },
      { file: 'y.xlsx', sheet: '华西仓 2026-03-04', range: 'A1:B2', rows: 1, asOf: '2026-03-04' },
    ],
  });
});
