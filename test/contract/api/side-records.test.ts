import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import { type Office, openOffice, ownHost } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne, recheck } from './rows.ts';
import { invoice, pay } from './settle.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const { store } = office.companies.get('hengxin') ?? {};
  for (const role of more) await store?.accounts.saveUser({ id: role, name: role, roles: [role], locale: 'en' });
});
afterAll(() => office.close());

const more: readonly Role[] = [
  'warehouse',
  'quality',
  'auditor',
  'finance-manager',
  'production-head',
  'purchasing',
  'service-supervisor',
  'director',
];

/** A client of somebody in the office, and its calls with a key of their own. */
const as = async (user: Role) => {
  const client = await office.as(user, { locale: 'en' });
  const call: typeof client.call = (name, input) => client.call(name, { requestKey: newKey(), ...input });
  return { call };
};

let orders = 0;
/** An order that was approved, lettered, countersigned and paid. */
async function confirmed(quantity = '10', customer?: string, paid = true): Promise<string> {
  orders += 1;
  const row = { key: `S-${orders}`, item: 'B-08', price: '0.85', quantity, ...(customer && { customer }) };
  const number = await postOne(await office.as('sales'), row);
  const params = { number };
  await (await as('order-desk-head')).call('commandOrder', { params, body: { type: 'approve-order' } });
  const desk = await as('order-desk');
  await desk.call('commandOrder', { params, body: { type: 'issue-letter' } });
  const on = office.time.now.slice(0, 10);
  await desk.call('commandOrder', { params, body: { type: 'record-countersign', on } });
  if (paid) await pay(office, number);
  return number;
}

/** One whose goods have all been signed for. */
async function received(quantity = '10'): Promise<string> {
  const number = await confirmed(quantity);
  const shipped = await (await as('shipper')).call('ship', { body: { order: number, recheck } });
  const on = office.time.now.slice(0, 10);
  await (await as('order-desk')).call('receive', { params: { number: shipped.number }, body: { on } });
  return number;
}

const returnOf = (order: string, quantity: string, kind: 'return' | 'exchange' = 'return') =>
  ({ kind, lines: [{ order, line: 1, quantity }], reason: '螺纹不符' }) as const;
const today = () => office.time.now.slice(0, 10);
const inHours = (hours: number) => new Date(Date.parse(office.time.now) + hours * 3_600_000).toISOString();

describe('a return', () => {
  test('goes from asking to settled; what was accepted and refunded is on record', async () => {
    const order = await received();
    const asked = await (await as('sales')).call('askReturn', { body: returnOf(order, '4') });
    expect(asked).toMatchObject({ number: 'RT-202611-00001', status: 'asked', customerCode: 'C001', version: 1 });
    const params = { number: asked.number };
    await (await as('sales-manager')).call('commandReturn', { params, body: { type: 'approve-return' } });
    const warehouse = await as('warehouse');
    const looked = { order, line: 1, accepted: '3', rejected: '1', condition: 'damaged' } as const;
    const inspect = { type: 'inspect-return', arrivedOn: today(), lines: [looked], fault: 'company' } as const;
    expect((await warehouse.call('commandReturn', { params, body: inspect })).status).toBe('inspected');
    const lines = [{ order, line: 1, restocked: '2', scrapped: '1', repaired: '0' }];
    const dispose = { type: 'dispose-return', lines, reason: '一件断裂' } as const;
    await warehouse.call('commandReturn', { params, body: dispose });
    const refund = { type: 'refund-return', amount: '2.55', currency: 'CNY', paper: 'CN-7' } as const;
    const clerk = await as('finance-clerk');
    const dollars = { ...refund, currency: 'USD' };
    expect((await refused(clerk.call('commandReturn', { params, body: dollars }))).problem.code).toBe(
      'payment.currencies-differ',
    );
    const settled = await clerk.call('commandReturn', { params, body: refund });
    expect(settled).toMatchObject({ status: 'settled', refund: { amount: '2.55', paper: 'CN-7' }, version: 5 });
    expect(settled.actions.every(({ allowed }) => !allowed)).toBe(true);
    expect((await (await as('sales')).call('order', { params: { number: order } })).sideRecords).toMatchObject([
      { kind: 'return', number: asked.number, status: 'settled', open: false, what: '螺纹不符' },
    ]);
  });

  test('takes no more than was received, less what other returns claim', async () => {
    const order = await received();
    const sales = await as('sales');
    await sales.call('askReturn', { body: returnOf(order, '7') });
    const { status, problem } = await refused(sales.call('askReturn', { body: returnOf(order, '4') }));
    expect([status, problem.refusal]).toMatchObject([
      409,
      { code: 'return.exceeds-received', data: { returnable: '3' } },
    ]);
    const onTheWay = await confirmed();
    const early = await refused(sales.call('askReturn', { body: returnOf(onTheWay, '1') }));
    expect(early.problem.refusal?.data).toMatchObject({ returnable: '0' });
  });

  test('comes in whole pieces where whole pieces were ordered', async () => {
    const order = await received();
    const { problem } = await refused((await as('sales')).call('askReturn', { body: returnOf(order, '1.5') }));
    expect(problem.code).toBe('return.part-of-piece');
  });

  test('of a closed order is asked all the same, and exchanged for goods of a linked order of its customer', async () => {
    const order = await received();
    await invoice(office, order);
    await (await as('finance-clerk')).call('commandOrder', {
      params: { number: order },
      body: { type: 'close-order' },
    });
    const sales = await as('sales');
    const { number } = await sales.call('askReturn', { body: returnOf(order, '1', 'exchange') });
    const params = { number };
    await (await as('sales-manager')).call('commandReturn', { params, body: { type: 'approve-return' } });
    const warehouse = await as('warehouse');
    const looked = { order, line: 1, accepted: '1', rejected: '0', condition: 'wrong-goods' } as const;
    const inspect = { type: 'inspect-return', arrivedOn: today(), lines: [looked], fault: 'company' } as const;
    await warehouse.call('commandReturn', { params, body: inspect });
    const lines = [{ order, line: 1, restocked: '1', scrapped: '0', repaired: '0' }];
    await warehouse.call('commandReturn', { params, body: { type: 'dispose-return', lines } });
    const others = await postOne(await office.as('sales'), { key: 'R-x', quantity: '1', customer: '甬江设备厂' });
    const replace = (by: string) =>
      sales.call('commandReturn', { params, body: { type: 'replace-return', order: by } });
    expect((await refused(replace(others))).problem.code).toBe('return.customers-differ');
    expect((await refused(replace('SO-202611-99999'))).problem.code).toBe('order.not-found');
    const own = await postOne(await office.as('sales'), { key: 'R-1', quantity: '1' });
    expect(await replace(own)).toMatchObject({ status: 'settled', replacement: { order: own } });
    expect((await sales.call('order', { params: { number: order } })).status).toBe('closed');
  });

  test('is approved by whose it is: a clerk is told who could, and what he may do stands in the view', async () => {
    const order = await received();
    const sales = await as('sales');
    const asked = await sales.call('askReturn', { body: returnOf(order, '1') });
    const params = { number: asked.number };
    const { status, problem } = await refused(
      sales.call('commandReturn', { params, body: { type: 'approve-return' } }),
    );
    expect([status, problem.refusal?.who]).toEqual([403, ['sales-manager', 'director', 'general-manager']]);
    expect(problem.message).toContain('Sales manager');
    const action = (command: string) => asked.actions.find((one) => one.command === command);
    expect(action('approve-return')).toMatchObject({ allowed: false, refusal: { code: 'role.not-allowed' } });
    expect(action('withdraw-return')).toEqual({ command: 'withdraw-return', allowed: true, needsReason: true });
  });

  test('asked twice under one key is one return', async () => {
    const order = await received();
    const sales = await office.as('sales');
    const requestKey = newKey();
    const ask = (quantity: string) => sales.call('askReturn', { body: returnOf(order, quantity), requestKey });
    const [first, second] = [await ask('6'), await ask('6')];
    expect(second.number).toBe(first.number);
    expect((await refused(ask('5'))).problem.code).toBe('request-key.reused');
    expect((await sales.call('returns', { query: { order } })).total).toBe(1);
  });

  test('of one remainder, asked by two at once: one gets it', async () => {
    const order = await received();
    const [sales, desk] = [await as('sales'), await as('order-desk')];
    const answers = await Promise.allSettled(
      [sales, desk].map((who) => who.call('askReturn', { body: returnOf(order, '6') })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('that moved on is not changed by who saw it before', async () => {
    const order = await received();
    const { number } = await (await as('sales')).call('askReturn', { body: returnOf(order, '1') });
    const client = await office.as('sales-manager');
    const send = (body: { type: 'approve-return' } | { type: 'refuse-return'; reason: string }) =>
      client.call('commandReturn', { params: { number }, body, requestKey: newKey(), seenVersion: 1 });
    await send({ type: 'approve-return' });
    const { status, problem } = await refused(send({ type: 'refuse-return', reason: '过期' }));
    expect([status, problem.code]).toEqual([412, 'version.stale']);
  });
});

describe('a hold', () => {
  const raise = async (user: Role, more: object, hours = 24) =>
    (await as(user)).call('raiseHold', {
      body: { code: 'documents', deadline: inHours(hours), reason: '缺报关单', ...more } as never,
    });

  test('is raised by anybody, listed at its order, resolved by its owner and released', async () => {
    const order = await confirmed();
    const raised = await raise('shipper', { scope: { on: 'order', order }, owner: 'order-desk' });
    expect(raised).toMatchObject({ status: 'raised', blocks: ['ship'], inCharge: { owner: 'order-desk' } });
    const desk = await as('order-desk');
    expect((await desk.call('order', { params: { number: order } })).sideRecords).toMatchObject([
      { kind: 'hold', number: raised.number, open: true, blocks: ['ship'], owner: 'order-desk', late: false },
    ]);
    const params = { number: raised.number };
    const resolve = { type: 'resolve-hold', what: '已补', lesson: '先核对' } as const;
    const foreign = await refused((await as('shipper')).call('commandHold', { params, body: resolve }));
    expect([foreign.status, foreign.problem.refusal?.who]).toMatchObject([403, expect.arrayContaining(['order-desk'])]);
    await desk.call('commandHold', { params, body: resolve });
    expect((await desk.call('commandHold', { params, body: { type: 'release-hold' } })).status).toBe('released');
  });

  test('escalates when it is late, not before; late ones stand first in the list of who is in charge', async () => {
    const order = await confirmed();
    const later = await raise('sales', { scope: { on: 'order', order }, owner: 'order-desk' }, 100);
    const { number } = await raise('sales', { scope: { on: 'order', order }, owner: 'order-desk' }, 2);
    const escalate = async () =>
      (await as('sales')).call('commandHold', {
        params: { number },
        body: { type: 'escalate-hold', deadline: inHours(48) },
      });
    expect((await refused(escalate())).problem.code).toBe('hold.not-due');
    office.time.now = inHours(3) as Instant;
    const desk = await as('order-desk');
    const mine = await desk.call('holds', { query: { mine: 'true' } });
    expect(mine.records.map((hold) => [hold.number, hold.late])).toEqual([
      [number, true],
      [later.number, false],
    ]);
    expect((await desk.call('hold', { params: { number } })).escalationDue).toBe('order-desk-head');
    expect((await escalate()).inCharge.owner).toBe('order-desk-head');
    const head = await (await as('order-desk-head')).call('holds', { query: { mine: 'true' } });
    expect(head.records.map((hold) => hold.number)).toEqual([number]);
  });

  test('on a customer is shown at all his orders; one nobody knows can’t be held', async () => {
    const order = await confirmed('1', '甬江设备厂');
    const { number } = await raise('finance-clerk', {
      code: 'payment',
      scope: { on: 'customer', customerCode: 'C002' },
    });
    const desk = await as('order-desk');
    const { sideRecords } = await desk.call('order', { params: { number: order } });
    expect(sideRecords).toMatchObject([{ number, customer: 'C002', orders: [] }]);
    expect((await desk.call('holds', { query: { customer: 'C002' } })).records.map((hold) => hold.number)).toEqual([
      number,
    ]);
    const { status, problem } = await refused(raise('sales', { scope: { on: 'customer', customerCode: 'C404' } }));
    expect([status, problem.code]).toEqual([404, 'customer.not-found']);
  });

  test('is not released while the stock no longer covers what the order holds, nor beyond the credit limit', async () => {
    const order = await confirmed('2', '甬江设备厂', false);
    const params = { number: (await raise('sales', { scope: { on: 'order', order }, owner: 'order-desk' })).number };
    const desk = await as('order-desk');
    await desk.call('commandHold', { params, body: { type: 'resolve-hold', what: '已补', lesson: '先核对' } });
    const release = () => desk.call('commandHold', { params, body: { type: 'release-hold' } });
    const head = await as('order-desk-head');
    const source = { from: 'published', asOf: '2026-11-20T00:00:00.000Z' } as const;
    const lines = (onHand: string) => [{ itemCode: 'B-08', onHand, inbound: '0' }];
    await head.call('publish', { body: { stock: { source, lines: lines('1') } } });
    expect((await refused(release())).problem.code).toBe('hold.stock-fails');
    const trusted = { code: 'C002', name: '甬江设备厂', customerClass: 'A', active: true };
    const other = { code: 'C001', name: '华东精密机械有限公司', customerClass: 'B', active: true };
    const publish = (creditLimit: string) =>
      head.call('publish', {
        body: {
          stock: { source, lines: lines('5000') },
          customers: { source, customers: [{ ...trusted, creditLimit }, other] },
        },
      });
    await publish('1.6');
    expect((await refused(release())).problem.code).toBe('hold.credit-fails');
    await publish('1.8');
    expect((await release()).status).toBe('released');
  });
});

describe('a complaint', () => {
  const complain = async (user: Role, body: object = {}) =>
    (await as(user)).call('receiveComplaint', {
      body: {
        reporter: { name: '周师傅', contact: '8102' },
        subject: 'conduct',
        channel: 'letter',
        what: '电话里骂人',
        orders: [],
        ...body,
      } as never,
    });

  test('shows who made it, and who wrote it down, to the auditor alone', async () => {
    const order = await confirmed();
    const mine = await complain('shipper', { orders: [order] });
    expect(JSON.stringify(mine)).not.toMatch(/周师傅|8102|shipper/);
    const params = { number: mine.number };
    const seen = await (await as('auditor')).call('complaint', { params });
    expect(seen.confidential).toMatchObject({ reporter: { name: '周师傅' }, received: { by: { userId: 'shipper' } } });
    for (const user of ['sales-manager', 'service-supervisor', 'quality'] as const) {
      const view = await (await as(user)).call('complaint', { params });
      expect(JSON.stringify(view)).not.toMatch(/周师傅|8102|shipper/);
    }
    expect((await refused((await as('shipper')).call('complaint', { params }))).status).toBe(403);
    const beside = async (user: Role) =>
      (await (await as(user)).call('order', { params: { number: order } })).sideRecords.map(({ kind }) => kind);
    expect(await beside('sales')).toEqual(['complaint']);
    expect(await beside('shipper')).toEqual([]);
  });

  test('is kept from whom it is about, and handled to its close by others', async () => {
    const { number } = await complain('warehouse', { about: 'Sales' });
    const params = { number };
    const sales = await as('sales');
    const take = { type: 'take-complaint', answerBy: today() } as const;
    for (const call of [sales.call('complaint', { params }), sales.call('commandComplaint', { params, body: take })])
      expect((await refused(call)).problem.code).toBe('record.not-found');
    expect((await sales.call('complaints', {})).records.map((one) => one.number)).not.toContain(number);
    const desk = await as('order-desk-head');
    await desk.call('commandComplaint', { params, body: take });
    await desk.call('commandComplaint', { params, body: { type: 'answer-complaint', on: today(), what: '已道歉' } });
    const close = { type: 'close-complaint', lesson: '培训', fault: 'company' } as const;
    const supervisor = await as('service-supervisor');
    expect((await supervisor.call('commandComplaint', { params, body: close })).status).toBe('closed');
    expect((await refused(complain('sales', { about: '没有这个人' }))).problem.code).toBe('complaint.about-unknown');
  });

  test('stays when its reporter is erased; he is then nobody', async () => {
    const { number } = await complain('sales', { reporter: { name: '吴先生' } });
    const auditor = await as('auditor');
    const look = () => auditor.call('complaint', { params: { number } });
    const key = (await look()).confidential?.reporter?.key ?? '';
    expect((await refused((await as('sales')).call('erasePerson', { params: { key } }))).status).toBe(403);
    await auditor.call('erasePerson', { params: { key } });
    expect(await look()).toMatchObject({ what: '电话里骂人', confidential: { reporter: null } });
  });
});

describe('a change request', () => {
  const ask = async (order: string, items: readonly object[], more: object = {}) =>
    (await as('sales')).call('askChange', {
      body: { order, source: { from: 'customer', paper: 'WX-1' }, items, reason: '客户追加', ...more } as never,
    });
  const asked = async (order: string, items: readonly object[]) => {
    const answer = await ask(order, items);
    if (answer.outcome !== 'asked') throw new Error(JSON.stringify(answer));
    return answer.change;
  };

  const asks = ['production', 'purchasing', 'finance'] as const;
  const heads = { production: 'production-head', purchasing: 'purchasing', finance: 'finance-manager' } as const;
  const effect = { costs: [], charges: [], dates: [], stock: [], statement: '可以' };
  const assessed = async (number: string) => {
    for (const department of asks) {
      const body = { type: 'assess-change', department, effect } as const;
      await (await as(heads[department])).call('commandChange', { params: { number }, body });
    }
  };
  /** The customer says yes, and the departments sign. */
  const cosigned = async (number: string) => {
    const agreement = { type: 'record-agreement', form: 'chat', on: today(), paper: 'WX-2' } as const;
    await (await as('sales')).call('commandChange', { params: { number }, body: agreement });
    for (const department of asks) {
      const body = { type: 'cosign-change', department, agrees: true, statement: '同意' } as const;
      await (await as(heads[department])).call('commandChange', { params: { number }, body });
    }
  };
  const approve = { type: 'approve-change' } as const;
  const begin = { type: 'bring-into-force' } as const;

  test('goes from asking over assessment, agreement and co-signing to its approval', async () => {
    const order = await confirmed('30');
    const change = await asked(order, [{ kind: 'line-quantity', line: 1, quantity: '45' }]);
    expect(change).toMatchObject({ status: 'asked', departments: asks, order });
    const waiting = async (user: Role) => (await (await as(user)).call('changes', { query: { mine: 'true' } })).total;
    expect([await waiting('purchasing'), await waiting('quality')]).toEqual([1, 0]);
    await assessed(change.number);
    expect(await waiting('purchasing')).toBe(0);
    await cosigned(change.number);
    const params = { number: change.number };
    const own = await refused((await as('sales')).call('commandChange', { params, body: approve }));
    expect([own.status, own.problem.refusal?.who]).toMatchObject([403, expect.arrayContaining(['order-desk-head'])]);
    const approved = await (await as('order-desk-head')).call('commandChange', { params, body: approve });
    expect(approved).toMatchObject({ status: 'approved', approvals: [{ as: 'order-desk-head' }] });
  });

  /** Approved, and on its way to be brought into force by the head of the order desk. */
  const approvedFor = async (order: string, quantity: string) => {
    const { number } = await asked(order, [{ kind: 'line-quantity', line: 1, quantity }]);
    await assessed(number);
    await cosigned(number);
    const head = await as('order-desk-head');
    await head.call('commandChange', { params: { number }, body: approve });
    return { look: () => head.call('order', { params: { number: order } }), number, head };
  };

  test('comes into force with the order’s new content, what it holds, and the next letter', async () => {
    const order = await confirmed('30');
    const { number, head, look } = await approvedFor(order, '45');
    const inForce = await head.call('commandChange', { params: { number }, body: begin });
    expect(inForce).toMatchObject({
      status: 'in-force',
      redLine: expect.arrayContaining([{ line: 1, field: 'quantity', before: '30', after: '45' }]),
    });
    const changed = await look();
    expect(changed).toMatchObject({ revision: { letter: 2 }, lines: [{ quantity: '45', reserved: '45' }] });
    expect(changed.papers.map(({ paper }) => paper)).toContain(`${order}-L2`);
    const again = await refused(head.call('commandChange', { params: { number }, body: begin }));
    expect(again.problem.code).toBe('record.wrong-status');
  });

  test('that finds too little stock leaves order, letter and request as they were', async () => {
    const order = await confirmed('30');
    const { number, head, look } = await approvedFor(order, '5001');
    const before = await look();
    const { problem } = await refused(head.call('commandChange', { params: { number }, body: begin }));
    expect(problem.refusal).toMatchObject({ code: 'stock.short', data: { item: 'B-08', wanted: '4971' } });
    expect(await look()).toEqual(before);
    expect((await head.call('change', { params: { number } })).status).toBe('approved');
  });

  test('is asked against the order as it is seen; what has left can’t be taken back', async () => {
    const order = await confirmed('30');
    const quantity = [{ kind: 'line-quantity', line: 1, quantity: '5' }];
    const { revision } = await (await as('sales')).call('order', { params: { number: order } });
    const moved = await refused(ask(order, quantity, { against: { ...revision, letter: 0 } }));
    expect(moved.problem.code).toBe('change.order-moved');
    await (await as('shipper')).call('ship', { body: { lines: [{ order, line: 1, quantity: '6' }], recheck } });
    expect((await refused(ask(order, quantity, { against: revision }))).problem.code).toBe('change.below-shipped');
  });

  test('checks new goods as rows of a new order, and fills in what the price list says', async () => {
    const order = await confirmed();
    const content = { itemCode: 'F-50', quantity: '2', unitPrice: '12.5', dueDate: '2026-12-01' };
    const change = await asked(order, [
      { kind: 'add-line', content },
      { kind: 'line-item', line: 1, goods: { itemCode: 'f-50', unitPrice: '12.5' } },
    ]);
    expect(change.items).toMatchObject([
      { content: { itemName: '不锈钢法兰', unit: '件', amount: '25' } },
      { goods: { itemCode: 'F-50', itemName: '不锈钢法兰' } },
    ]);
    const before = (await (await as('sales')).call('changes', {})).total;
    const bad = [
      { kind: 'remove-line', line: 1 },
      { kind: 'add-line', content: { ...content, itemCode: 'Z-99' } },
    ];
    const answer = await ask(order, bad);
    expect(answer).toMatchObject({ outcome: 'findings', findings: [{ code: 'item.unknown', row: 2 }] });
    expect((await (await as('sales')).call('changes', {})).total).toBe(before);
  });

  test('of an order nobody confirmed yet isn’t needed', async () => {
    const order = await postOne(await office.as('sales'), { key: 'draft', quantity: '1' });
    const { problem } = await refused(ask(order, [{ kind: 'line-quantity', line: 1, quantity: '2' }]));
    expect(problem.refusal).toMatchObject({ code: 'change.order-not-confirmed', status: 'in-review' });
  });
});

describe('the log', () => {
  const said = (more: object = {}) =>
    ({
      customerCode: 'C001',
      orders: [],
      on: today(),
      channel: 'phone',
      direction: 'in',
      withWhom: { name: '陈经理', contact: '13800000000' },
      about: { subject: 'inquiry', solved: true },
      what: '问交期',
      ...more,
    }) as never;

  test('names with whom it was said; next steps wait for who wrote them, the overdue first', async () => {
    const desk = await as('order-desk');
    const done = await desk.call('logCommunication', { body: said() });
    expect(done).toMatchObject({ status: 'done', withWhom: { person: { name: '陈经理', contact: '13800000000' } } });
    const step = async (days: number) => {
      const until = new Date(Date.parse(office.time.now) + days * 86_400_000).toISOString().slice(0, 10);
      return (await desk.call('logCommunication', { body: said({ nextStep: { what: '回电', until } }) })).number;
    };
    const [later, sooner] = [await step(9), await step(1)];
    office.time.now = inHours(72) as Instant;
    const mine = async () =>
      (await (await as('order-desk')).call('communications', { query: { mine: 'true' } })).records;
    expect((await mine()).map((entry) => [entry.number, entry.late])).toEqual([
      [sooner, true],
      [later, false],
    ]);
    const params = { number: sooner };
    const finish = { type: 'finish-next-step', reason: '已回电' } as const;
    const nextDay = await as('order-desk');
    expect((await nextDay.call('commandCommunication', { params, body: finish })).status).toBe('done');
    expect((await mine()).map((entry) => entry.number)).toEqual([later]);
  });

  test('keeps no name in what can’t be erased', async () => {
    const desk = await as('order-desk');
    const { number } = await desk.call('logCommunication', { body: said({ withWhom: { name: '赵小姐' } }) });
    const { store } = office.companies.get('hengxin') ?? {};
    const record = await store?.read.records('communication').byNumber(number as never);
    expect(JSON.stringify(record)).not.toContain('赵小姐');
  });

  test('of one customer has no order of another', async () => {
    const order = await postOne(await office.as('sales'), { key: 'L-1', quantity: '1', customer: '甬江设备厂' });
    const { problem } = await refused(
      (await as('sales')).call('logCommunication', { body: said({ orders: [order] }) }),
    );
    expect(problem.code).toBe('communication.customers-differ');
  });
});

test('a customer is asked how he was served after completion, once', async () => {
  const desk = await as('order-desk');
  const open = await confirmed();
  const ask = (order: string) => desk.call('sendSurvey', { body: { order } });
  expect((await refused(ask(open))).problem.code).toBe('survey.not-completed');
  const order = await received();
  expect(await ask(order)).toMatchObject({ number: order, status: 'asked' });
  expect((await refused(ask(order))).problem.code).toBe('record.wrong-status');
  const params = { number: order };
  const call = { type: 'record-follow-up-call', on: today(), reached: true, said: '不错' } as const;
  await desk.call('commandSurvey', { params, body: call });
  const scores = { communication: 5, speed: 4, attitude: 5 } as const;
  const answer = { type: 'record-survey-answer', scores, recommends: 9 } as const;
  expect(await desk.call('commandSurvey', { params, body: answer })).toMatchObject({ status: 'answered', scores });
});

test.for([
  ['commandReturn', 'RT-202611-99999', { type: 'approve-return' }],
  ['commandHold', '../../users', { type: 'release-hold' }],
  ['commandSurvey', 'SO-202611-99999', { type: 'give-up-survey', reason: '–' }],
] as const)('%s of a record nobody knows', async ([name, number, body]) => {
  const { status, problem } = await refused(
    (await as('sales-manager')).call(name, { params: { number }, body } as never),
  );
  expect([status, problem.code]).toEqual([404, 'record.not-found']);
});

const aReturn = { kind: 'return', lines: [{ order: 'SO-202611-00001', line: 1, quantity: '1' }] };
const aHold = { code: 'documents', scope: { on: 'order', order: 'SO-202611-00001' }, deadline: '2026-11-30T00:00:00Z' };
const line = (more: object) => ({ ...aReturn, lines: [{ ...aReturn.lines[0], ...more }] });
test.for<[string, string, object, string]>([
  ['fewer than none', '/api/returns', line({ quantity: '-1' }), '/lines/0/quantity'],
  ['none', '/api/returns', line({ quantity: '0.00' }), '/lines/0/quantity'],
  ['a float', '/api/returns', line({ quantity: 1.5 }), '/lines/0/quantity'],
  ['half a line', '/api/returns', line({ line: 1.5 }), '/lines/0/line'],
  ['a field nobody knows', '/api/returns', line({ price: '1' }), '/lines/0/price'],
  ['a status of one’s own', '/api/returns', { ...aReturn, status: 'settled' }, '/status'],
  ['a text like a book', '/api/returns', { ...aReturn, reason: 'x'.repeat(1001) }, '/reason'],
  ['the 31st of November', '/api/holds', { ...aHold, deadline: '2026-11-31T00:00:00Z' }, '/deadline'],
  ['a reason nobody has', '/api/holds', { ...aHold, code: 'mood' }, '/code'],
  ['a hold on nothing', '/api/holds', { ...aHold, scope: { on: 'moon' } }, '/scope/on'],
  [
    'a score of six',
    '/api/surveys/SO-202611-00001/commands',
    { type: 'record-survey-answer', scores: { communication: 6, speed: 1, attitude: 1 } },
    '/scores/communication',
  ],
  ['no such command', '/api/changes/CR-202611-00001/commands', { type: 'ask-change' }, '/type'],
])('%s is named by its path', async ([, url, payload, path]) => {
  const answer = await office.app.inject({
    method: 'POST',
    url,
    headers: {
      host: ownHost,
      authorization: `Bearer ${await office.tokenOf('sales')}`,
      'idempotency-key': newKey(),
    },
    payload,
  });
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'input.wrong']);
  expect(answer.json().issues.map((issue: { path: string }) => issue.path)).toContain(path);
});
