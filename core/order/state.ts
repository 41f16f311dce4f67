import type { Attachment, CustomerPaper } from '../attachment/attachment.ts';
import type { CheckedLine, OrderCustomer } from '../check/checked-order.ts';
import type { Finding } from '../check/finding.ts';
import type { Role } from '../policy/roles.ts';
import type { ReviewState } from '../review/state.ts';
import type { Channel } from '../service/communication/communication.ts';
import type { ParsedOrder } from '../sheet/parsed-order.ts';
import type { Instant, PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { LetterOfCredit } from './letter-of-credit.ts';
import type { OrderType } from './order-type.ts';
import type { OrderOwner } from './owner.ts';
import type { ShippingRequest } from './shipping-request.ts';
import type { LineSupply } from './supply.ts';

/** "SO-202611-00042": continuous per month, voids kept, none reused (R4). */
export type OrderNumber = string & { readonly orderNumber: true };

/** What every order has from the moment it is posted. */
export interface OrderContent {
  readonly number: OrderNumber;
  /** Customer + the clerk's order text, scoped to the book: the same rows posted again find their order (X4). */
  readonly orderKey: string;
  /** Hash of what the rows said: same key, same content = nothing new. */
  readonly contentHash: string;
  /** Absent = a normal order. */
  readonly type?: OrderType;
  /** The clerk's own text (customer's PO number). */
  readonly key: string | null;
  readonly customer: OrderCustomer;
  readonly poNumber?: string;
  readonly currency: string;
  readonly orderDate?: PlainDate;
  readonly paymentTerms?: string;
  readonly deliveryMethod?: string;
  readonly salesperson?: string;
  readonly lines: readonly OrderLine[];
  readonly total: Decimal;
  readonly posted: Stamp;
  /** Who last changed the content; may not approve it (R62). */
  readonly lastEdited: Stamp;
  /** Who is responsible for it (R7); whoever entered it, where nothing else was recorded. */
  readonly owner: OrderOwner;
  /** Rounds that ended without a countersigned copy (6a, 6c), oldest first: they bind nobody, but revisions count on from them. */
  readonly earlier?: readonly EarlierRound[];
  /** The customer's own papers (R3), oldest first. */
  readonly attachments?: readonly (CustomerPaper & Stamp)[];
  /** Who had to sign it, and who did (R11–R13); absent before its first submission. */
  readonly review?: ReviewState;
  /** The promise of the customer's bank, where the terms ask for one (R30). */
  readonly letterOfCredit?: LetterOfCredit;
}

/** What the posted rows give; the rest of OrderContent is added by who posts and by later events. */
export type PostedContent = Omit<
  OrderContent,
  'posted' | 'lastEdited' | 'owner' | 'earlier' | 'attachments' | 'review' | 'letterOfCredit'
>;

/** What rows with errors give: whose they are, and what they say. */
export type SavedDraft = Pick<
  PostedContent,
  'number' | 'orderKey' | 'contentHash' | 'type' | 'key' | 'customer' | 'currency'
> &
  SavedRows;

/** An order that was confirmed and lettered, and whose letter came back corrected, or ran out and gave its goods back. */
export interface EarlierRound {
  readonly approved: Stamp;
  readonly letters: readonly [IssuedLetter, ...IssuedLetter[]];
  readonly corrected?: Stamp;
  readonly ranOut?: Stamp;
}

/** `line` = 1, 2, …; stays the line's name for ever. */
export interface OrderLine extends CheckedLine {
  readonly line: number;
}

/** Who, when, why, by which policy. */
export interface Stamp {
  readonly at: Instant;
  readonly by: { readonly userId: string; readonly name: string };
  readonly reason?: string;
  /** The version of the company's policy; absent of what was decided before versions were kept. */
  readonly policy?: number;
}

/** What approval adds: the goods are promised, each quantity against the stock book. */
export interface Approved {
  readonly approved: Stamp;
  readonly reservations: readonly Reservation[];
  /** Lines that are made or bought for this order instead of taken from stock; absent = none. */
  readonly supply?: readonly LineSupply[];
  /** Lines that lost goods to another order, with their new dates (row A); the last one of a line counts. */
  readonly rescheduled?: readonly LineDate[];
  /** The last date the customer agreed to have each line by (agreed-arrival.ts); a line that isn't here has none. */
  readonly agreed: readonly LineDate[];
  /** A manager lets production begin for a customer abroad who is trusted, or whose credit came late (R30). */
  readonly productionAllowed?: Stamp & { readonly as: Role };
}
export interface LineDate {
  readonly line: number;
  readonly date: PlainDate;
}
export interface Reservation {
  readonly line: number;
  readonly itemCode: string;
  readonly quantity: Decimal;
}

/** What the first letter adds. The latest revision counts; those of earlier rounds are in `earlier`. */
export interface Lettered extends Approved {
  readonly letters: readonly [IssuedLetter, ...IssuedLetter[]];
}
export interface IssuedLetter {
  /** 1, 2, … */
  readonly revision: number;
  /** "SO-202611-00042-L1". */
  readonly paper: string;
  readonly issued: Stamp;
  readonly issuedOn: PlainDate;
  /** Promised completion per line (R28). */
  readonly promised: readonly LineDate[];
  readonly validUntil: PlainDate;
  /** Each time it went out, oldest first (R25). */
  readonly sent?: readonly (Stamp & LetterSending)[];
  /** The customer has it and can read it (R25). */
  readonly arrived?: Stamp & { readonly on: PlainDate };
  /** Copies that came back and don't count (R26), oldest first; what is wrong with them is the reason. */
  readonly defective?: readonly (Stamp & { readonly on: PlainDate })[];
}
/** How a letter went to the customer. */
export interface LetterSending {
  readonly channel: Channel;
  /** Address, number or person. */
  readonly to: string;
}

/** What opens the order for shipping: the countersigned copy, or class A (R67). */
export interface Released extends Lettered {
  readonly released: Stamp;
  /** The day the countersigned copy came back; absent while a class A order still owes it. */
  readonly countersignedOn?: PlainDate;
  /** The scanned copy, as it was filed (R26). */
  readonly copy?: Stamp & { readonly file: Attachment };
  /** R27: promised + days the copy came back late; a line that isn't here keeps its promise. */
  readonly postponed: readonly LineDate[];
  /** What the warehouse was asked to send (R36), oldest first. */
  readonly shippingRequests?: readonly ShippingRequest[];
  /** Finance let the next goods go in spite of what is unpaid (R37); the last one counts. */
  readonly shippingAllowed?: Stamp & { readonly as: Role };
}

/** `question`: what a reviewer wants to know, as the stamp's reason, and until when. */
export type Draft = OrderContent & {
  readonly status: 'draft';
  readonly question?: Stamp & { readonly replyBy?: Instant };
};
/**
 * Rows that were saved in spite of their errors (row 1a): a draft to everybody who looks, but of no order line. Nothing was
 * checked yet that a line could be made of, so it has none and no total; only rows posted without error make it a Draft.
 */
export type FaultyDraft = Omit<Draft, 'status' | 'lines'> & {
  readonly status: 'faulty';
  readonly lines: readonly never[];
} & SavedRows;
/** What the sheet said, and what was found wrong with it, figures left out that not everybody may see. */
export interface SavedRows {
  readonly rows: ParsedOrder;
  readonly findings: readonly Finding[];
}
export type InReview = OrderContent & { readonly status: 'in-review'; readonly submitted: Stamp };
export type ToConfirm = OrderContent & Approved & { readonly status: 'to-confirm' };
export type AwaitingCountersign = OrderContent & Lettered & { readonly status: 'awaiting-countersign' };
export type InExecution = OrderContent & Released & { readonly status: 'released' };
export type Closed = OrderContent & Released & { readonly status: 'closed'; readonly closed: Stamp };
export type Archived = OrderContent &
  Released & {
    readonly status: 'archived';
    readonly closed: Stamp;
    readonly archived: Stamp;
    /** Who has signed that it may be destroyed (row 17), each in one role. */
    readonly destruction?: readonly DestructionSignature[];
  };
/** What is left is who signed, and that it was there: numbers have no gaps. */
export type Destroyed = Omit<Archived, 'status' | 'destruction'> & {
  readonly status: 'destroyed';
  readonly destruction: readonly DestructionSignature[];
  readonly destroyed: Stamp;
};
export type DestructionSignature = Stamp & { readonly as: Role };
export type Void = OrderContent & { readonly status: 'void'; readonly voided: Stamp };
export type Cancelled = OrderContent & Partial<Released> & { readonly status: 'cancelled'; readonly cancelled: Stamp };

/** An order as its own events tell it. What has been shipped and received is in its shipments. */
export type OrderState =
  | Draft
  | FaultyDraft
  | InReview
  | ToConfirm
  | AwaitingCountersign
  | InExecution
  | Closed
  | Archived
  | Destroyed
  | Void
  | Cancelled;
