import { sameText } from '../sheet/text.ts';

/** What offices write for a currency, as sameText spells it, and its ISO 4217 code. */
const spellings: Readonly<Record<string, string>> = {
  rmb: 'CNY',
  ntd: 'TWD',
  'cn¥': 'CNY',
  '¥': 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  $: 'USD',
  us$: 'USD',
  美元: 'USD',
  美金: 'USD',
  '€': 'EUR',
  欧元: 'EUR',
  歐元: 'EUR',
  hk$: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  港元: 'HKD',
  nt$: 'TWD',
  台币: 'TWD',
  台幣: 'TWD',
  臺幣: 'TWD',
  新台币: 'TWD',
  新臺幣: 'TWD',
  新台幣: 'TWD',
  日元: 'JPY',
  日圓: 'JPY',
  '£': 'GBP',
  英镑: 'GBP',
  英鎊: 'GBP',
};

/** The currency a house works in unless a sheet says otherwise. */
export const homeCurrency = 'CNY';

/** Signs that several currencies share: what they mean depends on the house. */
const shared: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'TWD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'MOP'],
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD'],
};

/**
 * The ISO 4217 code of what a cell says ("人民币", "RMB", "usd"); anything unknown in capitals, as it stands.
 * @param usual the house's own: to a house in Taiwan, $ is its dollar
 */
export function currencyCode(text: string, usual: string = homeCurrency): string {
  const key = sameText(text);
  if (shared[key]?.includes(usual)) return usual;
  return spellings[key] ?? namedTwice(key) ?? text.normalize('NFKC').trim().toUpperCase();
}

/** 人民币（元）, CNY（元）: the currency, and what one of it is called. */
function namedTwice(key: string): string | undefined {
  const name = /^(.+?)\(?元\)?$/.exec(key)?.[1];
  return name && (spellings[name] ?? (/^[a-z]{3}$/.test(name) ? name.toUpperCase() : undefined));
}
