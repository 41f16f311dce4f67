import { expect, test } from 'vitest';
import { type Policy, standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { checkSheets } from '../../../ui/sheet-session/examine.ts';
import { grid } from './given.ts';

const sheets = [
  grid('订单', [
    ['订单号', '客户编码', '货号', '数量', '单价'],
    ['1001', 'C1', 'F-50', 10, 12.25],
  ]),
  grid('价目表', [
    ['货号', '品名', '标准单价'],
    ['F-50', '法兰', 12.5],
  ]),
];
const codes = (policy?: Policy) => {
  const yardstick = { published: {}, today: '2026-11-21' as PlainDate, currency: 'CNY', ...(policy && { policy }) };
  const checked = checkSheets(sheets, [], yardstick);
  return 'result' in checked ? checked.result.findings.map(({ code }) => code) : [];
};

test('pane and browser judge by the company’s policy once they know it, by the defaults until then', () => {
  const strict = withSetting(standardPolicy, 'approval.discount', [{ role: 'sales', upTo: '0.01' }]);
  expect(codes()).toContain('price.not-list');
  expect(codes()).not.toContain('discount.beyond-authority');
  expect(codes(strict)).toContain('discount.beyond-authority');
});
