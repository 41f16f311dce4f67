import type { OrderNumber } from '../../../core/order/state.ts';
import { secretsFrom } from '../../../core/policy/permissions.ts';
import { redactedRefusal } from '../../../core/receivable/redacted-refusal.ts';
import type { Month } from '../../../core/value/date.ts';
import { answersTo } from '../../app/answers-to-lookups.ts';
import { checkRows } from '../../app/check-rows.ts';
import { commandOrder } from '../../app/command-order.ts';
import type { Caller } from '../../app/company.ts';
import { knownOrders } from '../../app/known-orders.ts';
import { lastPricesOf } from '../../app/last-prices.ts';
import { type PostedOrder, postOrders } from '../../app/post-orders.ts';
import { listOrders, progressOfOrders, readOrder, readShipment } from '../../app/read-orders.ts';
import { reallocateGoods } from '../../app/reallocate-goods.ts';
import { recordReceipt } from '../../app/record-receipt.ts';
import { shipGoods } from '../../app/ship-goods.ts';
import { worklistOf } from '../../app/worklist.ts';
import type { Handlers } from '../handler.ts';
import { granted } from '../problem.ts';

type OrderHandlers = Pick<
  Handlers,
  | 'check'
  | 'known'
  | 'lookups'
  | 'lastPrices'
  | 'postOrders'
  | 'worklist'
  | 'orders'
  | 'orderProgress'
  | 'order'
  | 'commandOrder'
  | 'reallocate'
  | 'ship'
  | 'receive'
>;

/** Rows become orders, orders live their life. */
export const orderHandlers: OrderHandlers = {
  check: ({ caller, body }) => checkRows(caller, body),
  known: async ({ caller, body }) => ({ known: await knownOrders(caller, body) }),
  lookups: async ({ caller, body }) => ({ answers: await answersTo(caller, body.lookups) }),
  lastPrices: ({ caller, body }) => lastPricesOf(caller, body),
  postOrders: async ({ caller, body, query, requestKey }) => {
    const submit = query.submit === 'true';
    const saveDraft = query.saveDraft === 'true';
    const type = query.type === undefined ? {} : { orderType: query.type };
    const changes = query.changes === undefined ? {} : { changes: query.changes };
    const asked = { batch: body, submit, saveDraft, ...type, ...changes, requestKey };
    const results = granted(await postOrders(caller, asked));
    return { results: results.map((result) => shownTo(caller, result)) };
  },
  worklist: ({ caller, query }) => worklistOf(caller, query.mine),
  orders: async ({ caller, query }) => {
    const { status, month, search, after, limit = 100 } = query;
    return listOrders(caller, {
      limit,
      ...(status === undefined ? {} : { status }),
      ...(month === undefined ? {} : { month: month as Month }),
      ...(search === undefined ? {} : { search }),
      ...(after === undefined ? {} : { after: after as OrderNumber }),
    });
  },
  orderProgress: async ({ caller, query }) => ({ orders: await progressOfOrders(caller, query.numbers) }),
  order: async ({ caller, params }) => granted(await readOrder(caller, params.number)),
  commandOrder: async ({ caller, params, body, requestKey, expectedVersion }) => {
    const expected = expectedVersion === undefined ? {} : { expectedVersion };
    const attempt = { number: params.number, request: body, requestKey, ...expected };
    const { number } = granted(await commandOrder(caller, attempt));
    return granted(await readOrder(caller, number));
  },
  reallocate: async ({ caller, body, requestKey }) => {
    const { from, to } = granted(await reallocateGoods(caller, body, requestKey));
    return { from: granted(await readOrder(caller, from)), to: granted(await readOrder(caller, to)) };
  },
  ship: async ({ caller, body, requestKey }) => {
    const { shipment } = granted(await shipGoods(caller, body, requestKey));
    return granted(await readShipment(caller, shipment));
  },
  receive: async ({ caller, params, body, requestKey }) => {
    const shipment = granted(await recordReceipt(caller, params.number, body, requestKey));
    return granted(await readShipment(caller, shipment));
  },
};

/** One of several is refused inside an answer: whoever posts may not see what a customer owes there either. */
const shownTo = ({ user }: Caller, result: PostedOrder): PostedOrder =>
  result.outcome === 'refused'
    ? { ...result, refusal: redactedRefusal(result.refusal, secretsFrom(user.roles)) }
    : result;
