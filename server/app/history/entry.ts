import type { Stamp } from '../../../core/order/state.ts';
import type { Instant } from '../../../core/value/date.ts';

/** What the line in the history names: a paper, a record, a day, an amount. */
export type HistoryData = Readonly<Record<string, string>>;

/** Who did what, when and why; worded in locales/…/desk.json under `event.<type>`. */
export interface HistoryEntry {
  readonly at: Instant;
  /** Null = not for this reader to know. */
  readonly by: string | null;
  readonly type: string;
  readonly reason?: string;
  /** With the version of the policy it was decided under. */
  readonly data?: HistoryData;
}

type AnyEvent = Stamp & { readonly type: string };

/** What is said of each event of a kind of record. */
export type Tellings<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: (event: Extract<Event, { readonly type: Type }>) => HistoryData;
};

export function entryOf({ at, by, type, reason, policy }: AnyEvent, data: HistoryData): HistoryEntry {
  const all = { ...data, ...(policy === undefined ? {} : { policy: String(policy) }) };
  return {
    at,
    by: by.name,
    type,
    ...(reason === undefined ? {} : { reason }),
    ...(Object.keys(all).length === 0 ? {} : { data: all }),
  };
}

/** The event in the words of its own telling. */
export const told = <Event extends AnyEvent>(tellings: Tellings<Event>, event: Event): HistoryData =>
  // A telling by the event's own type takes the event; TypeScript doesn't follow the index.
  (tellings[event.type as Event['type']] as (event: Event) => HistoryData)(event);
