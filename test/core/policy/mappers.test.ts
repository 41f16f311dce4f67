import { describe, expect, it, test } from 'vitest';
import { changePolicyOf } from '../../../core/change/policy.ts';
import { postponementOf } from '../../../core/order/postponement.ts';
import { checkPolicyOf } from '../../../core/policy/check-policy.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { moneyPolicyOf } from '../../../core/policy/money-policy.ts';
import { type Policy, settingIn, standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { reviewPolicyOf } from '../../../core/policy/review-policy.ts';
import { placedSettings, type SettingPath } from '../../../core/policy/settings.ts';
import { workingTimeOf } from '../../../core/policy/working-time.ts';
import { standardHouse, standardInForce } from './standard-policies.ts';

/** What each area obeys, made of the document. */
const areas = {
  check: checkPolicyOf,
  review: reviewPolicyOf,
  money: (policy: Policy) => moneyPolicyOf(policy, standardHouse),
  change: (policy: Policy) => changePolicyOf({ ...standardInForce, ...policy }),
  postponement: postponementOf,
  work: (policy: Policy) => workingTimeOf(policy, 'Asia/Shanghai'),
} as const satisfies Readonly<Record<string, (policy: Policy) => unknown>>;

/** Places where two values differ, "credit.tolerance"; a list differs as a whole. */
function differences(a: unknown, b: unknown, at = ''): readonly string[] {
  if (!isRecord(a) || !isRecord(b)) return JSON.stringify(a) === JSON.stringify(b) ? [] : [at];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], at === '' ? key : `${at}.${key}`));
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is other in all areas when one setting is other. */
const movedBy = (path: SettingPath, value: unknown): readonly string[] => {
  const changed = withSetting(standardPolicy, path, value);
  return Object.entries(areas)
    .flatMap(([area, of]) => differences(of(standardPolicy), of(changed), area))
    .sort();
};

const groups = [['auditor'], ['legal']];
const classes = { A: '0.1', B: '0.3', C: '0.5' };
const obeyed: readonly (readonly [SettingPath, unknown, ...string[]])[] = [
  ['approval.byAmount', [{ role: 'director', upTo: '9' }], 'change.authority', 'review.amountAuthority'],
  ['approval.beyondAmount', 'director', 'change.authority', 'review.lastAuthority'],
  ['approval.discount', [], 'check.discountAuthority', 'review.discountAuthority'],
  ['approval.margin', [], 'check.marginAuthority', 'review.marginAuthority'],
  ['approval.mode', 'every-level', 'review.approval'],
  ['deadlines.price', 9, 'review.aspects.price.hours'],
  ['deadlines.credit', 9, 'review.aspects.credit.hours'],
  ['deadlines.technical', 9, 'review.aspects.technical.hours'],
  ['deadlines.supply', 9, 'review.aspects.supply.hours'],
  ['deadlines.legal', 9, 'review.aspects.compliance.hours'],
  ['deadlines.packing', 9, 'review.aspects.packing.hours'],
  ['deadlines.region', 9, 'review.aspects.region.hours'],
  ['deadlines.head', 9, 'review.aspects.head.hours'],
  ['deadlines.management', 9, 'review.aspects.management.hours'],
  ['deadlines.customerAnswer', 9, 'review.customerReplyHours'],
  ['flags.quantityFactor', '9', 'check.unusual.quantityFactor'],
  ['flags.priceDifference', '0.9', 'check.unusual.priceDifference'],
  ['flags.daysAhead', 9, 'check.unusual.daysAhead'],
  ['review.always', ['technical'], 'review.always'],
  ['review.riskyClasses', ['D'], 'review.riskyClasses'],
  ['review.priceDoubt', null, 'review.priceDoubt'],
  ['reviewers.credit', groups, 'review.aspects.credit.levels'],
  ['reviewers.technical', groups, 'review.aspects.technical.levels'],
  ['reviewers.supply', groups, 'review.aspects.supply.levels'],
  ['reviewers.price', groups, 'review.aspects.price.levels'],
  ['reviewers.compliance', groups, 'review.aspects.compliance.levels'],
  ['reviewers.region', groups, 'review.aspects.region.levels'],
  ['reviewers.packing', groups, 'review.aspects.packing.levels'],
  ['reviewers.head', groups, 'review.aspects.head.levels'],
  ['reviewers.management', groups, 'review.aspects.management.levels'],
  ['change.minorQuantity', '0.1', 'change.minor.quantityShare'],
  ['change.laterDateIsMinor', false, 'change.minor.laterDate'],
  ['change.special', 'general-manager', 'change.special'],
  ['change.closesRemainder', 'director', 'change.closesRemainder'],
  ['change.cancels', 'director', 'change.cancels'],
  ['change.settles', groups, 'change.settles'],
  ['payment.terms', { A: 'monthly', B: 'monthly', C: 'before-delivery' }, 'money.termsByClass.B'],
  ['payment.prepayment', classes, 'money.termsByClass.A'],
  ['payment.prepaymentCustomMade', '0.6', 'money.customMadePrepayment'],
  ['payment.earnestMoneyWarning', '0.1', 'money.earnestMoneyShare'],
  ['payment.roundingDifference', '1', 'money.writeOff.roundingUpTo'],
  ['payment.roundingDecidedBy', 'documents', 'money.writeOff.rounding'],
  ['payment.badDebtUpTo', '500', 'money.writeOff.badDebtUpTo'],
  ['payment.badDebtDecidedBy', 'director', 'money.writeOff.badDebt', 'money.writeOff.rounding'],
  ['payment.badDebtBeyond', 'director', 'money.writeOff.badDebt', 'money.writeOff.beyond', 'money.writeOff.rounding'],
  ['payment.billsCountFrom', 'due-date', 'money.billsCountFrom'],
  ['invoice.at', 'order', 'money.invoiceAt'],
  ['credit.settlementDays', 60, 'money.monthlySettlementDays', 'money.termsByClass.A'],
  ['credit.tolerance', '0.2', 'check.credit.tolerance', 'money.credit.tolerance', 'review.credit.tolerance'],
  ['credit.withinTolerance', 'director', 'check.credit.within', 'money.credit.within', 'review.credit.within'],
  ['credit.beyondTolerance', 'director', 'check.credit.beyond', 'money.credit.beyond', 'review.credit.beyond'],
  ['overdue.warnDays', 1, 'check.credit.overdueWarnDays', 'review.credit.overdueWarnDays'],
  [
    'overdue.noNewOrderDays',
    20,
    'check.credit.overdueStopDays',
    'money.credit.overdueStopDays',
    'review.credit.overdueStopDays',
  ],
  ['overdue.stopShippingDays', 40, 'money.credit.overdueStopShippingDays'],
  ['newCustomer.financeFirst', false, 'review.newCustomerFirst'],
  [
    'newCustomer.firstOrders',
    1,
    'check.credit.newCustomerOrders',
    'money.credit.newCustomerOrders',
    'review.credit.newCustomerOrders',
  ],
  ['newCustomer.youngRecordsOrders', 1, 'check.credit.youngRecordsOrders', 'money.credit.youngRecordsOrders'],
  ['letter.cutOff', '17:00', 'postponement.cutOff'],
  ['letter.postponeBy', 'working-days', 'postponement.days'],
  ['letter.restartOnRevision', false, 'postponement.restartOnRevision'],
  ['goods.priority', 'class', 'check.precedence.law'],
  ['goods.longestWaitDays', 9, 'check.precedence.longestWaitDays'],
  ['goods.leadTimeDays', 9, 'check.leadTimeDays'],
  ['work.hours', [{ from: '09:00', to: '17:00' }], 'work.hours'],
  ['work.holidays', 'none', 'check.calendar.holidays', 'postponement.calendar.holidays', 'work.calendar.holidays'],
  ['work.closed', ['2026-12-31'], 'check.calendar.closed', 'postponement.calendar.closed', 'work.calendar.closed'],
  ['work.open', ['2026-12-27'], 'check.calendar.open', 'postponement.calendar.open', 'work.calendar.open'],
];

describe('a changed setting changes exactly that', () => {
  it.each(obeyed.map(([path, value, ...places]) => ({ path, value, places })))('$path', ({ path, value, places }) => {
    expect(settingIn(standardPolicy, path)).not.toEqual(value);
    expect(movedBy(path, value)).toEqual(places);
  });
});

/** Asked of the document itself, not through an area; `duties` comes from `approval.separationOfDuties` (in-force.ts). */
const askedItself: readonly SettingPath[] = [
  'approval.separationOfDuties',
  'deadlines.entry',
  'deadlines.confirmation',
  'credit.limitFactor',
  'tax.rates',
  'letter.validDays',
  'letter.reservationDays',
  'goods.shippingRequest',
  'goods.tolerance',
  'goods.toleranceCustomMade',
  'goods.emergencyPapersDays',
  'goods.acceptedBySilence',
  'goods.silenceDays',
  'export.creditLeadDays',
  'papers.deliveryNote',
  'papers.years',
  'retention.accountingYears',
  'retention.ordersYears',
  'retention.draftsYears',
  'retention.destructionSignatures',
  'routing.salesperson',
  'routing.rules',
];

test('no setting is forgotten', () => {
  const known = [...obeyed.map(([path]) => path), ...askedItself];
  expect(known.sort()).toEqual(placedSettings.map(({ path }) => path).sort());
});

describe('the defaults are those of docs/policy.md', () => {
  const { review, money, change } = areas;

  it('1: who approves up to which amount, an order as well as its changes', () => {
    const [amounts, levels] = [review(standardPolicy), change(standardInForce).authority];
    expect(amounts.amountAuthority.map(({ role, upTo }) => `${role} ${upTo}`)).toEqual([
      'order-desk-head 50000',
      'sales-manager 200000',
      'director 500000',
    ]);
    expect(amounts.lastAuthority).toBe('general-manager');
    expect(levels).toEqual([...amounts.amountAuthority, { role: 'general-manager', upTo: null }]);
  });

  it('4, 5: A pays 30 days after the month, B and C before the goods leave', () => {
    expect(money(standardPolicy).termsByClass).toEqual({
      A: [{ share: '1', when: { at: 'month-end', days: 30 } }],
      B: [
        { share: '0.3', when: { at: 'order' } },
        { share: '0.7', when: { at: 'shipping' } },
      ],
      C: [
        { share: '0.5', when: { at: 'order' } },
        { share: '0.5', when: { at: 'shipping' } },
      ],
    });
  });

  it('10: who may give up more may give up less', () => {
    expect(money(standardPolicy).writeOff).toEqual({
      roundingUpTo: '10',
      rounding: ['finance-clerk', 'finance-manager', 'general-manager'],
      badDebtUpTo: '10000',
      badDebt: ['finance-manager', 'general-manager'],
      beyond: ['general-manager'],
    });
  });

  it('8: a working day has eight hours', () => {
    const { hours, timeZone } = areas.work(standardPolicy);
    expect([hours.map(({ from, to }) => `${from} ${to}`), timeZone]).toEqual([
      ['08:30 12:00', '13:00 17:30'],
      'Asia/Shanghai',
    ]);
  });
});

it('what is paid on delivery is due the day the customer signs; what is all prepaid leaves nothing else', () => {
  const onDelivery = withSetting(standardPolicy, 'payment.terms', { A: 'on-delivery', B: 'monthly', C: 'monthly' });
  const prepaid = withSetting(onDelivery, 'payment.prepayment', { A: '0.2', B: '1', C: '0' });
  expect(areas.money(prepaid).termsByClass).toEqual({
    A: [
      { share: '0.2', when: { at: 'order' } },
      { share: '0.8', when: { at: 'receipt', days: 0 } },
    ],
    B: [{ share: '1', when: { at: 'order' } }],
    C: [{ share: '1', when: { at: 'month-end', days: 30 } }],
  });
});

it('without a list of amounts one role approves every change', () => {
  const alone = withSetting(standardPolicy, 'approval.byAmount', []);
  expect(areas.change(alone).authority).toEqual([{ role: 'general-manager', upTo: null }]);
});

it('one role for all write-offs is named once', () => {
  const one = withSetting(standardPolicy, 'payment.badDebtDecidedBy', 'general-manager');
  expect(areas.money(one).writeOff.badDebt).toEqual(['general-manager']);
});

it('duties are those of the office', () => {
  const alone = policyInForce({ version: 1, policy: standardPolicy }, 1);
  expect([changePolicyOf(standardInForce).duties, changePolicyOf(alone).duties]).toEqual(['strict', 'single-person']);
});
