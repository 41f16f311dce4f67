import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import { customer } from '../review/given.ts';
import { events, type Office, refused } from './office.ts';
import { boss, by, clerk, finance, head, inspector, manager, number, posting, today } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const types = (list: readonly { type: string }[]) => list.map(({ type }) => type);

/** Of a new customer, whom finance looks at before the head of the order desk does. */
function ofNewCustomer(): Office {
  const office = orderAt('draft');
  office.facts = customer({ ordersConfirmed: 0 });
  events(office.do(so, { type: 'submit-order', ...by(clerk) }));
  return office;
}

describe('row 4a: a question to the customer', () => {
  const ask = (who = head, question = 'Which colour?', replyBy?: string) =>
    ({ type: 'ask-customer', question, ...by(who), ...(replyBy && { replyBy: replyBy as Instant }) }) as const;

  test('of whoever must sign this order; the order stays in review', () => {
    const office = orderAt('in-review');
    expect(refused(office.do(so, ask(inspector)))).toMatchObject({
      code: 'role.not-allowed',
      status: 'in-review',
      from: ['in-review'],
      who: ['order-desk-head', 'sales-manager', 'director', 'general-manager'],
    });
    events(office.do(so, ask(manager)));
    expect(office.order(so)).toMatchObject({
      status: 'in-review',
      review: { questions: [{ number: 1, question: 'Which colour?', replyBy: '2026-11-24T09:30:00.000Z' }] },
    });
  });

  test('in words, and with a time to answer that is still to come', () => {
    const office = orderAt('in-review');
    expect(refused(office.do(so, ask(head, '  '))).code).toBe('statement.missing');
    expect(refused(office.do(so, ask(head, 'Which?', '2026-11-21T02:00:00.000Z'))).code).toBe('question.reply-by-past');
    events(office.do(so, ask(head, 'Which?', '2026-11-21T02:00:01.000Z')));
  });
});

describe('row 4b: his answer', () => {
  const answer = (more: { number?: number; answer?: string; receivedAt?: string } = {}) =>
    ({
      type: 'record-answer',
      number: 1,
      from: 'Mr Lin',
      answer: 'blue',
      receivedAt: '2026-11-21T02:00:00.000Z',
      ...by(clerk),
      ...more,
    }) as Parameters<Office['do']>[1];
  function asked(): Office {
    const office = orderAt('in-review');
    events(office.do(so, { type: 'ask-customer', question: 'Which colour?', ...by(head) }));
    return office;
  }

  test.each([
    ['of a question nobody asked', { number: 2 }, 'question.unknown'],
    ['without words', { answer: ' ' }, 'statement.missing'],
    ['before it was asked', { receivedAt: '2026-11-21T01:59:59.000Z' }, 'question.answer-time'],
    ['in the future', { receivedAt: '2026-11-21T02:00:01.000Z' }, 'question.answer-time'],
  ])('%s is refused', (_, more, code) => {
    expect(refused(asked().do(so, answer(more)))).toMatchObject({ code, status: 'in-review' });
  });

  test('is recorded once, and the order can be confirmed', () => {
    const office = asked();
    events(office.do(so, answer()));
    expect(office.order(so)).toMatchObject({
      review: { questions: [{ answered: { from: 'Mr Lin', answer: 'blue' } }] },
    });
    expect(refused(office.do(so, answer()))).toMatchObject({ code: 'question.answered', data: { name: 'wang' } });
    events(office.do(so, { type: 'approve-order', ...by(head) }));
  });
});

describe('row 4c: a signature', () => {
  const sign = (who = head, more: { step?: string; contentHash?: string; verdict?: string; statement?: string } = {}) =>
    ({
      type: 'sign-off',
      step: 'head:order-desk-head',
      verdict: 'agree',
      contentHash: 'hash',
      ...by(who),
      ...more,
    }) as Parameters<Office['do']>[1];
  const credit = { step: 'credit:finance-clerk' };

  test('under a step of the plan, for the content as it is', () => {
    const office = orderAt('in-review');
    expect(refused(office.do(so, sign(head, { contentHash: 'other' }))).code).toBe('version.stale');
    expect(refused(office.do(so, sign(head, credit)))).toMatchObject({ code: 'review.step-unknown', data: credit });
    expect(types(events(office.do(so, sign())))).toEqual(['step-signed']);
    expect(refused(office.do(so, sign())).code).toBe('review.step-signed');
  });

  test('when its turn has come, by one of its roles', () => {
    const office = ofNewCustomer();
    expect(refused(office.do(so, sign()))).toMatchObject({ code: 'review.step-waiting', data: { aspects: 'credit' } });
    expect(refused(office.do(so, sign(manager, credit)))).toMatchObject({
      code: 'role.not-allowed',
      who: ['finance-clerk', 'finance-manager', 'general-manager'],
    });
    events(office.do(so, sign(finance, credit)));
    events(office.do(so, sign()));
  });

  test('of other hands than those that handed it in (R62)', () => {
    const office = orderAt('draft');
    events(office.do(so, { type: 'submit-order', ...by(head) }));
    expect(refused(office.do(so, sign()))).toMatchObject({ code: 'duty.same-person', data: { name: 'li' } });
    events(office.do(so, sign(manager)));
  });

  test('an objection is written down, and stands until somebody above thinks otherwise', () => {
    const office = orderAt('in-review');
    expect(refused(office.do(so, sign(manager, { verdict: 'object' }))).code).toBe('statement.missing');
    events(office.do(so, sign(manager, { verdict: 'object', statement: 'too soon' })));
    expect(refused(office.do(so, sign()))).toMatchObject({
      code: 'review.objection-stands',
      who: ['director', 'general-manager'],
      data: { name: 'zhao' },
    });
    expect(refused(office.do(so, { type: 'approve-order', ...by(head) }))).toMatchObject({
      code: 'review.incomplete',
      data: { aspects: 'head' },
    });
    events(office.do(so, sign(boss)));
    events(office.do(so, { type: 'approve-order', ...by(head) }));
  });

  test('is worth nothing once the order is edited, and counts again for none of it', () => {
    const office = orderAt('in-review');
    events(office.do(so, sign()));
    const edited = by(clerk, today);
    events(office.do(so, posting({ ...edited, at: '2026-11-21T03:00:00.000Z' as Instant }, { contentHash: 'other' })));
    expect(refused(office.do(so, sign())).code).toBe('version.stale');
    events(office.do(so, { ...sign(head, { contentHash: 'other' }), at: '2026-11-21T04:00:00.000Z' as Instant }));
  });
});
