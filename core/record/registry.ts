import type { OrderEvent } from '../order/event.ts';
import { evolve } from '../order/evolve.ts';
import type { OrderNumber, OrderState } from '../order/state.ts';
import { evolvePaper, type Paper, type PaperEvent } from '../paper/paper.ts';
import { evolveShipment } from '../shipment/evolve.ts';
import type { Shipment, ShipmentEvent, ShipmentNumber } from '../shipment/shipment.ts';
import { type RecordDefinition, recordOf } from './record-definition.ts';

/**
 * Every kind of record there is (docs/adr/0012-record-registry-and-chain.md). A new kind is one entry here: the store
 * keeps, loads, chains and proves it from then on. The key stands in documents on disk and never changes.
 */
const recordKinds = {
  order: recordOf<OrderState, OrderEvent, OrderNumber>({
    folder: 'orders',
    series: 'SO',
    evolve,
    number: ({ number }) => number,
    orders: () => [],
    customer: ({ customer }) => customer.code,
  }),
  shipment: recordOf<Shipment, ShipmentEvent, ShipmentNumber>({
    folder: 'shipments',
    series: 'DN',
    evolve: evolveShipment,
    number: ({ number }) => number,
    orders: ({ lines }) => lines.map(({ order }) => order),
    customer: ({ customerCode }) => customerCode,
  }),
  paper: recordOf<Paper, PaperEvent, string>({
    folder: 'papers',
    series: null,
    evolve: evolvePaper,
    number: ({ paper }) => paper,
    orders: ({ orders }) => orders,
    customer: () => null,
  }),
};

type Definitions = typeof recordKinds;
export type RecordKind = keyof Definitions;
export type StateOf<Kind extends RecordKind> = ReturnType<Definitions[Kind]['evolve']>;
export type EventOf<Kind extends RecordKind> = Parameters<Definitions[Kind]['evolve']>[1];
export type NumberOf<Kind extends RecordKind> = ReturnType<Definitions[Kind]['number']>;

export const allRecordKinds = Object.keys(recordKinds) as readonly RecordKind[];

export const definitionOf = <Kind extends RecordKind>(
  kind: Kind,
): RecordDefinition<StateOf<Kind>, EventOf<Kind>, NumberOf<Kind>> =>
  // What the entry is, said in the words of its kind: TypeScript can't see that for a kind it doesn't know yet.
  recordKinds[kind] as unknown as RecordDefinition<StateOf<Kind>, EventOf<Kind>, NumberOf<Kind>>;

/**
 * The record that its events tell of. An empty stream is a broken invariant and throws, and so is one that tells of a
 * record of another name.
 */
export function replayRecord<Kind extends RecordKind>(
  kind: Kind,
  number: NumberOf<Kind>,
  events: readonly EventOf<Kind>[],
): StateOf<Kind> {
  const definition = definitionOf(kind);
  const record = events.reduce<StateOf<Kind> | null>((before, event) => definition.evolve(before, event), null);
  if (record === null) throw new Error(`${kind} ${number} has no events`);
  const told = definition.number(record);
  if (told !== number) throw new Error(`the events of ${kind} ${number} tell of ${told}`);
  return record;
}
