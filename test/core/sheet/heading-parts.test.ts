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
    ...[
      'Price ex tax',
      'excl.tax Price',
      'Price excl.VAT',
      'Price before tax',
      'Price without VAT',
      'Price w/o tax',
      'Price net of tax',
      'PRICE EXCL VAT',
    ],
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
    'incl.VAT Price',
    'Price incl.tax',
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
    ...['Quantity - Menge', 'Qty (pcs)- Menge', '购入量 Qty'],
  ])('%s is a quantity', (heading) => {
    expect(meaning('orders', heading)).toBe('quantity');
    expect(matchHeading('orders', heading)?.confidence).toBe(0.9);
  });

  it('by a word of its own: a letter is none, and a dash inside a word divides nothing', () => {
    expect(meaning('orders', 'a/b')).toBeNull();
    expect(meaning('orders', 'Pre-Qty')).toBeNull();
    expect(meaning('orders', 'Größe Qty')).toBeNull();
    expect(meaning('orders', 'Qty- Menge')).toBeNull();
    expect(meaning('customers', '省/市')).toBeNull();
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
  it.each([
    ['客户要求交货日期', 'dueDate'],
    ['成品数量', 'quantity'],
    ['预订数量', 'quantity'],
    ['最新单价', 'unitPrice'],
    // 出货 before a word turns it, as a part of the word it doesn't.
    ['工厂出货日期', 'shippedDate'],
    ['原料名称', 'itemName'],
    ['配件编号', 'itemCode'],
    ['车型编号', 'itemCode'],
    ['统一商品编码', 'itemCode'],
    ['会员客户ID', 'customerCode'],
  ])('%s means what its last word means: %s', (heading, field) => {
    expect(matchHeading('orders', heading)).toMatchObject({ field, confidence: 0.7 });
  });

  it.each([
    ...[
      '上月数量',
      '采购数量合计',
      '最大数量',
      '最低单价',
      '合计数量',
      '总计金额',
      '原单价',
      '参考单价',
      '拟订购数量',
      '拟定交期',
    ],
    ...['应发数量', '应收金额', '预完工日期', '在产数量', '赠数量'],
  ])('%s means nothing: the word before turns it', (heading) => {
    expect(meaning('orders', heading)).toBeNull();
  });

  it.each([
    '供应商名称',
    '车间编号',
    '车辆编号',
    '统一编码',
    '厂商代号',
    '发票代码',
    '税务编码',
    '部门简称',
    '银行全称',
  ])('%s means nothing: it is no item’s', (heading) => {
    expect(meaning('orders', heading)).toBeNull();
  });

  it.each(['生产日期', '收货单位', '项目状态', '运费小计'])(
    '%s means nothing: its last word does so only alone',
    (heading) => {
      expect(meaning('orders', heading)).toBeNull();
    },
  );

  it('means nothing where its last word is no Chinese one, or a single letter', () => {
    expect(meaning('orders', 'XYZQty')).toBeNull();
    expect(meaning('orders', '数量abc啥')).toBeNull();
    expect(meaning('orders', '169码')).toBeNull();
    expect(meaning('customers', '附近超市')).toBeNull();
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
