import { describe, expect, test } from 'vitest';
import type { ReviewFacts } from '../../../core/review/facts.ts';
import { head, manager, person, solo } from '../order/sample-order.ts';
import { customer, facts, planOf } from './given.ts';
import { at, done, Review, refused } from './review.ts';

const decimal = (text: string) => text as NonNullable<ReviewFacts['amount']>;
const clerk = person('wang', 'order-desk', 'order-desk-head');
const finance = person('qian', 'finance-clerk');
const financeHead = person('zheng', 'finance-manager');
const general = person('feng', 'general-manager');
const stock = person('chen', 'warehouse');

const credit = 'credit:finance-clerk';
const desk = 'head:order-desk-head';
/** A new customer: finance, then the head. */
const newCustomer = planOf(customer({ ordersConfirmed: 0 }));
/** A discount that the sales manager grants. */
const dear = planOf(facts({ discount: { item: 'A01', share: decimal('0.08') } }));
const statuses = (review: Review, now = at('09:00')) => review.open(now).steps.map(({ status }) => status);

describe('who may sign', () => {
  test('a role the step asks, or a higher one; the role is recorded', () => {
    const review = new Review(newCustomer);
    expect(refused(review.sign(manager, credit, at('10:00')))).toMatchObject({
      code: 'role.not-allowed',
      who: ['finance-clerk', 'finance-manager', 'general-manager'],
    });
    expect(done(review.sign(financeHead, credit, at('10:00')))).toMatchObject([
      { type: 'step-signed', step: credit, verdict: 'agree', role: 'finance-manager', by: { userId: 'zheng' } },
    ]);
  });

  test('any role of one level signs for all of it', () => {
    const review = new Review(planOf(facts({ doubts: [{ code: 'stock.short', item: 'A01' }] })));
    done(review.sign(stock, 'supply:production', at('10:00')));
    expect(statuses(review)).toEqual(['agreed', 'open']);
  });

  test('R62: not who asked or last edited', () => {
    const review = new Review(planOf(facts()));
    expect(refused(review.sign(clerk, desk, at('10:00'), { reason: 'quick' }))).toMatchObject({
      code: 'duty.same-person',
      data: { name: 'wang' },
    });
  });

  test('alone in the office: with a reason, which stays on record', () => {
    const review = new Review(planOf(facts()), { duties: 'single-person', hands: [{ by: { userId: 'solo' } }] });
    expect(refused(review.sign(solo, desk, at('10:00')))).toMatchObject({ code: 'reason.missing' });
    expect(done(review.sign(solo, desk, at('10:00'), { reason: 'alone' }))).toMatchObject([{ reason: 'alone' }]);
    expect(review.open(at('10:00')).isComplete).toBe(true);
  });
});

describe('when', () => {
  test('stage by stage; the refusal says what comes first', () => {
    const review = new Review(newCustomer);
    expect(statuses(review)).toEqual(['open', 'waiting']);
    expect(refused(review.sign(head, desk, at('10:00')))).toMatchObject({
      code: 'review.step-waiting',
      data: { aspects: 'credit' },
    });
    done(review.sign(finance, credit, at('10:00')));
    expect(statuses(review)).toEqual(['agreed', 'open']);
    expect(review.open(at('10:00')).isComplete).toBe(false);
    done(review.sign(head, desk, at('11:00')));
    expect(review.open(at('11:00')).isComplete).toBe(true);
  });

  test('the steps of one stage in any order; the refusal names only those that are missing', () => {
    const review = new Review(planOf(facts({ doubts: [{ code: 'stock.short' }], legal: ['contract'] })));
    done(review.sign(person('lu', 'legal'), 'compliance:legal', at('10:00')));
    expect(refused(review.sign(head, desk, at('10:00')))).toMatchObject({ data: { aspects: 'supply' } });
    done(review.sign(stock, 'supply:production', at('10:00')));
    done(review.sign(head, desk, at('10:00')));
  });

  test('each step once, and only steps of the plan', () => {
    const review = new Review(newCustomer);
    done(review.sign(finance, credit, at('10:00')));
    expect(refused(review.sign(financeHead, credit, at('10:30')))).toMatchObject({
      code: 'review.step-signed',
      data: { name: 'qian' },
    });
    expect(refused(review.sign(finance, 'legal:legal', at('10:30')))).toMatchObject({
      code: 'review.step-unknown',
      data: { step: 'legal:legal' },
    });
  });

  test('for the content the signer saw, and a plan made for it', () => {
    const review = new Review(planOf(facts()));
    expect(refused(review.sign(head, desk, at('10:00'), { contentHash: 'older' })).code).toBe('version.stale');
    const { order } = review.context;
    review.context = { ...review.context, order: { ...order, contentHash: 'newer' } };
    expect(refused(review.sign(head, desk, at('10:00'))).code).toBe('version.stale');
  });
});

describe('in writing (R13, R17)', () => {
  test.each(['object', 'agree-on-condition'] as const)('%s needs a statement', (verdict) => {
    const review = new Review(planOf(facts()));
    expect(refused(review.sign(head, desk, at('10:00'), { verdict, statement: '  ' })).code).toBe('statement.missing');
    expect(done(review.sign(head, desk, at('10:00'), { verdict, statement: ' less ' }))).toMatchObject([
      { verdict, statement: 'less' },
    ]);
  });

  test('so does a yes to a discount beyond the authority; a plain yes doesn’t', () => {
    const review = new Review(dear);
    done(review.sign(head, desk, at('10:00')));
    const step = 'management:sales-manager';
    expect(refused(review.sign(manager, step, at('10:00'))).code).toBe('statement.missing');
    done(review.sign(manager, step, at('10:00'), { statement: 'first order of a chain' }));
    expect(review.open(at('10:00')).isComplete).toBe(true);
  });
});

describe('an objection', () => {
  const objected = (actor = finance) => {
    const review = new Review(newCustomer);
    done(review.sign(actor, credit, at('10:00'), { verdict: 'object', statement: 'unpaid elsewhere' }));
    return review;
  };

  test('keeps the later stages shut', () => {
    const review = objected();
    expect(statuses(review)).toEqual(['objected', 'waiting']);
    expect(refused(review.sign(head, desk, at('10:00'))).code).toBe('review.step-waiting');
  });

  test('stands against people of the same level', () => {
    expect(refused(objected().sign(person('xu', 'finance-clerk'), credit, at('11:00')))).toMatchObject({
      code: 'review.objection-stands',
      who: ['finance-manager', 'general-manager'],
      data: { name: 'qian' },
    });
    expect(refused(objected(general).sign(person('he', 'general-manager'), credit, at('11:00')))).toMatchObject({
      code: 'review.objection-stands',
      who: [],
    });
  });

  test.each([
    ['who raised it', finance],
    ['somebody above', financeHead],
  ])('falls when %s agrees, and stays on record', (_, actor) => {
    const review = objected();
    done(review.sign(actor, credit, at('11:00')));
    expect(statuses(review)).toEqual(['agreed', 'open']);
    expect(review.state().signOffs.map(({ verdict }) => verdict)).toEqual(['object', 'agree']);
  });
});

describe('an edit', () => {
  test('voids what was signed, and the review begins anew', () => {
    const review = new Review(newCustomer);
    done(review.sign(finance, credit, at('10:00')));
    review.edit('other', at('11:00'));
    const open = review.open(at('11:00'));
    expect(open.steps).toMatchObject([{ status: 'open', since: at('11:00') }, { status: 'waiting' }]);
    expect(open.voided).toHaveLength(1);
    done(review.sign(finance, credit, at('11:30')));
    expect(statuses(review)).toEqual(['agreed', 'open']);
  });

  test('that is taken back by another revives no signature', () => {
    const review = new Review(newCustomer);
    done(review.sign(finance, credit, at('10:00')));
    review.edit('other', at('11:00'));
    review.edit('hash', at('11:30'));
    expect(statuses(review)).toEqual(['open', 'waiting']);
    expect(review.open(at('12:00')).voided).toHaveLength(1);
  });

  test('not yet submitted voids them too', () => {
    const review = new Review(newCustomer);
    done(review.sign(finance, credit, at('10:00')));
    review.context = { ...review.context, order: { ...review.context.order, contentHash: 'draft' } };
    expect(review.open(at('11:00')).voided).toHaveLength(1);
  });
});

describe('a new round (rows 4, 6a, 6c)', () => {
  const agreed = () => {
    const review = new Review(newCustomer);
    done(review.sign(finance, credit, at('10:00')));
    return review;
  };

  test('asks everybody who had agreed again, from its beginning on', () => {
    const review = agreed();
    review.round(at('15:00'));
    const { steps, voided } = review.open(at('15:00'));
    expect(steps).toMatchObject([{ status: 'open', since: at('15:00'), isLate: false }, { status: 'waiting' }]);
    expect(voided).toMatchObject([{ step: credit, verdict: 'agree' }]);
    done(review.sign(finance, credit, at('15:30')));
    expect(statuses(review)).toEqual(['agreed', 'open']);
  });

  test('is told by the order of events, not by a clock that may stand still', () => {
    const review = agreed();
    review.round(at('10:00'));
    expect(statuses(review)).toEqual(['open', 'waiting']);
    done(review.sign(finance, credit, at('10:00')));
    expect(statuses(review)).toEqual(['agreed', 'open']);
  });

  test('isn’t begun by a plan made afresh, whatever has changed', () => {
    const review = agreed();
    review.round(at('11:00'));
    done(review.sign(finance, credit, at('11:30')));
    review.plan(planOf({ ...customer({ ordersConfirmed: 0 }), legal: ['contract'] }), at('12:00'));
    expect(review.open(at('12:00')).steps).toMatchObject([
      { status: 'agreed' },
      { status: 'open', since: at('11:30') },
      { status: 'waiting' },
    ]);
    expect(review.state().since).toBe(at('11:00'));
  });

  test('silences no objection: it takes its signer, or somebody above him', () => {
    const review = new Review(newCustomer);
    done(review.sign(finance, credit, at('10:00'), { verdict: 'object', statement: 'unpaid elsewhere' }));
    review.round(at('11:00'));
    expect(statuses(review)).toEqual(['objected', 'waiting']);
    expect(refused(review.sign(person('xu', 'finance-clerk'), credit, at('11:00'))).code).toBe(
      'review.objection-stands',
    );
    done(review.sign(financeHead, credit, at('11:00')));
    expect(statuses(review)).toEqual(['agreed', 'open']);
  });

  test('revives no objection that was taken back', () => {
    const review = new Review(newCustomer);
    done(review.sign(finance, credit, at('10:00'), { verdict: 'object', statement: 'unpaid elsewhere' }));
    done(review.sign(finance, credit, at('10:30')));
    review.round(at('11:00'));
    expect(statuses(review)).toEqual(['open', 'waiting']);
  });
});

test('planned anew for the same content: signatures of steps that are still asked hold, the clock goes on', () => {
  const review = new Review(newCustomer);
  done(review.sign(finance, credit, at('10:00')));
  review.plan(planOf(customer({ ordersConfirmed: 0 })), at('11:00'));
  expect(statuses(review)).toEqual(['agreed', 'open']);
  expect(review.state().since).toBe(at('09:00'));
  const over = { over: decimal('1'), limit: decimal('100') };
  review.plan(planOf(customer({ ordersConfirmed: 0, overCredit: over })), at('11:30'));
  expect(statuses(review)).toEqual(['open', 'waiting']);
});
