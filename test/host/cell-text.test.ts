import { describe, expect, it } from 'vitest';
import { areaName, parseArea, sheetPrefix, splitSheetName } from './interpreter/address.ts';
import { readEntry } from './interpreter/cell-entry.ts';
import { shownText } from './interpreter/number-format.ts';

describe('what Excel makes of a typed text', () => {
  it.each([
    ['00123', { value: 123 }],
    ['1,234.50', { value: 1234.5, numberFormat: '#,##0.00' }],
    ['12%', { value: 0.12, numberFormat: '0%' }],
    ['123456789012345678', { value: 123_456_789_012_346_000 }],
    ['2026-11-02', { value: 46_328, numberFormat: 'm/d/yyyy' }],
    ['2026-02-30', { value: '2026-02-30' }],
    ['true', { value: true }],
    ['#n/a', { value: '#N/A' }],
    ['- see below', { value: '- see below' }],
    ['+86 138', { formula: '=+86 138' }],
    ['A-1', { value: 'A-1' }],
  ])('%s', (typed, entry) => {
    expect(readEntry(typed, 'General')).toEqual(entry);
  });

  it('refuses a text that no cell can hold', () => {
    expect(() => readEntry('n'.repeat(32_768), 'General')).toThrow('no text as long as this');
    expect(readEntry('n'.repeat(32_767), 'General')).toEqual({ value: 'n'.repeat(32_767) });
  });

  it('takes 3-12 for a date of this year', () => {
    expect(readEntry('3-12', 'General')).toMatchObject({ value: expect.any(Number), numberFormat: 'd-mmm' });
  });
});

describe('what a cell shows', () => {
  it.each([
    [46_328, 'yyyy"年"m"月"d"日"', '2026年11月2日'],
    [46_328.5, 'm/d/yy h:mm', '11/2/26 12:00'],
    [46_328, '[$-409]d-mmm-yyyy', '2-Nov-2026'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [-1234.5, '#,##0.00;(#,##0.00)', '(1,234.50)'],
    [0.125, '0.0%', '12.5%'],
    [16_409.02, '"¥"#,##0.00', '¥16,409.02'],
    [7, '000', '007'],
    [0.1 + 0.2, 'General', '0.3'],
  ])('%d as %s', (value, format, text) => {
    expect(shownText(value, format)).toBe(text);
  });

  it('refuses a format that it does not know', () => {
    expect(() => shownText(1, '# ?/?')).toThrow('# ?/?');
  });
});

describe('addresses', () => {
  it.each(['A1', 'B2:C9', 'AA10', 'B:C', '2:9', 'A1:XFC1'])('%s', (address) => {
    expect(areaName(parseArea(address) ?? expect.fail('no address'))).toBe(address);
  });

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A1:B', 'Sheet1'])('%s is none', (text) => {
    expect(parseArea(text)).toBeUndefined();
  });

  it.each(['Orders', '订单', 'My sheet', "It's", 'A1'])('sheet %s keeps its name', (name) => {
    expect(splitSheetName(`${sheetPrefix(name)}!B2`)).toEqual({ sheet: name, cells: 'B2' });
  });
});
