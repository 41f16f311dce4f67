import { expect, it } from 'vitest';
import { currencyCode } from '../../../core/check/currency.ts';

it.each([
  ['$', 'CNY', 'USD'],
  ['$', 'TWD', 'TWD'],
  ['US$', 'TWD', 'USD'],
  ['￥', 'CNY', 'CNY'],
  ['¥', 'JPY', 'JPY'],
  ['元', 'TWD', 'TWD'],
  ['NTD', 'CNY', 'TWD'],
  ['£', 'CNY', 'GBP'],
  ['sek', 'CNY', 'SEK'],
])('%s means, to a house that works in %s, %s', (text, usual, code) => {
  expect(currencyCode(text, usual)).toBe(code);
});
