import { describe, expect, test } from 'vitest';
import { changeLifecycle } from '../../core/change/transitions.ts';
import { closedDoor } from '../../core/order/door.ts';
import type { RefusalCode } from '../../core/order/refusal.ts';
import type { OrderStatus } from '../../core/order/status.ts';
import { recordRefusal } from '../../core/record/door.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { textsIn } from '../../locales/index.ts';
import { person } from '../core/order/sample-order.ts';

const change = { number: 'CR-202611-00001', status: 'agreed' } as const;

test('a refusal of a paper beside the order says its number and where it stands, in words', () => {
  const refusal = recordRefusal(changeLifecycle, 'bring-into-force', change, 'record.wrong-status');
  expect(describeRefusal(refusal, textsIn('en'), 'en')).toEqual({
    message: "That can't be done now: CR-202611-00001 is “Customer agreed”. Possible when it is: Approved.",
    who: 'Who can: Order desk, Head of order desk, Sales manager, Finance manager, General manager.',
  });
  expect(describeRefusal(refusal, textsIn('zh-Hans'), 'zh-Hans').message).toContain('“客户已同意”');
});

test('departments and points of a read-back are named, not their codes', () => {
  const said = (code: 'change.department-not-asked' | 'communication.point-unread', data: Record<string, string>) =>
    describeRefusal({ code, data }, textsIn('zh-Hant'), 'zh-Hant').message;
  expect(said('change.department-not-asked', { department: 'quality' })).toBe('這次變更不需要品管部會簽。');
  expect(said('communication.point-unread', { point: 'dates' })).toBe('還須向客戶複述：日期。');
});

describe('figures and dates are written as the language writes them', () => {
  const said = (code: RefusalCode, data: Record<string, string>, status?: OrderStatus) =>
    (['en', 'zh-Hans', 'zh-Hant'] as const).map(
      (locale) => describeRefusal({ code, data, ...(status && { status }) }, textsIn(locale), locale).message,
    );

  test('money in the currency beside it', () => {
    const owed = { order: 'SO-1', currency: 'CNY', required: '30000', paid: '1234.5', missing: '28765.5' };
    expect(said('payment.prepayment-missing', owed)).toEqual([
      'SO-1 is produced once ¥30,000.00 is prepaid: ¥1,234.50 is in, ¥28,765.50 is missing.',
      'SO-1 须预付 ¥30,000.00 才能生产：已到 ¥1,234.50，还差 ¥28,765.50。',
      'SO-1 須預付 ¥30,000.00 才能生產：已到 ¥1,234.50，還差 ¥28,765.50。',
    ]);
  });

  test('a limit in its own currency, where the debt is in another', () => {
    const data = { order: 'SO-1', total: '100', currency: 'USD', limit: '10000', limitCurrency: 'CNY' };
    expect(said('write-off.beyond-authority', data)[0]).toBe(
      '$100.00 of SO-1 would be written off in all; you may write off ¥10,000.00 at most.',
    );
  });

  test('the same place is a quantity where no currency stands beside it', () => {
    const data = { order: 'SO-1', line: '1', item: 'A01', wanted: '12000', open: '1000.125' };
    expect(said('shipment.exceeds-open', data)[0]).toBe('SO-1 line 1 (A01): 12,000 to ship, only 1,000.125 open.');
    expect(said('close.unpaid', { order: 'SO-1', currency: 'CNY', open: '1000.125' })[0]).toContain('¥1,000.125');
  });

  test('an amount somebody typed is shown to its last decimal', () => {
    expect(said('payment.amount-invalid', { amount: '0.005' })[0]).toContain('not 0.005.');
  });

  test('dates', () => {
    expect(said('date.in-future', { date: '2026-11-21' })).toEqual([
      'Nov 21, 2026 is still to come. Enter the day it happened.',
      expect.stringContaining('2026年11月21日'),
      expect.stringContaining('2026年11月21日'),
    ]);
  });

  test('what is neither figure nor date stands as it is', () => {
    expect(said('release.not-class-a', { customer: '1001', class: '2' })[0]).toContain('1001 is of class 2.');
    expect(said('date.in-future', { date: '–' })[0]).toContain('– is still');
  });
});

test('what the status keeps from being done says from where it could be, and by whom', () => {
  const refusal = closedDoor({ type: 'issue-letter', by: person('wang', 'order-desk') }, 'draft');
  expect(refusal && describeRefusal(refusal, textsIn('en'), 'en')).toEqual({
    message: "That can't be done now: the order is “Draft”. Possible when it is: To confirm, Awaiting countersign.",
    who: 'Who can: Order desk, Head of order desk.',
  });
});
