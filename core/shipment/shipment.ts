import type { Attachment } from '../attachment/attachment.ts';
import type { OrderNumber, Stamp } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Recheck } from './recheck.ts';

/** "DN-202611-00007", the delivery note's number: a series of its own. */
export type ShipmentNumber = string & { readonly shipmentNumber: true };

/** Goods that left together. A record of its own: its lines point to order lines, of several orders if need be. */
export interface Shipment {
  readonly number: ShipmentNumber;
  readonly customerCode: string;
  readonly lines: readonly ShipmentLine[];
  readonly shipped: Stamp;
  readonly shippedOn: PlainDate;
  readonly carrier?: string;
  readonly tracking?: string;
  readonly expectedArrival?: PlainDate;
  /** Who looked at the goods once more (R38); absent of what left before this was kept. */
  readonly recheck?: Recheck;
  /** Let go by a supervisor ahead of its papers (row 11, R36); they are to be in by that day. */
  readonly emergency?: { readonly papersBy: PlainDate };
  readonly received?: Stamp & Receipt;
}
/** What the signed receipt says (R42). */
export interface Receipt {
  readonly on: PlainDate;
  /** Not taken in at the door: it came back with the carrier, and is open again. One entry a line. */
  readonly refused?: readonly ShipmentLine[];
  /** What the customer objects to, in his words: a hold or a return follows. */
  readonly objection?: string;
  /** The signed receipt itself, as it was filed. */
  readonly copy?: Attachment;
}
export interface ShipmentLine {
  readonly order: OrderNumber;
  /** OrderLine.line */
  readonly line: number;
  readonly quantity: Decimal;
  /** Of goods the stock sheet expected by then, which had come (`takenIn`). */
  readonly inbound?: PlainDate;
  /** The paper 入库单 by which these were taken in. */
  readonly takenIn?: string;
  /** From which batches it was taken, as far as somebody said so. */
  readonly batches?: readonly BatchQuantity[];
}
export interface BatchQuantity {
  readonly batch: string;
  readonly quantity: Decimal;
}

interface GoodsShipped extends Omit<Shipment, 'shipped' | 'received'> {
  /** Kept once for a whole shipment; by line since. */
  readonly takenIn?: string;
}

/** What happened to a shipment, in the past tense. Papers have streams of their own. */
export type ShipmentEvent =
  | ({ readonly type: 'goods-shipped'; readonly shipment: GoodsShipped } & Stamp)
  | ({ readonly type: 'goods-received' } & Receipt & Stamp);
