import type { Locale } from '../../../core/policy/locale.ts';
import type { Client } from '../../../core/wire/client.ts';
import { replies } from '../../../ui/components/replies.ts';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import type { Checked } from '../../../ui/sheet-session/state.ts';
import { orderNumberOf } from '../work/posted-numbers.ts';

/** What to answer the customer of an order of this sheet. */
export async function replyToOrder(
  client: Client,
  state: Checked,
  order: OrderInSheet,
  clerks: Locale,
): Promise<string> {
  const { replyOfFate, replyOfOpen, replyOfPosted } = await replies.fetch();
  const fate = state.fates.get(order.fingerprint);
  if (fate) return replyOfFate(client, order, fate, clerks);
  const number = orderNumberOf(state, order);
  // What has an error isn't what the server holds under that number.
  if (number === null || order.hasError) return replyOfOpen(order, order.findings, clerks);
  return replyOfPosted(await client.call('order', { params: { number } }), clerks);
}

/** What an order of the sheet is called: its number there and whose it is. */
export const nameOfOrder = ({ order: { key, customer } }: OrderInSheet): string =>
  [key, customer.name ?? customer.code].filter(Boolean).join(' · ');
