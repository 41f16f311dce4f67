import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../../core/value/date.ts';
import { refused } from '../refused.ts';
import { postOne } from '../rows.ts';
import { as, inHours, office, openForThisFile, today } from './office.ts';

openForThisFile();

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
