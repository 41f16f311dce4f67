import type { CommandMeta } from '../order/command.ts';
import type { OrderNumber } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { Receipt, ShipmentLine, ShipmentNumber } from './shipment.ts';

/** What somebody wants done with goods, in the imperative. */
export type ShipmentCommand = CommandMeta &
  (
    | {
        /** In an emergency goods go ahead of letter and money; the papers follow (row 11). */
        readonly type: 'ship-goods' | 'ship-emergency';
        /** The next of its series. */
        readonly number: ShipmentNumber;
        /** Ship everything that is open of this order; with lines named as well, both. */
        readonly order?: OrderNumber;
        readonly lines: readonly ShipmentLine[];
        readonly carrier?: string;
        readonly tracking?: string;
        readonly expectedArrival?: PlainDate;
        /** By which paper goods were taken in since they were counted. */
        readonly takenIn?: string;
      }
    | ({ readonly type: 'record-receipt' } & Receipt)
  );
export type ShipmentCommandType = ShipmentCommand['type'];
