import type { CheckedOrder } from '../../core/check/checked-order.ts';
import type { Finding } from '../../core/check/finding.ts';
import { decide } from '../../core/order/decide/decide.ts';
import { evolve } from '../../core/order/evolve.ts';
import { seriesOf } from '../../core/order/number.ts';
import type { OrderType } from '../../core/order/order-type.ts';
import { statusOf } from '../../core/order/progress.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import type { OrderStatus } from '../../core/order/status.ts';
import type { ParsedBatch, ParsedOrder } from '../../core/sheet/parsed-order.ts';
import { monthOf } from '../../core/value/date.ts';
import type { Decision, Loaded, OrderRecord } from '../ports.ts';
import { type Caller, metaOf } from './company.ts';
import { type HouseFacts, readHouse } from './customer-account.ts';
import { demandFor, heldGoods } from './held-goods.ts';
import { checked, shownTo } from './judge.ts';
import { once } from './once.ts';
import { type OrderInQuestion, orderContextIn, withOrder } from './order-context.ts';
import { type OrderNames, orderNames } from './order-names.ts';

export type Posting =
  | {
      readonly outcome: 'posted' | 'edited';
      readonly number: OrderNumber;
      readonly status: OrderStatus;
      readonly findings: readonly Finding[];
    }
  | { readonly outcome: 'unchanged'; readonly number: OrderNumber; readonly status: OrderStatus }
  | { readonly outcome: 'findings'; readonly findings: readonly Finding[] }
  | { readonly outcome: 'refused'; readonly number?: string; readonly refusal: Refusal };

export interface PostOrder {
  readonly order: ParsedOrder;
  /** As its batch was judged just now; judged again, alone, in the transaction that keeps it. */
  readonly checked: CheckedOrder;
  /** What the batch showed of it, as the caller may see it: warnings, its place in the run for stock. */
  readonly findings: readonly Finding[];
  readonly tables: ParsedBatch['tables'];
  readonly submit: boolean;
  readonly orderType?: OrderType;
  readonly requestKey: string;
}

/** One order in one transaction: found by its key or given a number, in the same moment in which it is judged. */
export async function postOrder(caller: Caller, post: PostOrder): Promise<Posting> {
  const { order, submit, requestKey } = post;
  const names = orderNames(caller.company, order, post.checked.customer.code);
  const series = seriesOf('SO', monthOf(caller.moment.today));
  const items = itemsOf(post.checked);
  const { read } = caller.company.store;
  const [goods, known, house] = await Promise.all([
    heldGoods(read, items),
    read.orderByKey(names.orderKey),
    readHouse(caller),
  ]);
  const customerCode = post.checked.customer.code;
  const asked: OrderInQuestion = { number: known?.state.number ?? null, customerCode, goods };
  const posted = await once<Posting>(
    caller,
    { requestKey, asks: ['post', order, submit, post.orderType ?? null] },
    {
      ...withOrder(asked, {
        locks: [`key:${names.orderKey}`, `series:${series}`],
        load: { orderKeys: [names.orderKey] },
      }),
      decide(loaded) {
        const { prices, stock, customers } = loaded;
        const openDemand = demandFor(goods, loaded);
        const judged = { ...post, ...names, series, asked, house };
        if (isAsBefore(loaded.orderByKey(names.orderKey), names, submit)) return decided(caller, loaded, judged);
        const alone = { tables: post.tables, orders: [order] };
        const { orders, findings } = checked(caller, alone, { prices, stock, customers, openDemand });
        const sound = orders[0]?.checked;
        if (!sound) return { append: [], answer: { outcome: 'findings', findings: shownTo(caller, findings) } };
        // Books published while we looked: customer or items are called otherwise now, and the wrong ones were loaded.
        const { orderKey } = orderNames(caller.company, order, sound.customer.code);
        if (orderKey !== names.orderKey || itemsOf(sound).join() !== items.join())
          return { refuse: { code: 'version.stale' } };
        return decided(caller, loaded, { ...judged, checked: sound });
      },
    },
  );
  return posted.ok ? posted.value : refused(posted.reason);
}

/**
 * The same rows again, and nothing to do with them: an answer that needs no check. Books that changed since, or a due date
 * that has passed, make no order undone. Only a draft that is handed in now is judged anew.
 */
export const isAsBefore = (known: OrderRecord | null, { contentHash }: OrderNames, submit: boolean): boolean =>
  known !== null && known.state.contentHash === contentHash && !(submit && known.state.status === 'draft');

const itemsOf = ({ lines }: CheckedOrder): readonly string[] => [...new Set(lines.map(({ itemCode }) => itemCode))];

interface Judged extends PostOrder, OrderNames {
  readonly series: string;
  readonly asked: OrderInQuestion;
  readonly house: HouseFacts;
}

function decided(caller: Caller, loaded: Loaded, judged: Judged): Decision<Posting> {
  const { checked: order, orderKey, contentHash, submit, series, findings, asked, house } = judged;
  const known = loaded.orderByKey(orderKey);
  const number = known?.state.number ?? (loaded.nextNumber(series) as OrderNumber);
  // Somebody posted or voided it in between: what was loaded is another's.
  if (known !== null && known.state.number !== asked.number) return { refuse: { code: 'version.stale' } };
  const context = orderContextIn(caller, { ...asked, number: known === null ? null : number }, loaded, house);
  const decision = decide(
    {
      type: 'post-order',
      order,
      number,
      orderKey,
      contentHash,
      submit,
      ...(judged.orderType !== undefined && { orderType: judged.orderType }),
      ...metaOf(caller),
    },
    known?.state ?? null,
    context,
  );
  if (!decision.ok) return { refuse: decision.reason };
  const events = decision.value;
  const after = events.reduce(evolve, known?.state ?? null);
  if (after === null) throw new Error('a new order was decided without an event');
  const status = statusOf(after, context.shipments);
  const isNews = events.some(({ type }) => type === 'order-posted' || type === 'order-edited');
  return {
    append: events.length === 0 ? [] : [{ stream: 'order', id: number, version: known?.version ?? 0, events }],
    answer: isNews
      ? { outcome: known === null ? 'posted' : 'edited', number, status, findings }
      : { outcome: 'unchanged', number, status },
  };
}

const refused = (refusal: Refusal): Posting => ({
  outcome: 'refused',
  ...(refusal.data?.order === undefined ? {} : { number: refusal.data.order }),
  refusal,
});
