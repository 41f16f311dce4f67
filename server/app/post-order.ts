import type { Finding } from '../../core/check/finding.ts';
import { findItem } from '../../core/check/item-index.ts';
import type { PriceBook } from '../../core/check/knowledge.ts';
import type { CommandOf } from '../../core/order/decide/decision.ts';
import { seriesOf } from '../../core/order/number.ts';
import type { OrderType } from '../../core/order/order-type.ts';
import type { ParsedBatch, ParsedOrder } from '../../core/sheet/parsed-order.ts';
import { monthOf } from '../../core/value/date.ts';
import type { ChangeMeant } from '../../core/wire/known-orders.ts';
import type { Decision, Loaded, OrderRecord } from '../ports.ts';
import { type Caller, metaOf } from './company.ts';
import { readHouse } from './customer-account.ts';
import { type EnteredOrder, entered, type Posting, refused } from './enter-order.ts';
import { demandFor, expectStill, heldGoods } from './held-goods.ts';
import { shownTo } from './judge.ts';
import { type JudgedInBatch, judgedNow } from './judged-in-batch.ts';
import { LookAgain, lookingAgain } from './look-again.ts';
import { type Attempt, once } from './once.ts';
import { type OrderInQuestion, withOrder } from './order-context.ts';
import { type OrderNames, orderNames } from './order-names.ts';
import { standingOf } from './order-standing.ts';
import { draftOf } from './save-draft.ts';

export interface PostOrder {
  readonly order: ParsedOrder;
  /** As its batch was judged just now; judged again, alone, in the transaction that keeps it. */
  readonly judged: JudgedInBatch;
  /** By the books its batch was judged by; null while it isn't clear whose it is. */
  readonly customerCode: string | null;
  readonly prices: PriceBook | null;
  readonly tables: ParsedBatch['tables'];
  readonly submit: boolean;
  /** Keep it as a draft if it has errors. */
  readonly saveDraft: boolean;
  readonly orderType?: OrderType;
  /** Absent = whichever has its key. */
  readonly changes?: readonly ChangeMeant[];
  readonly requestKey: string;
}

/**
 * One order in one transaction: found by its key or given a number, in the same moment in which it is judged. There it turns out,
 * too, whether it becomes an order, a draft with errors (row 1a), or only a list of what is wrong.
 */
export async function postOrder(caller: Caller, post: PostOrder): Promise<Posting> {
  const { customerCode } = post;
  const posted = await (customerCode === null
    ? turnedAway(caller, post)
    : lookingAgain(() => judgedAndKept(caller, post, customerCode)));
  return posted.ok ? posted.value : refused(posted.reason);
}

/** What its sender asked for and nothing else: the same attempt is known again whatever the books say by then (X4). */
const attemptOf = ({ requestKey, order, submit, orderType, saveDraft, changes }: PostOrder): Attempt => ({
  requestKey,
  asks: [
    'post',
    order,
    submit,
    orderType ?? null,
    ...(saveDraft ? ['save-draft'] : []),
    ...(changes ? [{ changes }] : []),
  ],
});

/** What the sender takes the order for that has the key of his rows: one he saw, one that went on since, or none. */
function takenFor({ changes }: PostOrder, { state, version }: OrderRecord): 'itself' | 'older' | 'new' {
  if (changes === undefined) return 'itself';
  const meant = changes.find(({ number }) => number === state.number);
  if (!meant) return 'new';
  return meant.version === version ? 'itself' : 'older';
}

/** Nobody's order: nothing would find it again. */
const turnedAway = (caller: Caller, post: PostOrder) =>
  once<Posting>(caller, attemptOf(post), {
    locks: [],
    load: {},
    decide: () => ({ append: [], answer: onlyFindings(caller, post.judged.findings) }),
  });

async function judgedAndKept(caller: Caller, post: PostOrder, customerCode: string) {
  const { order, submit } = post;
  const names = orderNames(caller.company, order, customerCode);
  const series = seriesOf('SO', monthOf(caller.moment.today));
  const items = itemsOf(order, post.prices);
  const { read } = caller.company.store;
  const [goods, known, house] = await Promise.all([
    heldGoods(read, items),
    read.orderByKey(names.orderKey),
    readHouse(caller),
  ]);
  const asked: OrderInQuestion = { number: known?.state.number ?? null, customerCode, goods };
  return once<Posting>(caller, attemptOf(post), {
    ...withOrder(asked, {
      locks: [`key:${names.orderKey}`, `series:${series}`],
      load: { orderKeys: [names.orderKey] },
    }),
    decide(loaded) {
      const before = loaded.orderByKey(names.orderKey);
      if (before !== null && isAsBefore(before, names, submit)) return unchanged(caller, before, asked, loaded);
      const knowledge = { ...booksIn(loaded), openDemand: demandFor(goods, loaded) };
      const now = judgedNow(caller, post, knowledge);
      if (now.customerCode === null) return { append: [], answer: onlyFindings(caller, now.findings) };
      // Books published while we looked: customer or items are called otherwise now, and the wrong ones were loaded.
      const { orderKey } = orderNames(caller.company, order, now.customerCode);
      if (orderKey !== names.orderKey || itemsOf(order, loaded.prices).join() !== items.join())
        return { refuse: { code: 'version.stale' } };
      expectStill(goods, items, loaded);
      const rows = { ...names, series, asked, house, findings: shownTo(caller, now.findings) };
      const as = before && takenFor(post, before);
      if (as === 'older') return { refuse: { code: 'version.stale' } };
      const meant = as === 'new' ? ({ asNew: true } as const) : {};
      if (now.checked !== null) return asOrder(caller, loaded, post, rows, { ...meant, order: now.checked });
      if (!post.saveDraft) return { append: [], answer: onlyFindings(caller, now.findings) };
      const draft = draftOf(caller, post, { customerCode, findings: now.findings, customers: loaded.customers });
      return entered(caller, loaded, rows, (named) => ({ ...draft, ...meant, ...named, ...metaOf(caller) }));
    },
  });
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

function unchanged(caller: Caller, { state }: OrderRecord, asked: OrderInQuestion, loaded: Loaded): Decision<Posting> {
  // Somebody posted it in between: its shipments weren't loaded.
  if (state.number !== asked.number) throw new LookAgain();
  const shipments = loaded.records('shipment').ofOrder(state.number);
  const standing = standingOf(
    state,
    shipments.map((shipment) => shipment.state),
    caller,
  );
  return { append: [], answer: { outcome: 'unchanged', number: state.number, ...standing } };
}

function asOrder(
  caller: Caller,
  loaded: Loaded,
  { submit, orderType }: PostOrder,
  rows: EnteredOrder,
  meant: Pick<CommandOf<'post-order'>, 'order' | 'asNew'>,
): Decision<Posting> {
  const content = { type: 'post-order', ...meant, submit, ...(orderType !== undefined && { orderType }) } as const;
  return entered(caller, loaded, rows, (names) => ({ ...content, ...names, ...metaOf(caller) }));
}

const onlyFindings = (caller: Caller, findings: readonly Finding[]): Posting => ({
  outcome: 'findings',
  findings: shownTo(caller, findings),
});

const booksIn = ({ prices, stock, customers }: Loaded) => ({ prices, stock, customers });

/** Those the price list knows; of an order without errors all there are. */
const itemsOf = ({ lines }: ParsedOrder, prices: PriceBook | null): readonly string[] => [
  ...new Set(
    lines.flatMap((line) => {
      const item = findItem(prices, line);
      return item.kind === 'found' ? [item.entry.code] : [];
    }),
  ),
];
