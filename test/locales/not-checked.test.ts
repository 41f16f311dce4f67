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

test('the reason says what it speaks of', () => {
  const finding = {
    code: 'check.not-run',
    data: { rule: 'known-holidays', context: 'holidays', until: '2026' },
  } as unknown as Finding;
  const said = (['en', 'zh-Hans', 'zh-Hant'] as const).map(
    (locale) => describeNotChecked([finding], textsIn(locale), locale)[0]?.reason,
  );
  expect(said).toEqual([
    'Public holidays are known up to 2026 only, so this was not checked for later dates: due dates on public holidays.',
    '节假日安排目前只知道到 2026 年，之后的日期未检查：交货日期是否为节假日。',
    '國定假日目前只知道到 2026 年，之後的日期未檢查：交貨日期是否為國定假日。',
  ]);
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
