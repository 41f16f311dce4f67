import { expect, test } from 'vitest';
import type { Refusal } from '../../../core/order/refusal.ts';
import { redactedRefusal } from '../../../core/receivable/redacted-refusal.ts';
import { describeRefusal } from '../../../locales/describe-refusal.ts';
import { textsIn } from '../../../locales/index.ts';

const over: Refusal = {
  code: 'credit.exceeded',
  who: ['general-manager'],
  data: { customer: 'C001', debt: '80000', limit: '70000', over: '10000', currency: 'CNY' },
};

test('who may not see debts is told what stands in the way and who could help, without a figure', () => {
  const shown = redactedRefusal(over, ['costs', 'credit']);
  expect(shown).toEqual({
    code: 'credit.exceeded',
    who: ['general-manager'],
    data: { customer: 'C001', context: 'redacted' },
  });
  expect(describeRefusal(shown, textsIn('en'), 'en')).toEqual({
    message: 'Customer C001 would be over the credit limit.',
    who: 'Who can: General manager.',
  });
});

test('who may sees it all; other refusals stay as they are', () => {
  expect(redactedRefusal(over, ['costs'])).toBe(over);
  const short: Refusal = { code: 'stock.short', data: { item: 'A01', available: '3' } };
  expect(redactedRefusal(short, ['costs', 'credit'])).toBe(short);
});

test.for([
  'payment.prepayment-missing',
  'payment.balance-missing',
  'credit.overdue-stops-orders',
  'credit.overdue-stops-shipping',
  'credit.exceeded',
  'close.unpaid',
] as const)('%s has words without figures, in every language', (code) => {
  const data = { order: 'SO-1', customer: 'C001', paid: '123', overdue: '123', debt: '123', open: '123', days: '40' };
  for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const { message } = describeRefusal(redactedRefusal({ code, data }, ['credit']), textsIn(locale), locale);
    expect(message).toMatch(/SO-1|C001/);
    expect(message).not.toMatch(/123|40|\{\{/);
  }
});
