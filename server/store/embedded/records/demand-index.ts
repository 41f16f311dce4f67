import type { OpenDemand } from '../../../../core/check/knowledge.ts';
import { demandOf } from '../../../../core/order/demand.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import { compareNumbers } from '../../numbers.ts';
import { LayeredSets } from './layers.ts';
import type { Records } from './records.ts';

/**
 * Which orders take something from the stock book, by item: held for them, or gone since the goods were counted. Only the
 * names are kept; the quantities follow from the orders and their shipments.
 */
export class DemandIndex {
  readonly #records: Records;
  readonly #orders: LayeredSets<string, OrderNumber>;

  /** `records`: those of the same layer. */
  constructor(records: Records, below: DemandIndex | null) {
    this.#records = records;
    this.#orders = new LayeredSets(below ? below.#orders : null);
  }

  /** What orders take of one item, oldest order first. */
  of(itemCode: string): readonly OpenDemand[] {
    const orders = [...this.#orders.members(itemCode)].sort(compareNumbers);
    return orders.flatMap((number) => this.#demandOf(number)).filter((demand) => demand.itemCode === itemCode);
  }

  /** Codes of the items orders take some of. */
  items(): readonly string[] {
    return [...this.#orders.keys()].filter((item) => !isEmpty(this.#orders.members(item)));
  }

  /** What orders take of all items, oldest order first. */
  all(): readonly OpenDemand[] {
    const orders = new Set([...this.#orders.keys()].flatMap((item) => [...this.#orders.members(item)]));
    return [...orders].sort(compareNumbers).flatMap((number) => this.#demandOf(number));
  }

  /** To be called when the order or its shipments have changed. Lines change only while an order takes nothing. */
  update(number: OrderNumber): void {
    const lines = this.#records.of('order').get(number)?.state.lines ?? [];
    const wanted = new Set(this.#demandOf(number).map(({ itemCode }) => itemCode));
    for (const { itemCode } of lines) this.#orders.put(itemCode, number, wanted.has(itemCode));
  }

  /** To be called when the goods were counted again: what left since then has to be looked up anew. */
  updateAll(): void {
    // Without shipments nothing has left, and the moment of counting changes nothing.
    for (const number of this.#records.of('order').numbers())
      if (this.#records.of('shipment').ofOrder(number).length > 0) this.update(number);
  }

  fold(): void {
    this.#orders.fold();
  }

  #demandOf(number: OrderNumber): readonly OpenDemand[] {
    const order = this.#records.of('order').get(number)?.state;
    if (order === undefined) return [];
    const shipments = this.#records
      .of('shipment')
      .ofOrder(number)
      .map(({ state }) => state);
    const stock = this.#records.books.get('stock')?.current;
    // A sheet that doesn't say when it was counted was counted when it was published, at the latest.
    const countedAt = stock?.kind === 'stock' ? (stock.content.source.asOf ?? stock.at) : null;
    return demandOf({ order, shipments }, countedAt);
  }
}

const isEmpty = (members: Iterable<unknown>): boolean => members[Symbol.iterator]().next().done === true;
