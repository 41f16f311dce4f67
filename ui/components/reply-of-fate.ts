import type { Finding } from '../../core/check/finding.ts';
import type { Locale } from '../../core/policy/locale.ts';
import type { Client } from '../../core/wire/client.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import { loadReplyTexts } from '../../locales/for-replies.ts';
import { languageOfCustomer, replyToOpen, replyToPosted } from '../../locales/reply.ts';
import type { OrderInSheet } from '../sheet-session/orders-in-sheet.ts';
import { isOnServer, type OrderFate } from '../sheet-session/post-in-batches.ts';

/** What to answer the customer, by what became of his order: of one on the server as it stands there now. */
export async function replyOfFate(
  client: Client,
  { order, findings }: Pick<OrderInSheet, 'order' | 'findings'>,
  fate: OrderFate,
  clerks: Locale,
): Promise<string> {
  if (isOnServer(fate) && 'number' in fate && fate.number) {
    return replyOfPosted(await client.call('order', { params: { number: fate.number } }), clerks);
  }
  return replyOfOpen({ order }, fate.outcome === 'findings' ? [...findings, ...fate.findings] : findings, clerks);
}

/** What to ask the customer, in his language, before his order can be taken. */
export async function replyOfOpen(
  { order }: Pick<OrderInSheet, 'order'>,
  findings: readonly Finding[],
  clerks: Locale,
): Promise<string> {
  const locale = languageOfCustomer(order.customer.name, clerks);
  return replyToOpen(order, findings, await loadReplyTexts(locale), locale);
}

/** What to answer the customer about an order on the server, in his language. */
export async function replyOfPosted(order: OrderView, clerks: Locale): Promise<string> {
  const locale = languageOfCustomer(order.customer.name, clerks);
  return replyToPosted(order, await loadReplyTexts(locale), locale);
}
