import { describe, expect, it } from 'vitest';
import { currencyCode } from '../../../core/check/currency.ts';

describe('what offices write for a currency', () => {
  it.each([
    ['CNY', ['CNY', 'cny', 'RMB', 'ＲＭＢ', 'CN¥', '￥', '¥', '元', '人民币', '人民幣', ' 人 民 币 ']],
    ['USD', ['USD', '$', 'US$', '美元', '美金']],
    ['EUR', ['EUR', '€', '欧元', '歐元']],
    ['HKD', ['HKD', 'HK$', '港币', '港幣', '港元']],
    ['TWD', ['TWD', 'NTD', 'NT$', '台币', '台幣', '臺幣', '新台币', '新台幣', '新臺幣']],
    ['JPY', ['JPY', '日元', '日圓']],
    ['GBP', ['GBP', '£', '英镑', '英鎊']],
  ])('%s', (code, spellings) => {
    expect(spellings.map((text) => currencyCode(text))).toEqual(spellings.map(() => code));
  });

  it('is taken at its word where nobody knows it', () => {
    expect(currencyCode(' ｓek ')).toBe('SEK');
  });
});

describe('a sign that several currencies share', () => {
  it.each([
    ['$', ['USD', 'TWD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'MOP']],
    ['¥', ['CNY', 'JPY']],
    ['元', ['CNY', 'TWD', 'HKD']],
  ])('%s is the dollar, yen or yuan of the house', (sign, houses) => {
    expect(houses.map((usual) => currencyCode(sign, usual))).toEqual(houses);
  });

  it.each([
    ['$', 'CNY', 'USD'],
    ['¥', 'USD', 'CNY'],
    ['元', 'USD', 'CNY'],
    ['US$', 'TWD', 'USD'],
    ['美元', 'TWD', 'USD'],
  ])('%s is nothing of a house in %s: %s', (text, usual, code) => {
    expect(currencyCode(text, usual)).toBe(code);
  });
});

it.each([
  ['人民币（元）', 'CNY'],
  ['人民币元', 'CNY'],
  ['CNY（元）', 'CNY'],
  ['新臺幣元', 'TWD'],
  ['港币(元)', 'HKD'],
])('%s names the currency and what one of it is called: %s', (text, code) => {
  expect(currencyCode(text)).toBe(code);
});
