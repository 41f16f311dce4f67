import type { Finding } from '../../../core/check/finding.ts';
import type { OpenDemand } from '../../../core/check/knowledge.ts';
import type { CommandMeta } from '../../../core/order/command.ts';
import type { OrderEvent } from '../../../core/order/event.ts';
import { parseOrderNumber, seriesOf } from '../../../core/order/number.ts';
import type { OrderAndShipments } from '../../../core/order/progress.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { OrderNumber, OrderState } from '../../../core/order/state.ts';
import { definitionOf, type EventOf, type NumberOf, type StateOf } from '../../../core/record/registry.ts';
import { monthOf } from '../../../core/value/date.ts';
import { no, type Result } from '../../../core/value/result.ts';
import type { Decision, Load, Loaded, RecordAppend, RecordOf } from '../../ports.ts';
import { type Caller, metaOf } from '../company.ts';
import { demandFor, type HeldGoods, heldGoods, isStill, nothingHeld } from '../held-goods.ts';
import { once } from '../once.ts';
import type { SideRecordKind } from './kinds.ts';

/** What a request wants done, as it stands on the wire; persons already exchanged for their keys. */
export interface Asked {
  readonly type: string;
  readonly reason?: string;
}

/** How a kind of record is commanded: what a request concerns, and what it comes to. */
export interface RecordUse<Kind extends SideRecordKind, Request extends Asked> {
  readonly kind: Kind;
  /** Orders and customers that the request itself names: each must be there. Those the record points at are loaded anyway. */
  named(request: Request): { readonly orders?: readonly string[]; readonly customers?: readonly string[] };
  /** Items whose stock the decision depends on. */
  goods?(request: Request, orders: readonly OrderState[]): readonly string[];
  /** Pure. */
  decide(request: Request, situation: Situation<Kind>): Decided<Kind>;
}
/** Findings: goods that were asked for don't pass the check; nothing is kept. */
export type Decided<Kind extends SideRecordKind> =
  | Result<readonly EventOf<Kind>[], Refusal>
  | { readonly findings: readonly Finding[] };

/** All of one moment. */
export interface Situation<Kind extends SideRecordKind> {
  readonly caller: Caller;
  readonly meta: CommandMeta;
  /** The record's own; of one that begins now, the next of its series. */
  readonly number: NumberOf<Kind>;
  readonly state: StateOf<Kind> | null;
  /** Every order that request or record point at. */
  readonly orders: readonly LoadedOrder[];
  readonly openDemand: readonly OpenDemand[];
  readonly loaded: Loaded;
}
export interface LoadedOrder extends OrderAndShipments {
  readonly events: readonly OrderEvent[];
}

export interface RecordAttempt<Request extends Asked> {
  /** The record that is commanded; null = one begins. */
  readonly number: string | null;
  readonly request: Request;
  readonly requestKey: string;
  /** The version the sender saw; another one by now is refused. */
  readonly expectedVersion?: number;
}
/** `number` null: there were findings, and no record. */
export interface RecordDone {
  readonly number: string | null;
  readonly findings: readonly Finding[];
}

/** Carries out one command on a record beside an order, in one transaction, or says why not. */
export async function commandRecord<Kind extends SideRecordKind, Request extends Asked>(
  caller: Caller,
  use: RecordUse<Kind, Request>,
  attempt: RecordAttempt<Request>,
): Promise<Result<RecordDone, Refusal>> {
  const concern = await concernOf(caller, use, attempt);
  if (!concern.ok) return concern;
  const { number, series, orders, customers, goods } = concern.value;
  return once<RecordDone>(
    caller,
    { requestKey: attempt.requestKey, asks: [use.kind, attempt.number, attempt.request] },
    {
      locks: [
        ...(number === null ? [] : [`${use.kind}:${number}`]),
        ...(series === null ? [] : [`series:${series}`]),
        ...orders.map((order) => `order:${order}`),
        ...customers.map((customer) => `customer:${customer}`),
        ...goods.locks,
      ],
      load: {
        records: {
          order: { byNumber: orders, ofCustomer: customers },
          ...(number !== null && { [use.kind]: { byNumber: [number] } }),
        } as NonNullable<Load['records']>,
        holding: goods.codes,
      },
      decide: (loaded) => decided(caller, use, attempt, concern.value, loaded),
    },
  );
}

/** What must be locked and loaded. What a record points at never changes, so that it may be looked up before. */
interface Concern<Kind extends SideRecordKind> {
  /** Null: the next of the series. */
  readonly number: NumberOf<Kind> | null;
  readonly series: string | null;
  readonly orders: readonly OrderNumber[];
  readonly customers: readonly string[];
  readonly items: readonly string[];
  readonly goods: HeldGoods;
}

async function concernOf<Kind extends SideRecordKind, Request extends Asked>(
  { company: { store }, moment }: Caller,
  use: RecordUse<Kind, Request>,
  { number: called, request }: RecordAttempt<Request>,
): Promise<Result<Concern<Kind>, Refusal>> {
  const definition = definitionOf(use.kind);
  const seen = called === null ? null : await store.read.records(use.kind).byNumber(called as NumberOf<Kind>);
  if (called !== null && seen === null) return no({ code: 'record.not-found', data: { record: called } });
  const named = use.named(request);
  const numbers = new Set(seen === null ? [] : definition.orders(seen.state));
  for (const text of named.orders ?? []) {
    const order = parseOrderNumber(text);
    if (order === null) return no({ code: 'order.not-found', data: { order: text } });
    numbers.add(order);
  }
  const orders = (await Promise.all([...numbers].map((order) => store.read.records('order').byNumber(order)))).flatMap(
    (order) => order?.state ?? [],
  );
  const own = seen === null ? null : definition.customer(seen.state);
  const customers = [
    ...(named.customers ?? []),
    ...(own === null ? [] : [own]),
    ...orders.map((order) => order.customer.code),
  ];
  const items = use.goods?.(request, orders) ?? [];
  const series =
    seen === null && definition.series !== null ? seriesOf(definition.series, monthOf(moment.today)) : null;
  const number = seen === null ? null : definition.number(seen.state);
  return {
    ok: true,
    value: {
      // A kind without a series is named after the order it is about.
      number: number ?? (series === null ? ([...numbers][0] as string as NumberOf<Kind>) : null),
      series,
      orders: [...numbers],
      customers: [...new Set(customers)],
      items,
      goods: items.length === 0 ? nothingHeld : await heldGoods(store.read, items),
    },
  };
}

function decided<Kind extends SideRecordKind, Request extends Asked>(
  caller: Caller,
  use: RecordUse<Kind, Request>,
  { request, expectedVersion }: RecordAttempt<Request>,
  { number: known, series, orders: numbers, items, goods }: Concern<Kind>,
  loaded: Loaded,
): Decision<RecordDone> {
  const record = known === null ? null : loaded.records(use.kind).byNumber(known);
  if (expectedVersion !== undefined && record !== null && record.version !== expectedVersion)
    return { refuse: { code: 'version.stale' } };
  if (items.length > 0 && !isStill(goods, items, loaded)) return { refuse: { code: 'version.stale' } };
  const orders = numbers.flatMap((order) => loadedOrder(order, loaded));
  const missing = missingIn(use.named(request), orders, loaded);
  if (missing !== null) return { refuse: missing };
  const number = known ?? (loaded.nextNumber(series ?? '') as NumberOf<Kind>);
  const decision = use.decide(request, {
    caller,
    meta: metaOf(caller, request.reason),
    number,
    state: record?.state ?? null,
    orders,
    openDemand: demandFor(goods, loaded),
    loaded,
  });
  if ('findings' in decision) return { append: [], answer: { number: null, findings: decision.findings } };
  if (!decision.ok) return { refuse: decision.reason };
  return { append: [appendTo(use.kind, number, record, decision.value)], answer: { number, findings: [] } };
}

/** TypeScript can't see that kind, number and events belong together while it doesn't know the kind. */
const appendTo = <Kind extends SideRecordKind>(
  stream: Kind,
  id: NumberOf<Kind>,
  record: RecordOf<Kind> | null,
  events: readonly EventOf<Kind>[],
) => ({ stream, id, version: record?.version ?? 0, events }) as unknown as RecordAppend;

function loadedOrder(number: OrderNumber, loaded: Loaded): readonly LoadedOrder[] {
  const record = loaded.records('order').byNumber(number);
  if (record === null) return [];
  const shipments = loaded.records('shipment').ofOrder(number);
  return [{ order: record.state, events: record.events, shipments: shipments.map(({ state }) => state) }];
}

/** What the request names and nobody has; a customer without an entry in the book is known by his orders. */
function missingIn(
  { orders = [], customers = [] }: ReturnType<RecordUse<SideRecordKind, Asked>['named']>,
  known: readonly LoadedOrder[],
  loaded: Loaded,
): Refusal | null {
  const order = orders.find((number) => !known.some((one) => one.order.number === number));
  if (order !== undefined) return { code: 'order.not-found', data: { order } };
  const customer = customers.find(
    (code) =>
      !loaded.customers?.customers.some((one) => one.code === code) &&
      loaded.records('order').ofCustomer(code).length === 0,
  );
  return customer === undefined ? null : { code: 'customer.not-found', data: { customer } };
}
