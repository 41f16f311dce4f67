import { describe, expect, it } from 'vitest';
import { currencyIn, currencyOfFormat } from '../../../../core/sheet/values/currency.ts';

describe('the currency a text speaks of', () => {
  it.each([
    ...['US$', 'HK$', 'NT$', 'usd', 'EUR', 'HKD', 'TWD', 'NTD', 'JPY', 'GBP', 'RMB', 'CNY', 'SGD', 'AUD', 'CAD'],
    ...[
      '美元',
      '美金',
      '欧元',
      '歐元',
      '港币',
      '港幣',
      '港元',
      '新台币',
      '台幣',
      '臺幣',
      '日元',
      '日圓',
      '英镑',
      '英鎊',
      '人民币',
      '人民幣',
    ],
    ...['¥', '$', '€', '£'],
  ])('%s, as it is written there', (word) => {
    expect(currencyIn(`单价（${word}）`)).toBe(word);
    expect(currencyIn(`${word} 3.45`)).toBe(word);
  });

  it('is none in words that only look like one, and in 元 alone', () => {
    for (const text of ['单价（元）', 'Unit Price Europe', 'scad', 'Musd', '12.50'])
      expect([text, currencyIn(text)]).toEqual([text, null]);
    expect(currencyIn('￥5')).toBe('¥');
  });
});

describe('the currency a number format shows', () => {
  it.each([
    ['[$NT$-404]#,##0', 'NT$'],
    ['[$$-409]#,##0.00', 'USD'],
    ['[$$-404]#,##0', 'TWD'],
    ['[$$-C04]#,##0', 'HKD'],
    ['[$$-1404]0', 'MOP'],
    ['[$$-1004]0', 'SGD'],
    ['[$$-4809]0', 'SGD'],
    ['[$$-C09]0', 'AUD'],
    ['[$$-1009]0', 'CAD'],
    ['[$$-1409]0', 'NZD'],
    ['[$¥-411]0', 'JPY'],
    ['[$￥-804]0', 'CNY'],
    ['[$¥-478]0', 'CNY'],
    ['[$$-0409]0', 'USD'],
    ['[$$-10409]0', 'USD'],
    ['[$$-1000404]0', 'TWD'],
    ['[$ $ -409]0', 'USD'],
    ['[$ ￥ -804]0', 'CNY'],
    ['[$RMB¥-411]0', 'RMB'],
    ['[$EUR] 0.00', 'EUR'],
    ['[$€-2] 0.00', '€'],
    ['[$HK$-3C04]0', 'HK$'],
    ['"¥"#,##0.00', '¥'],
    ['"US$"#,##0', 'US$'],
    ['0.00" USD"', 'USD'],
    ['\\€0.00', '€'],
    ['!$0.00', '$'],
    ['$#,##0.00', '$'],
    ['#,##0.00\\ "€"', '€'],
    ['[Red]$0', '$'],
    ['"共"0"美元"', '美元'],
  ])('%s shows %s', (format, currency) => {
    expect(currencyOfFormat(format)).toBe(currency);
  });

  it.each(['¥#,##0.00', '￥#,##0', '0.00', '#,##0', 'General', '[Red]0', '"件"0', '[$-804]yyyy-mm-dd'])(
    '%s shows none',
    (format) => {
      expect(currencyOfFormat(format)).toBeNull();
    },
  );
});
