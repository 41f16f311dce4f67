import { describe, expect, test } from 'vitest';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy } from '../../../core/policy/policy.ts';
import { events, Office, refused } from './office.ts';
import { by, checkedOrder, clerk, date, head, line, manager, number, posting, solo, today } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const approve = (who = head, reason?: string) => ({ type: 'approve-order', ...by(who, today, reason) }) as const;

function inReview(stock: Record<string, string>, lines = [line('A01', '6'), line('A01', '4')]): Office {
  const office = new Office(stock);
  events(office.do(so, posting(by(clerk), { order: checkedOrder(lines) })));
  return office;
}

describe('row 5: stock', () => {
  test('two lines of one item fit exactly, and nothing is left', () => {
    const office = inReview({ A01: '10' });
    events(office.do(so, approve()));
    expect(office.order(so)).toMatchObject({
      status: 'to-confirm',
      reservations: [
        { line: 1, itemCode: 'A01', quantity: '6' },
        { line: 2, itemCode: 'A01', quantity: '4' },
      ],
    });
    expect(office.available('A01')).toBe('0');
  });

  test('one piece short is refused with item, wanted and free; nothing is held', () => {
    const office = inReview({ A01: '9' });
    expect(refused(office.do(so, approve()))).toMatchObject({
      code: 'stock.short',
      status: 'in-review',
      data: { item: 'A01', wanted: '10', available: '9', items: 'A01' },
    });
    expect(office.available('A01')).toBe('9');
  });

  test('two orders never hold the same piece', () => {
    const office = inReview({ A01: '10' }, [line('A01', '6')]);
    const second = number(2);
    events(office.do(second, posting(by(clerk), { order: checkedOrder([line('A01', '6')]), number: second })));
    events(office.do(so, approve()));
    expect(refused(office.do(second, approve())).data).toMatchObject({ wanted: '6', available: '4' });
  });

  test('items the stock book does not keep, and goods that have left, hold nothing', () => {
    const office = inReview({ A01: '1' }, [line('NEW', '9'), line('A01', '9', { shippedDate: date('2026-11-19') })]);
    events(office.do(so, approve()));
    expect(office.order(so)).toMatchObject({ status: 'to-confirm', reservations: [] });
  });
});

describe('R62: other hands', () => {
  test('who asked may not approve', () => {
    const office = new Office();
    events(office.do(so, posting(by(head))));
    expect(refused(office.do(so, approve(head)))).toMatchObject({ code: 'duty.same-person', data: { name: 'li' } });
    events(office.do(so, approve(manager)));
  });

  test('nor who edited it last, nor who submitted it', () => {
    const edited = orderAt('draft');
    events(edited.do(so, posting(by(head), { contentHash: 'other', submit: false })));
    events(edited.do(so, { type: 'submit-order', ...by(clerk) }));
    expect(refused(edited.do(so, approve(head))).code).toBe('duty.same-person');
    const submitted = orderAt('draft');
    events(submitted.do(so, { type: 'submit-order', ...by(head) }));
    expect(refused(submitted.do(so, approve(head))).code).toBe('duty.same-person');
  });

  test('alone in the office: with a reason on record', () => {
    const office = new Office({}, policyInForce({ version: 1, policy: standardPolicy }, 1));
    events(office.do(so, posting(by(solo))));
    expect(refused(office.do(so, approve(solo))).code).toBe('reason.missing');
    events(office.do(so, approve(solo, 'alone today')));
    expect(office.order(so)).toMatchObject({ approved: { reason: 'alone today', by: { name: 'solo' } } });
  });
});
