import { hardwareCustomers } from '../../server/samples/hardware-data.ts';
import type { Desk } from './desk.ts';
import type { Exchange } from './exchange.ts';
import type { Random } from './random.ts';
import { type Asked, anyStep, type KnownOrder, nextStep, posting } from './requests.ts';

/** What all clients of a run share: the orders they have heard of, and what was said. */
export interface Run {
  readonly orders: KnownOrder[];
  readonly exchanges: Exchange[];
  /** Requests that got no answer; sent again until they do. */
  unanswered: number;
  isOver(): boolean;
}

/** Works with whichever server has time, on the orders everybody works on, until the run is over. */
export async function work(run: Run, desks: readonly Desk[], random: Random): Promise<void> {
  while (!run.isOver()) {
    const [asked, order] = choose(run, random);
    const requestKey = random.key();
    await send(run, desks, random, { asked, requestKey, order });
    // A pane whose connection was cut asks again, maybe another server.
    if (random.chance(0.05)) await send(run, desks, random, { asked, requestKey, order });
  }
}

function choose({ orders }: Run, random: Random): readonly [Asked, KnownOrder | undefined] {
  const order = orders.length > 0 && !random.chance(0.2) ? random.pick(orders.slice(-200)) : undefined;
  if (order === undefined) return [posting(random), undefined];
  const next = random.chance(0.75) ? nextStep(order, random) : undefined;
  return [next ?? anyStep(order, orders, random), order];
}

interface Sending {
  readonly asked: Asked;
  readonly requestKey: string;
  readonly order: KnownOrder | undefined;
}

async function send(run: Run, desks: readonly Desk[], random: Random, sending: Sending): Promise<void> {
  const { asked, requestKey, order } = sending;
  for (;;) {
    try {
      const { answer, ...exchange } = await random.pick(desks).ask(asked, requestKey);
      run.exchanges.push(exchange);
      if (exchange.status < 400) hear(run, asked, answer as Heard, order);
      return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // what fetch throws when nobody answers
      run.unanswered += 1;
    }
  }
}

interface Heard {
  readonly number?: string;
  readonly status?: string;
  readonly results?: readonly { readonly outcome: string; readonly number?: string; readonly status?: string }[];
}

/** Remembers what an answer tells of the orders; others may have gone on since, which makes for good refusals. */
function hear(run: Run, { endpoint, input }: Asked, answer: Heard, order: KnownOrder | undefined): void {
  for (const { outcome, number, status } of answer.results ?? [])
    if (outcome === 'posted' && number !== undefined)
      run.orders.push({ number, customerCode: customerOf(input.body), status: status ?? 'in-review', shipments: [] });
  if (order === undefined) return;
  if (endpoint === 'commandOrder' && answer.status !== undefined) order.status = answer.status;
  if (endpoint === 'ship' && answer.number !== undefined) {
    order.shipments.push(answer.number);
    order.status = afterShipping(order.status);
  }
  if (endpoint === 'receive') order.status = 'completed';
}

/** A guess: the answer is about the delivery note. */
const afterShipping = (status: string): string => (status === 'part-shipped' ? 'shipped' : 'part-shipped');

function customerOf(body: unknown): string {
  const [order] = (body as { orders: readonly { customer: { name: string } }[] }).orders;
  return hardwareCustomers.find(({ name }) => name === order?.customer.name)?.code ?? '';
}
