import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../core/policy/roles.ts';
import { refused } from '../refused.ts';
import { as, confirmed, openForThisFile, today } from './office.ts';

openForThisFile();

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
