import { describe, expect, test } from 'vitest';
import { lettersOf, promiseOf } from '../../../core/order/promise.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { standardInForce } from '../policy/standard-policies.ts';
import { events, refused } from './office.ts';
import { by, checkedOrder, clerk, date, head, line, number, posting, today, twoLines } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const later = date('2026-11-24');
const issue = (day = today, promisedOn?: string) =>
  ({ type: 'issue-letter', ...by(clerk, day), ...(promisedOn ? { promisedOn: date(promisedOn) } : {}) }) as const;
const back = (on: string, day = later) => ({ type: 'record-countersign', on: date(on), ...by(clerk, day) }) as const;

describe('row 6: the letter', () => {
  test('promises the wished dates, is numbered and valid for the days of the policy', () => {
    const office = orderAt('to-confirm');
    events(office.do(so, issue()));
    expect(office.order(so)).toMatchObject({
      status: 'awaiting-countersign',
      letters: [
        {
          revision: 1,
          paper: 'SO-202611-00001-L1',
          issuedOn: '2026-11-21',
          validUntil: '2026-11-24',
          promised: [
            { line: 1, date: '2026-12-03' },
            { line: 2, date: '2026-12-05' },
          ],
        },
      ],
    });
  });

  test('a line without date needs one from the clerk, not before today', () => {
    const office = orderAt('to-confirm', checkedOrder([line('A01', '1'), ...twoLines]));
    expect(refused(office.do(so, issue()))).toMatchObject({
      code: 'letter.date-missing',
      data: { line: '1', item: 'A01' },
    });
    expect(refused(office.do(so, issue(today, '2026-11-20'))).code).toBe('letter.date-past');
    events(office.do(so, issue(today, '2026-11-21')));
    const order = office.order(so);
    expect([1, 2].map((each) => promiseOf(order, each).promised)).toEqual(['2026-11-21', '2026-12-03']);
  });

  test('promises no day that is over: a wish that has passed needs another date from the clerk', () => {
    const order = checkedOrder([line('A01', '1', { dueDate: date('2026-11-20') }), ...twoLines]);
    const office = orderAt('to-confirm', order);
    expect(refused(office.do(so, issue()))).toMatchObject({ code: 'letter.date-past', data: { date: '2026-11-20' } });
    events(office.do(so, issue(today, '2026-11-28')));
    expect([1, 2].map((each) => promiseOf(office.order(so), each).promised)).toEqual(['2026-11-28', '2026-12-03']);
  });

  test('of goods that have left it names the day they left', () => {
    const office = orderAt('to-confirm', checkedOrder([line('A01', '1', { shippedDate: date('2026-11-19') })]));
    events(office.do(so, issue(today, '2026-11-30')));
    expect(promiseOf(office.order(so), 1)).toEqual({ promised: '2026-11-19' });
  });

  test('row 6b: renewed, the next revision counts', () => {
    const office = orderAt('awaiting-countersign');
    events(office.do(so, issue(later)));
    expect(lettersOf(office.order(so)).map(({ paper, validUntil }) => [paper, validUntil])).toEqual([
      ['SO-202611-00001-L1', '2026-11-24'],
      ['SO-202611-00001-L2', '2026-11-27'],
    ]);
    events(office.do(so, back('2026-11-24')));
    expect(office.order(so)).toMatchObject({ postponed: [] });
  });
});

test('row 6a: a corrected letter goes back to review, frees the stock, and revisions count on', () => {
  const office = orderAt('awaiting-countersign');
  events(office.do(so, { type: 'correct-letter', ...by(clerk, today, 'quantity is 12') }));
  const order = office.order(so);
  expect(order).toMatchObject({ status: 'in-review', submitted: { reason: 'quantity is 12' } });
  expect(order).not.toHaveProperty('letters');
  expect(order).not.toHaveProperty('reservations');
  expect(promiseOf(order, 1)).toEqual({});
  expect(office.available('A01')).toBe('50');
  // The same content, signed in the round before: it takes a new yes.
  expect(events(office.do(so, { type: 'approve-order', ...by(head) })).map(({ type }) => type)).toEqual([
    'step-signed',
    'order-approved',
  ]);
  events(office.do(so, issue()));
  expect(office.order(so)).toMatchObject({ letters: [{ revision: 2, paper: 'SO-202611-00001-L2' }] });
  expect(lettersOf(office.order(so)).map(({ revision }) => revision)).toEqual([1, 2]);
});

test('corrected twice, and edited in between: each round stays on record, no revision number comes back', () => {
  const office = orderAt('awaiting-countersign');
  const correct = { type: 'correct-letter', ...by(clerk, today, 'again') } as const;
  const again = () => {
    events(office.do(so, { type: 'approve-order', ...by(head) }));
    events(office.do(so, issue(today, '2026-11-30')));
  };
  events(office.do(so, correct));
  events(office.do(so, posting(by(clerk), { order: checkedOrder([line('A01', '12')]), contentHash: 'other' })));
  again();
  events(office.do(so, correct));
  again();
  expect(lettersOf(office.order(so)).map(({ revision }) => revision)).toEqual([1, 2, 3]);
});

describe('row 7: the countersigned copy', () => {
  test('back the same day: the promise stands, the order may ship', () => {
    const office = orderAt('awaiting-countersign');
    events(office.do(so, back('2026-11-21')));
    expect(office.order(so)).toMatchObject({ status: 'released', countersignedOn: '2026-11-21', postponed: [] });
    expect(office.status(so)).toBe('to-ship');
  });

  test('R27: three days late moves every date three days, over the month’s end too', () => {
    const lines = [line('A01', '1', { dueDate: date('2026-11-29') }), ...twoLines];
    const office = orderAt('awaiting-countersign', checkedOrder(lines));
    events(office.do(so, back('2026-11-24')));
    expect(promiseOf(office.order(so), 1)).toEqual({ promised: '2026-11-29', postponed: '2026-12-02' });
    expect(promiseOf(office.order(so), 3)).toEqual({ promised: '2026-12-05', postponed: '2026-12-08' });
  });

  test('goods that have left keep their day', () => {
    const lines = [line('A01', '1', { shippedDate: date('2026-11-19') }), ...twoLines];
    const office = orderAt('awaiting-countersign', checkedOrder(lines));
    events(office.do(so, back('2026-11-24')));
    expect(promiseOf(office.order(so), 1)).toEqual({ promised: '2026-11-19' });
  });

  test('in an office that counts working days a weekend is no lateness', () => {
    const counted = withSetting(standardPolicy, 'letter.postponeBy', 'working-days');
    const office = orderAt('awaiting-countersign', checkedOrder(twoLines), {
      ...standardInForce,
      ...counted,
    });
    // Sent on a Saturday, back on Tuesday: one working day after the Monday it counts from.
    events(office.do(so, back('2026-11-24')));
    expect(promiseOf(office.order(so), 1)).toEqual({ promised: '2026-12-03', postponed: '2026-12-04' });
  });

  test('class A is never postponed', () => {
    const office = orderAt('awaiting-countersign', checkedOrder(twoLines, 'A类'));
    events(office.do(so, back('2026-11-24')));
    expect(office.order(so)).toMatchObject({ status: 'released', postponed: [] });
  });

  test('neither before the letter nor in the future', () => {
    const office = orderAt('awaiting-countersign');
    expect(refused(office.do(so, back('2026-11-20')))).toMatchObject({
      code: 'countersign.before-letter',
      data: { date: '2026-11-21' },
    });
    expect(refused(office.do(so, back('2026-11-25'))).code).toBe('date.in-future');
  });
});

describe('row 7a and 7b: class A', () => {
  const release = { type: 'release-order', ...by(clerk) } as const;

  test('class B waits for its copy', () => {
    expect(refused(orderAt('awaiting-countersign').do(so, release))).toMatchObject({
      code: 'release.not-class-a',
      data: { class: 'B' },
    });
  });

  test('class A is supplied first; the copy comes later, once, and moves nothing', () => {
    const office = orderAt('awaiting-countersign', checkedOrder(twoLines, 'A'));
    events(office.do(so, release));
    expect(office.status(so)).toBe('to-ship');
    expect(office.order(so)).not.toHaveProperty('countersignedOn');
    events(office.do(so, back('2026-11-24')));
    expect(office.order(so)).toMatchObject({ countersignedOn: '2026-11-24', postponed: [] });
    expect(refused(office.do(so, back('2026-11-24')))).toMatchObject({
      code: 'countersign.already-back',
      data: { date: '2026-11-24' },
    });
  });

  test('row 14: received, but not completed before the copy is back', () => {
    const office = orderAt('received');
    expect(refused(office.do(so, { type: 'close-order', ...by(clerk) })).code).toBe('order.wrong-status');
    events(office.do(so, back('2026-11-22')));
    expect(office.status(so)).toBe('completed');
  });
});
