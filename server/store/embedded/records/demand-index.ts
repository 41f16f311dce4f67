import type { OpenDemand } from '../../../../core/check/knowledge.ts';
import { demandOf } from '../../../../core/order/demand.ts';
import type { OrderNumber, OrderState } from '../../../../core/order/state.ts';
import type { Instant, PlainDate } from '../../../../core/value/date.ts';
import type { OrderRecord, ShipmentRecord } from '../../../ports.ts';
import { compareNumbers } from '../../numbers.ts';
import { AtRest } from '../rest/at-rest.ts';
import { LayeredSets } from './layers.ts';
import type { Records } from './records.ts';

/**
 * Which orders take something from the stock book, by item: held for them, or gone since the goods were counted. Only the
 * names are kept; the quantities follow from the orders and their shipments. An order that takes something is in memory, and
 * so is every shipment of it.
 */
export class DemandIndex {
  readonly #records: Records;
  readonly #orders: LayeredSets<string, OrderNumber>;
  readonly #below: DemandIndex | null;

  /** `records`: those of the same layer. */
  constructor(records: Records, below: DemandIndex | null) {
    this.#records = records;
    this.#below = below;
    this.#orders = new LayeredSets(below ? below.#orders : null);
  }

  /** What orders take of one item, oldest order first. */
  of(itemCode: string): readonly OpenDemand[] {
    const orders = [...this.#orders.members(itemCode)].sort(compareNumbers);
    return orders.flatMap((number) => this.#peekDemandOf(number)).filter((demand) => demand.itemCode === itemCode);
  }

  /** Codes of the items orders take some of. */
  items(): readonly string[] {
    return [...this.#orders.keys()].filter((item) => !isEmpty(this.#orders.members(item)));
  }

  /** What orders take of all items, oldest order first. */
  all(): readonly OpenDemand[] {
    return [...this.#taking()].sort(compareNumbers).flatMap((number) => this.#peekDemandOf(number));
  }

  /** Whether an order in memory takes something. */
  takes({ number, lines }: OrderState): boolean {
    return lines.some(({ itemCode }) => this.#orders.has(itemCode, number));
  }

  /** To be called when the order or its shipments have changed. Lines change only while an order takes nothing. */
  update(number: OrderNumber): void {
    // The lowest layer is given what is read and was judged before; a decision has to see all of the order.
    const isLowest = this.#below === null;
    const orders = this.#records.of('order');
    const lines = (isLowest ? orders.peek(number) : orders.get(number))?.state.lines ?? [];
    const demand = isLowest ? this.#peekDemandOf(number) : this.#demandOf(number);
    const wanted = new Set(demand.map(({ itemCode }) => itemCode));
    for (const { itemCode } of lines) this.#orders.put(itemCode, number, wanted.has(itemCode));
  }

  /** To be called when the goods were counted again: what left since then has to be looked up anew. */
  updateAll(): void {
    const countedAt = this.countedAt();
    this.#expectAwakeSince(countedAt);
    const shipments = this.#records.of('shipment').peekAll();
    const gone = shipments.filter(({ state }) => countedAt !== null && state.shipped.at > countedAt);
    const orders = new Set([...this.#taking(), ...gone.flatMap(({ state }) => state.lines.map(({ order }) => order))]);
    if (this.#below !== null) this.#records.of('order').getAll([...orders]);
    for (const number of orders) this.update(number);
  }

  /** When the goods of the stock book were counted; null = there is none. */
  countedAt(): Instant | PlainDate | null {
    const stock = this.#records.books.get('stock')?.current;
    // A sheet that doesn't say when it was counted was counted when it was published, at the latest.
    return stock?.kind === 'stock' ? (stock.content.source.asOf ?? stock.at) : null;
  }

  fold(): void {
    this.#orders.fold();
  }

  #taking(): ReadonlySet<OrderNumber> {
    return new Set([...this.#orders.keys()].flatMap((item) => [...this.#orders.members(item)]));
  }

  #demandOf(number: OrderNumber): readonly OpenDemand[] {
    const order = this.#records.of('order').get(number);
    return order === null ? [] : this.#demand(order, this.#records.of('shipment').ofOrder(number));
  }

  #peekDemandOf(number: OrderNumber): readonly OpenDemand[] {
    const order = this.#records.of('order').peek(number);
    return order === null ? [] : this.#demand(order, this.#records.of('shipment').peekOfOrder(number));
  }

  #demand({ state: order }: OrderRecord, shipments: readonly ShipmentRecord[]): readonly OpenDemand[] {
    return demandOf({ order, shipments: shipments.map(({ state }) => state) }, this.countedAt());
  }

  /** Counted earlier than the time before: goods of orders at rest may have left since then. */
  #expectAwakeSince(countedAt: Instant | PlainDate | null): void {
    if (this.#below === null || countedAt === null) return;
    const documents = this.#records.resting.leftSince(Date.parse(countedAt));
    if (documents.length > 0) throw new AtRest({ documents });
  }
}

const isEmpty = (members: Iterable<unknown>): boolean => members[Symbol.iterator]().next().done === true;
