import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

/** "6: amount 30 = 2–5": what the total in sheet row 6 says, and the sheet rows it sums up. */
const totalsOf = (
  rows: Rows,
  header: readonly string[] = ['订单号', '品名', '数量', '金额'],
  more: Partial<Grid> = {},
): string[] =>
  (understandSheets([gridOf([header, ...rows], more)]).orders[0]?.totals ?? []).map(
    ({ row, field, value, from, to }) => `${row + 1}: ${field} ${value} = ${from + 1}–${to + 1}`,
  );

const apple = ['A1', '苹果', 5, 10];
const pear = ['A1', '梨', 3, 6];

describe('the total of an order table', () => {
  it('sums up all rows above', () => {
    expect(totalsOf([apple, pear, ['合计', null, 8, 16]])).toEqual(['4: amount 16 = 2–3', '4: quantity 8 = 2–3']);
  });

  it('says only what stands in it', () => {
    expect(totalsOf([apple, pear, ['合计', null, null, '16元']])).toEqual(['4: amount 16 = 2–3']);
    expect(totalsOf([apple, pear, ['合计', null, '八', null]])).toEqual([]);
    expect(totalsOf([apple, pear, ['合计', null, 8]], ['订单号', '品名', '数量'])).toEqual(['4: quantity 8 = 2–3']);
  });

  it('says nothing where it has more digits than Excel holds', () => {
    expect(totalsOf([apple, pear, ['合计', null, 8, 1e15]])).toEqual(['4: quantity 8 = 2–3']);
  });

  it('is none where nothing was ordered above it', () => {
    expect(totalsOf([['合计', null, 8, 16], apple])).toEqual([]);
  });

  it('leaves signatures and samples out', () => {
    expect(totalsOf([apple, pear, ['制单：王丽', null, '审核：', null], ['合计', null, 8, 16]])).toEqual([
      '5: amount 16 = 2–4',
      '5: quantity 8 = 2–4',
    ]);
  });
});

describe('a total begins where its number says so', () => {
  it('after the last one', () => {
    expect(totalsOf([apple, ['小计', null, 5, 10], pear, ['小计', null, 3, 6]])).toEqual([
      '3: amount 10 = 2–2',
      '3: quantity 5 = 2–2',
      '5: amount 6 = 4–4',
      '5: quantity 3 = 4–4',
    ]);
  });

  it('or at the first row, whatever its word', () => {
    expect(totalsOf([apple, ['小计', null, 5, 10], pear, ['小计', null, 8, 16]]).slice(2)).toEqual([
      '5: amount 16 = 2–4',
      '5: quantity 8 = 2–4',
    ]);
  });

  it('also when only one of its numbers adds up', () => {
    expect(totalsOf([apple, ['合计', null, 5, 10], pear, ['合计', null, 4, 6]]).slice(2)).toEqual([
      '5: amount 6 = 4–4',
      '5: quantity 4 = 4–4',
    ]);
  });

  it('also when only one does and its word would say otherwise', () => {
    expect(totalsOf([apple, ['小计', null, 5, 10], pear, ['总计', null, 4, 6]]).slice(2)).toEqual([
      '5: amount 6 = 4–4',
      '5: quantity 4 = 4–4',
    ]);
  });

  it('as far back as daily totals of two months', () => {
    const days = Array.from({ length: 70 }, () => [apple, ['小计', null, 5, 10]]).flat();
    const back = (count: number) => totalsOf([...days, ['小计', null, 5 * count, 10 * count]]).at(-1);
    expect(back(2)).toBe('142: quantity 10 = 138–141');
    expect(back(70)).toBe('142: quantity 350 = 2–141');
    expect(back(69)).not.toBe('142: quantity 345 = 4–141');
  });
});

describe('a total that adds up to nothing begins where its word says', () => {
  const wrong = (word: string, before: Rows): string | undefined =>
    totalsOf([...before, [word, null, null, 999]]).at(-1);
  const twoSubtotals = [apple, ['小计', null, null, 10], pear, ['小计', null, null, 6], ['B1', '李', 1, 2]];

  it.each(['总计', '總計', '总合计', '累计', '全部合计', 'Grand total'])('%s: at the first row', (word) => {
    expect(wrong(word, twoSubtotals)).toBe('7: amount 999 = 2–6');
  });

  it.each(['小计', '小計', 'Subtotal'])('%s: after whatever total stands above', (word) => {
    expect(wrong(word, twoSubtotals)).toBe('7: amount 999 = 6–6');
    expect(wrong(word, [apple, ['合计', null, null, 10], pear])).toBe('5: amount 999 = 4–4');
  });

  it('总计: at the first row even after another', () => {
    expect(wrong('总计', [apple, ['总计', null, null, 10], pear])).toBe('5: amount 999 = 2–4');
  });

  it('小计 beside an order number of one letter', () => {
    expect(totalsOf([apple, ['合计', null, null, 10], pear, ['A', '小计', null, 999]]).at(-1)).toBe(
      '5: amount 999 = 4–4',
    );
  });

  it('小计 below a signature: that is no total', () => {
    expect(wrong('小计', [apple, ['制单：王丽', null, '审核：', null], pear])).toBe('5: amount 999 = 2–4');
  });

  it('wherever the cells begin on their sheet', () => {
    const rows = [apple, ['合计', null, null, 10], pear, ['小计', null, null, 999]];
    expect(totalsOf(rows, undefined, { row: 3, column: 2 }).at(-1)).toBe('8: amount 999 = 7–7');
  });

  it('合计: after the last 合计, or at the first row', () => {
    expect(wrong('合计', twoSubtotals)).toBe('7: amount 999 = 2–6');
    expect(wrong('合 计：', [apple, ['合计', null, null, 10], pear, ['小计', null, null, 6], apple])).toBe(
      '7: amount 999 = 4–6',
    );
  });

  it('3月合计: after the last month’s', () => {
    expect(wrong('4月合计', [apple, ['3月合计', null, null, 10], pear, ['小计', null, null, 6], apple])).toBe(
      '7: amount 999 = 4–6',
    );
  });

  it('小计 as the first: at the first row', () => {
    expect(wrong('小计', [apple, pear])).toBe('4: amount 999 = 2–3');
  });
});
