import type { Finding } from '../../core/check/finding.ts';
import type { OrderCommand } from '../../core/order/command.ts';
import { decide } from '../../core/order/decide/decide.ts';
import type { OrderEvent } from '../../core/order/event.ts';
import { evolve } from '../../core/order/evolve.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import type { Decision, Loaded } from '../ports.ts';
import type { Caller } from './company.ts';
import type { HouseFacts } from './customer-account.ts';
import { LookAgain } from './look-again.ts';
import { type OrderInQuestion, orderContextIn } from './order-context.ts';
import type { OrderNames } from './order-names.ts';
import { type OrderStanding, standingOf } from './order-standing.ts';

/** What became of an order that was posted. */
export type Posting =
  | (OrderStanding & {
      readonly outcome: 'posted' | 'edited' | 'saved';
      readonly number: OrderNumber;
      readonly findings: readonly Finding[];
    })
  | (OrderStanding & { readonly outcome: 'unchanged'; readonly number: OrderNumber })
  | { readonly outcome: 'findings'; readonly findings: readonly Finding[] }
  | { readonly outcome: 'refused'; readonly number?: string; readonly refusal: Refusal };

/** Rows that become an order, or edit one. */
export interface EnteredOrder extends OrderNames {
  /** Where its number comes from if it is new. */
  readonly series: string;
  readonly asked: OrderInQuestion;
  readonly house: HouseFacts;
  readonly findings: readonly Finding[];
}

/** Decides in the transaction that found the order by its key, or gives it a number. */
export function entered(
  caller: Caller,
  loaded: Loaded,
  { orderKey, contentHash, series, asked, house, findings }: EnteredOrder,
  command: (names: OrderNames & { readonly number: OrderNumber }) => OrderCommand,
): Decision<Posting> {
  const known = loaded.orderByKey(orderKey);
  const number = known?.state.number ?? (loaded.nextNumber(series) as OrderNumber);
  // Somebody posted or voided it in between: what was loaded is another's.
  if (known !== null && known.state.number !== asked.number) throw new LookAgain();
  const context = orderContextIn(caller, { ...asked, number: known === null ? null : number }, loaded, house);
  const decision = decide(command({ orderKey, contentHash, number }), known?.state ?? null, context);
  if (!decision.ok) return { refuse: decision.reason };
  const events = decision.value;
  const after = events.reduce(evolve, known?.state ?? null);
  if (after === null) throw new Error('a new order was decided without an event');
  const standing = standingOf(after, context.shipments, caller);
  const outcome = outcomeOf(events);
  return {
    append: events.length === 0 ? [] : [{ stream: 'order', id: number, version: known?.version ?? 0, events }],
    answer:
      outcome === null ? { outcome: 'unchanged', number, ...standing } : { outcome, number, ...standing, findings },
  };
}

/** What became of the rows; null = they are as they were. */
function outcomeOf(events: readonly OrderEvent[]): 'posted' | 'edited' | 'saved' | null {
  if (events.some(({ type }) => type === 'order-posted')) return 'posted';
  if (events.some(({ type }) => type === 'order-edited')) return 'edited';
  return events.some(({ type }) => type === 'rows-saved') ? 'saved' : null;
}

export const refused = (refusal: Refusal): Posting => ({
  outcome: 'refused',
  ...(refusal.data?.order === undefined ? {} : { number: refusal.data.order }),
  refusal,
});
