import type { OrderNumber, Stamp } from '../order/state.ts';
import type { Role } from '../policy/roles.ts';
import type { Party } from '../record/party.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { ChangeItem } from './change-item.ts';
import type { Revision } from './changeable-order.ts';
import type { Department } from './departments.ts';
import type { RedLineEntry } from './red-line.ts';

/** "CR-202611-00003": a series of its own. */
export type ChangeNumber = string & { readonly changeNumber: true };

/** Whose wish it is; of a customer's, the paper or message it came with. */
export type ChangeSource =
  | { readonly from: 'customer'; readonly paper?: string }
  | { readonly from: 'inside'; readonly department: Department | 'sales' };

/** What everybody must know of a change request 订单变更申请单 (R31), from the moment it is asked; why is in `asked.reason`. */
export interface ChangeContent {
  readonly number: ChangeNumber;
  readonly order: OrderNumber;
  readonly against: Revision;
  readonly source: ChangeSource;
  readonly items: readonly ChangeItem[];
  /** Who assesses and co-signs it, by the policy of the day it was asked. */
  readonly departments: readonly Department[];
  readonly asked: Stamp;
  readonly askedOn: PlainDate;
  /** The latest of each department. */
  readonly assessments: readonly Assessment[];
  readonly loss?: LossSettlement;
}

/** What a department says the change does. */
export interface Effect {
  /** What it costs us: material bought in vain, rework, overtime. */
  readonly costs: readonly CostLine[];
  /** What the customer pays on top; each becomes a line of the order. */
  readonly charges: readonly ChargeLine[];
  /** The earliest completion of lines whose date it moves. */
  readonly dates: readonly { readonly line: number; readonly date: PlainDate }[];
  /** Goods needed beyond those reserved (above zero) or no longer needed (below). */
  readonly stock: readonly { readonly itemCode: string; readonly quantity: Decimal }[];
  readonly statement: string;
}
export interface CostLine {
  readonly what: string;
  readonly amount: Decimal;
}
export interface ChargeLine extends CostLine {
  /** The fee's own article. */
  readonly itemCode: string;
}
export interface Assessment extends Effect {
  readonly department: Department;
  readonly assessed: Stamp;
}

/** Who bears what nobody pays for (R32); `basis`: the contract's clause or the agreement. */
export interface LossSettlement {
  readonly shares: readonly LossShare[];
  readonly basis: string;
  readonly settled: Stamp;
}
export interface LossShare {
  readonly party: Party;
  readonly amount: Decimal;
}

/** How the customer said yes in writing. Words: terms `agreement.…`. */
export const agreementForms = ['signed-form', 'new-order-paper', 'e-mail', 'chat'] as const;
export type AgreementForm = (typeof agreementForms)[number];

/** The customer's yes, and the departments' co-signing 会签 that follows it. */
export interface Agreement {
  readonly agreement: {
    readonly form: AgreementForm;
    readonly on: PlainDate;
    /** Reference of the paper or message that is kept. */
    readonly paper: string;
    readonly recorded: Stamp;
  };
  /** The latest of each department. */
  readonly signatures: readonly Signature[];
  /** Those in so far; more than one where several must sign. */
  readonly approvals: readonly Approval[];
}
export interface Signature {
  readonly department: Department;
  readonly agrees: boolean;
  readonly statement: string;
  readonly signed: Stamp;
}
export interface Approval {
  readonly as: Role;
  readonly approved: Stamp;
}

export type AskedChange = ChangeContent & { readonly status: 'asked' };
export type AssessedChange = ChangeContent & { readonly status: 'assessed' };
export type AgreedChange = ChangeContent & Agreement & { readonly status: 'agreed' };
export type CosignedChange = ChangeContent & Agreement & { readonly status: 'cosigned' };
export type ApprovedChange = ChangeContent & Agreement & { readonly status: 'approved' };
/** What it made of the order is kept with it: the order moves on, the old content with it. */
export type ChangeInForce = ChangeContent &
  Agreement & {
    readonly status: 'in-force';
    readonly inForce: Stamp;
    readonly redLine: readonly RedLineEntry[];
  };
export type RefusedChange = ChangeContent &
  Partial<Agreement> & { readonly status: 'refused'; readonly refused: Stamp };
export type WithdrawnChange = ChangeContent &
  Partial<Agreement> & { readonly status: 'withdrawn'; readonly withdrawn: Stamp };

/** A change request as its events tell it. A paper beside the order: it never holds the order up. */
export type ChangeRequest =
  | AskedChange
  | AssessedChange
  | AgreedChange
  | CosignedChange
  | ApprovedChange
  | ChangeInForce
  | RefusedChange
  | WithdrawnChange;
export type ChangeStatus = ChangeRequest['status'];
