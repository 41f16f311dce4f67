import { describe, expect, test } from 'vitest';
import type { OrderType } from '../../../core/order/order-type.ts';
import type { Month } from '../../../core/value/date.ts';
import { watchAt } from '../hold/given.ts';
import { events, type Office, refused } from './office.ts';
import { archivist, by, clerk, controller, finance, number, person } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const close = (who = finance) => ({ type: 'close-order', ...by(who) }) as const;
const completed = (orderType?: OrderType): Office =>
  orderAt('completed', undefined, undefined, orderType === undefined ? {} : { orderType });

describe('row 15: what is done with is closed', () => {
  test('paid, invoiced, nothing open beside: by finance', () => {
    const office = completed();
    expect(refused(office.do(so, close(clerk)))).toMatchObject({
      code: 'role.not-allowed',
      who: ['finance-clerk', 'finance-manager'],
    });
    events(office.do(so, close()));
    expect(office.order(so)).toMatchObject({ status: 'closed', closed: { by: { userId: 'qian' } } });
    events(completed().do(so, close(controller)));
  });

  test('not while something is still to be paid', () => {
    const office = completed();
    office.isPaid = () => false;
    expect(refused(office.do(so, close()))).toMatchObject({
      code: 'close.unpaid',
      status: 'completed',
      data: { order: so, open: '37.5', currency: 'CNY' },
    });
    expect(office.status(so)).toBe('completed');
  });

  test('nor while something is still to be invoiced', () => {
    const office = completed();
    office.isInvoiced = () => false;
    expect(refused(office.do(so, close()))).toMatchObject({
      code: 'close.not-invoiced',
      status: 'completed',
      data: { order: so, open: '37.5' },
    });
  });

  test('nor while a change, a return or a complaint is open, all of which are named', () => {
    const office = completed();
    office.openBeside = ['RT-202611-00001', 'CP-202611-00004'];
    expect(refused(office.do(so, close()))).toMatchObject({
      code: 'close.still-open',
      data: { records: 'RT-202611-00001, CP-202611-00004' },
    });
    office.openBeside = [];
    events(office.do(so, close()));
  });

  test.each([
    ['on closing', 'dispute', 'raised', false],
    ['on shipping only', 'documents', 'raised', true],
  ] as const)('a hold %s', (_, reason, status, allowed) => {
    const office = completed();
    office.holds = [watchAt(status, reason).hold()];
    if (allowed) events(office.do(so, close()));
    else
      expect(refused(office.do(so, close()))).toMatchObject({
        code: 'hold.blocks',
        status: 'completed',
        who: ['service-supervisor'],
        data: { holdReason: 'dispute' },
      });
  });

  test('a hold that is over keeps nothing open', () => {
    const office = completed();
    office.holds = [watchAt('released', 'dispute', person('ying', 'service-supervisor')).hold()];
    events(office.do(so, close()));
  });

  test.each([
    ['sample', true],
    ['internal', true],
    ['replacement', false],
    ['late-paper', false],
  ] as const)('%s: given, neither paid nor invoiced: %s', (type, given) => {
    const office = completed(type);
    office.isPaid = () => false;
    office.isInvoiced = () => false;
    if (given) events(office.do(so, close()));
    else expect(refused(office.do(so, close())).code).toBe('close.unpaid');
  });
});

describe('row 16: closed, then archived', () => {
  const archive = (who = archivist) => ({ type: 'archive-order', month: '2026-11' as Month, ...by(who) }) as const;

  test('by the archivist; a month that is filed takes nothing else', () => {
    const office = orderAt('closed');
    expect(refused(office.do(so, archive(finance))).code).toBe('role.not-allowed');
    expect(events(office.do(so, archive()))).toMatchObject([{ type: 'order-archived', month: '2026-11' }]);
    expect(office.status(so)).toBe('archived');
    expect(refused(office.do(so, archive())).code).toBe('order.wrong-status');
  });
});
