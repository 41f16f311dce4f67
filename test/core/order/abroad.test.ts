import { describe, expect, test } from 'vitest';
import type { CheckedOrder } from '../../../core/check/checked-order.ts';
import type { OrderEvent } from '../../../core/order/event.ts';
import type { CreditTerms } from '../../../core/order/letter-of-credit.ts';
import type { PostedContent } from '../../../core/order/state.ts';
import { workItemsOf } from '../../../core/order/work-item.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy } from '../../../core/policy/policy.ts';
import { events, type Office, refused } from './office.ts';
import {
  by,
  checkedOrder,
  clerk,
  controller,
  date,
  finance,
  manager,
  number,
  person,
  planner,
  quantity,
  solo,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const papers = person('feng', 'documents');

/** To supply: line 2 is made. The price is 37.5, goods are due on 3 and 5 December. */
const madeOn = (paymentTerms: string | undefined, currency = 'USD', policy?: Office['policy']): Office =>
  orderAt(
    'to-supply',
    { ...checkedOrder(undefined, 'A'), currency, ...(paymentTerms && { paymentTerms }) } as CheckedOrder,
    policy,
  );

const credit = (more: Partial<CreditTerms> = {}): CreditTerms => ({
  credit: 'LC-8841',
  bank: 'Bank of Hamburg',
  amount: quantity('37.5'),
  currency: 'USD',
  receivedOn: date('2026-11-05'),
  latestShipment: date('2026-12-20'),
  expires: date('2027-01-10'),
  ...more,
});
const postedIn = (office: Office): PostedContent => {
  const posted = office.orderEvents.get(so)?.find(({ type }) => type === 'order-posted');
  return (posted as Extract<OrderEvent, { type: 'order-posted' }>).content;
};
const record = (more?: Partial<CreditTerms>) =>
  ({ type: 'record-letter-of-credit', terms: credit(more), ...by(clerk) }) as const;
const examine = (who = finance, verdict: 'clean' | 'discrepant' = 'clean', reason?: string) =>
  ({ type: 'examine-letter-of-credit', verdict, ...by(who, today, reason) }) as const;
const begin = (more: { materialsOn?: CreditTerms['expires']; instructions?: string } = {}) =>
  ({ type: 'begin-supply', readyOn: date('2026-12-01'), ...more, ...by(planner) }) as const;
const allow = { type: 'allow-production', ...by(manager, today, 'ten years without a late payment') } as const;

describe('R30: a letter of credit before production is told', () => {
  test('in hand, read by two people, in time: production begins', () => {
    const office = madeOn('L/C at sight');
    expect(refused(office.do(so, begin()))).toMatchObject({
      code: 'letter-of-credit.missing',
      who: ['documents', 'finance-clerk', 'finance-manager', 'order-desk', 'order-desk-head'],
    });
    events(office.do(so, record()));
    expect(refused(office.do(so, begin()))).toMatchObject({
      code: 'letter-of-credit.unexamined',
      data: { credit: 'LC-8841', examined: '0', needed: '2' },
    });
    events(office.do(so, examine()));
    expect(refused(office.do(so, begin())).data).toMatchObject({ examined: '1' });
    events(office.do(so, examine(papers)));
    events(office.do(so, begin()));
    expect(office.status(so)).toBe('in-supply');
    expect(office.order(so)).toMatchObject({ letterOfCredit: { credit: 'LC-8841', bank: 'Bank of Hamburg' } });
  });

  test('nobody reads it twice; alone in the office he does, with a reason', () => {
    const office = madeOn('L/C at sight');
    events(office.do(so, record()));
    events(office.do(so, examine()));
    expect(refused(office.do(so, examine())).code).toBe('duty.own-request');
    const alone = madeOn('L/C at sight', 'USD', policyInForce({ version: 3, policy: standardPolicy }, 1));
    events(alone.do(so, record()));
    events(alone.do(so, examine(solo)));
    expect(refused(alone.do(so, examine(solo))).code).toBe('reason.missing');
    events(alone.do(so, examine(solo, 'clean', 'nobody else here')));
    events(alone.do(so, begin()));
  });

  test('faults are in writing, and wait for an amendment, which is read afresh', () => {
    const office = madeOn('L/C at sight');
    events(office.do(so, record()));
    expect(refused(office.do(so, examine(finance, 'discrepant'))).code).toBe('reason.missing');
    events(office.do(so, examine(finance, 'discrepant', 'insurance paper not asked for')));
    events(office.do(so, examine(papers)));
    expect(refused(office.do(so, begin())).code).toBe('letter-of-credit.discrepant');
    events(office.do(so, record({ credit: 'LC-8841 A1' })));
    expect(refused(office.do(so, begin())).code).toBe('letter-of-credit.unexamined');
    for (const who of [finance, papers]) events(office.do(so, examine(who)));
    events(office.do(so, begin()));
  });

  test.each([
    ['a cent too little', { amount: quantity('37.49') }, 'letter-of-credit.too-little'],
    ['a day too short', { latestShipment: date('2026-12-04') }, 'letter-of-credit.too-short'],
    ['a day too late', { receivedOn: date('2026-11-06') }, 'letter-of-credit.late'],
  ] as const)('%s', (_, more, code) => {
    const office = madeOn('L/C at sight');
    events(office.do(so, record(more)));
    for (const who of [finance, papers]) events(office.do(so, examine(who)));
    expect(refused(office.do(so, begin())).code).toBe(code);
  });

  test('what is deposited need not be in it', () => {
    const office = madeOn('30% T/T deposit, 70% L/C at sight');
    events(office.do(so, record({ amount: quantity('26.25') })));
    for (const who of [finance, papers]) events(office.do(so, examine(who)));
    office.isPaid = () => false;
    expect(refused(office.do(so, begin())).code).toBe('payment.prepayment-missing');
    office.isPaid = () => true;
    events(office.do(so, begin()));
  });

  test('a late one, and only that, a manager may take', () => {
    const office = madeOn('L/C at sight');
    expect(refused(office.do(so, allow)).code).toBe('production.word-not-needed');
    events(office.do(so, record({ receivedOn: today })));
    for (const who of [finance, papers]) events(office.do(so, examine(who)));
    expect(refused(office.do(so, begin()))).toMatchObject({
      code: 'letter-of-credit.late',
      who: ['sales-manager', 'director', 'general-manager'],
      data: { receivedOn: today, by: '2026-11-05' },
    });
    events(office.do(so, allow));
    events(office.do(so, begin()));
  });

  test.each([
    ['from tomorrow', { receivedOn: date('2026-11-22') }, 'date.in-future'],
    ['that ends before it came', { latestShipment: date('2026-11-04') }, 'letter-of-credit.dates-conflict'],
    ['that expires before the goods go', { expires: date('2026-12-19') }, 'letter-of-credit.dates-conflict'],
    ['in other money', { currency: 'EUR' }, 'letter-of-credit.currency-differs'],
  ] as const)('one %s is not entered', (_, more, code) => {
    expect(refused(madeOn('L/C at sight').do(so, record(more))).code).toBe(code);
  });

  test('nobody reads what isn’t there, or wasn’t asked for', () => {
    expect(refused(madeOn('L/C at sight').do(so, examine())).code).toBe('letter-of-credit.missing');
    expect(refused(madeOn('T/T in advance').do(so, record())).code).toBe('letter-of-credit.not-asked');
  });

  test('it runs out: the day it ends shipment, and the day it expires', () => {
    const office = madeOn('L/C at sight');
    events(office.do(so, record({ latestShipment: date('2026-12-06'), expires: date('2026-12-10') })));
    for (const who of [finance, papers]) events(office.do(so, examine(who)));
    const late = { ...begin(), ...by(planner, date('2026-12-07')), readyOn: date('2026-12-08') };
    expect(refused(office.do(so, late))).toMatchObject({
      code: 'letter-of-credit.over',
      who: expect.arrayContaining(['documents']),
      data: { latest: '2026-12-06', expires: '2026-12-10' },
    });
    events(office.do(so, { ...late, ...by(planner, date('2026-12-06')) }));
  });

  test('a manager’s word for a late one is not for its amendment', () => {
    const office = madeOn('L/C at sight');
    const readAndAllowed = (receivedOn: CreditTerms['expires'], day: CreditTerms['expires']) => {
      events(office.do(so, { ...record({ receivedOn }), ...by(clerk, day) }));
      for (const who of [finance, papers]) events(office.do(so, { ...examine(who), ...by(who, day) }));
    };
    readAndAllowed(date('2026-11-07'), today);
    events(office.do(so, allow));
    readAndAllowed(date('2026-12-02'), date('2026-12-02'));
    const then = { ...begin(), ...by(planner, date('2026-12-02')), readyOn: date('2026-12-03') };
    expect(refused(office.do(so, then)).code).toBe('letter-of-credit.late');
  });

  test('it was read against the content as it was', () => {
    const office = madeOn('L/C at sight');
    events(office.do(so, record()));
    for (const who of [finance, papers]) events(office.do(so, examine(who)));
    const content = { ...postedIn(office), contentHash: 'other' };
    const change = 'CR-202611-00001' as never;
    events(office.do(so, { type: 'change-order', change, content, answeredBy: [], ...by(controller) }));
    expect(refused(office.do(so, begin()))).toMatchObject({
      code: 'letter-of-credit.unexamined',
      data: { examined: '0' },
    });
  });

  test('whoever is needed finds it in his worklist', () => {
    const office = madeOn('L/C at sight');
    const waits = () =>
      workItemsOf(office.order(so), [], { ...by(clerk), time: office.time, shippingRequest: false }).map(
        ({ command }) => command,
      );
    expect(waits()).toContain('record-letter-of-credit');
    events(office.do(so, record()));
    expect(waits()).toContain('examine-letter-of-credit');
    for (const who of [finance, papers]) events(office.do(so, examine(who)));
    expect(waits()).toEqual(['begin-supply', 'ship-goods']);
  });

  test('it stays with an order whose letter came back corrected', () => {
    const order = { ...checkedOrder(), currency: 'USD', paymentTerms: 'L/C at sight' } as CheckedOrder;
    const office = orderAt('awaiting-countersign', order);
    events(office.do(so, record()));
    events(office.do(so, { type: 'correct-letter', ...by(clerk, today, 'another colour') }));
    expect(office.order(so)).toMatchObject({ status: 'in-review', letterOfCredit: { credit: 'LC-8841' } });
  });
});

describe('R30: customers abroad who are trusted', () => {
  test.each(['O/A 60 days', 'D/A 60 days', '付款交单'])('%s waits for a manager’s word', (terms) => {
    const office = madeOn(terms);
    expect(refused(office.do(so, begin()))).toMatchObject({ code: 'production.word-missing', data: { terms } });
    expect(refused(office.do(so, { ...allow, reason: ' ' })).code).toBe('reason.missing');
    events(office.do(so, allow));
    expect(office.order(so)).toMatchObject({ productionAllowed: { as: 'sales-manager' } });
    expect(refused(office.do(so, allow)).code).toBe('production.word-not-needed');
    events(office.do(so, begin()));
  });

  test.each(['Net 30', 'T/T 月结30天', '货到30天付款', undefined])('%s in foreign money is trust as well', (terms) => {
    const office = madeOn(terms);
    expect(refused(office.do(so, begin())).code).toBe('production.word-missing');
    events(office.do(so, allow));
    events(office.do(so, begin()));
  });

  test.each(['T/T in advance', 'no L/C, T/T in advance', '不开信用证，款到发货', '货到付款'])(
    '%s is no trust, and waits for nobody',
    (terms) => {
      events(madeOn(terms).do(so, begin()));
    },
  );

  test('an open account at home is the usual one', () => {
    events(madeOn('Open account 60 days', 'CNY').do(so, begin()));
  });

  test('the word is for the order as it was', () => {
    const office = madeOn('D/A 60 days');
    events(office.do(so, allow));
    const content = postedIn(office);
    const answeredBy = ['sales-manager'] as const;
    const change = 'CR-202611-00001' as never;
    events(office.do(so, { type: 'change-order', change, content, answeredBy, ...by(controller) }));
    expect(refused(office.do(so, begin())).code).toBe('production.word-missing');
  });
});

describe('row 8: what the production order says', () => {
  test('the material is there before the goods are', () => {
    const office = madeOn('Net 30', 'CNY');
    expect(refused(office.do(so, begin({ materialsOn: date('2026-12-02') })))).toMatchObject({
      code: 'supply.materials-late',
      data: { materialsOn: '2026-12-02', readyOn: '2026-12-01' },
    });
    events(office.do(so, begin({ materialsOn: date('2026-12-01'), instructions: 'the old recipe is kept' })));
    expect(office.order(so)).toMatchObject({
      supply: [{ line: 2, materialsOn: '2026-12-01', instructions: 'the old recipe is kept' }],
    });
  });
});
