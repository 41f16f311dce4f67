import { randomUUID } from 'node:crypto';
import { recheckPoints } from '../../core/shipment/recheck.ts';
import type { Client } from '../../core/wire/client.ts';

/** The sample's other people bring a posted order so far that its goods leave, all on one day. @returns the shipment's number */
export async function othersShip(
  as: (user: string) => Promise<Client>,
  number: string,
  on = '2026-11-20',
): Promise<string> {
  const [clerk, head, shipper, finance] = (await Promise.all(
    ['order-desk', 'order-desk-head', 'shipper', 'finance-clerk'].map(as),
  )) as [Client, Client, Client, Client];
  const params = { number };
  const command = (client: Client, body: Parameters<typeof client.call<'commandOrder'>>[1]['body']) =>
    client.call('commandOrder', { params, body, requestKey: randomUUID() });
  await command(head, { type: 'approve-order' });
  await command(clerk, { type: 'issue-letter' });
  const { customer, currency, payment } = await finance.call('order', { params });
  const amount = payment?.open ?? '0';
  await finance.call('receivePayment', {
    body: {
      customerCode: customer.code,
      kind: 'balance',
      means: { by: 'transfer' },
      amount,
      currency,
      receivedOn: on,
      allocations: [{ order: number, amount }],
    },
    requestKey: randomUUID(),
  });
  await command(clerk, { type: 'record-countersign', on });
  const recheck = { by: 'warehouse', confirmed: [...recheckPoints] };
  return (await shipper.call('ship', { body: { order: number, recheck }, requestKey: randomUUID() })).number;
}
