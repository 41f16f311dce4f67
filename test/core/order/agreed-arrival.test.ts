import { describe, expect, test } from 'vitest';
import { applied } from '../../../core/change/applied.ts';
import type { ChangeNumber } from '../../../core/change/change.ts';
import type { ChangeItem } from '../../../core/change/change-item.ts';
import { changeableOrderOf } from '../../../core/change/changeable-order-of.ts';
import { arrivalOf } from '../../../core/order/agreed-arrival.ts';
import { promiseOf } from '../../../core/order/promise.ts';
import { events, type Office } from './office.ts';
import { by, checkedOrder, clerk, date, head, line, manager, number, posting, quantity } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const change = 'CR-202611-00001' as ChangeNumber;
const order = (customerClass = 'B') =>
  checkedOrder(
    [
      line('A01', '10', { dueDate: date('2026-12-03'), agreedArrival: date('2026-12-08') }),
      line('B02', '5', { dueDate: date('2026-12-05') }),
    ],
    customerClass,
  );
const arrivals = (office: Office) => [1, 2].map((each) => arrivalOf(office.order(so), each).agreedArrival);
const countersign = (office: Office, on: string) =>
  events(office.do(so, { type: 'record-countersign', on: date(on), ...by(clerk, date(on)) }));
function bringIntoForce(office: Office, ...items: ChangeItem[]) {
  const followed = { order: office.order(so), shipments: office.shipmentsOf(so) };
  const changeable = changeableOrderOf(followed, office.orderEvents.get(so) ?? []);
  const content = applied(changeable, { items, assessments: [] }, 'changed');
  return events(office.do(so, { type: 'change-order', change, content, answeredBy: [], ...by(clerk) }));
}

describe('约定到货日期, the last date the customer agreed to', () => {
  test('is what the sheet says until the order is confirmed, then what was confirmed: arrival, else the date wished', () => {
    expect(arrivals(orderAt('in-review', order()))).toEqual(['2026-12-08', undefined]);
    const office = orderAt('to-confirm', order());
    expect(arrivals(office)).toEqual(['2026-12-08', '2026-12-05']);
    expect(arrivalOf(office.order(so), 1)).not.toHaveProperty('firstPromised');
    expect(arrivalOf(office.order(so), 9)).toEqual({});
  });

  test('has the first promise beside it, not the latest', () => {
    const office = orderAt('awaiting-countersign', order());
    const renewed = by(clerk, date('2026-12-06'));
    events(office.do(so, { type: 'issue-letter', promisedOn: date('2026-12-20'), ...renewed }));
    expect(promiseOf(office.order(so), 1).promised).toBe('2026-12-20');
    expect(arrivalOf(office.order(so), 1).firstPromised).toBe('2026-12-03');
  });

  test('is not moved by a letter, but by one he countersigned, and only to later', () => {
    const office = orderAt('awaiting-countersign', order());
    events(office.do(so, { type: 'issue-letter', promisedOn: date('2026-12-06'), ...by(clerk, date('2026-12-04')) }));
    expect(arrivals(office)).toEqual(['2026-12-08', '2026-12-05']);
    events(office.do(so, { type: 'issue-letter', promisedOn: date('2026-12-20'), ...by(clerk, date('2026-12-06')) }));
    expect(arrivals(office)).toEqual(['2026-12-08', '2026-12-05']);
    countersign(office, '2026-12-06');
    expect(arrivals(office)).toEqual(['2026-12-20', '2026-12-20']);
  });

  test('stays where a promise is earlier than the arrival', () => {
    const office = orderAt('awaiting-countersign', order());
    countersign(office, '2026-11-21');
    expect(arrivals(office)).toEqual(['2026-12-08', '2026-12-05']);
  });

  test('is never moved by our own postponement (R27)', () => {
    const office = orderAt('awaiting-countersign', order());
    countersign(office, '2026-11-30');
    expect(promiseOf(office.order(so), 1).postponed).toBe('2026-12-12');
    expect(arrivals(office)).toEqual(['2026-12-08', '2026-12-05']);
  });

  test('nor by goods that are given away, nor by the letter of a change that names the date they left behind', () => {
    const office = orderAt('to-ship', order());
    events(office.do(number(2), posting(by(clerk), { number: number(2), orderKey: 'other', order: checkedOrder() })));
    events(
      office.do(so, {
        type: 'reallocate-goods',
        line: 1,
        quantity: quantity('2'),
        newDate: date('2026-12-30'),
        to: { order: number(2), line: 1, itemCode: 'A01', held: quantity('0'), lacking: quantity('10') },
        ...by(manager, undefined, 'urgent'),
      }),
    );
    expect(promiseOf(office.order(so), 1).postponed).toBe('2026-12-30');
    bringIntoForce(office, { kind: 'line-requirements', line: 2, specialRequirements: 'painted' });
    expect(promiseOf(office.order(so), 1).promised).toBe('2026-12-30');
    expect(arrivals(office)).toEqual(['2026-12-08', '2026-12-05']);
  });

  test('is set anew by a change in force, earlier or later, for the lines whose dates it moves', () => {
    const office = orderAt('to-ship', order());
    bringIntoForce(office, {
      kind: 'line-date',
      line: 1,
      dueDate: date('2026-12-10'),
      agreedArrival: date('2026-12-15'),
    });
    expect(arrivals(office)).toEqual(['2026-12-15', '2026-12-05']);
    // What was agreed before no longer holds; the new date does.
    bringIntoForce(office, { kind: 'line-date', line: 1, dueDate: date('2026-12-02') });
    expect(arrivals(office)).toEqual(['2026-12-02', '2026-12-05']);
  });

  test('stays of lines the change leaves alone, as he countersigned it', () => {
    const office = orderAt('awaiting-countersign', order());
    events(office.do(so, { type: 'issue-letter', promisedOn: date('2026-12-20'), ...by(clerk, date('2026-12-06')) }));
    countersign(office, '2026-12-06');
    bringIntoForce(office, { kind: 'line-date', line: 1, dueDate: date('2026-12-24') });
    expect(arrivals(office)).toEqual(['2026-12-24', '2026-12-20']);
  });

  test('of a line that is added by a change is what it says; of one removed there is none', () => {
    const office = orderAt('to-ship', order());
    const content = line('B02', '1', { dueDate: date('2026-12-09'), agreedArrival: date('2026-12-11') });
    bringIntoForce(office, { kind: 'add-line', content }, { kind: 'remove-line', line: 2 });
    expect([2, 3].map((each) => arrivalOf(office.order(so), each))).toMatchObject([
      {},
      { agreedArrival: '2026-12-11', firstPromised: '2026-12-09' },
    ]);
  });

  test('of class A, supplied ahead, is that of the approval until the copy is back', () => {
    const office = orderAt('awaiting-countersign', order('A'));
    events(office.do(so, { type: 'issue-letter', promisedOn: date('2026-12-20'), ...by(clerk, date('2026-12-06')) }));
    events(office.do(so, { type: 'release-order', ...by(head, date('2026-12-06')) }));
    expect(arrivals(office)).toEqual(['2026-12-08', '2026-12-05']);
    countersign(office, '2026-12-07');
    expect(arrivals(office)).toEqual(['2026-12-20', '2026-12-20']);
  });

  test('begins anew when a letter came back corrected', () => {
    const office = orderAt('awaiting-countersign', order());
    events(office.do(so, { type: 'correct-letter', ...by(clerk, undefined, 'other goods') }));
    expect(arrivals(office)).toEqual(['2026-12-08', undefined]);
    expect(arrivalOf(office.order(so), 1)).not.toHaveProperty('firstPromised');
  });
});
