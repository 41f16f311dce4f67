import type { PlainDate } from '../../../../core/value/date.ts';
import type { Client } from '../../../../core/wire/client.ts';
import type { Story } from '../story.ts';
import { command, pay, post, ship } from './deeds.ts';
import { date, nameOf, pieces, placesOf, type SheetOrder, yuan } from './goods.ts';

const order: SheetOrder = {
  po: 'HD-2701-02',
  customer: '华东精密机械有限公司',
  item: 'SJ001',
  quantity: '40',
  unitPrice: '121.6',
  dueDate: '2027-01-20',
};

/** Policy 6: who is long overdue orders nothing new; once he has paid, everything goes on. `before`: his unpaid order. */
export async function overdueCustomer(story: Story, before: string): Promise<void> {
  story.day('2027-01-15' as PlainDate);
  story.chapter('overdue');
  const posting = { who: 'sales', at: '09:00', with: placesOf(order) } as const;
  await story.fails({ ...posting, what: 'tries-to-post' }, post(story, order));
  await story.does(
    { who: 'finance-clerk', at: '09:30', what: 'account', with: { amount: yuan('3080'), order: before, days: '16' } },
    overdueFor('16'),
  );
  const money = { customerCode: 'C001', order: before, amount: '3080', receivedOn: story.today };
  await story.does(
    { who: 'finance-clerk', at: '11:00', what: 'overdue-paid', with: { amount: yuan(money.amount), order: before } },
    pay(money),
  );
  await story.does(
    { who: 'finance-clerk', at: '11:05', what: 'close', with: { order: before } },
    command(before, { type: 'close-order' }),
  );
  const { number } = await story.does({ ...posting, at: '11:10', what: 'post-again' }, post(story, order));
  await story.does(
    { who: 'order-desk-head', at: '11:20', what: 'confirm', with: { order: number } },
    command(number, { type: 'approve-order' }),
  );
  await story.does(
    { who: 'order-desk', at: '11:30', what: 'issue-letter', with: { order: number, date: date(order.dueDate) } },
    command(number, { type: 'issue-letter' }),
  );
  await story.does(
    { who: 'order-desk', at: '11:35', what: 'release-early', with: { order: number } },
    command(number, { type: 'release-order' }),
  );
  const goods = { quantity: pieces(order.item, order.quantity), item: nameOf(order.item) };
  await story.does(
    { who: 'shipper', at: '14:00', what: 'ship-all', with: { ...goods, rechecker: story.nameOf('warehouse') } },
    ship(story, number, order.quantity),
  );
}

/** Looks at what the customer owes. @throws Error when it isn't overdue for so many days: the story would say something wrong */
const overdueFor = (days: string) => async (client: Client) => {
  const { balances } = await client.call('customerAccount', { params: { code: 'C001' } });
  if (`${balances[0]?.overdueDays}` !== days) throw new Error(`overdue for ${balances[0]?.overdueDays} days`);
};
