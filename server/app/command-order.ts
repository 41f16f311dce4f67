import type { OrderCommand } from '../../core/order/command.ts';
import { decide } from '../../core/order/decide/decide.ts';
import { parseOrderNumber } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { OrderCommandRequest } from '../../core/wire/commands.ts';
import type { Append, Decision, Loaded, OrderRecord } from '../ports.ts';
import { type Caller, metaOf } from './company.ts';
import { demandFor, type HeldGoods, heldGoods, isStill, nothingHeld } from './held-goods.ts';
import { issueLetter } from './issue-paper.ts';
import { once } from './once.ts';
import { versionOf } from './order-version.ts';

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
  // Only approval takes stock, and may not run beside another that takes the same.
  const goods =
    attempt.request.type === 'approve-order' ? await heldGoods(company.store.read, itemsOf(seen.order)) : nothingHeld;
  const done = await once<Done>(
    caller,
    { requestKey: attempt.requestKey, asks: ['command', number, attempt.request] },
    {
      locks: [`order:${number}`, ...goods.locks],
      load: { records: { order: { byNumber: [number] } }, holding: goods.codes },
      decide: (loaded) => decided(caller, { ...attempt, number, goods }, loaded),
    },
  );
  if (done.ok) for (const paper of done.value.papers) company.press.printSoon(paper);
  return done;
}

interface Knocking extends OrderCommandAttempt {
  readonly number: OrderNumber;
  readonly goods: HeldGoods;
}

function decided(caller: Caller, attempt: Knocking, loaded: Loaded): Decision<Done> {
  const { number, goods, request } = attempt;
  const record = loaded.records('order').byNumber(number);
  if (record === null) return { refuse: { code: 'order.not-found', data: { order: number } } };
  const shipments = loaded.records('shipment').ofOrder(number);
  if (isStale(attempt, record, versionOf(record, shipments), loaded)) return { refuse: { code: 'version.stale' } };
  const openDemand = demandFor(goods, loaded);
  const { reason, ...asked } = request;
  const command = { ...asked, ...metaOf(caller, reason) } as OrderCommand;
  const decision = decide(command, record.state, {
    shipments: shipments.map(({ state }) => state),
    stock: { stock: loaded.stock, prices: loaded.prices, openDemand },
    policy: caller.policy,
  });
  if (!decision.ok) return { refuse: decision.reason };
  const append: Append[] = [{ stream: 'order', id: number, version: record.version, events: decision.value }];
  if (decision.value.some(({ type }) => type === 'letter-issued')) {
    const letter = issueLetter(caller, [...record.events, ...decision.value], command);
    if (!letter.ok) return { refuse: letter.reason };
    append.push(letter.value);
  }
  const papers = append.flatMap((each) => (each.stream === 'paper' ? [each.id] : []));
  return { append, answer: { number, papers } };
}

/** Changed since the sender looked, or since we looked for the goods to lock: nobody approves what he hasn't seen. */
function isStale(
  { expectedVersion, goods, request }: Knocking,
  record: OrderRecord,
  version: number,
  loaded: Loaded,
): boolean {
  if (expectedVersion !== undefined && expectedVersion !== version) return true;
  return request.type === 'approve-order' && !isStill(goods, itemsOf(record), loaded);
}

const itemsOf = ({ state }: OrderRecord): readonly string[] => [
  ...new Set(state.lines.map(({ itemCode }) => itemCode)),
];
