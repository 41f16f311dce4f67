import type { OrderNumber } from '../../../../core/order/state.ts';
import {
  definitionOf,
  type EventOf,
  type NumberOf,
  type RecordKind,
  replayRecord,
  type StateOf,
} from '../../../../core/record/registry.ts';

/** A record as its rows have it, with what follows from them. */
export interface KeptRecord<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly number: NumberOf<Kind>;
  readonly version: number;
  readonly state: StateOf<Kind>;
  readonly events: readonly EventOf<Kind>[];
  /** One per event. */
  readonly hashes: readonly string[];
  readonly adopted: number;
  /** The orders it points at, its customer's code, its other names. */
  readonly orders: readonly OrderNumber[];
  readonly customer: string | null;
  readonly names: readonly string[];
}

/** @throws when the events can't be those of the record */
export function keptRecord<Kind extends RecordKind>(
  record: Pick<KeptRecord<Kind>, 'kind' | 'number' | 'events' | 'hashes' | 'adopted'>,
): KeptRecord<Kind> {
  const { kind, number, events } = record;
  const state = replayRecord(kind, number, events);
  const definition = definitionOf(kind);
  return {
    ...record,
    version: events.length,
    state,
    orders: [...new Set(definition.orders(state))],
    customer: definition.customer(state),
    names: definition.names?.(state) ?? [],
  };
}
