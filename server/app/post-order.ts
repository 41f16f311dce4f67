import type { CheckedOrder } from '../../core/check/checked-order.ts';
import type { Finding } from '../../core/check/finding.ts';
import { seriesOf } from '../../core/order/number.ts';
import type { OrderType } from '../../core/order/order-type.ts';
import type { ParsedBatch, ParsedOrder } from '../../core/sheet/parsed-order.ts';
import { monthOf } from '../../core/value/date.ts';
import type { Decision, Loaded, OrderRecord } from '../ports.ts';
import { type Caller, metaOf } from './company.ts';
import { readHouse } from './customer-account.ts';
import { type EnteredOrder, entered, type Posting, refused } from './enter-order.ts';
import { demandFor, heldGoods } from './held-goods.ts';
import { checked, shownTo } from './judge.ts';
import { once } from './once.ts';
import { type OrderInQuestion, withOrder } from './order-context.ts';
import { type OrderNames, orderNames } from './order-names.ts';

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
 * that has passed, make no order undone. Only a draft that is handed in now is judged anew, and rows that were saved with errors.
 */
export const isAsBefore = (known: OrderRecord | null, { contentHash }: OrderNames, submit: boolean): boolean =>
  known !== null &&
  known.state.contentHash === contentHash &&
  known.state.status !== 'faulty' &&
  !(submit && known.state.status === 'draft');

const itemsOf = ({ lines }: CheckedOrder): readonly string[] => [...new Set(lines.map(({ itemCode }) => itemCode))];

type Judged = PostOrder & EnteredOrder;

const decided = (caller: Caller, loaded: Loaded, judged: Judged): Decision<Posting> => {
  const { checked: order, submit, orderType } = judged;
  const content = { type: 'post-order', order, submit, ...(orderType !== undefined && { orderType }) } as const;
  return entered(caller, loaded, judged, (names) => ({ ...content, ...names, ...metaOf(caller) }));
};
