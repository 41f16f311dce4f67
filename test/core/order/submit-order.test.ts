import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import { events, type Office, refused } from './office.ts';
import { auditor, by, checkedOrder, clerk, date, head, number, person, posting, today } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const second = number(2);

/** A customer who was to pay on delivery, and has had his goods unpaid since 21 November. */
function owing(): Office {
  const order = { ...checkedOrder(undefined, 'A'), paymentTerms: '货到付款' } as ReturnType<typeof checkedOrder>;
  const office = orderAt('completed', order);
  office.isPaid = () => false;
  return office;
}
/** Another order of his. */
const another = (day: string, submit: boolean) =>
  posting(by(clerk, date(day)), { number: second, orderKey: 'second', contentHash: 'second', submit });
const submit = (day: string) => ({ type: 'submit-order', ...by(clerk, date(day)) }) as const;

describe('rows 1 and 2: whoever is long overdue orders nothing new (policy 6)', () => {
  test('a draft of his is kept, and handed in on the fifteenth day; on the sixteenth no more', () => {
    const office = owing();
    events(office.do(second, another('2026-12-06', false)));
    expect(refused(office.do(second, submit('2026-12-07')))).toMatchObject({
      code: 'credit.overdue-stops-orders',
      data: { customer: 'C001', overdue: '37.5', currency: 'CNY', days: '16', allowed: '15' },
    });
    expect(office.status(second)).toBe('draft');
    events(office.do(second, submit('2026-12-06')));
    expect(office.status(second)).toBe('in-review');
  });

  test('posted to be handed in at once, the rows are refused whole: no number is used', () => {
    const office = owing();
    expect(refused(office.do(second, another('2026-12-07', true))).code).toBe('credit.overdue-stops-orders');
    expect(office.orderEvents.has(second)).toBe(false);
    events(office.do(second, another('2026-12-06', true)));
  });

  test('once he has paid he orders again', () => {
    const office = owing();
    office.isPaid = () => true;
    events(office.do(second, another('2026-12-07', true)));
  });

  test('another customer pays for his debts only', () => {
    const office = owing();
    const order = checkedOrder(undefined, 'B', 'C002');
    events(office.do(second, { ...another('2026-12-07', false), order }));
    events(office.do(second, submit('2026-12-07')));
  });
});

describe('row 4: a question to whoever handed it in', () => {
  const at = (time: string) => time as Instant;
  const ask = (replyBy?: Instant, who = head) =>
    ({ type: 'ask-question', ...by(who, today, 'which thread?'), ...(replyBy && { replyBy }) }) as const;

  test('has a time to answer, which is still to come', () => {
    const office = orderAt('in-review');
    expect(refused(office.do(so, ask(at('2026-11-21T02:00:00.000Z'))))).toMatchObject({
      code: 'question.reply-by-past',
      status: 'in-review',
    });
    events(office.do(so, ask(at('2026-11-21T02:00:01.000Z'))));
    expect(office.order(so)).toMatchObject({ status: 'draft', question: { replyBy: '2026-11-21T02:00:01.000Z' } });
  });

  test('unless said, by the working hours of the policy: 16 of them, counted from Monday', () => {
    const office = orderAt('in-review');
    events(office.do(so, ask()));
    // Asked on a Saturday; eight hours a day: Tuesday at half past five.
    expect(office.order(so)).toMatchObject({ question: { replyBy: '2026-11-24T09:30:00.000Z' } });
  });

  test('of anybody who may have to sign, of nobody else; and it waits for its answer, not for a second posting', () => {
    expect(refused(orderAt('in-review').do(so, ask(undefined, auditor))).code).toBe('role.not-allowed');
    const office = orderAt('in-review');
    events(office.do(so, ask(undefined, person('lu', 'legal'))));
    events(office.do(so, posting(by(clerk))));
    expect(office.status(so)).toBe('draft');
    events(office.do(so, { type: 'submit-order', ...by(clerk) }));
    expect(office.order(so)).not.toHaveProperty('question');
  });
});
