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
        fixLabel: '改为 ¥1,212.50',
      },
      {
        message: '單價 ¥1,180.00 與標準單價 ¥1,212.50 不符，低 2.7%。',
        expected: '¥1,212.50',
        actual: '¥1,180.00',
        fixLabel: '改為 ¥1,212.50',
      },
      {
        message: 'Unit price ¥1,180.00 is 2.7% below the list price ¥1,212.50.',
        expected: '¥1,212.50',
        actual: '¥1,180.00',
        fixLabel: 'Change to ¥1,212.50',
      },
    ]);
  });

  it('chooses the wording by what was found', () => {
    const above = { ...offList, data: { ...offList.data, discount: '-2.7', context: 'above' } };
    expect(describeIn('zh-Hans', above).message).toContain('高 2.7%');
    const short = { item: 'A-1', name: '螺丝', short: '1234.5', holders: 'PO-9 (20)', context: 'held' };
    const stock = finding('stock.short', {
      expected: { kind: 'quantity', value: '0', unit: '盒' },
      actual: { kind: 'quantity', value: '1234.5', unit: '盒' },
      data: short,
    });
    expect(describeIn('zh-Hans', stock).message).toBe(
      '库存不足：A-1 螺丝 缺 1,234.5（需要 1,234.5 盒，可用 0 盒），已被订单占用：PO-9 (20)。',
    );
  });

  it('names fields and checks in words', () => {
    const missing = finding('column.missing', { data: { field: 'quantity', context: 'quantity' } });
    expect(describeIn('zh-Hant', missing).message).toBe('沒有「數量」欄。請補上這一欄，或指定是哪一欄。');
    const notRun = finding('check.not-run', { data: { rule: 'enough-stock', context: 'stock' } });
    expect(describeIn('en', notRun).message).toBe('There is no stock sheet, so this was not checked: stock.');
  });

  it('fills every place of every wording', () => {
    const places = Object.values(en).flatMap((text) => Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name));
    const data = Object.fromEntries(
      places.map((name) => [name, name === 'discount' || name === 'short' ? '1' : `<${name}>`]),
    );
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

describe('show', () => {
  it.each([
    ['zh-Hans', { kind: 'date', value: '2026-11-21' }, '2026年11月21日'],
    ['zh-Hant', { kind: 'date', value: '2026-11-21' }, '2026年11月21日'],
    ['en', { kind: 'date', value: '2026-11-21' }, 'Nov 21, 2026'],
    ['en', { kind: 'money', value: '0.12345', currency: 'CNY' }, '¥0.1235'],
    ['en', { kind: 'money', value: '12.5' }, '12.50'],
    ['zh-Hant', { kind: 'money', value: '-1234.5', currency: 'TWD' }, '-$1,234.50'],
    ['zh-Hans', { kind: 'money', value: '5', currency: '积分' }, '5.00 积分'],
    ['en', { kind: 'quantity', value: '12345678901234567.125', unit: 'pcs' }, '12,345,678,901,234,567.125 pcs'],
    ['zh-Hans', { kind: 'ratio', value: '0.055' }, '5.5%'],
    ['en', { kind: 'text', value: 'as it stands' }, 'as it stands'],
  ] as const)('%s: %j is %s', (locale, value, words) => {
    expect(show(value, locale)).toBe(words);
  });
});
