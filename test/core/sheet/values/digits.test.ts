import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalMarkOf } from '../../../../core/sheet/values/decimal-mark.ts';
import { type DecimalMark, numberOf, readDigits } from '../../../../core/sheet/values/digits.ts';
import { shown } from './shown.ts';

const read = (text: string, mark: DecimalMark | null = null) => shown(readDigits(text, mark));

describe('digits with separators', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['1.234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['1 234 567', '1234567'],
    ['1 234,5', '1234.5'],
    ["1'234.50", '1234.5'],
    ['0.125', '0.125'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['1e3', '1000'],
    ['1.2E+05', '120000'],
    ['1,23,456', 'not-a-number'],
    ['1,234 567', 'not-a-number'],
    ['1 2', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['.', 'not-a-number'],
    ['', 'not-a-number'],
    ['1e99', 'digits-lost'],
    ['123456789012345678901', 'not-a-number'],
    ['0.123456789012345', '0.123456789'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['1,234', 'ambiguous 1234 1.234', '1234', '1.234'],
    ['1.234', 'ambiguous 1.234 1234', '1.234', '1234'],
    ['12,5', 'ambiguous 12.5 125', 'ambiguous 12.5 125', '12.5'],
    ['12.5', '12.5', '12.5', '12.5'],
  ])('%s is %s, with a point %s, with a comma %s', (text, open, point, comma) => {
    expect([read(text), read(text, 'point'), read(text, 'comma')]).toEqual([open, point, comma]);
  });

  it('are never chosen silently: two legal readings are both offered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom(',', '.'),
        (a, b, sign) => {
          const end = String(b).padStart(3, '0');
          const choices = [`${a}${end}`, String(Number(`${a}.${end}`))];
          const reading = readDigits(`${a}${sign}${end}`, null);
          expect(reading).toMatchObject({ kind: 'unreadable', problem: 'ambiguous' });
          expect(reading.kind === 'unreadable' && reading.choices?.toSorted()).toEqual(choices.toSorted());
        },
      ),
    );
  });
});

describe('the decimal mark of a column', () => {
  it.each([
    [['1,234.5', '1,234'], 'Price', 'point'],
    [['1.234,5', '1,234'], 'Price', 'comma'],
    [['12,5', '3,75'], 'Price', 'comma'],
    [['12,5', '1,234'], 'Price', null],
    [['12,5', '1.234,5', '1,234'], 'Price', 'comma'],
    [['12.5', '12,5'], 'Price', null],
    [['1,234'], 'Price', null],
    [['1,234', 'x'], 'Price', null],
    [['1,234', true, null], 'Price', null],
    [['1,234', '500'], 'Qty', 'point'],
    [['1,234', 500], 'Qty', 'point'],
    [['1,234', 12.25], 'Qty', 'point'],
    [['1,234', 0.125], 'Weight', null],
    [['1.234', 500], 'Qty', null],
    [['1,234'], '数量', 'point'],
    [['1.234'], '重量', 'point'],
    [['12,5'], '单价', null],
    [['1,234', '￥5,000'], 'Price', 'point'],
    [['NT$1,200'], 'Price', 'point'],
    [['1,200 PCS'], 'Qty', 'point'],
    [['1,200 spcs'], 'Qty', null],
    [['1,200'], 'Units', null],
    [['12,5件'], 'Qty', null],
    [['5 pcs', '1.234'], 'Qty', null],
  ] as const)('%j under %s: %s', (contents, heading, expected) =>
    expect(decimalMarkOf(contents, heading)).toBe(expected),
  );
});

describe('number cells', () => {
  it('are exact to what Excel shows, with at most ten decimals', () => {
    expect(shown(numberOf(0.1 + 0.2))).toBe('0.3');
    expect(shown(numberOf(100 / 3))).toBe('33.3333333333');
    expect(shown(numberOf(1.12345678901))).toBe('1.123456789');
    expect(shown(numberOf(198482527105))).toBe('198482527105');
    expect(shown(numberOf(Number.NaN))).toBe('not-a-number');
  });

  it('have lost digits beyond the fifteenth', () => {
    expect(shown(numberOf(999_999_999_999_999))).toBe('999999999999999');
    expect(shown(numberOf(1e15))).toBe('digits-lost');
    expect(shown(numberOf(-1_234_567_890_123_456))).toBe('digits-lost');
    expect(shown(numberOf(Number.POSITIVE_INFINITY))).toBe('digits-lost');
  });
});
