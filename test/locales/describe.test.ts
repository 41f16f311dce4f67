import { describe, expect, it } from 'vitest';
import { type CheckCode, checkCodes } from '../../core/check/codes.ts';
import type { Finding } from '../../core/check/finding.ts';
import { locales } from '../../core/policy/locale.ts';
import { describeFinding, show } from '../../locales/describe.ts';
import en from '../../locales/en/findings.json' with { type: 'json' };
import { textsIn } from '../../locales/index.ts';

const place = { sheet: 'Orders', cell: 'G2', row: 1, column: 6 };
const finding = (code: CheckCode, more: Partial<Finding> = {}): Finding => ({
  code,
  severity: checkCodes[code].severity,
  order: 'PO-1',
  ...place,
  ...more,
});
const describeIn = (locale: (typeof locales)[number], one: Finding) => describeFinding(one, textsIn(locale), locale);

describe('describeFinding', () => {
  const offList = finding('price.not-list', {
    expected: { kind: 'money', value: '1212.5', currency: 'CNY' },
    actual: { kind: 'money', value: '1180', currency: 'CNY' },
    data: { item: 'A-1', name: '螺丝', discount: '2.7', context: 'below' },
    fix: { ...place, value: 1212.5 },
  });

  it('says what is wrong and labels the fix, in the clerk’s language', () => {
    expect(locales.map((locale) => describeIn(locale, offList))).toEqual([
      {
        message: '单价 ¥1,180.00 与标准单价 ¥1,212.50 不符，低 2.7%。',
        expected: '¥1,212.50',
        actual: '¥1,180.00',
        fixLabel: 'G2 改为 ¥1,212.50',
      },
      {
        message: '單價 ¥1,180.00 與標準單價 ¥1,212.50 不符，低 2.7%。',
        expected: '¥1,212.50',
        actual: '¥1,180.00',
        fixLabel: 'G2 改為 ¥1,212.50',
      },
      {
        message: 'Unit price ¥1,180.00 is 2.7% below the list price ¥1,212.50.',
        expected: '¥1,212.50',
        actual: '¥1,180.00',
        fixLabel: 'G2: change to ¥1,212.50',
      },
    ]);
  });

  it('chooses the wording by what was found', () => {
    const above = { ...offList, data: { ...offList.data, discount: '-2.7', context: 'above' } };
    expect(describeIn('zh-Hans', above).message).toContain('高 2.7%');
    const stock = finding('stock.short', {
      expected: { kind: 'quantity', value: '0', unit: '盒' },
      actual: { kind: 'quantity', value: '1234.5', unit: '盒' },
      data: { item: 'A-1', name: '螺丝', short: '1234.5', context: 'now' },
    });
    expect(describeIn('zh-Hans', stock).message).toBe(
      '库存不足：A-1 螺丝 缺 1,234.5（需要 1,234.5 盒，现在可用 0 盒；本行没有交期）。',
    );
  });

  it('goes on in further sentences, lists as the language joins them', () => {
    const holder = (order: string) => ({
      code: 'holder-due' as const,
      values: {
        order: { kind: 'text', value: order },
        quantity: { kind: 'quantity', value: '1000' },
        due: { kind: 'date', value: '2026-11-28' },
      } as const,
    });
    const held = finding('due-date.past', {
      actual: { kind: 'date', value: '2026-11-20' },
      details: [
        { code: 'held', list: [holder('PO-1'), holder('PO-2'), holder('PO-3')] },
        { code: 'all-on', values: { on: { kind: 'date', value: '2026-12-01' } } },
      ],
    });
    expect(locales.map((locale) => describeIn(locale, held).message)).toEqual([
      '交货日期 2026年11月20日 已过，请另定日期。占用的订单：PO-1（1,000，2026年11月28日交货）、PO-2（1,000，2026年11月28日交货）和PO-3（1,000，2026年11月28日交货）。最早 2026年12月1日可全部交齐。',
      '交貨日期 2026年11月20日 已過，請另訂日期。占用的訂單：PO-1（1,000，2026年11月28日交貨）、PO-2（1,000，2026年11月28日交貨）和PO-3（1,000，2026年11月28日交貨）。最早 2026年12月1日可全數交齊。',
      'Due date Nov 20, 2026 has passed. Agree on a new date. Held by PO-1 (1,000, due Nov 28, 2026), PO-2 (1,000, due Nov 28, 2026), and PO-3 (1,000, due Nov 28, 2026). All of it can be there on Dec 1, 2026.',
    ]);
  });

  it('names fields and checks in words', () => {
    const missing = finding('column.missing', { data: { field: 'quantity', context: 'quantity' } });
    expect(describeIn('zh-Hant', missing).message).toBe('沒有「數量」欄。請補上這一欄，或指定是哪一欄。');
    const notRun = finding('check.not-run', { data: { rule: 'enough-stock', context: 'stock' } });
    expect(describeIn('en', notRun).message).toBe('There is no stock sheet, so this was not checked: stock.');
  });

  it('asks whether the customer alike is meant', () => {
    const alike = finding('customer.unknown', {
      actual: { kind: 'text', value: '永光' },
      data: { suggestion: 'C1 永光五金有限公司', context: 'alike' },
    });
    expect(locales.map((locale) => describeIn(locale, alike).message)).toEqual([
      '客户资料里没有“永光”。是否应为“C1 永光五金有限公司”？若不是，请先建客户资料。',
      '客戶資料裡沒有「永光」。是否應為「C1 永光五金有限公司」？若不是，請先建立客戶資料。',
      'Customer “永光” is not in the customer list. Did you mean C1 永光五金有限公司? If not, add the customer first.',
    ]);
  });

  it('writes numbers, money and roles among the data as the language does', () => {
    const converted = finding('price.not-list', {
      expected: { kind: 'money', value: '1412.5', currency: 'CNY' },
      actual: { kind: 'money', value: '1250', currency: 'CNY' },
      data: { item: 'A-1', listed: '1250', currency: 'CNY', context: 'converted' },
    });
    expect(describeIn('zh-Hans', converted).message).toBe(
      '单价 ¥1,250.00 与标准单价不符：价目表 ¥1,250.00，按本行的单位和含税口径折算为 ¥1,412.50。',
    );
    const cartons = finding('item.unit-differs', {
      expected: { kind: 'text', value: 'pcs' },
      actual: { kind: 'text', value: 'ctn' },
      data: { item: 'A-1', quantity: '1000', converted: '24000', context: 'converted' },
    });
    expect(describeIn('en', cartons).message).toContain('1,000 ctn are 24,000 pcs');
    const discount = finding('discount.beyond-authority', {
      expected: { kind: 'ratio', value: '0.03' },
      actual: { kind: 'ratio', value: '0.0975' },
      data: { item: 'A-1', role: 'sales-manager', context: 'role' },
    });
    expect(describeIn('zh-Hant', discount).message).toBe(
      'A-1 比標準單價低 9.75%，您的折扣權限是 3%。須由業務經理核准。',
    );
    const tooLow = finding('discount.beyond-authority', {
      expected: { kind: 'money', value: '113', currency: 'CNY' },
      actual: { kind: 'money', value: '100', currency: 'CNY' },
      data: { item: 'A-1', discount: '11.5', limit: '3', role: 'director', context: 'price-role' },
      details: [{ code: 'list-price-converted', values: { listed: { kind: 'money', value: '100', currency: 'CNY' } } }],
    });
    expect(describeIn('zh-Hans', tooLow).message).toBe(
      '单价 ¥100.00 比标准单价 ¥113.00 低 11.5%，您的折扣权限是 3%。请提高单价，或由销售总监批准。价目表为 ¥100.00，上述标准单价已按本行的单位和含税口径折算。',
    );
  });

  it('fills every place of every wording', () => {
    const places = Object.values(en).flatMap((text) => Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name));
    const data = {
      ...Object.fromEntries(places.map((name) => [name, '1'])),
      ...{ role: 'sales', on: '2026-11-21', currency: 'CNY' },
    };
    const shown = { kind: 'text', value: 'x' } as const;
    for (const locale of locales)
      for (const key of Object.keys(en)) {
        const [code = '', context = ''] = key.split('_');
        if (!(code in checkCodes)) continue;
        const all = { ...data, field: 'quantity', rule: 'due-date', context };
        const one = finding(code as CheckCode, { expected: shown, actual: shown, data: all });
        expect(describeIn(locale, one).message, key).not.toMatch(/\{\{|undefined|null/);
      }
  });
});

it('writes every number of a sentence alike', () => {
  const open = finding('quantity.open-differs', {
    expected: { kind: 'quantity', value: '7500' },
    actual: { kind: 'quantity', value: '8000' },
    data: { quantity: '10000', shipped: '2500' },
  });
  expect(describeIn('en', open).message).toContain(
    "8,000 still to ship can't be right: 10,000 ordered less 2,500 shipped",
  );
});

it('says of hidden rows that they are checked, and posted only when the box for them is ticked', () => {
  const hidden = finding('row.hidden', { data: { rows: '3' } });
  expect(describeIn('en', hidden).message).toMatch(/checked too .*only when you tick/);
  expect(describeIn('zh-Hans', hidden).message).toMatch(/也会检查.*勾选后才会提交/);
  expect(describeIn('zh-Hant', hidden).message).toMatch(/也會檢查.*勾選後才會送出/);
});

describe('show', () => {
  it.each([
    ['zh-Hans', { kind: 'date', value: '2026-11-21' }, '2026年11月21日'],
    ['zh-Hant', { kind: 'date', value: '2026-11-21' }, '2026年11月21日'],
    ['en', { kind: 'date', value: '2026-11-21' }, 'Nov 21, 2026'],
    ['en', { kind: 'money', value: '0.12345', currency: 'CNY' }, '¥0.1235'],
    ['en', { kind: 'money', value: '12.5' }, '12.50'],
    ['zh-Hant', { kind: 'money', value: '-1234.5', currency: 'TWD' }, '-$1,234.50'],
    ['en', { kind: 'money', value: '1.2', currency: 'HKD' }, 'HK$1.20'],
    ['zh-Hant', { kind: 'money', value: '1.2', currency: 'HKD' }, 'HK$1.20'],
    ['zh-Hans', { kind: 'money', value: '1.2', currency: 'USD' }, 'US$1.20'],
    ['zh-Hans', { kind: 'money', value: '1.2', currency: 'CNY' }, '¥1.20'],
    ['zh-Hans', { kind: 'money', value: '5', currency: '积分' }, '5.00 积分'],
    ['en', { kind: 'quantity', value: '12345678901234567.125', unit: 'pcs' }, '12,345,678,901,234,567.125 pcs'],
    ['zh-Hans', { kind: 'ratio', value: '0.055' }, '5.5%'],
    ['en', { kind: 'ratio', value: '0.03001' }, '3.001%'],
    ['en', { kind: 'text', value: 'as it stands' }, 'as it stands'],
  ] as const)('%s: %j is %s', (locale, value, words) => {
    expect(show(value, locale)).toBe(words);
  });
});
