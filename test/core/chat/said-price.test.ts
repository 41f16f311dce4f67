import { describe, expect, it } from 'vitest';
import { priceIn } from '../../../core/chat/said-price.ts';

/** "price/unit sureness | what is left", gaps as one blank. */
const read = (text: string): string | null => {
  const found = priceIn(text);
  if (!found) return null;
  const { price, per, mayCount } = found.said.value;
  const rest = found.rest.replaceAll(/\ue000+/g, ' ').trim();
  return [`${price}${per ? `/${per}` : ''}${mayCount ? '!' : ''}`, found.said.sure, rest && `| ${rest}`]
    .filter(Boolean)
    .join(' ');
};

describe('a price', () => {
  it.each([
    ['单价16块2', '16.2 sure'],
    ['单价16块25', '16.25 sure'],
    ['单价16块05', '16.05 sure'],
    ['16块2', '16.2 sure'],
    ['16块2毛5', '16.25 sure'],
    ['16元2角', '16.2 sure'],
    ['16块2包邮', '16.2 sure | 包邮'],
    ['16.5块', '16.5 sure'],
    ['3毛5', '0.35 sure'],
    ['3毛', '0.3 sure'],
    ['三毛钱', '0.3 sure'],
    ['三毛五', '0.35 sure'],
    ['两块五', '2.5 sure'],
    ['两块五一只', '2.5/只 sure'],
    ['两块半', '2.5 sure'],
    ['十六块二', '16.2 sure'],
    ['一百二十块钱', '120 sure'],
    ['十二元', '12 sure'],
    ['16块2/只', '16.2/只 sure'],
    ['12块钱一个', '12/个 sure'],
    ['12.5元/箱', '12.5/箱 sure'],
    ['单价:1,200.50元', '1200.5 sure'],
    ['@3.20', '3.2 sure'],
    ['price: 12.50 each', '12.5 sure'],
    ['$3.20 per pc', '3.2/pc sure'],
    ['每个12.5', '12.5/个 sure'],
    ['每盒16块2', '16.2/盒 sure'],
    ['运费15块，单价16块2', '16.2 sure | 运费15块，'],
    ['十二块五毛一个', '12.5/个 sure'],
    ['十块一个', '10/个 sure'],
    ['三毛一个', '0.3/个 sure'],
    ['58块4毛', '58.4 sure'],
    ['12.5 each', '12.5 sure'],
    ['25.5/只', '25.5/只 likely'],
    ['25/只', '25/只 likely'],
    ['24/箱', '24/箱 unsure'],
    ['20块', '20! sure'],
  ])('%s', (text, price) => expect(read(text)).toBe(price));

  it('whose part may count something else is marked', () => {
    expect(read('16块2只')).toBe('16! unsure | 2只');
    expect(read('单价16块2只')).toBe('16 unsure | 2只');
  });
  it.each([
    '200只一块发',
    '一块一起发',
    '两块铁板',
    '4分球阀',
    '6角螺栓',
    '12.5',
    '12/25',
    '每箱50个',
    '每盒便宜2块',
    '一共194块4',
    '总价194',
    '合计:¥194',
    '50支/盒',
    'DN50/PN16',
  ])('none in %s', (text) => expect(priceIn(text)).toBeNull());
});
