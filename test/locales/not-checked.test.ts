import { expect, test } from 'vitest';
import type { Finding } from '../../core/check/finding.ts';
import { describeChoice } from '../../locales/describe.ts';
import { textsIn } from '../../locales/index.ts';
import { describeNotChecked } from '../../locales/not-checked.ts';

const notRun = (rule: string, context: string) =>
  ({ code: 'check.not-run', data: { rule, context } }) as unknown as Finding;
const findings = [
  notRun('list-price', 'prices'),
  notRun('enough-stock', 'stock'),
  notRun('margin', 'prices'),
  { code: 'price.none' } as Finding,
];

test('checks that want for the same thing are told in one sentence', () => {
  const said = (locale: 'zh-Hans' | 'zh-Hant' | 'en') =>
    describeNotChecked(findings, textsIn(locale), locale).map(({ reason }) => reason);
  expect(said('zh-Hans')).toEqual(['没有价目表，未检查：单价与价目表和毛利。', '没有库存表，未检查：库存。']);
  expect(said('en')[0]).toBe(
    'There is no price list, so this was not checked: unit price against the list and margins.',
  );
  expect(said('zh-Hant')[1]).toBe('沒有庫存表，未檢查：庫存。');
});

const cell = { sheet: '订单', cell: 'D2', row: 1, column: 3 };
test.each([
  ['a date', { value: '2026-12-03', label: '2026-12-03', format: 'yyyy-mm-dd' }, '2026年12月3日'],
  ['a number', { value: 12000.5, label: '12000.5' }, '12,000.5'],
  ['a code that looks like a number', { value: '00123', label: '00123' }, '00123'],
  ['an item by its code and what tells it apart', { value: '0101', label: '0101 200g 箱' }, '0101 200g 箱'],
])('a choice says %s as people write it', (_, choice, text) => {
  expect(describeChoice({ ...cell, ...choice }, 'zh-Hans')).toBe(text);
});
