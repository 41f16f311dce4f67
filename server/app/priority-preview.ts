import type { StockBook } from '../../core/check/knowledge.ts';
import { itemNamesIn } from '../../core/check/stock-names.ts';
import { claimingStatuses, claimsOf } from '../../core/order/waiting-goods.ts';
import { sameText } from '../../core/sheet/text.ts';
import { type LawPreview, previewLaws } from '../../core/stock/priority-preview.ts';
import type { OrderWithRecords, Reader } from '../ports.ts';
import type { Caller } from './company.ts';

/** What each law would do with the orders that wait for goods now (R23, R66). `sequence`: order numbers, first served first. */
export async function priorityPreviewOf({ company, policy, profile, moment }: Caller, sequence: readonly string[]) {
  const { read } = company.store;
  const [books, openDemand, orders] = await Promise.all([read.books(), read.openDemand(), ordersThatMayWait(read)]);
  const prices = books.prices?.kind === 'prices' ? books.prices.content : null;
  const book = books.stock?.kind === 'stock' ? books.stock.content : nothingCounted;
  const { priority: law, longestWaitDays, leadTimeDays } = policy.goods;
  const { currency, timeZone } = profile;
  const waiting = orders.map(({ order: { state }, records: { shipment } }) => ({
    order: state,
    shipments: shipment.map((each) => each.state),
  }));
  const laws = previewLaws({
    claims: claimsOf(waiting, { prices, sequence, currency, timeZone, leadTimeDays }),
    stock: { book, openDemand, items: itemNamesIn(prices), today: moment.today },
    longestWaitDays,
    leadTimeDays,
  });
  return { law, notWaiting: notWaiting(sequence, laws), laws };
}

/** No stock sheet is published: it keeps nothing, so no law shares anything out. */
const nothingCounted: StockBook = { source: { from: 'published' }, lines: [] };

async function ordersThatMayWait(read: Reader): Promise<readonly OrderWithRecords[]> {
  const found: OrderWithRecords[] = [];
  for (const status of claimingStatuses) {
    let page = await read.orders({ status, limit: 500 });
    found.push(...page.orders);
    while (page.next !== null) {
      page = await read.orders({ status, limit: 500, after: page.next });
      found.push(...page.orders);
    }
  }
  return found;
}

/** The same orders wait under every law. */
function notWaiting(sequence: readonly string[], [first]: readonly LawPreview[]): readonly string[] {
  const waiting = new Set(first?.orders.map(({ order }) => sameText(order)));
  return sequence.filter((number) => !waiting.has(sameText(number)));
}
