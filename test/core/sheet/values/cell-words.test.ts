import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../../core/sheet/grid.ts';
import { type ColumnContext, isExcelError } from '../../../../core/sheet/values/cell.ts';
import type { Decimal } from '../../../../core/value/decimal.ts';
import { reading, saidBy, shown } from './shown.ts';

const read = (value: CellValue, kind: ColumnContext['kind'], field: string, more: Partial<ColumnContext> = {}) =>
  shown(reading({ value }, kind, field, more));

describe('what Excel writes where a formula failed', () => {
  it.each([
    ...['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!', '#FIELD!'],
    ...['#GETTING_DATA', '#BLOCKED!', '#CONNECT!', '#BUSY!', '#UNKNOWN!', '#PYTHON!'],
  ])('%s', (error) => {
    expect(isExcelError(error)).toBe(true);
    expect(read(error, 'text', 'itemName')).toBe('formula-error');
  });

  it.each(['#1 Bolt', 'see #N/A', '#N/A 2', 'N/A', '#n/a', '##REF!'])('is not %s', (text) => {
    expect(isExcelError(text)).toBe(false);
    expect(read(text, 'text', 'itemName')).toBe(text);
  });
});

describe('a yes or no', () => {
  it.each([
    ['gift', '赠品', 'true'],
    ['gift', 'free of charge', 'true'],
    ['gift', '是', 'true'],
    ['gift', '否', 'false'],
    ['gift', true, 'true'],
    ['gift', '大概', 'not-a-flag'],
    ['service', '赠品', 'not-a-flag'],
    ['discontinued', '停产', 'true'],
    ['discontinued', '在售', 'false'],
    ['discontinued', '是', 'true'],
    ['discontinued', 0, 'false'],
    ['active', '停用', 'false'],
    ['active', '正常', 'true'],
    ['active', '是', 'true'],
    ['active', 1, 'true'],
    ['active', true, 'true'],
    ['active', '', 'empty'],
  ] as const)('of %s: %s is %s', (field, value, expected) => {
    expect(read(value, 'flag', field)).toBe(expected);
  });

  it.each([
    ['discontinued', '停产', 'true'],
    ['discontinued', '在售', 'false'],
    ['discontinued', '是', 'false'],
    ['discontinued', 1, 'false'],
    ['discontinued', 0, 'true'],
    ['discontinued', true, 'false'],
    ['discontinued', '', 'empty'],
    ['discontinued', '大概', 'not-a-flag'],
    ['active', '是', 'true'],
    ['active', '停用', 'false'],
    ['active', 0, 'false'],
  ] as const)('of %s under a heading that asks for the status: %s is %s', (field, value, expected) => {
    expect(read(value, 'flag', field, { asksState: true })).toBe(expected);
  });
});

describe('a price in words', () => {
  it.each(['unitPrice', 'amount'])('of nothing, where the row charges it: %s', (field) => {
    expect(read('赠品', 'money', field)).toBe('0');
    expect(saidBy(reading({ value: '赠品' }, 'money', field))).toEqual({ gift: true });
    expect(saidBy(reading({ value: '5元' }, 'money', field))).toBeUndefined();
  });

  it('is none in a price list', () => {
    expect(read('赠品', 'money', 'listPrice')).toBe('not-a-number');
  });

  it.each(['元', '圆', '圓', '千', '万', '萬', '亿', '億'])('in %s says itself how large it is', (word) => {
    const plain = read(`2${word}`, 'money', 'amount');
    expect(plain).toMatch(/^20*$/);
    expect(read(`2${word}`, 'money', 'amount', { scale: '10000' as Decimal })).toBe(plain);
    expect(read('2', 'money', 'amount', { scale: '10000' as Decimal })).toBe('20000');
  });
});

describe('a quantity in words', () => {
  it.each([
    ['minimumQuantity', '≥100', '100'],
    ['minimumOrder', '100起', '100'],
    ['quantity', '≥100', 'not-a-number'],
    ['quantity', '100起', 'not-a-number'],
    ['quantity', '1,5', 'ambiguous 1.5 15'],
  ])('of %s: %s is %s', (field, value, expected) => {
    expect(read(value, 'quantity', field)).toBe(expected);
  });

  it('follows the decimal mark of its column', () => {
    expect(read('1,234', 'quantity', 'quantity', { mark: 'point' })).toBe('1234');
    expect(read('1,234', 'quantity', 'quantity', { mark: 'comma' })).toBe('1.234');
    expect(read('1,234', 'quantity', 'minimumOrder', { mark: 'comma' })).toBe('1.234');
    expect(read('1,234', 'money', 'amount', { mark: 'comma' })).toBe('1.234');
    expect(read('1,234%', 'ratio', 'discount', { mark: 'comma' })).toBe('0.01234');
  });
});

it.each([null, '0"箱"', '"¥"0'])('reads no number longer than Excel holds, under %s', (format) => {
  expect(shown(reading({ value: 1e15, format }, 'quantity'))).toBe('digits-lost');
  expect(shown(reading({ value: 1e15, format }, 'money'))).toBe('digits-lost');
});
