import type { CommandMeta } from '../order/command.ts';
import type { OrderNumber } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { ReportedRecheck } from './recheck.ts';
import type { Receipt, ShipmentLine, ShipmentNumber } from './shipment.ts';

/** So much of an order line, from one batch where the goods have batches; a line may be named once for each. */
export interface LeavingLine extends Pick<ShipmentLine, 'order' | 'line' | 'quantity'> {
  readonly batch?: string;
  /** By which paper goods of this very line were taken in that the stock sheet still expects. */
  readonly takenIn?: string;
}

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
        readonly lines: readonly LeavingLine[];
        readonly carrier?: string;
        readonly tracking?: string;
        readonly expectedArrival?: PlainDate;
        /** R38; nothing leaves without. */
        readonly recheck?: ReportedRecheck;
      }
    | ({ readonly type: 'record-receipt' } & Receipt)
  );
export type ShipmentCommandType = ShipmentCommand['type'];
