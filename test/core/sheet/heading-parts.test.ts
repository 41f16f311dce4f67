import { describe, expect, it } from 'vitest';
import type { TableRole } from '../../../core/sheet/fields.ts';
import { headingParts, isKnownHeading, isLogHeading, matchHeading } from '../../../core/sheet/headings.ts';

const meaning = (role: TableRole, heading: string): string | null => matchHeading(role, heading)?.field ?? null;

describe('a heading without its trimmings', () => {
  it.each([
    ['*订单号', '订单号'],
    ['订 单 号：', '订单号'],
    ['“数量”', '数量'],
    ['数量？', '数量'],
    ['Order-No.', 'orderno'],
    ['ORDER_NO', 'orderno'],
    ["Q'ty!", 'qty'],
    ['订单号[必填]', '订单号'],
    ['數量【必填】', '数量'],
    ['数量〔件〕', '数量'],
    ['数量{pcs}', '数量'],
    ['数量<件>', '数量'],
    ['数量《件》', '数量'],
    ['数量(件', '数量(件'],
    ['（数量）', '数量'],
    ['(含税)', '含税'],
    ['', ''],
    ['***', ''],
  ])('%s is %s', (heading, key) => {
    expect(headingParts(heading).key).toBe(key);
  });

  it.each([
    ['数量（件）', '件'],
    ['金额( 万 元 )', '万元'],
    ['金额（含税）（元）', '元'],
    ['金额（元）（含税）', '元'],
    ['Amount ( ) [USD]', 'usd'],
  ])('%s is counted in %s', (heading, unit) => {
    expect(headingParts(heading).unit).toBe(unit);
  });

  it.each(['单价', '单价（含税）', '单价(incl. VAT)', '单价(tax)', '数量(必填)', 'Qty (required)', '数量()'])(
    '%s names no unit',
    (heading) => {
      expect(headingParts(heading)).not.toHaveProperty('unit');
    },
  );

  it.each([
    ...[
      '单价不含税',
      '未含税单价',
      '未税价',
      '无税单价',
      '單價(未稅)',
      '不含增值税单价',
      'Price excl. tax',
      'Price excluding VAT',
    ],
    ...['Price ex tax', 'Price before tax', 'Price without VAT', 'Price w/o tax', 'Price net of tax', 'PRICE EXCL VAT'],
  ])('%s: tax is not in it', (heading) => {
    expect(headingParts(heading).tax).toBe('excluded');
  });

  it.each([
    '含税单价',
    '含增值税单价',
    '單價（含稅）',
    'Price incl. tax',
    'Price including VAT',
    'Price inc tax',
    'Price with tax',
    'Price after VAT',
  ])('%s: tax is in it', (heading) => {
    expect(headingParts(heading).tax).toBe('included');
  });

  it.each(['税率', 'Tax', '单价', 'Taxi'])('%s says nothing of tax', (heading) => {
    expect(headingParts(heading)).not.toHaveProperty('tax');
  });

  it('keeps apart what stood apart', () => {
    expect(headingParts('Price incl. tax USD').key).toBe('priceusd');
    expect(meaning('orders', 'Unit Price before tax USD')).toBe('unitPrice');
    expect(meaning('orders', 'Order(客户)No')).toBe('orderKey');
  });
});

describe('two languages in one heading', () => {
  it.each([
    ...['数量/Quantity', '数量|Anzahl', 'Anzahl\\数量', '数量,Anzahl', '数量;Anzahl', '数量、Anzahl', '数量 - Anzahl'],
    ...['数量 Anzahl', 'Anzahl数量', '数量\nAnzahl', 'Quantity Menge/数量'],
  ])('%s is a quantity', (heading) => {
    expect(meaning('orders', heading)).toBe('quantity');
    expect(matchHeading('orders', heading)?.confidence).toBe(0.9);
  });

  it('by a word of its own: a letter is none, and a dash inside a word divides nothing', () => {
    expect(meaning('orders', 'a/b')).toBeNull();
    expect(meaning('orders', 'Pre-Qty')).toBeNull();
    expect(meaning('orders', 'Größe Qty')).toBeNull();
  });
});

describe('a currency behind a heading', () => {
  it.each([
    ...[
      '单价元',
      '单价人民币',
      '单价美元',
      '单价￥',
      '单价$',
      'Unit Price USD',
      'Unit Price in EUR',
      'Unit Price US$',
      'Unit Price £',
    ],
    ...['单价RMB', 'Unit Price NT$', 'Unit Price HKD'],
  ])('%s is a unit price for sure', (heading) => {
    expect(matchHeading('orders', heading)).toMatchObject({ field: 'unitPrice', confidence: 1 });
  });

  it('counts behind it only', () => {
    expect(meaning('orders', 'USD')).toBeNull();
    expect(meaning('orders', '美元单价')).toBe('unitPrice');
    expect(matchHeading('orders', '美元单价')?.confidence).toBe(0.7);
  });
});

describe('a longer Chinese heading', () => {
  it('means what its last word means', () => {
    expect(meaning('orders', '客户要求交货日期')).toBe('dueDate');
    expect(meaning('orders', '成品数量')).toBe('quantity');
    expect(matchHeading('orders', '成品数量')?.confidence).toBe(0.7);
  });

  it('means nothing where it is no Chinese word, or the word before turns it', () => {
    expect(meaning('orders', 'XYZQty')).toBeNull();
    expect(meaning('orders', '数量abc啥')).toBeNull();
    for (const heading of ['上月数量', '采购数量合计', '生产日期', '收货单位', '供应商名称'])
      expect([heading, meaning('orders', heading)]).toEqual([heading, null]);
    expect(meaning('orders', '预订数量')).toBe('quantity');
  });
});

describe('known headings', () => {
  it.each(['订单号', 'Qty', '数量/Qty', '序号', '图片', '操作时间', '库存数量', '信用额度'])('%s', (text) => {
    expect(isKnownHeading(text)).toBe(true);
    // Remembered: the same the second time.
    expect(isKnownHeading(text)).toBe(true);
  });

  it.each(['', '苹果', '成品数量', 'Hello'])('not %s', (text) => {
    expect(isKnownHeading(text)).toBe(false);
    expect(isKnownHeading(text)).toBe(false);
  });

  it('are never as long as instructions', () => {
    expect(isKnownHeading(`数量${' '.repeat(58)}`)).toBe(true);
    expect(isKnownHeading(`数量${' '.repeat(59)}`)).toBe(false);
  });

  it('tell movements from stock', () => {
    expect([isLogHeading('操作时间'), isLogHeading('库存数量'), isLogHeading('*變動量')]).toEqual([true, false, true]);
    expect(meaning('stock', '变动数量')).toBeNull();
    expect(meaning('orders', '图片')).toBeNull();
  });
});
