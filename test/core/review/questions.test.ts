import { describe, expect, test } from 'vitest';
import { evolveReview } from '../../../core/review/evolve.ts';
import type { Instant } from '../../../core/value/date.ts';
import { clerk, head, person } from '../order/sample-order.ts';
import { facts, planOf } from './given.ts';
import { asks, at, done, Review, refused } from './review.ts';

const monday = '2026-11-23';
const plan = planOf(facts());
const ask = (when: Instant, replyBy?: Instant, question = 'Which colour?') =>
  ({ type: 'ask-customer', question, ...asks(head, when), ...(replyBy === undefined ? {} : { replyBy }) }) as const;
const answer = (number: number, receivedAt: Instant, when = receivedAt, said = 'blue', from = 'Ms Lin') =>
  ({ type: 'record-answer', number, from, answer: said, receivedAt, ...asks(clerk, when) }) as const;

describe('a question to the customer (row 4)', () => {
  test('is numbered and has a deadline in working time, or the one given', () => {
    const review = new Review(plan);
    expect(done(review.do(ask(at('10:00'))))).toMatchObject([
      { type: 'customer-asked', number: 1, question: 'Which colour?', replyBy: at('10:00', '2026-11-24') },
    ]);
    expect(done(review.do(ask(at('10:00'), at('15:00'))))).toMatchObject([{ number: 2, replyBy: at('15:00') }]);
  });

  test('comes from whoever the plan has sign, on any level', () => {
    const outsider = { ...ask(at('10:00')), by: person('chen', 'warehouse') };
    expect(refused(new Review(plan).do(outsider))).toMatchObject({
      code: 'role.not-allowed',
      who: ['order-desk-head', 'sales-manager', 'director', 'general-manager'],
    });
  });

  test('needs words, and a deadline to come', () => {
    const review = new Review(plan);
    expect(refused(review.do(ask(at('10:00'), undefined, ' '))).code).toBe('statement.missing');
    expect(refused(review.do(ask(at('10:00'), at('10:00')))).code).toBe('question.reply-by-past');
  });

  test('keeps the order from being confirmed until it is answered', () => {
    const review = new Review(plan);
    done(review.do(ask(at('10:00'), at('11:00'))));
    done(review.sign(head, 'head:order-desk-head', at('10:30')));
    expect(review.open(at('11:00'))).toMatchObject({ isComplete: false, questions: [{ number: 1, isLate: false }] });
    expect(review.open(at('11:01'))).toMatchObject({ questions: [{ isLate: true }] });
    done(review.do(answer(1, at('11:30'))));
    expect(review.open(at('11:30'))).toMatchObject({ isComplete: true, questions: [] });
  });
});

describe('an answer', () => {
  const asked = () => {
    const review = new Review(plan);
    done(review.do(ask(at('10:00'))));
    return review;
  };

  test('is written down with who said it and when', () => {
    const review = asked();
    done(review.do(answer(1, at('11:00'), at('09:00', monday), ' blue ')));
    expect(review.state().questions).toMatchObject([
      {
        answered: { from: 'Ms Lin', answer: 'blue', receivedAt: at('11:00'), recorded: { at: at('09:00', monday) } },
      },
    ]);
  });

  test.each([
    ['of a question nobody asked', answer(2, at('11:00')), 'question.unknown'],
    ['without words', answer(1, at('11:00'), at('11:00'), ' '), 'statement.missing'],
    ['without a name', answer(1, at('11:00'), at('11:00'), 'blue', ''), 'statement.missing'],
    ['before the question', answer(1, at('09:59'), at('11:00')), 'question.answer-time'],
    ['in the future', answer(1, at('11:01'), at('11:00')), 'question.answer-time'],
  ])('%s is refused', (_, command, code) => {
    expect(refused(asked().do(command)).code).toBe(code);
  });

  test('comes once', () => {
    const review = asked();
    done(review.do(answer(1, at('10:00'))));
    expect(refused(review.do(answer(1, at('11:00'))))).toMatchObject({
      code: 'question.answered',
      data: { number: '1', name: 'wang' },
    });
  });
});

describe('deadlines in working time (policy 8)', () => {
  /** The head of the order desk has two hours, from Friday 15:30. */
  const urgency = (review: Review, now: Instant) => {
    const [step] = review.open(now).steps;
    if (step?.status !== 'open') throw new Error(`the step is ${step?.status}`);
    const { since, due, isLate, asked } = step;
    return { since, due, isLate, asked: asked.at(-1) };
  };
  const started = () => new Review(plan, {}, at('15:30'));

  test.each([
    ['in time to the minute', at('17:30'), false, 'order-desk-head'],
    ['a minute late', at('17:31'), true, 'sales-manager'],
    ['over the weekend the clock stands still', at('09:00', '2026-11-22'), true, 'sales-manager'],
    ['late a second time', at('10:31', monday), true, 'director'],
    ['a third time', at('12:31', monday), true, 'director'],
    ['and then the top', at('14:00', monday), true, 'general-manager'],
    ['where it ends', at('14:00', '2026-12-23'), true, 'general-manager'],
  ])('%s', (_, now, isLate, asked) => {
    expect(urgency(started(), now)).toEqual({ since: at('15:30'), due: at('17:30'), isLate, asked });
  });

  test('the clock stands still while the customer owes an answer, counted once for two questions', () => {
    const review = started();
    done(review.do(ask(at('16:00'))));
    done(review.do(ask(at('16:30'))));
    expect(urgency(review, at('17:00', monday))).toMatchObject({ isLate: false });
    done(review.do(answer(1, at('10:00', monday))));
    done(review.do(answer(2, at('09:30', monday), at('10:30', monday))));
    // Half an hour was used on Friday; an hour and a half are left from Monday 10:00 on.
    expect(urgency(review, at('11:30', monday))).toMatchObject({ due: at('11:30', monday), isLate: false });
    expect(urgency(review, at('11:31', monday))).toMatchObject({ isLate: true });
  });

  test('a later stage’s time begins when the last of the earlier ones is signed', () => {
    const order = { code: 'stock.short', item: 'A01' } as const;
    const review = new Review(planOf(facts({ doubts: [order], legal: ['contract'] })));
    const all = { ...head, roles: ['warehouse', 'legal'] as const };
    done(review.sign(all, 'compliance:legal', at('10:00')));
    expect(review.open(at('10:00')).steps.map(({ status }) => status)).toEqual(['open', 'agreed', 'waiting']);
    done(review.sign(all, 'supply:production', at('11:00')));
    expect(review.open(at('11:00')).steps[2]).toMatchObject({ since: at('11:00'), due: at('14:00') });
  });
});

test('no event but a plan can begin a review', () => {
  const event = { type: 'customer-asked', number: 1, question: '?', replyBy: at('10:00'), at: at('09:00'), by: clerk };
  expect(() => evolveReview(null, event as Parameters<typeof evolveReview>[1])).toThrow('before any plan');
});
