import { describe, expect, test } from 'vitest';
import { promiseOf } from '../../../core/order/promise.ts';
import { type Policy, standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import type { TimeOfDay } from '../../../core/policy/working-time.ts';
import { standardInForce } from '../policy/standard-policies.ts';
import { events, type Office, refused } from './office.ts';
import { by, checkedOrder, clerk, date, head, line, number, today } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const letters = (office: Office) => {
  const order = office.order(so);
  return 'letters' in order ? order.letters : [];
};

describe('row 6c: nobody countersigned in time', () => {
  const release = (day: string, who = clerk) => ({ type: 'release-reservation', ...by(who, date(day)) }) as const;

  test('the goods are held to the end of the seventh day; then they are free, and the order is judged anew', () => {
    const office = orderAt('awaiting-countersign');
    expect(refused(office.do(so, release('2026-11-28')))).toMatchObject({
      code: 'letter.still-valid',
      status: 'awaiting-countersign',
      data: { date: '2026-11-28' },
    });
    expect(office.available('A01')).toBe('40');
    events(office.do(so, release('2026-11-29')));
    expect(office.available('A01')).toBe('50');
    expect(office.order(so)).toMatchObject({ status: 'in-review', earlier: [{ ranOut: { by: { userId: 'wang' } } }] });
    expect(office.order(so)).not.toHaveProperty('reservations');
    expect(promiseOf(office.order(so), 1)).toEqual({});
  });

  test('a renewed letter begins its days anew', () => {
    const office = orderAt('awaiting-countersign');
    events(office.do(so, { type: 'issue-letter', ...by(clerk, date('2026-11-25')) }));
    expect(refused(office.do(so, release('2026-12-02'))).data).toEqual({ date: '2026-12-02' });
    events(office.do(so, release('2026-12-03')));
  });

  test('the next round goes on with the numbers of its letters', () => {
    const office = orderAt('awaiting-countersign');
    events(office.do(so, release('2026-11-29')));
    events(office.do(so, { type: 'approve-order', ...by(head, date('2026-11-29')) }));
    events(office.do(so, { type: 'issue-letter', ...by(clerk, date('2026-11-29')) }));
    expect(letters(office)).toMatchObject([{ revision: 2, paper: 'SO-202611-00001-L2' }]);
  });
});

describe('row 6d: how the letter went', () => {
  const send = (to: string) => ({ type: 'record-sending', channel: 'e-mail', to, ...by(clerk) }) as const;

  test('as often as it is sent, each time to somebody', () => {
    const office = orderAt('awaiting-countersign');
    expect(refused(office.do(so, send('  '))).code).toBe('letter.receiver-missing');
    events(office.do(so, send(' lin@example.com ')));
    events(office.do(so, { ...send('Mr Lin'), channel: 'letter' }));
    expect(letters(office)).toMatchObject([
      {
        sent: [
          { channel: 'e-mail', to: 'lin@example.com', by: { userId: 'wang' } },
          { channel: 'letter', to: 'Mr Lin' },
        ],
      },
    ]);
    expect(office.status(so)).toBe('awaiting-countersign');
  });
});

describe.each(['record-arrival', 'reject-copy'] as const)('rows 6e and 6f: %s', (type) => {
  const on = (day: string) =>
    ({ type, on: date(day), ...by(clerk, date('2026-11-24'), 'second page missing') }) as const;

  test('between the day the letter was issued and today', () => {
    const office = orderAt('awaiting-countersign');
    expect(refused(office.do(so, on('2026-11-20')))).toMatchObject({
      code: 'countersign.before-letter',
      data: { date: '2026-11-21' },
    });
    expect(refused(office.do(so, on('2026-11-25'))).code).toBe('date.in-future');
    events(orderAt('awaiting-countersign').do(so, on('2026-11-24')));
    events(office.do(so, on('2026-11-21')));
    expect(office.status(so)).toBe('awaiting-countersign');
  });
});

test('row 6e: a letter arrives once; the renewed one once more', () => {
  const office = orderAt('awaiting-countersign');
  const arrive = { type: 'record-arrival', on: today, ...by(clerk) } as const;
  events(office.do(so, arrive));
  expect(refused(office.do(so, arrive))).toMatchObject({ code: 'letter.arrived-already', data: { date: today } });
  events(office.do(so, { type: 'issue-letter', ...by(clerk) }));
  events(office.do(so, arrive));
  expect(letters(office)).toMatchObject([{ arrived: { on: today } }, { arrived: { on: today } }]);
});

test('row 6f: copies that do not count are kept with what is wrong with them, and open nothing', () => {
  const office = orderAt('awaiting-countersign');
  const reject = (reason?: string) => ({ type: 'reject-copy', on: today, ...by(clerk, today, reason) }) as const;
  expect(refused(office.do(so, reject())).code).toBe('reason.missing');
  events(office.do(so, reject('unsigned')));
  events(office.do(so, reject('unreadable')));
  expect(letters(office)).toMatchObject([{ defective: [{ reason: 'unsigned' }, { reason: 'unreadable' }] }]);
  expect(office.order(so)).not.toHaveProperty('countersignedOn');
});

describe('row 7: the hour the copy came back', () => {
  const back = (time?: string, day = today) =>
    ({ type: 'record-countersign', on: day, ...by(clerk, day), ...(time && { time: time as TimeOfDay }) }) as const;
  const promised = (office: Office) =>
    promiseOf(office.order(so), 1).postponed ?? promiseOf(office.order(so), 1).promised;
  const withCutOff = (cutOff: string): Office['policy'] => {
    const changed: Policy = withSetting(standardPolicy, 'letter.cutOff', cutOff);
    return { ...standardInForce, ...changed };
  };

  test.each([
    ['before the cut-off', '17:59', '2026-12-03'],
    ['at it: as if it had come the next day', '18:00', '2026-12-04'],
    ['nobody knows', undefined, '2026-12-03'],
  ])('%s', (_, time, expected) => {
    const office = orderAt('awaiting-countersign');
    events(office.do(so, back(time)));
    expect(promised(office)).toBe(expected);
  });

  test('by the hour the house has set', () => {
    const office = orderAt('awaiting-countersign', undefined, withCutOff('12:00'));
    events(office.do(so, back('12:00')));
    expect(promised(office)).toBe('2026-12-04');
  });

  test('class A is not asked for the hour', () => {
    const office = orderAt(
      'awaiting-countersign',
      checkedOrder([line('A01', '1', { dueDate: date('2026-12-03') })], 'A'),
    );
    events(office.do(so, back('23:00', date('2026-11-23'))));
    expect(promised(office)).toBe('2026-12-03');
  });

  test('the copy is kept as it was filed', () => {
    const office = orderAt('awaiting-countersign');
    const copy = { sha256: 'f00d', name: 'L1 signed.pdf' };
    events(office.do(so, { ...back(), copy }));
    expect(office.order(so)).toMatchObject({ copy: { file: copy, by: { userId: 'wang' } }, countersignedOn: today });
  });
});
