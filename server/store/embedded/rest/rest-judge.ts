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

  /** Judges of this moment: as long as nothing is put into the records, or taken out. */
  judge(): (document: RestDocument) => boolean {
    const untouchedSince = Date.parse(this.#clock.now()) - this.#policy.untouchedMs;
    const judging = new Judging(this.#records, this.#policy, untouchedSince);
    return (document) => judging.mayRest(document);
  }
}

class Judging {
  readonly #records: Records;
  readonly #policy: RestPolicy;
  /** Milliseconds. */
  readonly #untouchedSince: number;
  readonly #countedAt: string | null;
  /** A month's invoice is asked about by each of its orders, and asks about all of them. */
  readonly #settled = new Map<OrderNumber, boolean>();
  readonly #verdicts = new Map<RecordOf<RecordKind>, boolean>();

  constructor(records: Records, policy: RestPolicy, untouchedSince: number) {
    this.#records = records;
    this.#policy = policy;
    this.#untouchedSince = untouchedSince;
    this.#countedAt = records.demand.countedAt();
  }

  mayRest({ kind, id }: RestDocument): boolean {
    if (kind === 'answer') return true;
    if (kind !== 'order') return this.#recordMayRest(kind, this.#records.of(kind).peek(id as never));
    const order = id as OrderNumber;
    return (
      bearsItsMonth(order) && this.#isSettled(order) && allRecordKinds.every((each) => this.#allMayRest(each, order))
    );
  }

  #allMayRest<Kind extends RecordKind>(kind: Kind, order: OrderNumber): boolean {
    return this.#records.of(kind).everyOfOrder(order, (record) => this.#recordMayRest(kind, record));
  }

  #recordMayRest<Kind extends RecordKind>(kind: Kind, record: RecordOf<Kind> | null): boolean {
    if (record === null) return false;
    const known = this.#verdicts.get(record);
    if (known !== undefined) return known;
    const orders = definitionOf(kind).orders(record.state);
    const mayRest = this.#hasEnded(kind, record, orders.length) && orders.every((order) => this.#isSettled(order));
    this.#verdicts.set(record, mayRest);
    return mayRest;
  }

  /** By itself, whatever becomes of its orders. */
  #hasEnded<Kind extends RecordKind>(kind: Kind, record: RecordOf<Kind>, orders: number): boolean {
    // The worklist looks at all holds there are, all day long.
    if (kind === 'hold' || !this.#isUntouched(record)) return false;
    if (isSideRecordKind(kind)) return isOver(kind, (record.state as StateOf<SideRecordKind>).status);
    if (kind !== 'shipment') return orders > 0; // else money that went to no order yet
    return this.#countedAt === null || (record.state as Shipment).shipped.at <= this.#countedAt;
  }

  /** Its life is over and it takes nothing from the stock book. At rest, it was found so before. */
  #isSettled(number: OrderNumber): boolean {
    const known = this.#settled.get(number);
    if (known !== undefined) return known;
    const order = this.#records.of('order').peek(number);
    const isSettled =
      order === null
        ? this.#records.resting.has({ kind: 'order', id: number })
        : this.#policy.isOver(order.state.status) &&
          this.#isUntouched(order) &&
          !this.#records.demand.takes(order.state);
    this.#settled.set(number, isSettled);
    return isSettled;
  }

  #isUntouched({ events }: RecordOf<RecordKind>): boolean {
    const last = events.at(-1);
    return last !== undefined && Date.parse(last.at) <= this.#untouchedSince;
  }
}

const isSideRecordKind = (kind: RecordKind): kind is SideRecordKind =>
  (sideRecordKinds as readonly RecordKind[]).includes(kind);
