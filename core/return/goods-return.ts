import type { OrderNumber, Stamp } from '../order/state.ts';
import type { Party } from '../record/party.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** "RT-202611-00002": a series of its own, of the month it is asked in, however old the order. */
export type ReturnNumber = string & { readonly returnNumber: true };

/** What the customer wants for the goods. Words: terms `returnKind.…`. */
export const returnKinds = ['return', 'exchange', 'repair'] as const;
export type ReturnKind = (typeof returnKinds)[number];

/** How goods that came back look. Words: terms `condition.…`. */
export const conditions = ['as-new', 'opened', 'used', 'damaged', 'defective', 'wrong-goods'] as const;
export type Condition = (typeof conditions)[number];

/** Goods of one order line. */
export interface ReturnLine {
  readonly order: OrderNumber;
  /** OrderLine.line */
  readonly line: number;
  readonly quantity: Decimal;
}
/** What became of one line at the door: what we accept, and what goes back to the customer as it came. */
export interface InspectedLine extends Omit<ReturnLine, 'quantity'> {
  readonly accepted: Decimal;
  readonly rejected: Decimal;
  readonly condition: Condition;
  readonly remark?: string;
}
/** Where accepted goods went: back into stock, to scrap, or mended for the customer. */
export interface DisposedLine extends Omit<ReturnLine, 'quantity'> {
  readonly restocked: Decimal;
  readonly scrapped: Decimal;
  readonly repaired: Decimal;
}

/** Goods a customer sends back (R43); why is in `asked.reason`. Its lines may be of several orders of one customer. */
export interface ReturnContent {
  readonly number: ReturnNumber;
  readonly kind: ReturnKind;
  readonly customerCode: string;
  readonly lines: readonly ReturnLine[];
  readonly asked: Stamp;
  readonly askedOn: PlainDate;
}
export interface ApprovedPart {
  readonly approved: Stamp;
}
export interface InspectedPart extends ApprovedPart {
  readonly inspection: {
    readonly arrivedOn: PlainDate;
    readonly lines: readonly InspectedLine[];
    /** Whose doing it was, as found. */
    readonly fault: Party;
    readonly inspected: Stamp;
  };
}
export interface DisposedPart extends InspectedPart {
  readonly disposition: { readonly lines: readonly DisposedLine[]; readonly disposed: Stamp };
  readonly refund?: Refund;
  readonly replacement?: Replacement;
  readonly handedBack?: HandedBack;
}
export interface Refund {
  readonly amount: Decimal;
  readonly currency: string;
  /** Credit note or payment order. */
  readonly paper: string;
  readonly refunded: Stamp;
}
export interface Replacement {
  /** The order that replaces the goods, linked to this return. */
  readonly order: OrderNumber;
  readonly replaced: Stamp;
}
export interface HandedBack {
  readonly on: PlainDate;
  readonly handedBack: Stamp;
}

export type AskedReturn = ReturnContent & { readonly status: 'asked' };
export type ApprovedReturn = ReturnContent & ApprovedPart & { readonly status: 'approved' };
export type InspectedReturn = ReturnContent & InspectedPart & { readonly status: 'inspected' };
export type DisposedReturn = ReturnContent & DisposedPart & { readonly status: 'disposed' };
/** The customer has what is due to him. */
export type SettledReturn = ReturnContent & DisposedPart & { readonly status: 'settled' };
/** Nothing of it was accepted. */
export type TurnedBackReturn = ReturnContent & InspectedPart & { readonly status: 'turned-back' };
export type RefusedReturn = ReturnContent & { readonly status: 'refused'; readonly refused: Stamp };
export type WithdrawnReturn = ReturnContent &
  Partial<ApprovedPart> & { readonly status: 'withdrawn'; readonly withdrawn: Stamp };

/** A return as its events tell it. The order, and its archive, stay as they are. */
export type GoodsReturn =
  | AskedReturn
  | ApprovedReturn
  | InspectedReturn
  | DisposedReturn
  | SettledReturn
  | TurnedBackReturn
  | RefusedReturn
  | WithdrawnReturn;
export type ReturnStatus = GoodsReturn['status'];
