import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { recheckPoints } from '../../../../core/shipment/recheck.ts';
import type { Client } from '../../../../core/wire/client.ts';
import type { orderCommand } from '../../../../core/wire/commands.ts';
import type { invoiceCommand, paymentCommand } from '../../../../core/wire/money.ts';
import type { OrderView } from '../../../../core/wire/order-views.ts';
import type { changeCommand } from '../../../../core/wire/side-records/change.ts';
import type { returnCommand } from '../../../../core/wire/side-records/return.ts';
import type { Deed, Story } from '../story.ts';
import { batchOf, type SheetOrder } from './goods.ts';

/** What the scenes ask of the server, each under a request key of its own. */
export const once = () => ({ requestKey: randomUUID() });

/** Posts the order's row for review; answers the order. What the server won't take is a refusal or a defect of the script. */
export const post =
  (story: Story, order: SheetOrder): Deed<{ number: string; status: string }> =>
  async (client) => {
    const { results } = await client.call('postOrders', { body: batchOf(order), query: { submit: 'true' }, ...once() });
    const [result] = results;
    if (result?.outcome === 'refused') throw story.refusal(result.refusal);
    if (result?.outcome !== 'posted' && result?.outcome !== 'edited')
      throw new Error(`${order.po} was not taken: ${JSON.stringify(result)}`);
    return { number: result.number, status: result.status };
  };

export const command =
  (number: string, body: z.input<typeof orderCommand>): Deed<OrderView> =>
  (client) =>
    client.call('commandOrder', { params: { number }, body, ...once() });

/** Signs one step of the review for the content as it stands. */
export const sign =
  (number: string, aspect: string, statement?: string): Deed<OrderView> =>
  async (client) => {
    const { review } = await viewed(client, number);
    const step = review?.steps.find((each) => each.aspect === aspect);
    if (review === undefined || step === undefined) throw new Error(`${number} asks for no signature on ${aspect}`);
    const { contentHash } = review;
    const written = statement === undefined ? {} : { statement };
    return command(number, { type: 'sign-off', step: step.id, verdict: 'agree', contentHash, ...written })(client);
  };

/** Goods of the order's only line leave, rechecked in the warehouse; answers the order with the number of the delivery note. */
export const ship =
  (story: Story, order: string, quantity: string): Deed<OrderView & { shipment: string }> =>
  async (client) => {
    const body = {
      lines: [{ order, line: 1, quantity }],
      carrier: story.said('carrier'),
      recheck: { by: story.nameOf('warehouse'), confirmed: [...recheckPoints] },
    };
    const { number: shipment } = await client.call('ship', { body, ...once() });
    return { ...(await viewed(client, order)), shipment };
  };

/** The signed receipt is filed; answers the order. */
export const receive =
  (order: string, shipment: string, on: string): Deed<OrderView> =>
  async (client) => {
    await client.call('receive', { params: { number: shipment }, body: { on }, ...once() });
    return viewed(client, order);
  };

const viewed = (client: Client, number: string): Promise<OrderView> => client.call('order', { params: { number } });

interface Money {
  readonly customerCode: string;
  readonly order: string;
  readonly amount: string;
  readonly receivedOn: string;
}
/** A transfer for one order. */
export const pay =
  ({ order, amount, ...from }: Money) =>
  (client: Client) =>
    client.call('receivePayment', {
      body: {
        ...from,
        kind: 'balance',
        means: { by: 'transfer' },
        amount,
        currency: 'CNY',
        allocations: [{ order, amount }],
      },
      ...once(),
    });

export const onPayment = (number: string, body: z.input<typeof paymentCommand>) => (client: Client) =>
  client.call('commandPayment', { params: { number }, body, ...once() });

/** A tax invoice over what left of the order. */
export const invoice = (taxNumber: string, order: string, issuedOn: string) => (client: Client) =>
  client.call('recordInvoice', { body: { taxNumber, issuedOn, orders: [order] }, ...once() });

export const onInvoice = (number: string, body: z.input<typeof invoiceCommand>) => (client: Client) =>
  client.call('commandInvoice', { params: { number }, body, ...once() });

export const onChange = (number: string, body: z.input<typeof changeCommand>) => (client: Client) =>
  client.call('commandChange', { params: { number }, body, ...once() });

export const onReturn = (number: string, body: z.input<typeof returnCommand>) => (client: Client) =>
  client.call('commandReturn', { params: { number }, body, ...once() });
