import type { PlainDate } from '../../../../core/value/date.ts';
import type { Story } from '../story.ts';
import { pay, receive, ship } from './deeds.ts';
import { pieces, yuan } from './goods.ts';
import { made } from './goods-are-made.ts';
import { large } from './over-the-limit.ts';

/** Two shipments, each paid before it leaves. Answers the payment of the second. */
export async function shippedInParts(story: Story, order: string): Promise<string> {
  story.day('2026-11-20' as PlainDate);
  story.chapter('first-part');
  const first = { quantity: pieces(large.item, '700') };
  await story.fails({ who: 'shipper', at: '09:00', what: 'tries-to-ship', with: first }, ship(story, order, '700'));
  await paid(story, order, '63232', '11:00');
  const one = await story.does(
    { who: 'shipper', at: '14:00', what: 'ship-part', with: { ...first, rechecker: story.nameOf('warehouse') } },
    ship(story, order, '700'),
  );
  story.day('2026-11-24' as PlainDate);
  story.chapter('second-part');
  await story.does(
    { who: 'order-desk', at: '08:45', what: 'receipt', with: { shipment: one.shipment } },
    receive(order, one.shipment, '2026-11-23'),
  );
  await made(story, order, '700', ['09:00', '10:00']);
  const payment = await paid(story, order, '59584', '10:30');
  const two = await story.does(
    { who: 'shipper', at: '13:00', what: 'ship-rest', with: { ...first, rechecker: story.nameOf('warehouse') } },
    ship(story, order, '700'),
  );
  await story.does(
    { who: 'order-desk', at: '17:00', what: 'receipt', with: { shipment: two.shipment } },
    receive(order, two.shipment, story.today),
  );
  return payment;
}

async function paid(story: Story, order: string, amount: string, at: `${number}:${number}`): Promise<string> {
  const money = { customerCode: large.customerCode, order, amount, receivedOn: story.today };
  const { number } = await story.does(
    { who: 'finance-clerk', at, what: 'balance', with: { amount: yuan(amount) } },
    pay(money),
  );
  return number;
}
