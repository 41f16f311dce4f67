import { describe, expect, test } from 'vitest';
import { availableActions } from '../../../core/order/available-actions.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { watchAt } from '../hold/given.ts';
import { customer, facts, plainFacts } from '../review/given.ts';
import { events, type Office, refused } from './office.ts';
import { by, clerk, controller, finance, head, manager, number, today } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const types = (list: readonly { type: string }[]) => list.map(({ type }) => type);
const approve = (who = head, more: object = {}) => ({ type: 'approve-order', ...by(who), ...more }) as const;
const signCredit = (who = finance) =>
  ({ type: 'sign-off', step: 'credit:finance-clerk', verdict: 'agree', contentHash: 'hash', ...by(who) }) as const;

/** A discount that the sales manager grants, if he says why. */
const dear = facts({ discount: { item: 'A01', share: '0.08' as Decimal } });
const unknownCustomer = customer({ ordersConfirmed: 0 });

/** In review, planned by these facts. */
function inReview(given: Office['facts'] = plainFacts): Office {
  const office = orderAt('draft');
  office.facts = given;
  events(office.do(so, { type: 'submit-order', ...by(clerk) }));
  return office;
}

describe('row 5: signed by everybody the policy asks', () => {
  test('the approver signs the step that waits for him, and approves with it', () => {
    expect(events(orderAt('in-review').do(so, approve()))).toMatchObject([
      { type: 'step-signed', step: 'head:order-desk-head', verdict: 'agree', role: 'order-desk-head' },
      { type: 'order-approved' },
    ]);
  });

  test('several steps at once, stage by stage, where all of them are his', () => {
    const office = inReview(dear);
    const said = events(office.do(so, approve(manager, { statement: 'he takes a year’s worth' })));
    expect(types(said)).toEqual(['step-signed', 'step-signed', 'order-approved']);
    expect(said).toMatchObject([{ step: 'head:order-desk-head' }, { step: 'management:sales-manager' }, {}]);
  });

  test('a yes in spite of the figures is written down; the reason serves where nothing else is', () => {
    const office = inReview(dear);
    expect(refused(office.do(so, approve(manager)))).toMatchObject({
      code: 'statement.missing',
      status: 'in-review',
      data: { aspects: 'management' },
    });
    events(office.do(so, { ...approve(manager), reason: 'a year’s worth' }));
    expect(office.order(so)).toMatchObject({ review: { signOffs: [{}, { statement: 'a year’s worth' }] } });
  });

  test('what is missing is named, and who could sign it; nothing is signed on the way', () => {
    const office = inReview(unknownCustomer);
    expect(refused(office.do(so, approve()))).toMatchObject({
      code: 'review.incomplete',
      who: ['finance-clerk', 'order-desk-head'],
      data: { aspects: 'credit head' },
    });
    expect(office.order(so)).toMatchObject({ status: 'in-review', review: { signOffs: [] } });
    expect(office.available('A01')).toBe('50');
    events(office.do(so, signCredit()));
    expect(types(events(office.do(so, approve())))).toEqual(['step-signed', 'order-approved']);
  });

  test('not while the customer owes an answer', () => {
    const office = inReview();
    events(office.do(so, { type: 'ask-customer', question: 'Which colour?', ...by(head) }));
    expect(refused(office.do(so, approve()))).toMatchObject({ code: 'review.question-open', data: { number: '1' } });
    const answer = { number: 1, from: 'Mr Lin', answer: 'blue', receivedAt: by(clerk).at };
    events(office.do(so, { type: 'record-answer', ...answer, ...by(clerk) }));
    events(office.do(so, approve()));
  });
});

describe('row 5: by what price, credit and stock are now', () => {
  test('a step that wasn’t asked for when it was submitted is, once there is a reason', () => {
    const office = inReview();
    office.facts = unknownCustomer;
    expect(refused(office.do(so, approve()))).toMatchObject({
      code: 'review.incomplete',
      data: { aspects: 'credit head' },
    });
    expect(types(events(office.do(so, signCredit())))).toEqual(['review-planned', 'step-signed']);
    expect(types(events(office.do(so, approve())))).toEqual(['step-signed', 'order-approved']);
  });

  test('and is offered for signing to whoever may sign it', () => {
    const office = inReview();
    office.facts = unknownCustomer;
    const offers = availableActions(office.order(so), finance, office.context(so), by(finance));
    expect(offers.find(({ command }) => command === 'sign-off')?.allowed).toBe(true);
  });

  test('a step whose reason has gone is waited for no longer', () => {
    const office = inReview(unknownCustomer);
    office.facts = plainFacts;
    expect(types(events(office.do(so, approve())))).toEqual(['review-planned', 'step-signed', 'order-approved']);
  });

  test('what was signed holds on, also when more is asked afterwards', () => {
    const office = inReview(unknownCustomer);
    events(office.do(so, signCredit(controller)));
    office.facts = { ...unknownCustomer, discount: dear.discount };
    expect(refused(office.do(so, approve()))).toMatchObject({ data: { aspects: 'management' } });
    expect(types(events(office.do(so, approve(manager, { statement: 'agreed' }))))).toEqual([
      'review-planned',
      'step-signed',
      'step-signed',
      'order-approved',
    ]);
  });
});

describe('row 5: nothing holds it back', () => {
  test.each([
    ['on confirming, raised', 'credit', 'raised', 'hold.blocks'],
    ['on confirming, released', 'credit', 'released', null],
    ['on shipping only', 'documents', 'raised', null],
  ] as const)('a hold %s', (_, reason, status, code) => {
    const office = orderAt('in-review');
    const owner = status === 'released' ? controller : undefined;
    const hold = watchAt(status, reason, owner).hold();
    office.holds = [hold];
    if (code === null) events(office.do(so, approve()));
    else
      expect(refused(office.do(so, approve()))).toMatchObject({
        code,
        status: 'in-review',
        who: ['finance-manager'],
        data: { hold: hold.number, holdReason: reason },
      });
  });

  test('nor does one on another order, or of another customer', () => {
    const office = orderAt('in-review');
    office.holds = [
      watchAt('raised', 'credit', undefined, { on: 'customer', customerCode: 'C002' }).hold(),
      { ...watchAt('raised', 'credit').hold(), scope: { on: 'order', order: number(2) } },
    ];
    events(office.do(so, approve()));
    expect(office.order(so)).toMatchObject({ approved: { at: `${today}T02:00:00.000Z` } });
  });
});
