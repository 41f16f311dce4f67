import type { Shipment } from '../shipment/shipment.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, isZero } from '../value/decimal.ts';
import { awaitedAbroad } from './export-door.ts';
import { type LineProgress, progressOf } from './progress.ts';
import { dateDue, letterInForce } from './promise.ts';
import { requestedOf } from './shipping-request.ts';
import type { OrderState } from './state.ts';
import { type LineSupply, supplyOf } from './supply.ts';
import type { LifecycleCommand } from './transitions.ts';

/** One door a confirmed order waits at, and the day its nearest line is due there. */
export interface Waiting {
  readonly command: LifecycleCommand;
  /** Absent where no day is fixed. */
  readonly due?: PlainDate;
}

/**
 * Everything a confirmed order waits for, line by line: supply to begin, to be reported, to be released; goods it gave away to
 * be held again; what is ready to leave; what left to be received; the copy a class A customer still owes. Each door once.
 */
export function waitingFor(order: OrderState, shipments: readonly Shipment[], ways: Ways): readonly Waiting[] {
  const lines = progressOf(order, shipments).filter(({ open }) => !isZero(open));
  const isRunning =
    order.status === 'to-confirm' || order.status === 'awaiting-countersign' || order.status === 'released';
  const abroad = isRunning && lines.length > 0 ? awaitedAbroad(order, ways.today) : null;
  const onTheWay = shipments.filter(({ received }) => received === undefined);
  return [
    ...doors.flatMap(({ command, isAt, due }) => {
      const at = lines.flatMap((progress): readonly At[] => {
        const supply = supplyOf(order, progress.line);
        const at = { order, progress, supply, ways };
        return isAt(at) ? [at] : [];
      });
      return at.length === 0 ? [] : [waiting(command, at.map(due))];
    }),
    ...(onTheWay.length === 0
      ? []
      : [
          waiting(
            'record-receipt',
            onTheWay.map(({ expectedArrival }) => expectedArrival),
          ),
        ]),
    ...(abroad === null
      ? []
      : [
          waiting(
            abroad.opener,
            lines.map(({ line }) => dateDue(order, line)),
          ),
        ]),
    ...(owesCopy(order) ? [waiting('record-countersign', [letterInForce(order)?.issuedOn])] : []),
  ];
}

/** The day, and how the office works as far as its doors depend on it. */
export interface Ways {
  readonly today: PlainDate;
  /** Goods leave only after a shipping request (policy, R36). */
  readonly shippingRequest: boolean;
}

/** A line that is still open. */
interface At {
  readonly ways: Ways;
  readonly order: OrderState;
  readonly progress: LineProgress;
  readonly supply: LineSupply | undefined;
}

const dueOf = ({ order, progress }: At): PlainDate | undefined => dateDue(order, progress.line);
const isReleased = ({ status }: OrderState): boolean => status === 'released';

/** In the order the doors follow each other. */
const doors: readonly {
  readonly command: LifecycleCommand;
  isAt(at: At): boolean;
  due(at: At): PlainDate | undefined;
}[] = [
  {
    command: 'begin-supply',
    isAt: ({ order, supply }) => isReleased(order) && supply !== undefined && supply.readyOn === undefined,
    due: dueOf,
  },
  {
    command: 'report-supply',
    isAt: ({ order, progress, supply }) =>
      isReleased(order) && supply?.readyOn !== undefined && compare(supply.reported, progress.ordered) < 0,
    due: ({ supply }) => supply?.readyOn,
  },
  {
    command: 'release-quality',
    isAt: ({ order, supply }) => isReleased(order) && supply !== undefined && supply.released !== supply.reported,
    due: dueOf,
  },
  {
    command: 'hold-again',
    isAt: ({ order, progress, supply }) =>
      supply === undefined && compare(progress.reserved, progress.open) < 0 && isHeld(order, progress.line),
    due: dueOf,
  },
  {
    command: 'request-shipping',
    isAt: ({ order, progress, ways }) =>
      ways.shippingRequest && isReleased(order) && compare(requestedOf(order, progress), progress.ready) < 0,
    due: dueOf,
  },
  {
    command: 'ship-goods',
    isAt: ({ order, progress, ways }) =>
      isReleased(order) && !isZero(progress.ready) && !(ways.shippingRequest && isZero(requestedOf(order, progress))),
    due: dueOf,
  },
];

/** Promised from stock at all: what the stock book doesn't keep lacks nothing. */
const isHeld = (order: OrderState, line: number): boolean =>
  'reservations' in order && order.reservations?.some((each) => each.line === line) === true;

/** Released before the copy was back (row 7a). */
const owesCopy = (order: OrderState): boolean => order.status === 'released' && order.countersignedOn === undefined;

function waiting(command: LifecycleCommand, dates: readonly (PlainDate | undefined)[]): Waiting {
  const due = dates.filter((date) => date !== undefined).toSorted()[0];
  return { command, ...(due !== undefined && { due }) };
}
