import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatDate,
  formatMoney,
  formatMonth,
  formatPrice,
  formatQuantity,
  formatRatio,
} from '../../../core/document/format.ts';
import type { Month, PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';

const decimal = (text: string) => text as Decimal;

describe('values on papers', () => {
  it('writes amounts with separators and two decimals, rounded half away from zero', () => {
    expect(['0', '999', '1000', '-1234567.5', '2.345', '-2.345'].map((text) => formatAmount(decimal(text)))).toEqual([
      '0.00',
      '999.00',
      '1,000.00',
      '-1,234,567.50',
      '2.35',
      '-2.35',
    ]);
  });

  it('writes unit prices with as many decimals as they have, two to four', () => {
    expect(['36.8', '0.8775', '1200', '0.123'].map((text) => formatPrice(decimal(text)))).toEqual([
      '36.80',
      '0.8775',
      '1,200.00',
      '0.123',
    ]);
  });

  it('leaves quantities their own decimals, and puts no separator into them', () => {
    expect(['5000', '0.75', '12345.67891'].map((text) => formatQuantity(decimal(text)))).toEqual([
      '5,000',
      '0.75',
      '12,345.67891',
    ]);
  });

  it('leaves no gap after ¥, and names other currencies by code', () => {
    expect(formatMoney(decimal('1234.5'), 'CNY')).toBe('¥1,234.50');
    expect(formatMoney(decimal('1234.5'), 'USD')).toBe('USD 1,234.50');
  });

  it('writes ratios to one decimal at most', () => {
    expect(['0.13', '0.9166666667', '1'].map((text) => formatRatio(decimal(text)))).toEqual(['13%', '91.7%', '100%']);
  });

  it('writes dates and months as each language does', () => {
    const date = '2026-03-05' as PlainDate;
    expect([formatDate(date, 'zh-Hans'), formatDate(date, 'zh-Hant'), formatDate(date, 'en')]).toEqual([
      '2026年3月5日',
      '2026年3月5日',
      '5 March 2026',
    ]);
    expect([formatMonth('2026-11' as Month, 'zh-Hant'), formatMonth('2026-11' as Month, 'en')]).toEqual([
      '2026年11月',
      'November 2026',
    ]);
  });
});
