import { describe, expect, test } from 'vitest';
import { orderStatuses } from '../../../core/order/status.ts';
import { events, Office, refused } from './office.ts';
import { auditor, by, checkedOrder, clerk, date, head, line, number, posting } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const types = (list: readonly { type: string }[]) => list.map(({ type }) => type);
const otherRows = { order: checkedOrder([line('A01', '11')]), contentHash: 'other' };

describe('rows 1 and 2: posting', () => {
  test('new rows become a draft, numbered lines and all', () => {
    const office = new Office();
    expect(types(events(office.do(so, posting(by(clerk), { submit: false }))))).toEqual(['order-posted']);
    const order = office.order(so);
    expect(order).toMatchObject({ status: 'draft', number: so, orderKey: 'key', key: 'PO-1', total: '37.5' });
    expect(order.lines.map(({ line: each, itemCode }) => [each, itemCode])).toEqual([
      [1, 'A01'],
      [2, 'B02'],
    ]);
    expect(order.posted).toEqual({ at: '2026-11-21T02:00:00.000Z', by: { userId: 'wang', name: 'wang' }, policy: 3 });
  });

  test('submitted with the posting they are in review at once', () => {
    const office = new Office();
    expect(types(events(office.do(so, posting(by(clerk)))))).toEqual([
      'order-posted',
      'order-submitted',
      'review-planned',
    ]);
    expect(office.status(so)).toBe('in-review');
  });

  test('an auditor may look, not post', () => {
    expect(refused(new Office().do(so, posting(by(auditor))))).toMatchObject({
      code: 'role.not-allowed',
      who: ['sales', 'order-desk', 'order-desk-head'],
    });
  });
});

describe('X4: the same order key again', () => {
  test.each(orderStatuses)('same content at %s is nothing new', (status) => {
    const office = orderAt(status);
    expect(events(office.do(so, posting(by(clerk), { submit: false })))).toEqual([]);
    expect(office.status(so)).toBe(status);
  });

  test('submits a draft that only waited for it, not one that owes an answer', () => {
    expect(types(events(orderAt('draft').do(so, posting(by(clerk)))))).toEqual(['order-submitted', 'review-planned']);
    const asked = orderAt('in-review');
    events(asked.do(so, { type: 'ask-question', ...by(head, date('2026-11-22'), 'which thread?') }));
    expect(events(asked.do(so, posting(by(clerk))))).toEqual([]);
    expect(asked.order(so)).toMatchObject({ status: 'draft', question: { reason: 'which thread?' } });
    events(asked.do(so, posting(by(clerk), { ...otherRows, submit: false })));
    expect(asked.order(so)).toMatchObject({ status: 'draft', question: { reason: 'which thread?' } });
  });

  test.each(['draft', 'in-review'] as const)('other content at %s edits it; review begins afresh', (status) => {
    const office = orderAt(status);
    expect(types(events(office.do(so, posting(by(head), { ...otherRows, submit: false }))))).toEqual(['order-edited']);
    expect(office.order(so)).toMatchObject({
      status: 'draft',
      contentHash: 'other',
      posted: { by: { name: 'wang' } },
      lastEdited: { by: { name: 'li' } },
      lines: [{ line: 1, quantity: '11' }],
    });
    events(office.do(so, { type: 'submit-order', ...by(clerk) }));
    expect(office.status(so)).toBe('in-review');
  });

  test.each(orderStatuses.filter((status) => status !== 'draft' && status !== 'in-review'))(
    'other content at %s is refused',
    (status) => {
      expect(refused(orderAt(status).do(so, posting(by(clerk), otherRows)))).toMatchObject({
        code: 'order.content-differs',
        status,
        data: { order: so },
      });
    },
  );
});

test('what is taken for a new order changes none that has its key: X4', () => {
  const asNew = { ...otherRows, asNew: true } as const;
  expect(types(events(new Office().do(so, posting(by(clerk), { ...asNew, submit: false }))))).toEqual(['order-posted']);
  const office = orderAt('in-review');
  expect(refused(office.do(so, posting(by(clerk), asNew)))).toMatchObject({
    code: 'order.key-taken',
    status: 'in-review',
    data: { order: so },
  });
  expect(office.order(so).contentHash).not.toBe('other');
  const same = { asNew: true, contentHash: office.order(so).contentHash } as const;
  expect(events(office.do(so, posting(by(clerk), same)))).toEqual([]);
  expect(refused(orderAt('to-confirm').do(so, posting(by(clerk), asNew))).code).toBe('order.content-differs');
});

test('rows 3 and 4: a question sends it back with its words, void ends it with a reason', () => {
  const office = orderAt('in-review');
  expect(refused(office.do(so, { type: 'ask-question', ...by(head) })).code).toBe('reason.missing');
  events(office.do(so, { type: 'ask-question', ...by(head, undefined, 'which thread?') }));
  expect(office.order(so)).toMatchObject({ status: 'draft', question: { reason: 'which thread?' } });
  events(office.do(so, { type: 'void-order', ...by(clerk, undefined, 'withdrawn') }));
  expect(office.order(so)).toMatchObject({ status: 'void', voided: { reason: 'withdrawn' } });
});
