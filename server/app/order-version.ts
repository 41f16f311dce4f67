import type { OrderRecord, ShipmentRecord } from '../ports.ts';

/** Rises with each event of the order and of its shipments: what somebody saw of it has this version. */
export const versionOf = (order: OrderRecord, shipments: readonly ShipmentRecord[]): number =>
  shipments.reduce((total, { version }) => total + version, order.version);

/**
 * What happened since somebody saw the version, for his refusal: the events' types, oldest first, and who did the last of
 * them (the words are `version.stale_by`); nothing where he names a version there never was.
 */
export function changedSince(
  order: OrderRecord,
  shipments: readonly ShipmentRecord[],
  seen: number,
): Readonly<Record<string, string>> {
  const events = [...order.events, ...shipments.flatMap((shipment) => shipment.events)];
  const since = events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(seen);
  const last = since.at(-1);
  if (last === undefined) return {};
  return { changed: [...new Set(since.map(({ type }) => type))].join(' '), by: last.by.name, context: 'by' };
}
