import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { type RowIdentity, skipReason } from '../../../core/sheet/row-kind.ts';

/** Why a row is passed over; order number, item and remark are its first, second and last cell. */
const reason = (...cells: CellValue[]) =>
  skipReason(
    cells,
    (): RowIdentity => ({
      orders: [cells[0] ?? null],
      items: [cells[1] ?? null],
      remarks: cells.length > 4 ? [cells[4] ?? null] : [],
    }),
  );

describe('a total', () => {
  it.each([
    ...['合计', '合計', '总计', '總計', '小计', '小計', '共计', '共計', '累计', '累計', '总数', '總數', '合计数'],
    ...[
      '合 计',
      ' 合计 ',
      '合计：',
      '合計:',
      '３月小计',
      '2026年3月合计',
      '本页合计',
      '合计金额',
      '合計數量',
      '合计大写',
    ],
    ...[
      'Total',
      'TOTALS',
      'Grand Total',
      'Sub-total',
      'subtotal',
      'Page total',
      'Sum',
      'Total:',
      'Total Qty',
      ' Total ',
    ],
    ...['Total amount', 'Total Quantity:', 'Total for March', 'Sum of order 12'],
  ])('%s', (word) => {
    expect(reason(word, null, 10, 20)).toBe('total');
    expect(reason(null, word, 10, 20)).toBe('total');
    expect(reason(null, null, word, 20)).toBe('total');
  });

  it.each([
    ...['Total Energies', 'Totalizer', 'Summer hat', 'Assumption', '合计算器', '计数器', '数据线', '会计账本'],
    ...['A customer whose quite long name has a total', 'What they owe us in total'],
    // Longer than any total is written.
    `${'订'.repeat(38)}合计`,
  ])('not %s', (word) => {
    expect(reason('1', word, 10, 20)).toBeNull();
    expect(reason(null, null, word, 20)).toBeNull();
  });

  it.each([
    '合计人民币（大写）：贰佰元整',
    '金额大写：',
    '合計新台幣大寫：參仟元整',
    '人民币（大写）壹万贰仟叁佰元伍角',
    '人民币大写金额：贰佰元整',
    '大寫金額：參仟元整',
    '大写合计：贰佰元',
    '大寫合計：參仟元',
  ])('in capital numerals: %s', (word) => {
    expect(reason(word, null, null, 200)).toBe('total');
    expect(reason(null, word, null, 200)).toBe('total');
  });

  it.each(['大写字母贴纸', '这位客户要求发票上的总金额一律使用中文大写'])('not %s', (text) => {
    expect(reason(null, text, 10, 20)).toBeNull();
    expect(reason(null, null, text, 20)).toBeNull();
  });

  it('in a few words: a long text with one at its end is something else', () => {
    expect(reason(null, null, `${'A'.repeat(34)} total`, 20)).toBe('total');
    expect(reason(null, null, `${'A'.repeat(35)} total`, 20)).toBeNull();
  });

  it('in Chinese beside an order number: the order’s own total', () => {
    expect(reason('A1', null, '小计', 20)).toBe('total');
    expect(reason('A1 小计', null, 10, 20)).toBe('total');
  });

  it('not in English beside an order number: somebody ordered a “Total”', () => {
    expect(reason('A1', 'Total', 10, 20)).toBeNull();
    expect(reason('A1', null, 'Total', 20)).toBeNull();
  });

  it('not in a row that names an item', () => {
    expect(reason(null, '螺栓', '合计', 20)).toBeNull();
    expect(reason(null, 'Bolt', 'Total', 20)).toBeNull();
  });

  it('not in the remark, which may ask for one', () => {
    expect(reason(null, null, 10, 20, '合计')).toBeNull();
    expect(reason(null, null, '合计', 20, '请核对总数')).toBe('total');
  });

  it('beside other words that are none', () => {
    expect(reason(null, null, '数量', '合计')).toBe('total');
    expect(reason(null, null, 'Quantity', 'Sum')).toBe('total');
    expect(reason(null, null, 'Summer 2026', 'Total')).toBe('total');
  });

  it('not where one of several cells names an item or an order', () => {
    const of = (word: string, identity: Partial<RowIdentity>) =>
      skipReason([word, 20], () => ({ orders: [], items: [], remarks: [], ...identity }));
    expect(of('合计', { items: [null, '螺栓'] })).toBeNull();
    expect(of('Total', { orders: [null, 'A1'] })).toBeNull();
    expect(of('Total', { orders: [null, 'Total'], items: [null, ''] })).toBe('total');
  });

  it('is looked for in rows only that hold such a word: sheets are long', () => {
    const never = (): RowIdentity => {
      throw new Error('asked');
    };
    expect(skipReason(['A1', '苹果', 5, true, null, `${'数'.repeat(41)}`], never)).toBeNull();
    expect(() => skipReason(['A1', '合计', 5], never)).toThrow('asked');
  });

  it('not without a word: numbers alone are looked at elsewhere', () => {
    expect(reason(null, null, 10, 20)).toBeNull();
  });
});

describe('a signature', () => {
  it.each<[string, readonly CellValue[]]>([
    ['who made and who checked', ['制单：王丽', null, '审核：', '李四']],
    ['labels and the answers beside them', ['Prepared by:', 'Wang', 'Approved by:', 'Li']],
    ['traditional', ['製表人：陳', '覆核:']],
    ['a date', ['日期 ：2026年3月5日']],
    ['blanks around', ['  Signature: ']],
    ['what was done, not by whom', ['Approved: Wang']],
  ])('%s', (_, cells) => {
    expect(reason(...cells)).toBe('signature');
  });

  it.each<[string, readonly CellValue[]]>([
    ['a row with a label and a number', ['制单：', 5]],
    ['a row with two answers to one label', ['制单：', '王', '丽']],
    ['a row that begins with something else', ['A1', '制单：王丽']],
    ['a label without colon', ['审核', '王丽']],
    ['a longer label', ['订单日期：', '三月五日']],
    ['a word that only begins so', ['制单系统 v2', '日期格式：']],
  ])('not %s', (_, cells) => {
    expect(reason(...cells)).toBeNull();
  });
});

describe('a placeholder', () => {
  it('is a first row of crosses and dashes that shows where to type', () => {
    expect(reason('xxxx', 'XXX-xxx', null, '--', '***')).toBe('placeholder');
    expect(reason(' xx ', '××')).toBe('placeholder');
  });

  it('is a row below the headings that says how to fill them in', () => {
    expect(reason('(必填)', '（必填）', null, '选填', 'yyyy-mm-dd')).toBe('placeholder');
    expect(reason('必填，如 1001', '【必填項】', '*選填', '（必须）')).toBe('placeholder');
    expect(reason('Required', '[optional]', 'YYYY/MM/DD')).toBe('placeholder');
  });

  it('is not an order with a cell that still says so', () => {
    expect(reason('1001', '(必填)', 5)).toBeNull();
    expect(reason('(必填)', 'F-50', 5)).toBeNull();
    expect(reason('Required', 'Optional extras', null)).toBeNull();
  });

  it('is not a row with one such cell, or with anything else', () => {
    expect(reason('xxxx', null)).toBeNull();
    expect(reason('xxxx', 'xxx', 5)).toBeNull();
    expect(reason('xxxx', 'xxx', '苹果')).toBeNull();
    expect(reason('x', '-')).toBeNull();
    expect(reason('xxxx', 'XXL')).toBeNull();
    expect(reason('xxxx', 'Maxx')).toBeNull();
  });
});
