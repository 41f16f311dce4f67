import { expect, it } from 'vitest';
import { checkPolicyOf, standardCheckPolicy } from '../../../core/policy/check-policy.ts';
import { defaultPolicy, type Policy, standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import type { SettingPath } from '../../../core/policy/settings.ts';

const changed = (path: SettingPath, value: unknown) => checkPolicyOf(withSetting(standardPolicy, path, value));

it('what the checks judge by is what the document says', () => {
  const policy: Policy = standardPolicy;
  expect(standardCheckPolicy).toMatchObject({
    discountAuthority: policy.approval.discount,
    marginAuthority: policy.approval.margin,
    credit: { tolerance: '0.1', within: 'finance-manager', overdueWarnDays: 7, overdueStopDays: 15 },
    unusual: { quantityFactor: '3', priceDifference: '0.1', daysAhead: 730 },
    leadTimeDays: null,
    precedence: { law: 'first-come', longestWaitDays: 10 },
  });
  expect(changed('overdue.noNewOrderDays', 20).credit.overdueStopDays).toBe(20);
  expect(changed('goods.leadTimeDays', 14).leadTimeDays).toBe(14);
  expect(changed('goods.priority', 'class').precedence.law).toBe('class');
});

it('elsewhere than in mainland China only weekends are days off', () => {
  expect(standardCheckPolicy.calendar.holidays).toBe('CN');
  expect(checkPolicyOf(defaultPolicy('USD')).calendar.holidays).toBeNull();
});
