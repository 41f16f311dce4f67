import type { Story } from '../story.ts';
import { command, post } from './deeds.ts';
import { date, nameOf, pieces, placesOf, type SheetOrder } from './goods.ts';

const order: SheetOrder = {
  po: 'KQ-118',
  customer: '绍兴柯桥建材经营部',
  item: 'DJ001',
  quantity: '80',
  unitPrice: '254.6',
  dueDate: '2026-11-12',
};
const smaller = { ...order, quantity: '70' };

/** Class C wants more than lies in stock, and takes less. Answers the order's number. */
export async function tooLittleStock(story: Story): Promise<string> {
  story.chapter('too-little');
  const posting = { who: 'sales', at: '17:45', what: 'post', with: placesOf(order) } as const;
  const { number } = await story.does(posting, post(story, order));
  await story.fails(
    { who: 'order-desk-head', at: '17:50', what: 'tries-to-confirm', with: { order: number } },
    command(number, { type: 'approve-order' }),
  );
  const quantity = pieces(order.item, smaller.quantity);
  await story.does({ who: 'sales', at: '17:52', what: 'post-smaller', with: { quantity } }, post(story, smaller));
  await story.does(
    { who: 'order-desk-head', at: '17:55', what: 'confirm', with: { order: number } },
    command(number, { type: 'approve-order' }),
  );
  await story.does(
    { who: 'order-desk', at: '17:57', what: 'issue-letter', with: { order: number, date: date(order.dueDate) } },
    command(number, { type: 'issue-letter' }),
  );
  return number;
}

/** Nobody countersigned: the goods are free again, the order ends. */
export async function letterExpires(story: Story, number: string): Promise<void> {
  story.chapter('expires');
  const goods = { quantity: pieces(order.item, smaller.quantity), item: nameOf(order.item) };
  await story.does(
    { who: 'order-desk', at: '09:00', what: 'give-back', with: goods },
    command(number, { type: 'release-reservation' }),
  );
  const reason = story.said('void');
  await story.does(
    { who: 'order-desk', at: '09:05', what: 'void', with: { order: number, reason } },
    command(number, { type: 'void-order', reason }),
  );
}
