import type { SeriesKind } from '../order/number.ts';
import type { OrderNumber } from '../order/state.ts';

/** What the program must know of a kind of record to keep it, to find it and to prove its history. */
export interface RecordDefinition<State, Event extends { readonly type: string }, Number extends string> {
  /** Where its documents lie in the data folder: the plural. */
  readonly folder: string;
  /** "SO" for numbers like "SO-202611-00042", continuous per month (R4); null for records named after others. */
  readonly series: SeriesKind | null;
  /** The record after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
  evolve(record: State | null, event: Event): State;
  /**
   * What events are called now that were stored under another name. Stored events stay as they are, for they are chained; who
   * reads them reads them by the name of today (`presentEvent`).
   */
  readonly renamed?: Readonly<Record<string, Event['type']>>;
  /** The name of its stream, unique among all records. */
  number(record: State): Number;
  /** The orders it points at: it is found by them, and what they are worth to a reader may depend on it. */
  orders(record: State): readonly OrderNumber[];
  /** Other names it bears, unique among records of its kind, as numbers that others gave it; it keeps them for ever. */
  names?(record: State): readonly string[];
  /** Whose it is, as the customer book writes the code; null = nobody's. */
  customer(record: State): string | null;
}

/** Checks a definition and keeps its types exact. */
export const recordOf = <State, Event extends { readonly type: string }, Number extends string>(
  definition: RecordDefinition<State, Event, Number>,
): RecordDefinition<State, Event, Number> => definition;
