import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReviewPolicy } from '../../../core/policy/review-policy.ts';
import { type Role, roles } from '../../../core/policy/roles.ts';
import { doubtKinds } from '../../../core/review/doubts.ts';
import type { ReviewFacts } from '../../../core/review/facts.ts';
import { type ReviewPlan, signersOf } from '../../../core/review/plan.ts';
import { verdicts } from '../../../core/review/state.ts';
import type { Instant } from '../../../core/value/date.ts';
import { add, type Decimal, subtract } from '../../../core/value/decimal.ts';
import { person } from '../order/sample-order.ts';
import { standardReviewPolicy } from '../policy/standard-policies.ts';
import { planOf } from './given.ts';
import { asks, at, Review } from './review.ts';

const decimals = (least: number, most: number, places: number): fc.Arbitrary<Decimal> =>
  fc
    .integer({ min: least * 10 ** places, max: most * 10 ** places })
    .map((units) => `${units / 10 ** places}` as Decimal);
const worst = (share: fc.Arbitrary<Decimal>) => fc.option(fc.record({ item: fc.constant('A01'), share }));
const words = fc.array(fc.constantFrom('A01', 'B02'), { maxLength: 2 });

const situations: fc.Arbitrary<ReviewFacts> = fc.record({
  currency: fc.constant('CNY'),
  amount: fc.option(decimals(0, 800_000, 2)),
  doubts: fc.array(
    fc.record({ code: fc.constantFrom(...doubtKinds.flatMap(({ codes }) => codes)), item: fc.constant('A01') }),
    { maxLength: 3 },
  ),
  customer: fc.record({
    ordersConfirmed: fc.option(fc.integer({ min: 0, max: 5 })),
    overCredit: fc.option(fc.record({ over: decimals(0, 300, 2), limit: decimals(1, 1000, 2) })),
    overdue: fc.option(fc.record({ days: fc.option(fc.integer({ min: 0, max: 40 })) })),
  }),
  discount: worst(decimals(0, 1, 3)),
  margin: worst(decimals(-1, 1, 3)),
  customMade: words,
  certificates: words,
  legal: words,
  terms: fc.option(
    fc.constant({ asked: '90 days', usual: { customerClass: 'B', prepaid: '0.3' as Decimal, credit: '0' as Decimal } }),
  ),
  commission: words,
});

/** Offices that give authority to other people, in other steps, over other limits. */
const offices: fc.Arbitrary<ReviewPolicy> = fc
  .record({
    approval: fc.constantFrom('authority', 'every-level'),
    priceDoubt: fc.option(fc.constantFrom<Role>('director', 'technical')),
    always: fc.subarray(['credit', 'supply', 'head', 'price'] as const),
    amountAuthority: fc
      .array(decimals(0, 600_000, 0), { maxLength: 3 })
      .map((limits) => limits.toSorted((a, b) => Number(a) - Number(b)))
      .map((limits) =>
        limits.map((upTo, rank) => ({
          role: (['service-supervisor', 'sales-manager', 'director'] as const)[rank] ?? 'director',
          upTo,
        })),
      ),
  })
  .map((own) => ({ ...standardReviewPolicy, ...own }));

/** Each signature of the milder plan is asked by the other as well, of the same people or of fewer, higher ones. */
function asksAtLeast(stricter: ReviewPlan, milder: ReviewPlan): void {
  expect(stricter.steps.length).toBeGreaterThanOrEqual(milder.steps.length);
  for (const mild of milder.steps) {
    const allowed = new Set(signersOf(mild));
    const same = stricter.steps.filter(({ aspect }) => aspect === mild.aspect);
    expect(same.some((step) => signersOf(step).every((role) => allowed.has(role)))).toBe(true);
  }
}

test('more amount, more discount, less margin never need fewer or lower signatures', () => {
  fc.assert(
    fc.property(
      offices,
      situations,
      decimals(0, 400_000, 2),
      decimals(0, 1, 3),
      decimals(0, 1, 3),
      (policy, given, ...by) => {
        const [amount, discount, margin] = by;
        const worse: ReviewFacts = {
          ...given,
          amount: given.amount && add(given.amount, amount),
          discount: { item: 'A01', share: add(given.discount?.share ?? ('0' as Decimal), discount) },
          margin: { item: 'A01', share: subtract(given.margin?.share ?? ('1' as Decimal), margin) },
        };
        asksAtLeast(planOf(worse, policy), planOf(given, policy));
      },
    ),
    { numRuns: 2000 },
  );
});

test('whatever is asked: the same plan again, each step once, with reasons, with people, in stages 1, 2, …', () => {
  fc.assert(
    fc.property(offices, situations, (policy, given) => {
      const plan = planOf(given, policy);
      expect(planOf(structuredClone(given), policy)).toEqual(plan);
      const { steps } = plan;
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const step of steps) {
        expect(step.reasons.length).toBeGreaterThan(0);
        expect(signersOf(step).length).toBeGreaterThan(0);
        expect(signersOf(step).filter((role) => !roles.includes(role))).toEqual([]);
      }
      expect(steps.map(({ stage }) => stage)).toEqual(steps.map(({ stage }) => stage).sort((a, b) => a - b));
      const stages = [...new Set(steps.map(({ stage }) => stage))];
      expect(stages).toEqual(stages.map((_, index) => index + 1));
    }),
    { numRuns: 1000 },
  );
});

const everybody = person('everybody', ...roles);
const clerk = person('wang', ...roles);
const hour = (count: number): Instant => new Date(Date.parse(at('09:00')) + count * 600_000).toISOString() as Instant;

/** Signs whatever is open until nothing is. */
function signAll(review: Review): void {
  for (let count = 1; ; count++) {
    const open = review.open(hour(count)).steps.find(({ status }) => status === 'open');
    if (open === undefined) return;
    const decision = review.sign(everybody, open.step.id, hour(count), { statement: 'seen' });
    expect(decision.ok).toBe(true);
  }
}

test('every plan can be completed by others, and an edit voids every signature', () => {
  fc.assert(
    fc.property(offices, situations, (policy, given) => {
      const review = new Review(planOf(given, policy));
      signAll(review);
      expect(review.open(hour(50)).isComplete).toBe(true);
      const signed = review.state().signOffs.length;
      review.edit('other', hour(60));
      const open = review.open(hour(60));
      expect(open.voided).toHaveLength(signed);
      expect(open.steps.filter(({ status }) => status === 'agreed')).toEqual([]);
      expect(open.isComplete).toBe(false);
    }),
  );
});

const people = [clerk, everybody, person('qian', 'finance-clerk'), person('li', 'order-desk-head')] as const;
const attempts = fc.array(
  fc.record({
    /** What would come next: somebody else signs the first open step. */
    natural: fc.boolean(),
    type: fc.constantFrom('sign-off', 'ask-customer', 'record-answer'),
    who: fc.nat({ max: people.length - 1 }),
    step: fc.nat({ max: 8 }),
    verdict: fc.constantFrom(...verdicts),
    text: fc.constantFrom('seen', ''),
    reason: fc.constantFrom('because', undefined),
  }),
  { maxLength: 40 },
);
type Attempt = typeof attempts extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;

function attempt(review: Review, given: Attempt, count: number, alone: boolean) {
  const open = review.open(hour(count)).steps.find(({ status }) => status === 'open');
  if (given.natural && open !== undefined)
    review.sign(alone ? clerk : everybody, open.step.id, hour(count), { statement: 'seen', reason: 'because' });
  else tried(review, given, count, alone);
}

function tried(review: Review, { type, who, step, verdict, text, reason }: Attempt, count: number, alone: boolean) {
  const meta = asks(alone ? clerk : (people[who] ?? clerk), hour(count), reason);
  const { contentHash } = review.context.order;
  const id = review.state().plan.steps[step]?.id ?? 'none';
  if (type === 'sign-off') review.do({ type, step: id, verdict, statement: text, contentHash, ...meta });
  else if (type === 'ask-customer') review.do({ type, question: text, ...meta });
  else review.do({ type, number: step, from: 'Ms Lin', answer: text, receivedAt: hour(count), ...meta });
}

test('nobody completes a plan alone where duties are separated, whatever he tries', () => {
  fc.assert(
    fc.property(offices, situations, attempts, (policy, given, tries) => {
      const review = new Review(planOf(given, policy));
      for (const [count, each] of tries.entries()) attempt(review, each, count, true);
      expect(review.state().signOffs).toEqual([]);
      expect(review.open(hour(50)).isComplete).toBe(false);
    }),
  );
});

test('whatever people try: no stage is signed before the one before it, nor by who asked, and questions are answered once', () => {
  let completed = 0;
  fc.assert(
    fc.property(offices, situations, attempts, (policy, given, tries) => {
      const review = new Review(planOf(given, policy));
      for (const [count, each] of tries.entries()) {
        attempt(review, each, count, false);
        const { steps, isComplete } = review.open(hour(count));
        const agreed = new Set(steps.flatMap(({ status, step }) => (status === 'agreed' ? [step.stage] : [])));
        for (const { status, step } of steps)
          if (status !== 'agreed') expect([...agreed].filter((stage) => stage > step.stage)).toEqual([]);
        if (isComplete) completed++;
      }
      const { signOffs, questions } = review.state();
      expect(signOffs.filter(({ by }) => by.userId === clerk.userId)).toEqual([]);
      expect(questions.map(({ number }) => number)).toEqual(questions.map((_, index) => index + 1));
    }),
    { numRuns: 500 },
  );
  expect(completed).toBeGreaterThan(0);
});
