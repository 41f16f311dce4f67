import { parseOrderNumber, parseWriteOffNumber, seriesOf } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import { closedTo } from '../../core/payment/door.ts';
import { monthOf } from '../../core/value/date.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { NewWriteOff, WriteOffCommandRequest } from '../../core/wire/money.ts';
import { writeOffDoors } from '../../core/write-off/authority.ts';
import { decideWriteOff } from '../../core/write-off/decide.ts';
import type { WriteOffNumber } from '../../core/write-off/write-off.ts';
import { type Caller, metaOf } from './company.ts';
import { accountsIn, withAccounts } from './customer-account.ts';
import { moneyPolicyFor } from './money-policy.ts';
import { once } from './once.ts';

type Recorded = Promise<Result<WriteOffNumber, Refusal>>;

/** A debt of one order is given up, as far as whoever does it may (policy 10). */
export async function writeOffDebt(caller: Caller, request: NewWriteOff, requestKey: string): Recorded {
  const { amount, cause, reason } = request;
  const policy = moneyPolicyFor(caller);
  const meta = metaOf(caller, reason);
  const number = parseOrderNumber(request.order);
  const seen = number === null ? null : await caller.company.store.read.records('order').byNumber(number);
  if (number === null || seen === null)
    return no(
      closedTo(meta, writeOffDoors(policy)['write-off-debt']) ?? {
        code: 'order.not-found',
        data: { order: request.order },
      },
    );
  const customerCode = seen.state.customer.code;
  const series = seriesOf('WO', monthOf(caller.moment.today));
  return once<WriteOffNumber>(
    caller,
    { requestKey, asks: ['write-off-debt', request] },
    {
      ...withAccounts([customerCode], { locks: [`order:${number}`, `series:${series}`], load: {} }),
      decide(loaded) {
        const id = loaded.nextNumber(series) as WriteOffNumber;
        const account = accountsIn(caller, customerCode, loaded).find(({ order }) => order.number === number) ?? null;
        const command = { type: 'write-off-debt', number: id, amount, cause, ...meta } as const;
        const decision = decideWriteOff(command, null, { account, policy });
        if (!decision.ok) return { refuse: decision.reason };
        return { append: [{ stream: 'write-off', id, version: 0, events: decision.value }], answer: id };
      },
    },
  );
}

/** The debt stands again: the customer pays after all, or it was a mistake. */
export async function commandWriteOff(
  caller: Caller,
  text: string,
  request: WriteOffCommandRequest,
  requestKey: string,
): Recorded {
  const { type, reason } = request;
  const policy = moneyPolicyFor(caller);
  const meta = metaOf(caller, reason);
  const number = parseWriteOffNumber(text);
  const seen = number === null ? null : await caller.company.store.read.records('write-off').byNumber(number);
  if (number === null || seen === null)
    return no(closedTo(meta, writeOffDoors(policy)[type]) ?? { code: 'write-off.not-found', data: { writeOff: text } });
  const { order, customerCode } = seen.state;
  return once<WriteOffNumber>(
    caller,
    { requestKey, asks: ['write-off', number, request] },
    {
      locks: [`write-off:${number}`, `order:${order}`, `customer:${customerCode}`],
      load: { records: { 'write-off': { byNumber: [number] } } },
      decide(loaded) {
        const record = loaded.records('write-off').byNumber(number);
        const decision = decideWriteOff({ type, ...meta }, record?.state ?? null, { account: null, policy });
        if (!decision.ok) return { refuse: decision.reason };
        const version = record?.version ?? 0;
        return { append: [{ stream: 'write-off', id: number, version, events: decision.value }], answer: number };
      },
    },
  );
}
