import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../core/sheet/cells.ts';
import type { ColumnContext } from '../../../../core/sheet/values/cell.ts';
import type { Decimal } from '../../../../core/value/decimal.ts';
import { reading, saidBy, shown } from './shown.ts';

const read = (...args: Parameters<typeof reading>): string => shown(reading(...args));

describe('codes', () => {
  it.each([
    [11, null, '11'],
    ['00123', null, '00123'],
    ["'00123", null, '00123'],
    ["'t Hof", null, "'t Hof"],
    [42, '00000', '00042'],
    [42, '00000;@', '00042'],
    [123456, '00000', '123456'],
    [12345, '000-000', '012-345'],
    [1234567, '000-000', '1234-567'],
    [42, '"SKU-"0000', 'SKU-0042'],
    [42, '\\A0000', 'A0042'],
    [42, '[$-804]00000', '00042'],
    [42, '00000_ ', '00042'],
    [42, '(000)', '(042)'],
    [42, '0', '42'],
    [42, '0.00', '42'],
    [1234, '#,##0', '1234'],
    [42.5, '00000', '42.5'],
    [-42, '00000', '-42'],
    [198482527105, 'General', '198482527105'],
    [690123456789012, '0', '690123456789012'],
    [6901234567890123, '0', 'digits-lost'],
    ['6.90123E+12', null, 'digits-lost'],
    ['6901234567890123', null, '6901234567890123'],
    ['2E10', null, '2E10'],
    [' ＡＢ－１ ', null, 'AB-1'],
  ])('%s under %s is %s', (value, format, expected) =>
    expect(read({ value, format }, 'text', 'itemCode')).toBe(expected),
  );

  it('are what Excel took for a date', () => {
    expect(read({ value: 46086, format: 'yyyy/m/d' }, 'text', 'specification')).toBe('2026-03-05');
    expect(read({ value: 44624, format: 'yyyy/m/d' }, 'text', 'specification', { date1904: true })).toBe('2026-03-05');
    expect(read({ value: -1, format: 'yyyy/m/d' }, 'text', 'specification')).toBe('-1');
  });
});

it('keeps names as typed, blanks tidied', () => {
  expect(read({ value: ' 大同（股）  公司\n台北 ' }, 'text', 'customerName')).toBe('大同（股） 公司 台北');
  expect(read({ value: '6.90123E+12' }, 'text', 'remark')).toBe('6.90123E+12');
  expect(read({ value: '-' }, 'text', 'specification')).toBe('empty');
  expect(read({ value: ' ' }, 'text', 'itemCode')).toBe('empty');
  expect(read({ value: true }, 'text', 'remark')).toBe('TRUE');
  expect(read({ value: false }, 'text', 'remark')).toBe('FALSE');
});

it('tells an empty result from a missing one', () => {
  expect(read({ value: '', formula: '=IF(A1="","",1)' }, 'quantity')).toBe('empty');
  expect(read({ value: null, formula: '=A1*2' }, 'quantity')).toBe('no-cached-value');
  expect(read({ value: null }, 'quantity')).toBe('empty');
  expect(read({ value: '#DIV/0!', formula: '=1/0' }, 'money')).toBe('formula-error');
  expect(read({ value: '#1 Bolt' }, 'text', 'itemName')).toBe('#1 Bolt');
});

it('does not take a date for a number, nor TRUE for either', () => {
  expect(read({ value: 46086, format: 'yyyy-mm-dd' }, 'quantity')).toBe('not-a-number');
  expect(read({ value: 46086, format: 'yyyy-mm-dd' }, 'money')).toBe('not-a-number');
  expect(read({ value: true }, 'quantity')).toBe('not-a-number');
  expect(read({ value: true }, 'money')).toBe('not-a-number');
  expect(read({ value: true }, 'ratio')).toBe('not-a-number');
  expect(read({ value: false }, 'date')).toBe('not-a-date');
  expect(read({ value: true, format: 'yyyy-mm-dd' }, 'date')).toBe('not-a-date');
  expect(read({ value: false }, 'flag', 'active')).toBe('false');
  expect(read({ value: '停产' }, 'flag', 'discontinued')).toBe('true');
  expect(read({ value: '停用' }, 'flag', 'active')).toBe('false');
  expect(read({ value: 1 }, 'flag', 'discontinued')).toBe('true');
});

it('reads dates typed or counted', () => {
  expect(read({ value: '2026年3月5日' }, 'date')).toBe('2026-03-05');
  expect(read({ value: 44624, format: 'yyyy-mm-dd' }, 'date', 'dueDate', { date1904: true })).toBe('2026-03-05');
});

describe('what a number format says', () => {
  it.each([
    ['0"箱"', { quantityUnit: '箱' }],
    ['#,##0"件";-#,##0"件"', { quantityUnit: '件' }],
    ['0\\箱', { quantityUnit: '箱' }],
    ['0箱', { quantityUnit: '箱' }],
    ['0" pcs"', { quantityUnit: 'pcs' }],
    ['"约"0', undefined],
    ['0"(2)"', undefined],
    ['0"元"', undefined],
    ['0"USD"', undefined],
    ['#,##0', undefined],
    ['0"百万"', undefined],
  ])('of a quantity: %s', (format, said) => {
    const cell = format === '0"百万"' ? { value: 0, format } : { value: -3, format };
    expect(saidBy(reading(cell, 'quantity'))).toEqual(said);
  });

  it.each([
    ['"¥"#,##0.00', { currency: '¥' }],
    ['\\¥#,##0.00', { currency: '¥' }],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', { currency: '$' }],
    ['$#,##0.00', { currency: '$' }],
    ['[$NT$-404]#,##0', { currency: 'NT$' }],
    ['[$US$-409]#,##0', { currency: 'US$' }],
    ['[$$-409]#,##0.00', { currency: 'USD' }],
    ['[$$-404]#,##0.00', { currency: 'TWD' }],
    ['[$$-0C04]#,##0.00', { currency: 'HKD' }],
    ['[$$-7C09]#,##0.00', { currency: '$' }],
    ['[$¥-804]#,##0', { currency: 'CNY' }],
    ['[$￥-411]#,##0', { currency: 'JPY' }],
    ['[$€-2] #,##0', { currency: '€' }],
    ['[$USD] #,##0', { currency: 'USD' }],
    ['[$USD]0"/pcs"', { currency: 'USD', priceUnit: 'pcs' }],
    ['0.00"元/箱"', { priceUnit: '箱' }],
    ['0.00"元每箱"', { priceUnit: '箱' }],
    ['[$-409]0.00', undefined],
    ['[Red]0.00', undefined],
    ['¥#,##0;¥-#,##0', undefined],
    ['0.00', undefined],
  ])('of a price: %s', (format, said) => expect(saidBy(reading({ value: 5, format }, 'money'))).toEqual(said));

  it('asks whether 1.2 shown as 1.2万 is 12,000, unless the format itself shortens', () => {
    expect(read({ value: 1.2, format: '0.0"万"' }, 'money')).toBe('ambiguous 1.2 12000');
    expect(read({ value: 3, format: '0"千"' }, 'quantity')).toBe('ambiguous 3 3000');
    expect(read({ value: 0, format: '0.0"万"' }, 'money')).toBe('0');
    expect(read({ value: 12000, format: '0!.0,"万"' }, 'money')).toBe('12000');
    expect(read({ value: 12000, format: '#,##0"万"' }, 'money')).toBe('ambiguous 12000 120000000');
    expect(read({ value: 5, format: '0"千克"' }, 'quantity')).toBe('5');
    expect(read({ value: 1e15, format: '0"万"' }, 'money')).toBe('digits-lost');
  });
});

describe('amounts under a heading in 万元', () => {
  const scaled = (value: string | number, format: string | null = null): string =>
    read({ value, format }, 'money', 'amount', { scale: '10000' as Decimal, mark: 'point' });
  it('are scaled, unless the cell says how large it is', () => {
    expect(scaled(1.25)).toBe('12500');
    expect(scaled('1.25')).toBe('12500');
    expect(scaled('￥1.25')).toBe('12500');
    expect(scaled('1.2万')).toBe('12000');
    expect(scaled('12500元')).toBe('12500');
    expect(scaled('1,2')).toBe('ambiguous 12000 120000');
    expect(scaled('')).toBe('empty');
    expect(scaled('99999999999999999999')).toBe('not-a-number');
    expect(scaled(999_999_999_999_999)).toBe('9999999999999990000');
  });
});

describe('shares', () => {
  const share = (cell: Partial<Cell>, ratio: ColumnContext['ratio']): string =>
    read(cell, 'ratio', 'discount', { ratio });
  const off = { divisor: '1' as Decimal, paid: false };
  const percent = { divisor: '100' as Decimal, paid: false };
  const paid = { divisor: '10' as Decimal, paid: true };
  it.each([
    ['5%', off, '0.05'],
    ['５％', percent, '0.05'],
    [0.05, off, '0.05'],
    [5, percent, '0.05'],
    ['5', percent, '0.05'],
    [9.5, paid, '0.05'],
    ['95%', paid, '0.05'],
    [0, paid, 'ambiguous'],
    ['8.5折', percent, '0.15'],
    ['９折', off, '0.1'],
    ['85折', off, '0.15'],
    ['折', off, 'not-a-number'],
    ['', off, 'empty'],
    ['￥5', percent, 'not-a-number'],
    ['5元', percent, 'not-a-number'],
    ['5件', percent, 'not-a-number'],
    ['5/箱', percent, 'not-a-number'],
    [9.5, 'unclear', 'ambiguous'],
    [0, 'unclear', '0'],
    ['5%', 'unclear', '0.05'],
  ] as const)('%s with the scale %j is %s', (value, scale, expected) => expect(share({ value }, scale)).toBe(expected));

  it('that the number format shows as percent are shares already', () => {
    expect(share({ value: 0.13, format: '0%' }, percent)).toBe('0.13');
    expect(share({ value: 0.13, format: '0.00%;-0.00%' }, 'unclear')).toBe('0.13');
    expect(share({ value: 13, format: '0"%"' }, percent)).toBe('0.13');
    expect(share({ value: 13, format: '0\\%' }, percent)).toBe('0.13');
  });
});
