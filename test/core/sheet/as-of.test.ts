import { describe, expect, it } from 'vitest';
import { datedName, dayIn } from '../../../core/sheet/as-of.ts';

describe('the day a book is of', () => {
  it.each([
    ['库存表 2026-03-05', '2026-03-05'],
    ['库存2026/3/5', '2026-03-05'],
    ['2026.12.31 价目表', '2026-12-31'],
    ['截至2026年3月5日库存', '2026-03-05'],
    ['2026年 3月 5', '2026-03-05'],
    ['价目表20260301', '2026-03-01'],
    ['Stock 1999-12-31', '1999-12-31'],
    ['中華民國115年3月5日', '2026-03-05'],
    ['民国 99.12.31', '2010-12-31'],
    ['２０２６年３月５日', '2026-03-05'],
  ])('%s is of %s', (text, day) => {
    expect(dayIn([text])).toBe(day);
  });

  it.each([
    '库存表',
    '2026年价目表',
    '库存0305',
    '3月5日',
    'SO-120260305',
    '2026030512',
    '12026-03-05',
    '2026-13-05',
    '2026-03-055',
    '115年3月5日',
  ])('%s names no day by itself', (text) => {
    expect(dayIn([text])).toBeUndefined();
  });

  it('is the first one of title, sheet and file', () => {
    expect(dayIn(['库存', '2026-03-05', '2026-04-01'])).toBe('2026-03-05');
  });

  it.each([
    [['库存0305', '2026年.xlsx'], '2026-03-05'],
    [['库存1231', '2026'], '2026-12-31'],
    [['3月5日库存', '2026'], '2026-03-05'],
    [['3月5號', '2026'], '2026-03-05'],
    [['12月25库存', '2026'], '2026-12-25'],
    [['库存 3-5', '2026'], '2026-03-05'],
    [['库存 12.31', '2026'], '2026-12-31'],
    [['2026年3月5'], '2026-03-05'],
    [['2026 库存0305'], '2026-03-05'],
  ])('takes the year of a day without one from another text: %j', (texts, day) => {
    expect(dayIn(texts)).toBe(day);
  });

  it.each([[['库存1305', '2026']], [['库存0340', '2026']], [['库存90305', '2026']], [['13-45', '2026']]])(
    'makes no day up out of other digits: %j',
    (texts) => {
      expect(dayIn(texts)).toBeUndefined();
    },
  );
});

describe('sheets named alike but for their date', () => {
  const later = (a: string, b: string): boolean => (datedName(a).order ?? 0) < (datedName(b).order ?? 0);

  it.each([
    ['库存0305', '库存0306'],
    ['库存0305', '库存1201'],
    ['库存民國114年3月5日', '库存民國115年1月5日'],
    ['库存2026-03-05', '库存2026-12-01'],
    ['2025年12月价目表', '2026年1月价目表'],
    ['价目表 2025', '价目表 2026'],
    ['3月', '12月'],
    ['Stock (3-5)', 'Stock (3-6)'],
    ['库存_20251231', '库存_20260101'],
    ['2026年第一季度', '2027年第一季度'],
    ['2026年一季价目', '2027年第3季度价目'],
    ['12月5库存', '12月25号库存'],
  ])('%s comes before %s', (earlier, late) => {
    expect(datedName(earlier).base).toBe(datedName(late).base);
    expect(later(earlier, late)).toBe(true);
    expect(later(late, earlier)).toBe(false);
  });

  it('keep what else they say, whatever its case and signs', () => {
    expect(datedName('库存0305').base).toBe('库存');
    expect(datedName('2026年3月 价目表').base).toBe('价目表');
    expect(datedName('Stock [A]_2026-03-05.').base).toBe('stocka');
    expect(datedName('上海库存0305').base).not.toBe(datedName('北京库存0305').base);
  });

  it('are no other book for their signs', () => {
    expect(datedName('Stock -_ 2026').base).toBe('stock');
    expect(datedName('库存 - (上海)').base).toBe('库存上海');
  });

  it('have no order without a date', () => {
    expect(datedName('库存')).toEqual({ base: '库存', order: null });
    expect(datedName('Sheet1').order).toBeNull();
  });
});
