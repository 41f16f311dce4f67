import type { Story } from '../story.ts';
import { command, invoice, post, receive, ship } from './deeds.ts';
import { date, nameOf, pieces, placesOf, type SheetOrder, yuan } from './goods.ts';

const order: SheetOrder = {
  po: 'HD-2611-07',
  customer: '华东精密机械有限公司',
  item: 'LS002',
  quantity: '100',
  unitPrice: '30.8',
  dueDate: '2026-11-06',
};
const goods = { quantity: pieces(order.item, '100'), item: nameOf(order.item) };

/** Class A (R67): supplied at once, the countersigned copy follows. Answers the order's number. */
export async function trustedCustomer(story: Story): Promise<string> {
  story.chapter('trusted');
  const posting = { who: 'sales', at: '09:00', what: 'post', with: placesOf(order) } as const;
  const { number } = await story.does(posting, post(story, order));
  await story.tellPlan(number);
  await story.fails(
    { who: 'sales', at: '09:05', what: 'tries-to-confirm', with: { order: number } },
    command(number, { type: 'approve-order' }),
  );
  await story.does(
    { who: 'order-desk-head', at: '09:10', what: 'confirm', with: { order: number } },
    command(number, { type: 'approve-order' }),
  );
  await story.does(
    { who: 'order-desk', at: '09:15', what: 'issue-letter', with: { order: number, date: date(order.dueDate) } },
    command(number, { type: 'issue-letter' }),
  );
  await story.does(
    { who: 'order-desk', at: '09:20', what: 'release-early', with: { order: number } },
    command(number, { type: 'release-order' }),
  );
  const { shipment } = await story.does(
    { who: 'shipper', at: '10:00', what: 'ship-all', with: { ...goods, rechecker: story.nameOf('warehouse') } },
    ship(story, number, '100'),
  );
  await story.does(
    { who: 'order-desk', at: '16:30', what: 'receipt', with: { shipment } },
    receive(number, shipment, story.today),
  );
  return number;
}

/** The copy comes two days later; nothing is moved by it. */
export async function copyOfTrusted(story: Story, number: string): Promise<void> {
  story.chapter('trusted-copy');
  await story.does(
    { who: 'order-desk', at: '15:00', what: 'copy-of-class-a', with: { order: number } },
    command(number, { type: 'record-countersign', on: story.today }),
  );
  await story.does(
    { who: 'finance-clerk', at: '15:30', what: 'invoice', with: { amount: yuan('3080') } },
    invoice('26332000000000000101', number, story.today),
  );
  await story.fails(
    { who: 'finance-clerk', at: '15:35', what: 'tries-to-close', with: { order: number } },
    command(number, { type: 'close-order' }),
  );
}
