import { expect, it } from 'vitest';
import { currentTables } from '../../../../core/check/books/current-tables.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';

const kept = (...names: string[]) => {
  const grids = names.map((sheet) =>
    gridOf(
      [
        ['货号', '品名', '库存数量'],
        ['A', '茶', 1],
      ],
      { sheet },
    ),
  );
  return currentTables(understandSheets(grids).stock).map(({ table }) => table.sheet);
};

it('keeps the latest of sheets that are one book of several days', () => {
  expect(kept('库存0304', '库存0305', '库存0302')).toEqual(['库存0305']);
  expect(kept('库存2026-03-05', '库存2025-12-31')).toEqual(['库存2026-03-05']);
  expect(kept('1月库存', '2月库存')).toEqual(['2月库存']);
  expect(kept('2025年库存', '2026年库存')).toEqual(['2026年库存']);
});

it('knows that January follows December where no year is named, and only there', () => {
  expect(kept('库存1231', '库存0102')).toEqual(['库存0102']);
  expect(kept('库存0402', '库存1102')).toEqual(['库存1102']);
  expect(kept('库存0102', '库存1031')).toEqual(['库存1031']);
  expect(kept('库存0228', '库存11月', '库存0301')).toEqual(['库存0228']);
  expect(kept('库存3月', '库存12月')).toEqual(['库存12月']);
  expect(kept('库存1231', '库存0102', '库存2026-01-01')).toEqual(['库存2026-01-01']);
  expect(kept('库存', '库存1231', '库存0102')).toEqual(['库存', '库存0102']);
  expect(kept('库存2026-12-31', '库存2026-01-02')).toEqual(['库存2026-12-31']);
});

it('takes no copy beside its sheet, and a copy alone', () => {
  expect(kept('库存', '库存 (2)', '库存 - 副本', 'Copy of 库存')).toEqual(['库存']);
  expect(kept('库存 (2)')).toEqual(['库存 (2)']);
  expect(kept('东莞仓', '宁波仓 (2)')).toEqual(['东莞仓', '宁波仓 (2)']);
});

it('keeps sheets apart that are different books, or name no day', () => {
  expect(kept('华东仓0304', '华西仓0305')).toEqual(['华东仓0304', '华西仓0305']);
  expect(kept('库存', '库存0305')).toEqual(['库存', '库存0305']);
});

it('takes two tables on the latest sheet, and the same name in another file for another book', () => {
  const of = (file: string, sheet: string) => ({
    ...gridOf(
      [
        ['货号', '品名', '库存数量'],
        ['A', '茶', 1],
      ],
      { sheet },
    ),
    file,
  });
  const { stock } = understandSheets([of('a.xlsx', '库存0304'), of('b.xlsx', '库存0305')]);
  expect(currentTables(stock)).toHaveLength(2);
  const twice = gridOf(
    [['货号', '品名', '库存数量'], ['A', '茶', 1], [], ['货号', '品名', '在途', '库存数量'], ['B', '杯', 1, 2]],
    { sheet: '库存0305' },
  );
  expect(currentTables(understandSheets([twice]).stock)).toHaveLength(2);
});
