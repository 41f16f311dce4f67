import type { OrderView } from '../../core/wire/order-views.ts';
import type { Fields } from './form/draft.ts';
import type { LineOffered } from './form/surroundings.ts';

/** Fields that name another order or line than the one on the page: to be asked. */
const askedAfterAll: Readonly<Record<string, readonly string[]>> = {
  'replace-return': ['order'],
  'move-allocation': ['order'],
};

/** What the page of an order knows of a record about it: filled in, never asked. */
export function knownOf(order: OrderView, command: string): Readonly<Record<string, unknown>> {
  const { number, customer, currency, revision } = order;
  const known = {
    order: number,
    orders: [number],
    customerCode: customer.code,
    currency,
    against: revision,
    ...(command === 'move-allocation' && { from: number }),
  };
  return Object.fromEntries(Object.entries(known).filter(([name]) => !askedAfterAll[command]?.includes(name)));
}

/** A record as its endpoint answers, whatever kind it is. */
export type RecordSeen = Readonly<Record<string, unknown>>;
interface Placed {
  readonly order: string;
  readonly line: number;
  readonly quantity?: string;
  readonly accepted?: string;
}
/** Goods that came back, or were invoiced: the record's own lines; null = it has none. */
const ownLines = (record: RecordSeen | null): readonly Placed[] | null =>
  Array.isArray(record?.lines) ? (record.lines as readonly Placed[]) : null;

/** What most times stands in a field: the day is today, what is open is paid, all that came back is taken in. */
export function usualOf(order: OrderView, command: string, today: string, record: RecordSeen | null): Fields {
  const open = order.payment?.open ?? '';
  const days = Object.fromEntries(['on', 'arrivedOn', 'receivedOn', 'issuedOn'].map((name) => [name, today]));
  const { inspection } = (record ?? {}) as { inspection?: { lines: readonly Placed[] } };
  switch (command) {
    case 'receive-payment':
      return { ...days, amount: open, allocations: [{ amount: open }] };
    case 'allocate-payment':
      return { ...days, allocations: [{ amount: open }] };
    case 'write-off-debt':
      return { amount: open };
    case 'inspect-return':
      return {
        ...days,
        lines: (ownLines(record) ?? []).map(({ quantity, ...at }) => ({
          ...placeOf(at),
          accepted: quantity ?? '',
          rejected: '0',
        })),
      };
    case 'dispose-return':
      return {
        lines: (inspection?.lines ?? []).map(({ accepted, ...at }) => ({
          ...placeOf(at),
          restocked: accepted ?? '',
          scrapped: '0',
          repaired: '0',
        })),
      };
    default:
      return days;
  }
}
const placeOf = ({ order, line }: Placed): Fields => ({ order, line: `${line}` });

/** The lines a form asks about: those of the record where it has its own, else the order's. */
export function linesOf(order: OrderView, record: RecordSeen | null): readonly LineOffered[] {
  const own = order.lines.map(({ line, itemCode, itemName }) => ({
    order: order.number,
    line,
    name: `${itemCode} ${itemName}`,
  }));
  return (
    ownLines(record)?.map(
      ({ order: number, line }) =>
        own.find((each) => number === each.order && line === each.line) ?? { order: number, line, name: number },
    ) ?? own
  );
}
