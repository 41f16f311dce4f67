import { describe, expect, test } from 'vitest';
import type { ReviewPolicy } from '../../../core/policy/review-policy.ts';
import type { CustomerFacts, ReviewFacts } from '../../../core/review/facts.ts';
import { needsStatement } from '../../../core/review/reason.ts';
import { reviewPlanOf } from '../../../core/review/review-plan-of.ts';
import { checkedOrder, line } from '../order/sample-order.ts';
import { standardReviewPolicy } from '../policy/standard-policies.ts';
import { customer, facts, planOf, shape } from './given.ts';

const decimal = (text: string) => text as NonNullable<ReviewFacts['amount']>;
const head = '1 head:order-desk-head';

describe('amount (policy 1): both sides of every limit', () => {
  test.each([
    ['0', [head]],
    ['50000', [head]],
    ['50000.01', [head, '2 management:sales-manager']],
    ['200000', [head, '2 management:sales-manager']],
    ['200000.01', [head, '2 management:director']],
    ['500000', [head, '2 management:director']],
    ['500000.01', [head, '2 management:general-manager']],
  ])('¥%s', (amount, steps) => {
    expect(shape(planOf(facts({ amount: decimal(amount) })))).toEqual(steps);
  });

  test('that nobody can compare goes to the top', () => {
    const plan = planOf(facts({ amount: null }));
    expect(shape(plan)).toEqual([head, '2 management:general-manager']);
    expect(plan.steps[1]?.reasons).toEqual([{ code: 'amount.unknown' }]);
  });

  test('says which limit it passed', () => {
    expect(planOf(facts({ amount: decimal('200000.01') })).steps[1]?.reasons).toEqual([
      {
        code: 'amount.beyond',
        values: {
          amount: { kind: 'money', value: '200000.01', currency: 'CNY' },
          limit: { kind: 'money', value: '200000', currency: 'CNY' },
        },
      },
    ]);
  });

  test('whose authority begins above the head of the order desk is signed by both', () => {
    const policy = { ...standardReviewPolicy, amountAuthority: [{ role: 'director', upTo: decimal('900') }] as const };
    expect(shape(planOf(facts({ amount: decimal('900') }), policy))).toEqual([head, '2 management:director']);
    expect(shape(planOf(facts({ amount: decimal('901') }), policy))).toEqual([head, '2 management:general-manager']);
  });
});

describe('discount (policy 2)', () => {
  test.each([
    ['0.03', null],
    ['0.0301', 'service-supervisor'],
    ['0.05', 'service-supervisor'],
    ['0.0501', 'sales-manager'],
    ['0.1', 'sales-manager'],
    ['0.1001', 'director'],
    ['0.15', 'director'],
    ['0.1501', 'general-manager'],
    ['1', 'general-manager'],
  ])('%s off', (share, role) => {
    const steps = shape(planOf(facts({ discount: { item: 'A01', share: decimal(share) } })));
    expect(steps).toEqual(role === null ? [head] : [head, `2 management:${role}`]);
  });

  test('beyond a list that ends early: the last authority', () => {
    const policy = { ...standardReviewPolicy, discountAuthority: standardReviewPolicy.discountAuthority.slice(0, 2) };
    const given = facts({ discount: { item: 'A01', share: decimal('0.06') } });
    expect(shape(planOf(given, policy))).toEqual([head, '2 management:general-manager']);
  });
});

describe('margin (policy 3)', () => {
  test.each([
    ['0.15', null],
    ['0.1499', 'sales-manager'],
    ['0.08', 'sales-manager'],
    ['0.0799', 'director'],
    ['0', 'director'],
    ['-0.0001', 'general-manager'],
  ])('of %s', (share, role) => {
    const steps = shape(planOf(facts({ margin: { item: 'A01', share: decimal(share) } })));
    expect(steps).toEqual(role === null ? [head] : [head, `2 management:${role}`]);
  });
});

describe('the customer (policy 5–7)', () => {
  const over = (amount: string): Partial<CustomerFacts> => ({
    overCredit: { over: decimal(amount), limit: decimal('100000') },
  });
  const finance = (role: string) => [`1 credit:finance-${role}`, '2 head:order-desk-head'];
  const top = [...finance('manager'), '3 management:general-manager'];
  test.each<[string, Partial<CustomerFacts>, string[]]>([
    ['the third order is a new customer’s', { ordersConfirmed: 2 }, finance('clerk')],
    ['the fourth isn’t', { ordersConfirmed: 3 }, [head]],
    ['a debt of 7 days', { overdue: { days: 7 } }, [head]],
    ['of 8', { overdue: { days: 8 } }, finance('clerk')],
    ['of 15', { overdue: { days: 15 } }, finance('clerk')],
    ['of 16', { overdue: { days: 16 } }, top],
    ['that nobody dated', { overdue: { days: null } }, finance('clerk')],
    ['a tenth over the limit', over('10000'), finance('manager')],
    ['a cent more', over('10000.01'), top],
  ])('%s', (_, known, steps) => {
    expect(shape(planOf(customer(known)))).toEqual(steps);
  });

  test('new, where the office has finance look at it along with the others', () => {
    const along = { ...standardReviewPolicy, newCustomerFirst: false, always: ['technical'] as const };
    expect(shape(planOf(customer({ ordersConfirmed: 0 }), along))).toEqual([
      '1 credit:finance-clerk',
      '1 technical:technical',
      '2 head:order-desk-head',
    ]);
  });

  test('of a class the office calls risky', () => {
    const risky = (own: string) => shape(planOf(facts(), { ...standardReviewPolicy, riskyClasses: [own] }));
    expect(risky('B类')).toEqual(finance('clerk'));
    expect(risky('C')).toEqual([head]);
  });

  test('new and over the limit: finance signs once, by the higher reason, and is told both', () => {
    const [credit] = planOf(customer({ ordersConfirmed: 0, ...over('1') })).steps;
    expect(credit).toMatchObject({ id: 'credit:finance-manager', stage: 1, hours: 4 });
    expect(credit?.reasons.map(({ code }) => code)).toEqual(['customer.new', 'customer.over-credit']);
  });
});

describe('the details (R11), in parallel', () => {
  const details = (given: Partial<ReviewFacts>) => shape(planOf(facts(given)));
  test.each<[string, Partial<ReviewFacts>, string[]]>([
    ['short stock', { doubts: [{ code: 'stock.short', item: 'A01' }] }, ['1 supply:production']],
    ['a tight date', { doubts: [{ code: 'due-date.too-soon', item: 'A01' }] }, ['1 supply:production']],
    ['custom-made goods', { customMade: ['A01'] }, ['1 technical:technical']],
    ['a certificate', { certificates: ['CE'] }, ['1 packing:quality']],
    ['a contract of his own', { legal: ['contract'] }, ['1 compliance:legal']],
    ['a region nobody is sure of', { doubts: [{ code: 'check.not-run', item: 'A01' }] }, ['1 region:sales-manager']],
    [
      'terms of his own',
      { terms: { asked: '90 days', usual: { customerClass: 'B', prepaid: decimal('0.3'), credit: decimal('0') } } },
      ['1 price:service-supervisor'],
    ],
  ])('%s', (_, given, first) => {
    expect(details(given)).toEqual([...first, '2 head:order-desk-head']);
  });

  test('R16: a price in doubt goes to the service supervisor and to the director', () => {
    const given = facts({ doubts: [{ code: 'price.unlike-last', item: 'A01' }] });
    expect(shape(planOf(given))).toEqual([
      '1 price:service-supervisor',
      '2 head:order-desk-head',
      '3 management:director',
    ]);
    const alone = { ...standardReviewPolicy, priceDoubt: null };
    expect(shape(planOf(given, alone))).toEqual(['1 price:service-supervisor', '2 head:order-desk-head']);
  });

  test('below the floor: who may grant a low margin; a commission: the last authority', () => {
    expect(details({ doubts: [{ code: 'price.below-floor', item: 'A01' }] })).toEqual([
      head,
      '2 management:sales-manager',
    ]);
    expect(details({ commission: ['commission 3 %'] })).toEqual([head, '2 management:general-manager']);
  });

  test('one reason names all items of one kind of doubt, sorted, each once', () => {
    const doubts = [
      { code: 'stock.unlisted', item: 'B02' },
      { code: 'stock.short', item: 'A01' },
      { code: 'stock.short', item: 'B02' },
      { code: 'quantity.unusual', item: 'C03' },
      { code: 'line.duplicate', item: 'D04' },
    ] as const;
    expect(planOf(facts({ doubts })).steps[0]?.reasons).toEqual([
      { code: 'stock.doubt', values: { items: { kind: 'text', value: 'A01, B02' } } },
      { code: 'quantity.unusual', values: { items: { kind: 'text', value: 'C03' } } },
    ]);
  });

  test('a special wish of a line goes to the technical department', () => {
    const lines = [{ ...line('A01', '1', { specialRequirements: 'laser mark' }), line: 1 }];
    const plan = reviewPlanOf({ ...checkedOrder(), contentHash: 'hash', lines }, facts(), standardReviewPolicy);
    expect(plan.steps[0]).toMatchObject({
      id: 'technical:technical',
      hours: 8,
      reasons: [{ code: 'goods.special', values: { items: { value: 'A01: laser mark' } } }],
    });
  });
});

test('everything at once: finance first, the details together, the head, then the authority', () => {
  const given: ReviewFacts = {
    ...customer({ ordersConfirmed: 0 }),
    amount: decimal('300000'),
    doubts: [
      { code: 'stock.short', item: 'A01' },
      { code: 'price.none', item: 'A01' },
    ],
    discount: { item: 'A01', share: decimal('0.04') },
    margin: { item: 'A01', share: decimal('0.1') },
    customMade: ['A01'],
    certificates: ['CE'],
    legal: ['contract'],
  };
  const plan = planOf(given);
  expect(shape(plan)).toEqual([
    '1 credit:finance-clerk',
    '2 technical:technical',
    '2 supply:production',
    '2 price:service-supervisor',
    '2 compliance:legal',
    '2 packing:quality',
    '3 head:order-desk-head',
    '4 management:director',
  ]);
  expect(plan.steps.at(-1)?.reasons.map(({ code }) => code)).toEqual([
    'price.doubt',
    'discount.beyond',
    'margin.low',
    'amount.beyond',
  ]);
});

describe('what an office may set', () => {
  const given = facts({ amount: decimal('300000') });

  test('every level up to the authority, one after the other', () => {
    const policy: ReviewPolicy = { ...standardReviewPolicy, approval: 'every-level' };
    expect(shape(planOf(given, policy))).toEqual([
      head,
      '2 management:service-supervisor',
      '3 management:sales-manager',
      '4 management:director',
    ]);
  });

  test('aspects looked at in every order, in parallel unless the customer is risky', () => {
    const policy: ReviewPolicy = { ...standardReviewPolicy, always: ['supply', 'credit'] };
    expect(shape(planOf(facts(), policy))).toEqual([
      '1 credit:finance-clerk',
      '1 supply:production',
      '2 head:order-desk-head',
    ]);
  });

  test('a role the aspect doesn’t know of signs for himself', () => {
    const policy = {
      ...standardReviewPolicy,
      amountAuthority: [{ role: 'finance-manager', upTo: decimal('1000000') }] as const,
    };
    const plan = planOf({ ...given, discount: { item: 'A01', share: decimal('0.04') } }, policy);
    expect(shape(plan)).toEqual([head, '2 management:service-supervisor', '2 management:finance-manager']);
    expect(plan.steps[2]?.levels).toEqual([['finance-manager'], ['general-manager']]);
  });

  test('an aspect without anybody falls to the last authority; a role counts on its lowest level', () => {
    const aspects = {
      ...standardReviewPolicy.aspects,
      packing: { levels: [[], []], hours: 1 },
      compliance: { levels: [['legal'], ['legal', 'director']], hours: 1 },
    } as const;
    const plan = planOf(facts({ certificates: ['CE'], legal: ['contract'] }), { ...standardReviewPolicy, aspects });
    expect(plan.steps.slice(0, 2).map(({ levels }) => levels)).toEqual([
      [['legal'], ['director']],
      [['general-manager']],
    ]);
  });
});

const plain = { contentHash: 'hash', customer: { code: 'C001', name: 'customer' }, lines: [] };

test('what is given is signed by the first above the head of the order desk, in writing', () => {
  for (const type of ['sample', 'internal'] as const) {
    const { steps } = reviewPlanOf({ ...plain, type }, facts(), standardReviewPolicy);
    const management = steps.find(({ aspect }) => aspect === 'management');
    expect(management).toMatchObject({ id: 'management:sales-manager', reasons: [{ code: 'order.given' }] });
    expect(management?.reasons.some(needsStatement)).toBe(true);
  }
  const normal = reviewPlanOf({ ...plain, type: 'late-paper' }, facts(), standardReviewPolicy);
  expect(normal.steps.map(({ aspect }) => aspect)).toEqual(['head']);
});
