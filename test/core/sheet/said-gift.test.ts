import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { isGiftWord, nameWithoutGift } from '../../../core/sheet/said-gift.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

describe('a cell that says gift', () => {
  it.each([
    '赠',
    '赠品',
    '赠送',
    '贈品',
    '贈送',
    '（赠品）',
    '搭赠',
    '免费',
    '免費',
    'free',
    'Free Gift',
    'GIFT',
    'FOC',
    'F.O.C.',
  ])('%s does', (typed) => expect(isGiftWord(typed)).toBe(true));
  it.each(['', '含赠品', '赠品另发', '送', '送货', '不免费', 'free shipping', 'gift wrap', 'sugar free', '买一赠一'])(
    '%s does not',
    (typed) => expect(isGiftWord(typed)).toBe(false),
  );
});

describe('an item’s name with the mark of a gift', () => {
  it.each([
    ['保温杯（赠品）', '保温杯'],
    ['保溫杯(贈)', '保溫杯'],
    ['【赠品】保温杯', '保温杯'],
    ['Mug (free)', 'Mug'],
  ])('%s is %s', (typed, name) => expect(nameWithoutGift(typed)).toBe(name));

  it.each(['保温杯', '赠品', '赠品袋', '礼盒（含赠品）', '（赠品）'])('%s has none', (typed) =>
    expect(nameWithoutGift(typed)).toBeNull(),
  );
});

describe('a row of an order', () => {
  const header = ['订单号', '客户', '货号', '品名', '数量', '单价', '金额', '备注'];
  const lineOf = (
    name: string,
    price: CellValue,
    amount: CellValue,
    remark: CellValue,
    more: [string, CellValue][] = [],
  ) => {
    const sheet = gridOf([
      [...header, ...more.map(([heading]) => heading)],
      ['1', '甲', 'A-1', '螺栓', 2, 10, 20, null, ...more.map(() => null)],
      ['1', '甲', 'A-2', name, 1, price, amount, remark, ...more.map(([, cell]) => cell)],
    ]);
    return ordersOf(understandSheets([sheet])).orders[0]?.lines[1];
  };

  it.each<[string, string, CellValue, CellValue, CellValue]>([
    ['the remark', '保温杯', 0, 0, '赠品'],
    ['the name', '保温杯（赠品）', 0, 0, null],
    ['the price', '保温杯', '赠', null, null],
    ['the amount', '保温杯', 0, '免费', null],
  ])('is a gift when %s says so', (_, name, price, amount, remark) => {
    const line = lineOf(name, price, amount, remark);
    expect(line).toMatchObject({ gift: true, unitPrice: '0' });
    expect(line).not.toHaveProperty('unreadable');
  });

  it('is none when the remark only speaks of one, or its own column says no', () => {
    expect(lineOf('保温杯', 10, 10, '含赠品')).not.toHaveProperty('gift');
    expect(lineOf('保温杯', 10, 10, '赠品', [['是否赠品', '否']])).toMatchObject({ gift: false });
    expect(lineOf('保温杯', 0, 0, null, [['是否赠品', '赠品']])).toMatchObject({ gift: true });
  });
});
