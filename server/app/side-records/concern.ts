import { parseOrderNumber, seriesOf } from '../../../core/order/number.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { OrderNumber } from '../../../core/order/state.ts';
import type { SideRecordKind } from '../../../core/record/lifecycle.ts';
import { definitionOf, type NumberOf, type StateOf } from '../../../core/record/registry.ts';
import { monthOf, type PlainDate } from '../../../core/value/date.ts';
import { no, ok, type Result } from '../../../core/value/result.ts';
import type { Loaded } from '../../ports.ts';
import type { Caller } from '../company.ts';
import { type HouseFacts, isCustomerIn, readHouse } from '../customer-account.ts';
import { type HeldGoods, heldGoods, nothingHeld } from '../held-goods.ts';
import type { Asked, LoadedOrder, RecordUse } from './record-use.ts';

/** What must be locked and loaded. What a record points at never changes, so that it may be looked up before. */
export interface Concern<Kind extends SideRecordKind> {
  /** Null: the next of the series. */
  readonly number: NumberOf<Kind> | null;
  readonly series: string | null;
  readonly orders: readonly OrderNumber[];
  readonly customers: readonly string[];
  readonly items: readonly string[];
  readonly goods: HeldGoods;
  readonly house: HouseFacts;
}

/** What a command on a record is about; `called`: the record's number as its address names it, null = one begins. */
export async function concernOf<Kind extends SideRecordKind, Request extends Asked>(
  caller: Caller,
  use: RecordUse<Kind, Request>,
  called: string | null,
  request: Request,
): Promise<Result<Concern<Kind>, Refusal>> {
  const { read } = caller.company.store;
  const definition = definitionOf(use.kind);
  const seen = called === null ? null : await read.records(use.kind).byNumber(called as NumberOf<Kind>);
  if (called !== null && seen === null) return no({ code: 'record.not-found', data: { record: called } });
  const named = use.named(request);
  const numbers = numbersIn(named.orders ?? []);
  if (!numbers.ok) return numbers;
  const orders = [...new Set([...(seen === null ? [] : definition.orders(seen.state)), ...numbers.value])];
  const records = await Promise.all(orders.map((order) => read.records('order').byNumber(order)));
  const states = records.flatMap((record) => record?.state ?? []);
  const own = seen === null ? null : definition.customer(seen.state);
  const customers = [
    ...(named.customers ?? []),
    ...(own === null ? [] : [own]),
    ...states.map(({ customer }) => customer.code),
  ];
  const items = use.goods?.(request, states) ?? [];
  return ok({
    ...nameOf(use.kind, seen?.state ?? null, orders, caller.moment.today),
    orders,
    customers: [...new Set(customers)],
    items,
    goods: items.length === 0 ? nothingHeld : await heldGoods(read, items),
    house: await readHouse(caller),
  });
}

/** The orders these texts name; a text that names none at all is refused like an order nobody knows. */
function numbersIn(texts: readonly string[]): Result<readonly OrderNumber[], Refusal> {
  const numbers: OrderNumber[] = [];
  for (const text of texts) {
    const number = parseOrderNumber(text);
    if (number === null) return no({ code: 'order.not-found', data: { order: text } });
    numbers.push(number);
  }
  return ok(numbers);
}

/** Its number where it has one, else the series that gives it one; a kind without a series is named after its order. */
function nameOf<Kind extends SideRecordKind>(
  kind: Kind,
  state: StateOf<Kind> | null,
  [order]: readonly OrderNumber[],
  today: PlainDate,
): Pick<Concern<Kind>, 'number' | 'series'> {
  const { series, number } = definitionOf(kind);
  if (state !== null) return { number: number(state), series: null };
  if (series !== null) return { number: null, series: seriesOf(series, monthOf(today)) };
  return { number: order as string as NumberOf<Kind>, series: null };
}

/** None where there is no such order. */
export function loadedOrder(number: OrderNumber, loaded: Loaded): readonly LoadedOrder[] {
  const record = loaded.records('order').byNumber(number);
  if (record === null) return [];
  const shipments = loaded.records('shipment').ofOrder(number);
  return [{ order: record.state, events: record.events, shipments: shipments.map(({ state }) => state) }];
}

/** What the request names and nobody has. */
export function missingIn(
  { orders = [], customers = [] }: ReturnType<RecordUse<SideRecordKind, Asked>['named']>,
  known: readonly LoadedOrder[],
  loaded: Loaded,
): Refusal | null {
  const order = orders.find((number) => !known.some((one) => one.order.number === number));
  if (order !== undefined) return { code: 'order.not-found', data: { order } };
  const customer = customers.find((code) => !isCustomerIn(code, loaded));
  return customer === undefined ? null : { code: 'customer.not-found', data: { customer } };
}
