import { describe, expect, test } from 'vitest';
import type { CheckedOrder } from '../../../core/check/checked-order.ts';
import { replay } from '../../../core/order/evolve.ts';
import { owns } from '../../../core/order/owner.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import type { Route } from '../../../core/policy/setting-value.ts';
import { standardInForce } from '../policy/standard-policies.ts';
import { events, Office, refused } from './office.ts';
import { by, checkedOrder, clerk, head, line, number, person, posting, shipper, today } from './sample-order.ts';

const so = number();
const wei = person('u-wei', 'sales');
const ming = { ...person('u-ming', 'sales'), name: '王小明' };
const house: Office['routing'] = {
  staff: [clerk, head, wei, ming],
  regionOf: (code) => (code === 'C001' ? '广东深圳' : null),
  categoryOf: (item) => (item === 'B02' ? 'Pumps' : null),
};
const entered = { userId: 'wang', name: 'wang', by: 'entered' };

/** An office with these rules. */
function officeWith(rules: readonly Route[], salesperson: 'first' | 'last' | 'never' = 'first'): Office {
  const ruled = withSetting(standardPolicy, 'routing.rules', rules);
  const office = new Office({}, { ...standardInForce, ...withSetting(ruled, 'routing.salesperson', salesperson) });
  office.routing = house;
  return office;
}

const sold = (salesperson?: string): CheckedOrder =>
  ({ ...checkedOrder(), ...(salesperson !== undefined && { salesperson }) }) as CheckedOrder;
const post = (office: Office, order = sold(), more: object = {}) =>
  events(office.do(so, posting(by(clerk), { order, submit: false, ...more })));
const rule = (condition: Route['by'], is: string, owner = 'u-wei'): Route => ({ by: condition, is, to: 'user', owner });

describe('R7: whose a posted order is', () => {
  test('whoever entered it, where nothing else is settled; the version of the policy stands beside it', () => {
    expect(post(officeWith([]))).toMatchObject([{ type: 'order-posted', owner: entered, policy: 3 }]);
  });

  test.each<[string, Route, CheckedOrder, object]>([
    ['customer', rule('customer', 'ｃ001'), sold(), {}],
    ['region, by a place in it', rule('region', '廣東省'), sold(), {}],
    ['product class of any line', rule('product-class', 'pumps'), sold(), {}],
    ['customer class, however it is written', rule('customer-class', 'B类'), sold(), {}],
    ['order type', rule('order-type', 'sample'), sold(), { orderType: 'sample' }],
    ['normal orders', rule('order-type', 'normal'), sold(), {}],
    ['a salesperson who is no user', rule('salesperson', 'Old Li'), sold('old li'), {}],
  ])('by %s', (_, route, order, more) => {
    const office = officeWith([route]);
    post(office, order, more);
    expect(office.order(so).owner).toEqual({ userId: 'u-wei', name: 'u-wei', by: route.by });
  });

  test.each<[string, Route]>([
    ['another customer', rule('customer', 'C002')],
    ['another region', rule('region', '上海')],
    ['other goods', rule('product-class', 'Valves')],
    ['another class', rule('customer-class', 'A')],
    ['another type', rule('order-type', 'replacement')],
    ['somebody who has gone', rule('customer', 'C001', 'u-gone')],
  ])('a rule for %s is passed over', (_, route) => {
    const office = officeWith([route, { by: 'customer', is: 'C001', to: 'role', owner: 'order-desk-head' }]);
    post(office);
    expect(office.order(so).owner).toEqual({ role: 'order-desk-head', by: 'customer' });
  });

  test('the first rule that fits counts', () => {
    const office = officeWith([rule('region', '广东'), rule('customer', 'C001', 'u-ming')]);
    post(office);
    expect(office.order(so).owner).toMatchObject({ userId: 'u-wei', by: 'region' });
  });

  test.each([
    ['first', { userId: 'u-ming', name: '王小明', by: 'salesperson' }],
    ['last', { userId: 'u-wei', name: 'u-wei', by: 'customer' }],
    ['never', { userId: 'u-wei', name: 'u-wei', by: 'customer' }],
  ] as const)('a salesperson who works here, %s', (place, owner) => {
    const office = officeWith([rule('customer', 'C001')], place);
    post(office, sold('王小明'));
    expect(office.order(so).owner).toEqual(owner);
    const alone = officeWith([], place);
    post(alone, sold('王小明'));
    expect(alone.order(so).owner.by).toBe(place === 'never' ? 'entered' : 'salesperson');
  });
});

describe('a name that several answer to', () => {
  const twin = { ...person('u-ming-2', 'sales'), name: '王小明' };
  const named = { ...person('u-named', 'sales'), name: 'U-Wei' };

  test('makes an order nobody’s, as salesperson of the sheet or in a rule', () => {
    for (const [more, called] of [
      [twin, '王小明'],
      [named, 'u-wei'],
    ] as const) {
      const office = officeWith([rule('customer', 'C001', called)]);
      office.routing = { ...house, staff: [...house.staff, more] };
      post(office, sold(called));
      expect(office.order(so).owner).toEqual(entered);
    }
  });

  test('is refused when an order is handed over; the id of one of two namesakes isn’t', () => {
    const office = officeWith([]);
    office.routing = { ...house, staff: [...house.staff, twin, named] };
    post(office);
    const assign = (user: string) =>
      office.do(so, { type: 'assign-order', to: { user }, ...by(head, today, 'on leave') });
    for (const user of ['王小明', 'u-wei'])
      expect(refused(assign(user))).toMatchObject({ code: 'assign.user-ambiguous', data: { user } });
    expect(events(assign('u-ming-2'))).toMatchObject([{ owner: { userId: 'u-ming-2', name: '王小明' } }]);
  });
});

describe('an edit', () => {
  test('may make it another’s, by what it says now; who entered it stays who did', () => {
    const office = officeWith([rule('product-class', 'Pumps')]);
    post(office);
    const other = checkedOrder([line('A01', '1')]);
    events(office.do(so, posting(by(head), { order: other, contentHash: 'other', submit: false })));
    expect(office.order(so).owner).toEqual(entered);
  });

  test('doesn’t take it from whom it was handed to', () => {
    const office = officeWith([]);
    post(office);
    events(office.do(so, { type: 'assign-order', to: { user: '王小明' }, ...by(head, today, 'on leave') }));
    events(office.do(so, posting(by(clerk), { order: sold('u-wei'), contentHash: 'other', submit: false })));
    expect(office.order(so).owner).toEqual({ userId: 'u-ming', name: '王小明', by: 'assigned' });
  });
});

describe('row O: handing over', () => {
  const assign = (to: { user: string } | { role: 'sales' | 'order-desk' }, who = head, reason = 'on leave') =>
    ({ type: 'assign-order', to, ...by(who, today, reason) }) as const;

  test('to a colleague by his name, or to a role; the reason is on record', () => {
    const office = officeWith([]);
    post(office);
    expect(events(office.do(so, assign({ user: '王小明' })))).toMatchObject([
      { type: 'order-assigned', owner: { userId: 'u-ming', by: 'assigned' }, reason: 'on leave' },
    ]);
    events(office.do(so, assign({ role: 'sales' })));
    expect(office.order(so).owner).toEqual({ role: 'sales', by: 'assigned' });
  });

  test('not to somebody nobody knows, nor to whose it is; by the head or the supervisor, with a reason', () => {
    const office = officeWith([]);
    post(office);
    expect(refused(office.do(so, assign({ user: 'nobody' })))).toMatchObject({
      code: 'assign.user-unknown',
      data: { user: 'nobody' },
    });
    expect(refused(office.do(so, assign({ user: 'wang' }))).code).toBe('assign.same-owner');
    expect(refused(office.do(so, assign({ role: 'sales' }, shipper))).who).toEqual([
      'order-desk-head',
      'service-supervisor',
    ]);
    expect(refused(office.do(so, assign({ role: 'sales' }, head, ' '))).code).toBe('reason.missing');
    events(office.do(so, assign({ role: 'sales' })));
    expect(refused(office.do(so, assign({ role: 'sales' }))).code).toBe('assign.same-owner');
  });
});

test('an order posted before orders had owners is whose who entered it', () => {
  const office = officeWith([rule('customer', 'C001')]);
  const told = post(office).map(({ ...event }) => {
    if ('owner' in event) delete (event as { owner?: unknown }).owner;
    return event;
  });
  expect(replay(told).owner).toEqual(entered);
});

test('an order is owned by its person, or by whoever has its role', () => {
  expect(owns(wei, { userId: 'u-wei', name: '' })).toBe(true);
  expect(owns(wei, { userId: 'u-ming', name: '' })).toBe(false);
  expect(owns(wei, { role: 'sales' })).toBe(true);
  expect(owns(clerk, { role: 'sales' })).toBe(false);
});
