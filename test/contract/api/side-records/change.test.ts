import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../core/policy/roles.ts';
import { refused } from '../refused.ts';
import { postOne, recheck } from '../rows.ts';
import { as, confirmed, office, openForThisFile, today } from './office.ts';

openForThisFile();

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
