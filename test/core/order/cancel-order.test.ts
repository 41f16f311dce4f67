import { describe, expect, test } from 'vitest';
import { events, type Office, refused } from './office.ts';
import {
  by,
  checkedOrder,
  clerk,
  date,
  head,
  line,
  manager,
  number,
  person,
  planner,
  posting,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const cancel = (who = manager, reason: string | undefined = 'customer withdrew') =>
  ({ type: 'cancel-order', ...by(who, today, reason) }) as const;

describe('row X: cancelling', () => {
  test.each(['to-confirm', 'awaiting-countersign', 'to-ship'] as const)('at %s gives the stock back', (status) => {
    const office = orderAt(status);
    expect(office.available('A01')).toBe('40');
    events(office.do(so, cancel()));
    expect(office.available('A01')).toBe('50');
    expect(office.order(so)).toMatchObject({ status: 'cancelled', cancelled: { reason: 'customer withdrew' } });
  });

  test('what it gives back another order may have', () => {
    const office = orderAt('to-confirm', checkedOrder([line('A01', '50')]));
    const second = number(2);
    const order = checkedOrder([line('A01', '1')]);
    events(office.do(second, posting(by(clerk), { number: second, orderKey: 'second', order })));
    expect(refused(office.do(second, { type: 'approve-order', ...by(head) })).code).toBe('stock.short');
    events(office.do(so, cancel()));
    events(office.do(second, { type: 'approve-order', ...by(head) }));
  });

  test('by the sales manager or above him, and with a reason', () => {
    const office = orderAt('to-confirm');
    for (const who of [clerk, head])
      expect(refused(office.do(so, cancel(who)))).toMatchObject({
        code: 'role.not-allowed',
        who: ['sales-manager', 'director', 'general-manager'],
      });
    expect(refused(office.do(so, cancel(manager, ' '))).code).toBe('reason.missing');
    events(office.do(so, cancel(person('dong', 'director'))));
  });

  test('not once something has left, even before the order was entered', () => {
    expect(refused(orderAt('part-shipped').do(so, cancel())).code).toBe('order.wrong-status');
    const left = checkedOrder([line('A01', '1', { shippedDate: date('2026-11-19') })]);
    expect(refused(orderAt('to-confirm', left).do(so, cancel()))).toMatchObject({
      code: 'cancel.goods-left',
      status: 'to-confirm',
      data: { line: '1', item: 'A01' },
    });
  });

  test('before supply has begun; after, it takes a settlement', () => {
    events(orderAt('to-supply').do(so, cancel()));
    expect(refused(orderAt('in-supply').do(so, cancel())).code).toBe('order.wrong-status');
    const made = orderAt('in-supply');
    events(made.do(so, { type: 'report-supply', ...by(planner) }));
    events(made.do(so, { type: 'release-quality', ...by(person('kong', 'quality')) }));
    expect(made.status(so)).toBe('to-ship');
    expect(refused(made.do(so, cancel()))).toMatchObject({ code: 'cancel.supply-begun', data: { line: '2' } });
  });

  test('nothing is done with it any more', () => {
    const office: Office = orderAt('cancelled');
    for (const type of ['cancel-order', 'issue-letter', 'release-order', 'close-order'] as const)
      expect(refused(office.do(so, { type, ...by(manager, today, 'again') })).code).toBe('order.wrong-status');
  });
});
