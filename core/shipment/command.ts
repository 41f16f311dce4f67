import type { CommandMeta } from '../order/command.ts';
import type { PlainDate } from '../value/date.ts';
import type { ShipmentLine } from './shipment.ts';

export type ShipmentCommand = CommandMeta &
  (
    | {
        readonly type: 'ship-goods';
        /** Empty = everything that is open of `order`. */
        readonly lines: readonly ShipmentLine[];
        readonly carrier?: string;
        readonly tracking?: string;
        readonly expectedArrival?: PlainDate;
      }
    | { readonly type: 'record-receipt'; readonly on: PlainDate }
  );
