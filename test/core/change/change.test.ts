import { describe, expect, test } from 'vitest';
import type { ChangeItem } from '../../../core/change/change-item.ts';
import { decideChange } from '../../../core/change/decide/decide.ts';
import { events } from '../order/office.ts';
import { by, clerk, date, head, line, manager, number, quantity, today } from '../order/sample-order.ts';
import { refused } from '../record/refused.ts';
import {
  agreeing,
  asking,
  cancel,
  changeAt,
  costing,
  cr,
  Desk,
  dearer,
  fewer,
  inProduction,
  moneyManager,
  nothing,
  orderToShip,
  partShipped,
  policy,
  production,
  purchasing,
  so,
  supply,
} from './given.ts';

const ask = (items: readonly ChangeItem[], order = orderToShip()) => {
  const desk = new Desk(order);
  return { desk, decision: desk.do(asking(items, order), clerk, 'the customer wrote') };
};
const refusedFor = (items: readonly ChangeItem[], order = orderToShip()) => refused(ask(items, order).decision);

describe('C1: asking', () => {
  test('keeps what is asked, against which revision, and who will have to answer', () => {
    const { desk, decision } = ask([fewer]);
    events(decision);
    expect(desk.change()).toMatchObject({
      number: cr,
      order: so,
      status: 'asked',
      against: { contentHash: 'hash-1', letter: 1 },
      departments: ['production', 'purchasing', 'finance'],
      asked: { by: { userId: 'wang' }, reason: 'the customer wrote' },
      askedOn: today,
    });
  });

  test('with a policy that asks nobody, it is assessed at once and co-signed with the agreement', () => {
    const departments = { ...policy.departments, 'line-quantity': [] };
    const desk = new Desk(orderToShip(), { ...policy, departments });
    events(desk.do(asking([fewer], desk.order), clerk, 'so'));
    expect(desk.status()).toBe('assessed');
    events(desk.do(agreeing));
    expect(desk.status()).toBe('cosigned');
  });

  test('nothing, the same again, an order that is not there', () => {
    expect(refusedFor([]).code).toBe('change.nothing');
    expect(refusedFor([{ kind: 'line-quantity', line: 1, quantity: quantity('10') }]).code).toBe('change.nothing');
    const command = { ...asking([fewer], orderToShip()), ...by(clerk, today, 'so') } as Parameters<
      typeof decideChange
    >[0];
    expect(refused(decideChange(command, null, { order: null, policy }))).toMatchObject({
      code: 'order.not-found',
      data: { order: so },
    });
    const other = orderToShip();
    const foreign = { ...other, content: { ...other.content, number: number(9) } };
    expect(() => decideChange(command, null, { order: foreign, policy })).toThrow('was not loaded');
  });

  test.each(['draft', 'in-review'] as const)('at %s the sheet is corrected instead', (status) => {
    expect(refusedFor([fewer], orderToShip({ status }))).toMatchObject({ code: 'change.order-not-confirmed', status });
  });
  test.each(['to-confirm', 'awaiting-countersign', 'to-ship'] as const)('at %s it may be asked', (status) => {
    events(ask([fewer], orderToShip({ status })).decision);
  });
  test.each(['shipped', 'received', 'completed', 'closed', 'archived', 'void', 'cancelled'] as const)(
    'at %s it is over',
    (status) => {
      expect(refusedFor([fewer], orderToShip({ status })).code).toBe('change.order-over');
    },
  );

  test('against another letter or content than the order has now', () => {
    const desk = new Desk(orderToShip({ letter: 2 }));
    const stale = asking([fewer], orderToShip());
    expect(refused(desk.do(stale, clerk, 'so'))).toMatchObject({
      code: 'change.order-moved',
      data: { asked: '1', now: '2' },
    });
    const edited = new Desk(orderToShip());
    edited.order = { ...edited.order, content: { ...edited.order.content, contentHash: 'hash-2' } };
    expect(refused(edited.do(stale, clerk, 'so')).code).toBe('change.order-moved');
  });

  test('down to what has left, not below; above zero', () => {
    const to = (wanted: string): ChangeItem => ({ kind: 'line-quantity', line: 1, quantity: quantity(wanted) });
    events(ask([to('4')], partShipped()).decision);
    expect(refusedFor([to('3')], partShipped())).toMatchObject({
      code: 'change.below-shipped',
      data: { line: '1', item: 'A01', wanted: '3', shipped: '4' },
    });
    expect(refusedFor([to('0')]).code).toBe('change.quantity-not-positive');
    expect(refusedFor([to('-1')]).code).toBe('change.quantity-not-positive');
    expect(refusedFor([{ kind: 'add-line', content: line('C03', '0') }]).code).toBe('change.quantity-not-positive');
  });

  test('what has left keeps its item and price, and is not removed; a line none of which left may', () => {
    const goods = { itemCode: 'A02', itemName: 'item A02', unitPrice: quantity('4') };
    const onLine = (own: number): ChangeItem[] => [
      { kind: 'line-item', line: own, goods },
      { kind: 'line-price', line: own, unitPrice: quantity('3') },
      { kind: 'remove-line', line: own },
    ];
    for (const item of onLine(1)) expect(refusedFor([item], partShipped()).code).toBe('change.line-shipped');
    for (const item of onLine(2)) events(ask([item], partShipped()).decision);
  });

  test('a date and a wish only for what has still to leave, a date not over', () => {
    const allLeft = orderToShip({ status: 'part-shipped', lines: [supply(1, '10'), supply(2, '0', false)] });
    const dated = (own: number, day: string): ChangeItem => ({ kind: 'line-date', line: own, dueDate: date(day) });
    const wish: ChangeItem = { kind: 'line-requirements', line: 1, specialRequirements: 'pallets' };
    expect(refusedFor([dated(1, '2026-12-24')], allLeft).code).toBe('change.line-shipped');
    expect(refusedFor([wish], allLeft).code).toBe('change.line-shipped');
    events(ask([dated(1, '2026-12-24'), wish], partShipped()).decision);
    expect(refusedFor([dated(1, '2026-11-20')]).code).toBe('change.date-past');
    events(ask([dated(1, '2026-11-21')]).decision);
  });

  test('a line it has not, two that write one place, nothing left of it', () => {
    expect(refusedFor([{ kind: 'remove-line', line: 3 }])).toMatchObject({
      code: 'change.line-unknown',
      data: { line: '3' },
    });
    const conflicts: ChangeItem[][] = [
      [fewer, { kind: 'line-quantity', line: 1, quantity: quantity('9') }],
      [fewer, { kind: 'remove-line', line: 1 }],
      [fewer, { kind: 'close-remainder', lines: [] }],
      [dearer, { kind: 'line-item', line: 1, goods: { itemCode: 'X', itemName: 'x', unitPrice: quantity('1') } }],
      [fewer, cancel],
      [cancel, cancel],
    ];
    for (const items of conflicts) expect(refusedFor(items).code).toBe('change.items-conflict');
    const gone: ChangeItem[] = [1, 2].map((own) => ({ kind: 'remove-line', line: own }));
    expect(refusedFor(gone).code).toBe('change.no-line-left');
    events(ask([...gone, { kind: 'add-line', content: line('C03', '1') }]).decision);
  });

  test('row 13: a remainder is closed once something has left, of lines that have one', () => {
    const close = (...lines: number[]): ChangeItem => ({ kind: 'close-remainder', lines });
    expect(refusedFor([close()]).code).toBe('change.nothing-shipped');
    events(ask([close()], partShipped()).decision);
    const oneFull = orderToShip({ status: 'part-shipped', lines: [supply(1, '10'), supply(2, '0', false)] });
    expect(refusedFor([close(1)], oneFull).code).toBe('change.line-shipped');
    events(ask([close()], oneFull).decision);
    events(ask([close(2)], oneFull).decision);
  });

  test('row X: nothing is cancelled once anything has left', () => {
    events(ask([cancel]).decision);
    expect(refusedFor([cancel], partShipped())).toMatchObject({
      code: 'cancel.goods-left',
      data: { line: '1', item: 'A01' },
    });
    expect(refusedFor([cancel], orderToShip({ status: 'shipped', lines: [supply(1, '10')] })).code).toBe(
      'cancel.goods-left',
    );
  });

  test('a number is taken once', () => {
    expect(() => changeAt('asked').do(asking([fewer], orderToShip()), clerk, 'so')).toThrow('is taken');
  });
});

describe('C2: the departments assess', () => {
  const assess = (department: 'production' | 'quality', effect = nothing) =>
    ({ type: 'assess-change', department, effect }) as const;

  test('each by its own people, only those asked; assessed with the last', () => {
    const desk = changeAt('asked');
    expect(refused(desk.do(assess('quality'), moneyManager))).toMatchObject({
      code: 'change.department-not-asked',
      data: { department: 'quality', record: cr, recordStatus: 'change.asked' },
    });
    expect(refused(desk.do(assess('production'), moneyManager))).toMatchObject({
      code: 'role.not-allowed',
      who: ['production', 'production-head'],
    });
    events(desk.do(assess('production'), production));
    expect(desk.status()).toBe('asked');
    for (const [department, who] of [['purchasing', purchasing] as const, ['finance', moneyManager] as const])
      events(desk.do({ type: 'assess-change', department, effect: nothing }, who));
    expect(desk.status()).toBe('assessed');
  });

  test('corrected until the customer has agreed; the last word counts', () => {
    const desk = changeAt('assessed');
    events(desk.do(assess('production', costing('70')), production));
    expect(desk.status()).toBe('assessed');
    expect(desk.change().assessments).toHaveLength(3);
    expect(desk.change().assessments.at(-1)).toMatchObject({ department: 'production', costs: [{ amount: '70' }] });
    expect(refused(changeAt('agreed').do(assess('production'), production)).code).toBe('record.wrong-status');
  });

  test('amounts above zero', () => {
    expect(refused(changeAt('asked').do(assess('production', costing('0')), production)).code).toBe(
      'change.amount-not-positive',
    );
    const charges = [{ what: 'rush', amount: quantity('-1'), itemCode: 'FEE' }];
    expect(refused(changeAt('asked').do(assess('production', { ...nothing, charges }), production)).code).toBe(
      'change.amount-not-positive',
    );
  });
});

describe('C3: who bears the loss', () => {
  const settle = (...amounts: string[]) =>
    ({
      type: 'settle-loss',
      shares: amounts.map((amount, index) => ({
        party: index === 0 ? ('customer' as const) : ('company' as const),
        amount: quantity(amount),
      })),
      basis: 'contract § 7',
    }) as const;
  const withLoss = () => changeAt('assessed', [fewer], orderToShip(), costing('100'));

  test('to the last cent', () => {
    const desk = withLoss();
    expect(refused(desk.do(settle('60', '39.99'), manager))).toMatchObject({
      code: 'change.shares-differ',
      data: { shared: '99.99', loss: '100' },
    });
    expect(refused(desk.do(settle('110', '-10'), manager)).code).toBe('change.amount-not-positive');
    expect(refused(desk.do({ ...settle('60', '40'), basis: ' ' }, manager)).code).toBe('paper.reference-missing');
    events(desk.do(settle('60', '40'), manager));
    expect(desk.change().loss).toMatchObject({ basis: 'contract § 7', settled: { by: { userId: 'zhao' } } });
  });

  test('none when nothing is lost, or the customer pays for all of it', () => {
    expect(refused(changeAt('assessed').do(settle('1'), manager)).code).toBe('change.no-loss');
    const charges = [{ what: 'rework', amount: quantity('100'), itemCode: 'FEE' }];
    const covered = changeAt('assessed', [fewer], orderToShip(), { ...costing('100'), charges });
    expect(refused(covered.do(settle('1'), manager)).code).toBe('change.no-loss');
  });

  test('must be on record before the approval, for the loss as it is assessed now', () => {
    const desk = changeAt('cosigned', [fewer], orderToShip(), costing('100'));
    expect(refused(desk.do({ type: 'approve-change' }, manager))).toMatchObject({
      code: 'change.loss-open',
      data: { loss: '100' },
    });
    events(desk.do(settle('100'), moneyManager));
    events(desk.do({ type: 'approve-change' }, manager));
    const corrected = withLoss();
    events(corrected.do(settle('100'), manager));
    events(corrected.do({ type: 'assess-change', department: 'finance', effect: costing('5') }, moneyManager));
    events(corrected.do(agreeing));
    for (const [department, who] of [
      ['production', production] as const,
      ['purchasing', purchasing] as const,
      ['finance', moneyManager] as const,
    ])
      events(corrected.do({ type: 'cosign-change', department, agrees: true, statement: 'fine' }, who));
    expect(refused(corrected.do({ type: 'approve-change' }, manager)).data).toMatchObject({ loss: '105' });
  });
});

describe('C4: the customer agrees', () => {
  test('in writing, from the day it was asked to today', () => {
    const desk = changeAt('assessed');
    const agree = (more: object) => desk.do({ ...agreeing, ...more }, clerk, undefined, date('2026-11-23'));
    expect(refused(agree({ paper: '' })).code).toBe('paper.reference-missing');
    expect(refused(agree({ on: date('2026-11-24') })).code).toBe('date.in-future');
    expect(refused(agree({ on: date('2026-11-20') })).code).toBe('change.agreed-before-asked');
    events(agree({ on: date('2026-11-23') }));
    expect(desk.change()).toMatchObject({ status: 'agreed', agreement: { form: 'signed-form', on: '2026-11-23' } });
  });
});

describe('C5: the departments co-sign 会签', () => {
  const sign = (agrees: boolean, statement = 'as planned') =>
    ({ type: 'cosign-change', department: 'production', agrees, statement }) as const;

  test('by the head, with a statement, only those asked', () => {
    const desk = changeAt('agreed');
    expect(refused(desk.do(sign(true, ' '), production)).code).toBe('change.statement-missing');
    expect(refused(desk.do(sign(true), purchasing))).toMatchObject({
      code: 'role.not-allowed',
      who: ['production-head'],
    });
    expect(refused(desk.do({ ...sign(true), department: 'legal' }, production)).code).toBe(
      'change.department-not-asked',
    );
    events(desk.do(sign(true), production));
    expect(desk.status()).toBe('agreed');
  });

  test('an objection stands until its department signs again, and voids approvals given before', () => {
    const desk = changeAt('cosigned', [cancel], inProduction());
    events(desk.do({ type: 'approve-change' }, moneyManager, 'settled'));
    expect(desk.status()).toBe('cosigned');
    events(desk.do(sign(false, 'too late, it is on the machine'), production));
    expect(desk.change()).toMatchObject({ status: 'agreed', approvals: [] });
    expect(refused(desk.do({ type: 'approve-change' }, moneyManager, 'settled')).code).toBe('record.wrong-status');
    events(desk.do(sign(true), production));
    expect(desk.status()).toBe('cosigned');
  });
});

describe('C8, C9: given up', () => {
  test.each(['asked', 'assessed', 'agreed', 'cosigned'] as const)('refused at %s', (status) => {
    const desk = changeAt(status);
    events(desk.do({ type: 'refuse-change' }, manager, 'not now'));
    expect(desk.change()).toMatchObject({ status: 'refused', refused: { reason: 'not now' } });
  });

  test.each(['asked', 'assessed', 'agreed', 'cosigned', 'approved'] as const)(
    'withdrawn at %s, even when the order has moved on',
    (status) => {
      const desk = changeAt(status);
      desk.order = orderToShip({ letter: 2 });
      events(desk.do({ type: 'withdraw-change' }, clerk, 'no wish any more'));
      expect(desk.status()).toBe('withdrawn');
    },
  );

  test('nothing follows: refused, withdrawn and in force are final', () => {
    const desk = changeAt('in-force');
    expect(refused(desk.do({ type: 'withdraw-change' }, clerk, 'so')).code).toBe('record.wrong-status');
    expect(refused(desk.do({ type: 'bring-into-force' }, head)).code).toBe('record.wrong-status');
  });
});

test('every step forward is refused once the order has moved on, and says so', () => {
  for (const status of ['asked', 'assessed', 'agreed', 'cosigned', 'approved'] as const) {
    const desk = changeAt(status);
    desk.order = orderToShip({ letter: 2 });
    const next = {
      asked: () => desk.do({ type: 'assess-change', department: 'production', effect: nothing }, production),
      assessed: () => desk.do(agreeing),
      agreed: () =>
        desk.do({ type: 'cosign-change', department: 'production', agrees: true, statement: 'so' }, production),
      cosigned: () => desk.do({ type: 'approve-change' }, manager),
      approved: () => desk.do({ type: 'bring-into-force' }, head),
    }[status];
    expect(refused(next()), status).toMatchObject({
      code: 'change.order-moved',
      data: { recordStatus: `change.${status}` },
    });
  }
});

test('a change is never decided on another order than its own', () => {
  const desk = changeAt('asked');
  desk.order = { ...desk.order, content: { ...desk.order.content, number: number(7) } };
  expect(() => desk.do({ type: 'assess-change', department: 'production', effect: nothing }, production)).toThrow(
    'was not loaded',
  );
});
