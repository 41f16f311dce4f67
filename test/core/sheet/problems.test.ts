import { describe, expect, it } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import { sheetProblems } from '../../../core/sheet/problems.ts';
import { type SheetOfFile, understandSheets } from '../../../core/sheet/understand.ts';
import { textsIn } from '../../../locales/index.ts';
import { gridOf } from './grid-of.ts';

const problems = (...grids: SheetOfFile[]) => sheetProblems(understandSheets(grids));

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

  it('sees no header without rows where another table has some', () => {
    const header = ['订单号', '客户', '品名', '数量'];
    expect(problems(gridOf([header]), gridOf([header, ['1', '甲', '苹果', 1]], { sheet: 'B' }))).toEqual([]);
  });

  it('names the file where several were given, and none where the sheet came alone', () => {
    const noQuantity = gridOf([
      ['订单号', '客户', '品名'],
      ['1', '甲', '苹果'],
    ]);
    expect(problems({ ...noQuantity, file: 'a.xlsx' })[0]).toMatchObject({ file: 'a.xlsx', sheet: 'Sheet1' });
    expect(problems(noQuantity)[0]).toMatchObject({ sheet: 'Sheet1' });
    expect(problems(noQuantity)[0]).not.toHaveProperty('file');
  });

  it('lists headings without the blank ones, as many as one can read', () => {
    const found = (...headings: (string | null)[]) =>
      problems(
        gridOf([
          ['订单号', '客户', '品名', ...headings],
          ['1', '甲', '苹果', 'x', 'y'],
        ]),
      )[0]?.data;
    expect(found(null, '心情')).toMatchObject({ headings: '订单号 | 客户 | 品名 | 心情' });
    const taken = '订单号 | 客户 | 品名 | '.length;
    expect(found('长'.repeat(200 - taken))).toMatchObject({
      headings: `订单号 | 客户 | 品名 | ${'长'.repeat(200 - taken)}`,
    });
    expect(found('长'.repeat(201 - taken))).toMatchObject({
      headings: `订单号 | 客户 | 品名 | ${'长'.repeat(199 - taken)}…`,
    });
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
    expect(problems(a, b)[0]).not.toHaveProperty('file');
    expect(problems({ ...a, file: 'a.xlsx' }, { ...b, file: 'a.xlsx' })[0]).toMatchObject({ file: 'a.xlsx' });
    expect(problems(a, { ...b, hidden: true })).toEqual([]);
    expect(problems({ ...a, file: 'a.xlsx' }, { ...b, file: 'b.xlsx' })).toEqual([]);
  });

  it.each(locales)('is worded in %s', (locale) => {
    const [problem] = problems(gridOf([['foo', 'bar']]));
    expect(textsIn(locale)(`findings:${problem?.code}`, { ...problem?.data })).toContain('foo | bar');
  });
});
