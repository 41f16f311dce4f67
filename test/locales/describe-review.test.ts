import { describe, expect, it } from 'vitest';
import { aspects } from '../../core/policy/aspects.ts';
import { locales } from '../../core/policy/locale.ts';
import { type Reason, type ReasonCode, reasonCodes, redactedReason } from '../../core/review/reason.ts';
import { reviewPlanOf } from '../../core/review/review-plan-of.ts';
import { verdicts } from '../../core/review/state.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { describeReason } from '../../locales/describe-review.ts';
import en from '../../locales/en/review.json' with { type: 'json' };
import { textsIn } from '../../locales/index.ts';
import { standardReviewPolicy } from '../core/policy/standard-policies.ts';
import { customer, facts, planOf } from '../core/review/given.ts';

const codes = Object.keys(reasonCodes) as ReasonCode[];
const money = (value: string) => value as NonNullable<ReturnType<typeof facts>['amount']>;

it('every aspect, verdict and reason has words, and nothing else has', () => {
  const secret = codes.filter((code) => 'secret' in reasonCodes[code]);
  expect(Object.keys(en).sort()).toEqual(
    [
      ...aspects.map((aspect) => `aspect.${aspect}`),
      ...verdicts.map((verdict) => `verdict.${verdict}`),
      ...codes.map((code) => `reason.${code}`),
      ...secret.map((code) => `reason.${code}_redacted`),
    ].sort(),
  );
});

const given = reviewPlanOf(
  { contentHash: 'hash', customer: { code: 'C001', name: 'customer' }, lines: [], type: 'sample' },
  facts(),
  standardReviewPolicy,
);

/** Plans that give every reason there is. */
const reasons: readonly Reason[] = [
  planOf(customer({ ordersConfirmed: 1, overdue: { days: 9 } })),
  planOf(customer({ overdue: { days: 16 }, overCredit: { over: money('2500'), limit: money('100000') } })),
  planOf(customer({ overdue: { days: null } })),
  planOf(
    facts({
      amount: money('60000'),
      doubts: (
        ['stock.short', 'due-date.too-soon', 'quantity.unusual', 'region.not-allowed', 'price.none'] as const
      ).map((code) => ({ code, item: 'A01' })),
      discount: { item: 'A01', share: money('0.12') },
      margin: { item: 'A01', share: money('-0.05') },
      customMade: ['A01'],
      certificates: ['CE'],
      legal: ['contract'],
      terms: { asked: '90 days', usual: { customerClass: 'B', prepaid: money('0.3'), credit: money('0') } },
      commission: ['commission 3 %'],
    }),
  ),
  planOf(facts({ doubts: [{ code: 'price.below-floor' }, { code: 'item.specification-differs' }] })),
  planOf(facts({ amount: null }), { ...standardReviewPolicy, always: ['supply'], riskyClasses: ['B'] }),
  given,
].flatMap(({ steps }) => steps.flatMap((step) => step.reasons));

describe.each(locales)('reasons in %s', (locale) => {
  const said = (reason: Reason) => describeReason(reason, textsIn(locale), locale);

  it('have every place filled', () => {
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(codes.length - 1); // all but special
    expect(reasons.map(said).filter((text) => text.includes('{{'))).toEqual([]);
  });

  it('say no figure to those who may not see it', () => {
    for (const reason of reasons.filter(({ code }) => 'secret' in reasonCodes[code])) {
      const hidden = redactedReason(reason, ['costs', 'credit']);
      expect(hidden).toEqual({ code: reason.code, redacted: true });
      expect(said(hidden)).not.toMatch(/\d|\{\{/);
      expect(redactedReason(reason, [])).toBe(reason);
    }
  });
});

it('amounts and shares are written as the locale does', () => {
  const of = (code: ReasonCode) => reasons.find((reason) => reason.code === code) ?? { code };
  const say = (code: ReasonCode) => locales.map((locale) => describeReason(of(code), textsIn(locale), locale));
  expect(say('amount.beyond')).toEqual([
    '金额 ¥60,000.00 超过 ¥50,000.00。',
    '金額 ¥60,000.00 超過 ¥50,000.00。',
    '¥60,000.00 is above ¥50,000.00.',
  ]);
  expect(say('margin.low')[2]).toBe('A01 leaves a margin of -5%, less than 0%.');
});

it('a refusal names the aspects that come first', () => {
  const refusal = { code: 'review.step-waiting', data: { aspects: 'credit supply' } } as const;
  expect(locales.map((locale) => describeRefusal(refusal, textsIn(locale), locale).message)).toEqual([
    '还不能签，须先完成：信用、供应能力。',
    '還不能簽核，須先完成：信用、供貨能力。',
    'Not yet: these come first: Credit, Supply capability.',
  ]);
});
