import type { OrderNumber } from '../../../../core/order/state.ts';
import { isOver } from '../../../../core/record/is-over.ts';
import { type SideRecordKind, sideRecordKinds } from '../../../../core/record/lifecycle.ts';
import { allRecordKinds, definitionOf, type RecordKind, type StateOf } from '../../../../core/record/registry.ts';
import type { Shipment } from '../../../../core/shipment/shipment.ts';
import type { Clock, RecordOf } from '../../../ports.ts';
import type { Records } from '../records/records.ts';
import type { RestPolicy } from './rest-policy.ts';
import { bearsItsMonth, type RestDocument } from './rest-row.ts';

/**
 * Which documents may rest. A record may when its own life and those of all its orders are over; an order when all that points
 * at it may. So a payment of an old and a running order keeps both in memory, and nothing older than that.
 */
export class RestJudge {
  readonly #records: Records;
  readonly #policy: RestPolicy;
  readonly #clock: Clock;

  /** `records`: what is committed. */
  constructor(records: Records, policy: RestPolicy, clock: Clock) {
    this.#records = records;
    this.#policy = policy;
    this.#clock = clock;
  }

  mayRest({ kind, id }: RestDocument): boolean {
    if (kind === 'answer') return true;
    const untouchedSince = Date.parse(this.#clock.now()) - this.#policy.untouchedMs;
    if (kind !== 'order') return this.#recordMayRest(kind, this.#records.of(kind).peek(id as never), untouchedSince);
    const order = id as OrderNumber;
    return (
      bearsItsMonth(order) &&
      this.#isSettled(order, untouchedSince) &&
      allRecordKinds.every((each) => this.#allMayRest(each, order, untouchedSince))
    );
  }

  #allMayRest<Kind extends RecordKind>(kind: Kind, order: OrderNumber, untouchedSince: number): boolean {
    const records = this.#records.of(kind).peekOfOrder(order);
    return records.every((record) => this.#recordMayRest(kind, record, untouchedSince));
  }

  #recordMayRest<Kind extends RecordKind>(kind: Kind, record: RecordOf<Kind> | null, untouchedSince: number): boolean {
    // The worklist looks at all holds there are, all day long.
    if (record === null || kind === 'hold' || !isUntouched(record, untouchedSince)) return false;
    const orders = definitionOf(kind).orders(record.state);
    return (
      this.#hasEnded(kind, record.state, orders) && orders.every((order) => this.#isSettled(order, untouchedSince))
    );
  }

  /** By itself, whatever becomes of its orders. */
  #hasEnded<Kind extends RecordKind>(kind: Kind, state: StateOf<Kind>, orders: readonly OrderNumber[]): boolean {
    if (isSideRecordKind(kind)) return isOver(kind, (state as StateOf<SideRecordKind>).status);
    if (kind !== 'shipment') return orders.length > 0; // money that went to no order yet
    const countedAt = this.#records.demand.countedAt();
    return countedAt === null || (state as Shipment).shipped.at <= countedAt;
  }

  /** Its life is over and it takes nothing from the stock book. At rest, it was found so before. */
  #isSettled(number: OrderNumber, untouchedSince: number): boolean {
    const order = this.#records.of('order').peek(number);
    if (order === null) return this.#records.resting.has({ kind: 'order', id: number });
    return (
      this.#policy.isOver(order.state.status) &&
      isUntouched(order, untouchedSince) &&
      this.#records.demand.isFree(number)
    );
  }
}

const isSideRecordKind = (kind: RecordKind): kind is SideRecordKind =>
  (sideRecordKinds as readonly RecordKind[]).includes(kind);

function isUntouched({ events }: RecordOf<RecordKind>, since: number): boolean {
  const last = events.at(-1);
  return last !== undefined && Date.parse(last.at) <= since;
}
