import { describe, expect, it } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import type { Grid } from '../../../core/sheet/grid.ts';
import { sheetProblems } from '../../../core/sheet/problems.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { textsIn } from '../../../locales/index.ts';
import { gridOf } from './grid-of.ts';

const problems = (...grids: Grid[]) => sheetProblems(understandSheets(grids));

describe('what keeps a sheet from being checked', () => {
  it('is nothing for a sheet of orders', () => {
    expect(
      problems(
        gridOf([
          ['订单号', '客户', '品名', '数量'],
          ['1', '甲', '苹果', 1],
        ]),
      ),
    ).toEqual([]);
  });

  it('names every sheet and the headings seen when nothing looks like orders', () => {
    const found = problems(
      gridOf([
        ['foo', 'bar'],
        [1, 2],
      ]),
      gridOf(
        [
          ['Item', 'On Hand'],
          ['a', 1],
        ],
        { sheet: 'Stock' },
      ),
    );
    expect(found).toEqual([{ code: 'problem.no-orders', data: { found: 'Stock: Item | On Hand\nSheet1: foo | bar' } }]);
  });

  it('names the missing column and where it was looked for', () => {
    const found = problems(gridOf([['title'], ['订单号', '客户', '品名', '单价'], ['1', '甲', '苹果', 1]]));
    expect(found).toMatchObject([
      {
        code: 'problem.no-quantity-column',
        data: { sheet: 'Sheet1', cell: 'A2', headings: '订单号 | 客户 | 品名 | 单价' },
      },
    ]);
    expect(
      problems(
        gridOf([
          ['订单号', '客户', '数量'],
          ['1', '甲', 1],
        ]),
      ),
    ).toMatchObject([{ code: 'problem.no-item-column' }]);
  });

  it('sees a header without rows', () => {
    expect(problems(gridOf([['订单号', '客户', '品名', '数量'], []]))).toMatchObject([{ code: 'problem.no-rows' }]);
  });

  it('asks when two unlike tables could both be the orders, and not when one is hidden or in another file', () => {
    const a = gridOf(
      [
        ['订单号', '客户', '品名', '数量', '单价', '交期'],
        ['1', '甲', '苹果', 1],
      ],
      { sheet: 'A' },
    );
    const b = gridOf(
      [
        ['客户', '品名', '数量', '单价', '订单日期'],
        ['甲', '苹果', 1],
      ],
      { sheet: '订单' },
    );
    expect(problems(a, b)).toMatchObject([
      {
        code: 'problem.orders-ambiguous',
        data: { tables: 'A!A1:F2\n订单!A1:E2' },
        rivals: [{ sheet: 'A', headings: ['订单号', '客户', '品名', '数量', '单价', '交期'] }, { sheet: '订单' }],
      },
    ]);
    expect(problems(a, { ...b, hidden: true })).toEqual([]);
    expect(problems({ ...a, file: 'a.xlsx' } as Grid, { ...b, file: 'b.xlsx' } as Grid)).toEqual([]);
  });

  it.each(locales)('is worded in %s', (locale) => {
    const [problem] = problems(gridOf([['foo', 'bar']]));
    expect(textsIn(locale)(`findings:${problem?.code}`, { ...problem?.data })).toContain('foo | bar');
  });
});
