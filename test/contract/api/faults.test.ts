import { afterEach, expect, test, vi } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';

let office: Office;
afterEach(() => office.close());

test('a fault answers with an id, and stands once in the log under it, with its cause', async () => {
  office = await openOffice();
  const desk = await office.as('order-desk');
  const read = office.companies.get('hengxin')?.store.read;
  if (!read) throw new Error('no company');
  vi.spyOn(read, 'counts').mockRejectedValue(new Error('the disk said no'));
  const { status, problem } = await refused(desk.call('orders', {}));
  expect([status, problem.code]).toEqual([500, 'fault']);
  expect(problem.message).not.toContain('disk');
  const logged = office.log.filter((line) => line.includes('the disk said no'));
  expect(logged).toHaveLength(1);
  const { reqId } = JSON.parse(logged[0] ?? '{}');
  expect(reqId).toMatch(/^[0-9a-f]{8}$/);
  expect(problem.message).toContain(reqId);
});

test('refusals and bad input are no faults: nothing is logged', async () => {
  office = await openOffice();
  const desk = await office.as('order-desk');
  await refused(desk.call('order', { params: { number: 'SO-202611-00009' } }));
  await refused(desk.call('monthReport', { params: { month: '2026-11' } }));
  expect(office.log).toEqual([]);
});
