import { allRecordKinds, definitionOf, type RecordKind } from '../../core/record/registry.ts';
import { concernsMonth } from '../../core/report/concerns-month.ts';
import type { Month } from '../../core/value/date.ts';
import type { OrderWithRecords, RecordOf, RecordsByKind } from '../ports.ts';

/** Whether a month's report may need the order. */
export const concerns = ({ order, records }: OrderWithRecords, month: Month): boolean =>
  concernsMonth(
    {
      order: order.state,
      shipments: records.shipment.map(({ state }) => state),
      recorded: order.events.map(({ at }) => at),
    },
    month,
  );

/** The records that point at the orders: a shipment of goods of several orders is found once for each of them. */
export function eachOnce(orders: readonly OrderWithRecords[]): RecordsByKind {
  const ofKind = <Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[] => {
    const found = orders.flatMap(({ records }) => records[kind]) as readonly RecordOf<Kind>[];
    return [...new Map(found.map((record) => [definitionOf(kind).number(record.state), record])).values()];
  };
  return Object.fromEntries(allRecordKinds.map((kind) => [kind, ofKind(kind)])) as unknown as RecordsByKind;
}
