import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import type { OrderCommand } from '../../../core/order/command.ts';
import { workItemsOf } from '../../../core/order/work-item.ts';
import { events, Office, refused } from './office.ts';
import { auditor, by, checkedOrder, clerk, line, number, posting, quantity } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const finding = (cell: string): Finding => ({
  code: 'item.unknown',
  severity: 'error',
  sheet: '订单',
  cell,
  row: 2,
  column: 2,
  order: 'PO-1',
});
const saving = (more: Partial<Extract<OrderCommand, { type: 'save-draft' }>> = {}): OrderCommand => {
  const { customer, currency } = checkedOrder();
  return {
    type: 'save-draft',
    ...by(clerk),
    number: so,
    orderKey: 'key-1',
    contentHash: 'faulty',
    key: 'PO-1',
    customer,
    currency,
    rows: { key: 'PO-1', customer: { code: customer.code }, lines: [{ table: 0, row: 2, quantity: quantity('3') }] },
    findings: [finding('C3')],
    ...more,
  };
};

describe('row 1a: rows saved in spite of their errors', () => {
  test('are a draft under a number, with what was found, and order nothing yet', () => {
    const office = new Office({ A01: '50' });
    events(office.do(so, saving()));
    expect(office.status(so)).toBe('draft');
    expect(office.order(so)).toMatchObject({
      status: 'faulty',
      lines: [],
      total: '0',
      rows: { lines: [{ quantity: '3' }] },
      findings: [{ cell: 'C3' }],
      posted: { by: { userId: 'wang' } },
    });
    expect(office.demand()).toEqual([]);
  });

  test("can't be submitted; the refusal counts the errors", () => {
    const office = new Office();
    const warning: Finding = { ...finding('D3'), severity: 'warning' };
    events(office.do(so, saving({ findings: [finding('C3'), warning] })));
    expect(refused(office.do(so, { type: 'submit-order', ...by(clerk) }))).toMatchObject({
      code: 'draft.has-errors',
      data: { errors: '1' },
    });
    expect(
      workItemsOf(office.order(so), [], {
        at: by(clerk).at,
        today: by(clerk).today,
        time: office.time,
        shippingRequest: false,
      }),
    ).toMatchObject([{ command: 'post-order', roles: ['sales', 'order-desk', 'order-desk-head'] }]);
  });

  test('posted without error under the same key they become the order, and may be submitted with it', () => {
    for (const contentHash of ['corrected', 'faulty']) {
      const office = new Office({ A01: '50', B02: '50' });
      events(office.do(so, saving()));
      const told = events(office.do(so, posting(by(clerk), { contentHash })));
      expect(told.map(({ type }) => type)).toEqual(['order-edited', 'order-submitted', 'review-planned']);
      expect(office.order(so)).toMatchObject({ status: 'in-review', number: so });
      expect(office.order(so)).not.toHaveProperty('findings');
    }
  });

  test('the same rows with the same findings are nothing new; other findings or rows are kept anew', () => {
    const office = new Office();
    events(office.do(so, saving()));
    expect(events(office.do(so, saving()))).toEqual([]);
    expect(events(office.do(so, saving({ findings: [finding('D3')] })))).toHaveLength(1);
    expect(events(office.do(so, saving({ contentHash: 'other', findings: [finding('D3')] })))).toHaveLength(1);
    expect(office.order(so)).toMatchObject({ contentHash: 'other', findings: [{ cell: 'D3' }] });
  });

  test('an order in review falls back to such a draft, with its question, papers and review', () => {
    const office = orderAt('in-review');
    const file = { sha256: 'a'.repeat(64), name: 'po.pdf' };
    events(office.do(so, { type: 'attach-paper', kind: 'contract', file, ...by(clerk) }));
    events(office.do(so, saving()));
    expect(office.order(so)).toMatchObject({ status: 'faulty', attachments: [{ file }], review: expect.anything() });
    events(office.do(so, posting(by(clerk), { contentHash: 'corrected', submit: false })));
    expect(office.order(so)).toMatchObject({ status: 'draft', attachments: [{ file }] });
  });

  test('rows that were sound when they were posted stay an order, and a confirmed one keeps its content', () => {
    const office = orderAt('in-review');
    const { contentHash } = office.order(so);
    expect(events(office.do(so, saving({ contentHash })))).toEqual([]);
    expect(office.status(so)).toBe('in-review');
    expect(refused(orderAt('to-confirm').do(so, saving()))).toMatchObject({
      code: 'order.content-differs',
      status: 'to-confirm',
    });
  });

  test('take nothing from an order that their sender does not know of, and mend a draft that has errors', () => {
    const office = orderAt('in-review');
    expect(refused(office.do(so, saving({ asNew: true }))).code).toBe('order.key-taken');
    events(office.do(so, saving()));
    events(office.do(so, saving({ asNew: true, contentHash: 'other' })));
    expect(office.order(so)).toMatchObject({ status: 'faulty', contentHash: 'other' });
  });

  test('can be voided with a reason, and are saved by clerks only', () => {
    const office = new Office();
    expect(refused(office.do(so, saving({ by: auditor }))).code).toBe('role.not-allowed');
    events(office.do(so, saving()));
    events(office.do(so, { type: 'void-order', ...by(clerk, undefined, 'typing error') }));
    expect(office.order(so)).toMatchObject({ status: 'void' });
    expect(office.order(so)).not.toHaveProperty('rows');
  });

  test('keep the kind of order they were posted as', () => {
    const office = new Office();
    events(office.do(so, saving({ orderType: 'sample' })));
    events(office.do(so, saving({ contentHash: 'other' })));
    expect(office.order(so).type).toBe('sample');
    events(office.do(so, posting(by(clerk), { order: checkedOrder([line('A01', '1')]), submit: false })));
    expect(office.order(so).type).toBe('sample');
  });
});
