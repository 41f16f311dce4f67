import { randomUUID } from 'node:crypto';
import type { OrderEvent } from '../../../core/order/event.ts';
import { seriesOf } from '../../../core/order/number.ts';
import type { OrderNumber, PostedContent } from '../../../core/order/state.ts';
import { addDays } from '../../../core/value/date.ts';
import { chance } from '../folder/chance.ts';
import { stamp } from '../folder/office.ts';
import { lastDay, monthAfter } from '../folder/office-years.ts';
import { postedOrder } from '../folder/posted-order.ts';

/** The month after all that is stored: its numbers begin at 1, whatever there is. */
const month = monthAfter(lastDay);
export const series = seriesOf('SO', month);
const today = addDays(lastDay, 14);

/** A new order as the office posts it, not yet numbered. */
export interface OrderToPost {
  readonly requestKey: string;
  /** What is recorded of it, under the number it gets. */
  events(number: string): readonly [OrderEvent, OrderEvent];
}

/** Orders for ever: their contents come again after a few hundred, under other keys. */
export function* ordersToPost(seed: number): Generator<OrderToPost, never> {
  const chances = chance(seed);
  const number = 'SO-000000-00000' as OrderNumber;
  const contents = Array.from(
    { length: 500 },
    (): PostedContent => postedOrder(chances, { number, key: '', on: today }),
  );
  for (let count = 0; ; count += 1) {
    const content = contents[count % contents.length] as PostedContent;
    const key = `${seed}-${count}`;
    const moment = stamp(0, today, 1);
    yield {
      requestKey: `wang:${randomUUID()}`,
      events: (number) => [
        {
          type: 'order-posted',
          content: { ...content, number: number as OrderNumber, key, poNumber: key, orderKey: `["bench","${key}"]` },
          ...moment,
        },
        { type: 'order-submitted', ...moment },
      ],
    };
  }
}
