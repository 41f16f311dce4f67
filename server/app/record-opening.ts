import { decideOpening } from '../../core/opening/decide.ts';
import { parseOrderNumber } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import { closedTo } from '../../core/payment/door.ts';
import { openingDoor } from '../../core/policy/money-doors.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { NewOpening } from '../../core/wire/money.ts';
import { type Caller, metaOf } from './company.ts';
import { withAccounts } from './customer-account.ts';
import { once } from './once.ts';

/** What was still unpaid, when the book began, of goods that had left before their order was entered; again, it corrects. */
export async function recordOpening(
  caller: Caller,
  request: NewOpening,
  requestKey: string,
): Promise<Result<OrderNumber, Refusal>> {
  const meta = metaOf(caller, request.reason);
  const number = parseOrderNumber(request.order);
  const seen = number === null ? null : await caller.company.store.read.records('order').byNumber(number);
  if (number === null || seen === null)
    return no(closedTo(meta, openingDoor) ?? { code: 'order.not-found', data: { order: request.order } });
  return once<OrderNumber>(
    caller,
    { requestKey, asks: ['record-opening', request] },
    {
      ...withAccounts([seen.state.customer.code], {
        locks: [`order:${number}`],
        load: { records: { order: { byNumber: [number] }, opening: { byNumber: [number] } } },
      }),
      decide(loaded) {
        const order = loaded.records('order').byNumber(number)?.state ?? null;
        const decision = decideOpening({ type: 'record-opening', open: request.open, ...meta }, order);
        if (!decision.ok) return { refuse: decision.reason };
        const version = loaded.records('opening').byNumber(number)?.version ?? 0;
        return { append: [{ stream: 'opening', id: number, version, events: decision.value }], answer: number };
      },
    },
  );
}
