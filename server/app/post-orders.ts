import { type CheckResult, checkOrders } from '../../core/check/check.ts';
import type { CheckedOrder } from '../../core/check/checked-order.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import { contentText } from '../../core/order/content-hash.ts';
import { decide } from '../../core/order/decide/decide.ts';
import { availability } from '../../core/order/demand.ts';
import { evolve } from '../../core/order/evolve.ts';
import { seriesOf } from '../../core/order/number.ts';
import { orderKey } from '../../core/order/order-key.ts';
import { statusOf } from '../../core/order/progress.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import type { OrderStatus } from '../../core/order/status.ts';
import { permissions } from '../../core/policy/permissions.ts';
import type { ParsedBatch, ParsedOrder } from '../../core/sheet/parsed-order.ts';
import { monthOf } from '../../core/value/date.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Decision, Loaded } from '../ports.ts';
import { publishedKnowledge } from './books.ts';
import { type Caller, metaOf } from './company.ts';
import { once } from './once.ts';

/** What became of one order of a batch (X4). */
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
export type PostedOrder = Posting & { readonly key: string | null };

export interface PostRequest {
  readonly batch: ParsedBatch;
  /** Hand each order in for review at once. */
  readonly submit: boolean;
  readonly requestKey: string;
}

/**
 * Posts a batch: each order is a transaction of its own, so that one with errors doesn't stop the others, and they get
 * their numbers in the order of the sheet. What the sender checked counts for nothing: every order is checked again here.
 */
export async function postOrders(
  caller: Caller,
  request: PostRequest,
): Promise<Result<readonly PostedOrder[], Refusal>> {
  const knowledge = await publishedKnowledge(caller.company);
  const missing = missingBooks(knowledge);
  if (missing !== null) return no(missing);
  // The whole batch first: only together do its orders show that they compete for the same stock.
  const judged = checked(caller, request.batch, knowledge);
  const results: PostedOrder[] = [];
  for (const [index, { order, checked: sound, findings }] of judged.orders.entries()) {
    const posting: Posting =
      sound === null
        ? { outcome: 'findings', findings: [...ofItsSheets(order, request.batch, judged), ...findings] }
        : await postOrder(caller, request, { index, order, checked: sound, findings });
    results.push({ key: order.key, ...posting });
  }
  return ok(results);
}

/** Without a price list and customers nothing could be said against any row: an order isn't taken unchecked. */
function missingBooks(knowledge: Knowledge): Refusal | null {
  const missing = (['prices', 'customers'] as const).filter((book) => knowledge[book] === null);
  if (missing.length === 0) return null;
  return { code: 'books.missing', who: permissions['books.publish'], data: { books: missing.join(' ') } };
}

const checked = ({ profile, moment }: Caller, batch: ParsedBatch, knowledge: Knowledge): CheckResult =>
  checkOrders({ batch, knowledge, today: moment.today, currency: profile.currency });

/** Errors of a whole sheet stop its orders too and must be named with them. */
function ofItsSheets(order: ParsedOrder, { tables }: ParsedBatch, { sheetFindings }: CheckResult): readonly Finding[] {
  const own = order.lines.map(({ table }) => tables[table]);
  return sheetFindings.filter(
    ({ severity, file, sheet }) =>
      severity === 'error' && own.some((table) => table?.sheet === sheet && table.file === file),
  );
}

interface JudgedOrder {
  /** Position in the batch. */
  readonly index: number;
  readonly order: ParsedOrder;
  readonly checked: CheckedOrder;
  readonly findings: readonly Finding[];
}

async function postOrder(
  caller: Caller,
  { batch, submit, requestKey }: PostRequest,
  judged: JudgedOrder,
): Promise<Posting> {
  const { order, index } = judged;
  const names = namesOf(caller, order, judged.checked);
  const series = seriesOf('SO', monthOf(caller.moment.today));
  const items = [...new Set(judged.checked.lines.map(({ itemCode }) => itemCode))];
  const posted = await once<Posting>(
    caller,
    { requestKey: `${requestKey}:${index}`, asks: ['post', order, submit] },
    {
      locks: [`key:${names.orderKey}`, `series:${series}`],
      load: { orderKeys: [names.orderKey], holding: items },
      decide(loaded) {
        const openDemand = items.flatMap((item) => loaded.held(item));
        const { prices, stock, customers } = loaded;
        const again = checked(
          caller,
          { tables: batch.tables, orders: [order] },
          { prices, stock, customers, openDemand },
        );
        const [entry] = again.orders;
        if (!entry?.checked) return { append: [], answer: { outcome: 'findings', findings: again.findings } };
        // Published while we looked: the customer is called otherwise now, and the wrong key is locked.
        if (namesOf(caller, order, entry.checked).orderKey !== names.orderKey)
          return { refuse: { code: 'version.stale' } };
        return posting(caller, loaded, { ...names, order: entry.checked, submit, series, findings: judged.findings });
      },
    },
  );
  return posted.ok ? posted.value : refused(posted.reason);
}

/** What the order is known by, and what its rows say. */
function namesOf({ company }: Caller, order: ParsedOrder, { customer }: CheckedOrder) {
  const contentHash = company.secrets.hash(contentText(order));
  return {
    contentHash,
    orderKey: orderKey({ book: company.id, customerCode: customer.code, key: order.key, contentHash }),
  };
}

interface SoundOrder {
  readonly order: CheckedOrder;
  readonly orderKey: string;
  readonly contentHash: string;
  readonly submit: boolean;
  readonly series: string;
  readonly findings: readonly Finding[];
}

function posting(caller: Caller, loaded: Loaded, sound: SoundOrder): Decision<Posting> {
  const { order, orderKey, contentHash, submit, series, findings } = sound;
  const known = loaded.orderByKey(orderKey);
  const number = known?.state.number ?? (loaded.nextNumber(series) as OrderNumber);
  const shipments = known === null ? [] : loaded.shipmentsOf(number).map(({ state }) => state);
  const demand = order.lines.flatMap(({ itemCode }) => loaded.held(itemCode));
  const decision = decide(
    { type: 'post-order', order, number, orderKey, contentHash, submit, ...metaOf(caller) },
    known?.state ?? null,
    { shipments, available: availability(loaded.stock, demand), policy: caller.profile },
  );
  if (!decision.ok) return { refuse: decision.reason };
  const events = decision.value;
  const after = events.reduce(evolve, known?.state ?? null);
  if (after === null) throw new Error('a new order was decided without an event');
  const status = statusOf(after, shipments);
  const edited = events.some(({ type }) => type === 'order-posted' || type === 'order-edited');
  return {
    append: events.length === 0 ? [] : [{ stream: 'order', id: number, version: known?.version ?? 0, events }],
    answer: edited
      ? { outcome: known === null ? 'posted' : 'edited', number, status, findings }
      : { outcome: 'unchanged', number, status },
  };
}

const refused = (refusal: Refusal): Posting => ({
  outcome: 'refused',
  ...(refusal.data?.order === undefined ? {} : { number: refusal.data.order }),
  refusal,
});
