import type { OrderCommand } from '../../core/order/command.ts';
import { decide } from '../../core/order/decide/decide.ts';
import { parseOrderNumber } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { OrderCommandRequest } from '../../core/wire/commands.ts';
import type { Append, Decision, Loaded, OrderRecord } from '../ports.ts';
import { fileNamedBy, fileWasNamed, withNamedFile } from './attachments/stored-file.ts';
import { type Caller, metaOf } from './company.ts';
import { type HouseFacts, readHouse } from './customer-account.ts';
import { expectStill, heldGoods, nothingHeld } from './held-goods.ts';
import { issueLetter, printing } from './issue-paper.ts';
import { lookingAgain } from './look-again.ts';
import { once } from './once.ts';
import { type OrderInQuestion, orderContextIn, withOrder } from './order-context.ts';
import { changedSince, versionOf } from './order-version.ts';

export interface OrderCommandAttempt {
  readonly number: string;
  readonly request: OrderCommandRequest;
  readonly requestKey: string;
  /** The version the sender saw; another one by now is refused. */
  readonly expectedVersion?: number;
}
interface Done {
  readonly number: OrderNumber;
  readonly papers: readonly string[];
}

/** Carries out what a person asks for an order, or says why not. A letter it issues is printed in the background. */
export async function commandOrder(caller: Caller, attempt: OrderCommandAttempt): Promise<Result<Done, Refusal>> {
  const { company } = caller;
  const number = parseOrderNumber(attempt.number);
  const seen = number === null ? null : await company.store.read.order(number);
  if (number === null || seen === null) return no({ code: 'order.not-found', data: { order: attempt.number } });
  const filed = await withNamedFile(caller, attempt.request);
  if (!filed.ok) return filed;
  const done = await lookingAgain(() =>
    knock(caller, attempt, { ...attempt, request: filed.value, number }, seen.order),
  );
  if (done.ok) await fileWasNamed(caller, fileNamedBy(attempt.request));
  return done;
}

/** `sent`: as the sender wrote it; what was filed with it may have come to be named otherwise since. */
async function knock(
  caller: Caller,
  sent: OrderCommandAttempt,
  attempt: OrderCommandAttempt & { readonly number: OrderNumber },
  seen: OrderRecord,
): Promise<Result<Done, Refusal>> {
  const { number, requestKey } = attempt;
  const goods = looksAtGoods(attempt.request) ? await heldGoods(caller.company.store.read, itemsOf(seen)) : nothingHeld;
  const asked = { number, customerCode: seen.state.customer.code, goods };
  const house = await readHouse(caller);
  return once<Done>(
    caller,
    { requestKey, asks: ['command', number, sent.request] },
    {
      ...withOrder(asked, { locks: [], load: {} }),
      decide: (loaded) => decided(caller, { ...attempt, ...asked, house }, loaded),
    },
  );
}

/** A review judges by what stock is free, approval takes it: neither may run beside another that takes the same. */
const looksAtGoods = ({ type }: OrderCommandRequest): boolean =>
  ['submit-order', 'sign-off', 'ask-customer', 'record-answer', 'approve-order', 'hold-again'].includes(type);

interface Knocking extends OrderCommandAttempt, OrderInQuestion {
  readonly number: OrderNumber;
  readonly house: HouseFacts;
}

function decided(caller: Caller, attempt: Knocking, loaded: Loaded): Decision<Done> {
  const { number, request } = attempt;
  const record = loaded.records('order').byNumber(number);
  if (record === null) return { refuse: { code: 'order.not-found', data: { order: number } } };
  const stale = staleness(attempt, record, loaded);
  if (stale !== null) return { refuse: stale };
  const { reason, ...asked } = request;
  const command = { ...asked, ...metaOf(caller, reason) } as OrderCommand;
  const decision = decide(command, record.state, orderContextIn(caller, attempt, loaded, attempt.house));
  if (!decision.ok) return { refuse: decision.reason };
  const append: Append[] = [{ stream: 'order', id: number, version: record.version, events: decision.value }];
  if (decision.value.some(({ type }) => type === 'letter-issued')) {
    const letter = issueLetter(caller, [...record.events, ...decision.value], command);
    if (!letter.ok) return { refuse: letter.reason };
    append.push(letter.value);
  }
  const papers = append.flatMap((each) => (each.stream === 'paper' ? [each.id] : []));
  return { append, answer: { number, papers }, jobs: printing(append) };
}

/** Changed since the sender looked: nobody approves what he hasn't seen. */
function staleness({ expectedVersion, goods, request }: Knocking, record: OrderRecord, loaded: Loaded): Refusal | null {
  const shipments = loaded.records('shipment').ofOrder(record.state.number);
  if (expectedVersion !== undefined && expectedVersion !== versionOf(record, shipments))
    return { code: 'version.stale', data: changedSince(record, shipments, expectedVersion) };
  if (looksAtGoods(request)) expectStill(goods, itemsOf(record), loaded);
  return null;
}

const itemsOf = ({ state }: OrderRecord): readonly string[] => [
  ...new Set(state.lines.map(({ itemCode }) => itemCode)),
];
