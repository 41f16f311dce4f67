import { reallocators } from '../policy/reallocators.ts';
import { roles as allRoles, type Role } from '../policy/roles.ts';
import type { ShipmentCommandType } from '../shipment/command.ts';
import type { OrderCommandType } from './command.ts';
import type { OrderStatus } from './status.ts';

/** Every command of the lifecycle, whichever record it is written to. */
export type LifecycleCommand = OrderCommandType | ShipmentCommandType;

/** One door of the lifecycle (docs/lifecycle.md). Guards that need more than this are in decide/. */
export interface Transition {
  /** Row of the lifecycle table; a letter after the number is a variant of that row. */
  readonly row: string;
  /** null = no command: it follows at once from what is recorded. */
  readonly command: LifecycleCommand | null;
  /** 'none' = there is no order yet. */
  readonly from: readonly (OrderStatus | 'none')[];
  /** Several when the way of posting or quantities decide (part of the lines shipped, or all); 'same' = it stays. */
  readonly to: readonly OrderStatus[] | 'same';
  readonly roles: readonly Role[];
  readonly reasonRequired: boolean;
  /** The guard in words, for docs/lifecycle.md. */
  readonly guard: string;
}

const clerks = ['sales', 'order-desk', 'order-desk-head'] as const satisfies readonly Role[];
/** Whoever the customer's papers reach. */
const attachers = [...clerks, 'documents'] as const satisfies readonly Role[];
const orderDesk = ['order-desk', 'order-desk-head'] as const satisfies readonly Role[];
const approvers = [
  'order-desk-head',
  'sales-manager',
  'director',
  'general-manager',
] as const satisfies readonly Role[];
/** Whoever the policy may name to sign (core/policy/settings/reviewers.ts); the plan says who does. An auditor looks on. */
const reviewers: readonly Role[] = allRoles.filter((role) => role !== 'administrator' && role !== 'auditor');
/** Who writes down when goods that aren't in stock will be there. */
const suppliers = ['production-head', 'purchasing'] as const satisfies readonly Role[];
/** Who reads what a bank promises. */
const creditReaders = [
  'documents',
  'finance-clerk',
  'finance-manager',
  'sales-manager',
] as const satisfies readonly Role[];
const canceller = ['sales-manager', 'director', 'general-manager'] as const satisfies readonly Role[];
/** Confirmed, and something of it may still be to come: it holds goods, or lacks them. */
const holdsGoods = [
  'to-confirm',
  'awaiting-countersign',
  'to-supply',
  'in-supply',
  'to-ship',
  'part-shipped',
] as const satisfies readonly OrderStatus[];

/** The lifecycle as data: decide, the greyed-out buttons, the documentation and its tests all read this one table. */
export const transitions = [
  {
    row: '1',
    command: 'post-order',
    from: ['none'],
    to: ['draft', 'in-review'],
    roles: clerks,
    reasonRequired: false,
    guard: 'rows without error; order key not seen before; in review when submitted with the posting',
  },
  {
    row: '1a',
    command: 'save-draft',
    from: ['none', 'draft', 'in-review'],
    to: ['draft'],
    roles: clerks,
    reasonRequired: false,
    guard:
      'rows with errors, saved on purpose: a number is used and the findings are kept with them; the customer is known; not submitted before they are posted without error',
  },
  {
    row: '1b',
    command: 'post-order',
    from: ['draft', 'in-review'],
    to: ['draft', 'in-review'],
    roles: clerks,
    reasonRequired: false,
    guard:
      'order key known, other content: the order is edited and must be submitted afresh, or refused if the sender takes it for a new one; same content: nothing new',
  },
  {
    row: '2',
    command: 'submit-order',
    from: ['draft'],
    to: ['in-review'],
    roles: clerks,
    reasonRequired: false,
    guard: 'a posted order has no error; its customer is not long overdue; who must sign is worked out and recorded',
  },
  {
    row: '3',
    command: 'void-order',
    from: ['draft', 'in-review'],
    to: ['void'],
    roles: orderDesk,
    reasonRequired: true,
    guard: 'nothing left in an emergency; the number stays used',
  },
  {
    row: '4',
    command: 'ask-question',
    from: ['in-review'],
    to: ['draft'],
    roles: reviewers,
    reasonRequired: true,
    guard:
      'the question is the reason; the time to answer is still to come, by the policy unless said; handed in again, the order is signed anew',
  },
  {
    row: '4a',
    command: 'ask-customer',
    from: ['in-review'],
    to: 'same',
    roles: reviewers,
    reasonRequired: false,
    guard: 'by whoever must sign, with a time to answer; the clock of the review stands still until then',
  },
  {
    row: '4b',
    command: 'record-answer',
    from: ['in-review'],
    to: 'same',
    roles: clerks,
    reasonRequired: false,
    guard: 'in his words, once, with who said so; not before it was asked nor in the future',
  },
  {
    row: '4c',
    command: 'sign-off',
    from: ['in-review'],
    to: 'same',
    roles: reviewers,
    reasonRequired: false,
    guard:
      'a step of the plan whose turn it is, by one of its levels, for the content as it is; objections, conditions and a yes in spite of the figures in writing; not who asked or last edited',
  },
  {
    row: '5',
    command: 'approve-order',
    from: ['in-review'],
    to: ['to-confirm'],
    roles: approvers,
    reasonRequired: false,
    guard:
      'signs what waits for this actor; then every step is signed and every question answered, by what price, credit and stock are now; not who asked or last edited (alone in the office: with a reason); no hold on confirming; goods for every line are there by its date, and held',
  },
  {
    row: '6',
    command: 'issue-letter',
    from: ['to-confirm'],
    to: ['awaiting-countersign'],
    roles: orderDesk,
    reasonRequired: false,
    guard: 'every line has a date to promise; no hold on confirming',
  },
  {
    row: '6a',
    command: 'correct-letter',
    from: ['awaiting-countersign'],
    to: ['in-review'],
    roles: orderDesk,
    reasonRequired: true,
    guard: 'the letter came back with corrections; the reservation is given back, and the order signed anew',
  },
  {
    row: '6b',
    command: 'issue-letter',
    from: ['awaiting-countersign'],
    to: ['awaiting-countersign'],
    roles: orderDesk,
    reasonRequired: false,
    guard: 'renewed: the next revision, with a validity of its own',
  },
  {
    row: '6c',
    command: 'release-reservation',
    from: ['awaiting-countersign'],
    to: ['in-review'],
    roles: orderDesk,
    reasonRequired: false,
    guard: 'the last day for which the goods are held is over; they are free again, and the order is signed anew',
  },
  {
    row: '6d',
    command: 'record-sending',
    from: ['awaiting-countersign'],
    to: 'same',
    roles: orderDesk,
    reasonRequired: false,
    guard: 'how the letter went, and where to',
  },
  {
    row: '6e',
    command: 'record-arrival',
    from: ['awaiting-countersign'],
    to: 'same',
    roles: orderDesk,
    reasonRequired: false,
    guard: 'the customer has it and can read it; once, after it was issued',
  },
  {
    row: '6f',
    command: 'reject-copy',
    from: ['awaiting-countersign'],
    to: 'same',
    roles: orderDesk,
    reasonRequired: true,
    guard: 'a copy that came back unsigned, unreadable or incomplete; it is asked for again',
  },
  {
    row: '7',
    command: 'record-countersign',
    from: ['awaiting-countersign'],
    to: ['to-supply', 'to-ship', 'part-shipped', 'shipped', 'received'],
    roles: orderDesk,
    reasonRequired: false,
    guard:
      'the copy is back, not before the letter was issued; promised dates move by the days it was late, except class A',
  },
  {
    row: '7a',
    command: 'release-order',
    from: ['awaiting-countersign'],
    to: ['to-supply', 'to-ship', 'part-shipped', 'shipped', 'received'],
    roles: orderDesk,
    reasonRequired: false,
    guard: 'class A customer: supplied before the copy is back; no hold on confirming',
  },
  {
    row: '7b',
    command: 'record-countersign',
    from: ['to-supply', 'in-supply', 'to-ship', 'part-shipped', 'shipped', 'received'],
    to: 'same',
    roles: orderDesk,
    reasonRequired: false,
    guard: 'class A: the copy still owed comes back, once; dates stay',
  },
  {
    row: '7c',
    command: 'record-letter-of-credit',
    from: ['to-confirm', 'awaiting-countersign', 'to-supply', 'in-supply', 'to-ship', 'part-shipped'],
    to: 'same',
    roles: ['documents', 'finance-clerk', 'finance-manager', 'order-desk', 'order-desk-head'],
    reasonRequired: false,
    guard: 'the terms ask for one; in the order’s currency, its days in order; recorded again, it is examined again',
  },
  {
    row: '7d',
    command: 'examine-letter-of-credit',
    from: ['to-confirm', 'awaiting-countersign', 'to-supply', 'in-supply', 'to-ship', 'part-shipped'],
    to: 'same',
    roles: creditReaders,
    reasonRequired: false,
    guard: 'by two people, each once (alone in the office: with a reason); what is wrong with it in writing',
  },
  {
    row: '7e',
    command: 'allow-production',
    from: ['to-confirm', 'awaiting-countersign', 'to-supply', 'in-supply', 'part-shipped'],
    to: 'same',
    roles: ['sales-manager', 'director', 'general-manager'],
    reasonRequired: true,
    guard:
      'open account abroad, D/A, D/P, or a letter of credit that came late: nothing else asks for a manager’s word',
  },
  {
    row: '8',
    command: 'begin-supply',
    from: ['to-supply', 'in-supply'],
    to: ['in-supply'],
    roles: suppliers,
    reasonRequired: false,
    guard:
      'lines that are made or bought; with the date production or purchasing writes down, not in the past nor before the material is complete; the prepayment the terms ask for is in; abroad, a letter of credit in time and examined, or a manager’s word; no hold on producing or purchasing',
  },
  {
    row: '8a',
    command: 'report-supply',
    from: ['in-supply', 'to-ship', 'part-shipped'],
    to: 'same',
    roles: ['production', ...suppliers],
    reasonRequired: false,
    guard: 'of lines that have begun; each quantity above 0 and at most what is still to come and the tolerance',
  },
  {
    row: '8b',
    command: 'begin-supply',
    from: ['part-shipped'],
    to: 'same',
    roles: suppliers,
    reasonRequired: false,
    guard: 'as row 8; other lines have left already',
  },
  {
    row: '9',
    command: 'release-quality',
    from: ['in-supply'],
    to: ['in-supply', 'to-ship'],
    roles: ['quality', 'warehouse'],
    reasonRequired: false,
    guard: 'each quantity above 0 and at most what was reported; to ship when all that is open may leave',
  },
  {
    row: '9a',
    command: 'release-quality',
    from: ['to-ship', 'part-shipped'],
    to: 'same',
    roles: ['quality', 'warehouse'],
    reasonRequired: false,
    guard: 'as row 9; other lines have left already, or more was made than ordered',
  },
  {
    row: '9b',
    command: 'request-shipping',
    from: ['to-supply', 'in-supply', 'to-ship', 'part-shipped'],
    to: 'same',
    roles: clerks,
    reasonRequired: false,
    guard:
      'each quantity above 0, and with what was asked for and hasn’t left no more than is open; not for a day that is over',
  },
  {
    row: '10',
    command: 'ship-goods',
    from: ['to-supply', 'in-supply', 'to-ship', 'part-shipped'],
    to: ['part-shipped', 'shipped'],
    roles: ['shipper', 'warehouse'],
    reasonRequired: false,
    guard:
      'each quantity above 0, at most what is open and the tolerance, and released where it is made or bought, the excess too; from stock on hand, the excess nobody else’s; one customer; his terms, debts and limit let them, or finance does; no hold on shipping; model, quantity, batch, address and consignee rechecked by somebody else than who ships (alone in the office by himself); asked for, where the policy wants a shipping request; a letter of credit the terms name is good',
  },
  {
    row: '11',
    command: 'ship-emergency',
    from: ['to-confirm', 'awaiting-countersign'],
    to: 'same',
    roles: ['service-supervisor', 'director', 'general-manager'],
    reasonRequired: true,
    guard:
      'as row 10, ahead of letter and money; the papers are to be in within the working days the policy says; no hold',
  },
  {
    row: '11a',
    command: 'ship-emergency',
    from: ['to-supply', 'in-supply', 'to-ship', 'part-shipped'],
    to: ['part-shipped', 'shipped'],
    roles: ['service-supervisor', 'director', 'general-manager'],
    reasonRequired: true,
    guard: 'as row 10, ahead of the money',
  },
  {
    row: '10a',
    command: 'allow-shipping',
    from: ['to-supply', 'in-supply', 'to-ship', 'part-shipped'],
    to: 'same',
    roles: ['finance-manager', 'general-manager'],
    reasonRequired: true,
    guard: 'for the next goods that leave, in spite of what is unpaid',
  },
  {
    row: '12',
    command: 'record-receipt',
    from: ['shipped'],
    to: ['to-ship', 'part-shipped', 'shipped', 'received'],
    roles: orderDesk,
    reasonRequired: false,
    guard:
      'per shipment, once; not before it left; at most what it brought is refused at the door, and open again; received when every line has arrived',
  },
  {
    row: '12a',
    command: 'record-receipt',
    from: ['part-shipped'],
    to: ['to-supply', 'in-supply', 'to-ship', 'part-shipped'],
    roles: orderDesk,
    reasonRequired: false,
    guard: 'per shipment, once; not before it left; the rest is still to ship',
  },
  {
    row: '12b',
    command: 'record-receipt',
    from: ['in-review', 'to-confirm', 'awaiting-countersign'],
    to: 'same',
    roles: orderDesk,
    reasonRequired: false,
    guard: 'of goods that left in an emergency',
  },
  {
    row: '14',
    command: null,
    from: ['received'],
    to: ['completed'],
    roles: [],
    reasonRequired: false,
    guard: 'all lines received and the countersigned copy back',
  },
  {
    row: '15',
    command: 'close-order',
    from: ['completed'],
    to: ['closed'],
    roles: ['finance-clerk', 'finance-manager'],
    reasonRequired: false,
    guard:
      'paid or written off, invoiced, no change request, return or complaint open, no hold on closing; samples and internal orders are neither paid nor invoiced',
  },
  {
    row: '16',
    command: 'archive-order',
    from: ['closed'],
    to: ['archived'],
    roles: ['archivist'],
    reasonRequired: false,
    guard: 'with the month it was closed in; every paper issued for it is filed',
  },
  {
    row: '17',
    command: 'sign-destruction',
    from: ['archived'],
    to: ['archived', 'destroyed'],
    roles: ['general-manager', 'archivist', 'finance-manager', 'auditor', 'director'],
    reasonRequired: true,
    guard:
      'the years of keeping are over, no hold, no debt; each person and each role once; destroyed when all the policy names have signed',
  },
  {
    row: 'O',
    command: 'assign-order',
    from: [
      'draft',
      'in-review',
      'to-confirm',
      'awaiting-countersign',
      'to-supply',
      'in-supply',
      'to-ship',
      'part-shipped',
      'shipped',
      'received',
      'completed',
    ],
    to: 'same',
    roles: ['order-desk-head', 'service-supervisor'],
    reasonRequired: true,
    guard: 'to somebody who works here, or to a role; not to whom it belongs already',
  },
  {
    row: 'A',
    command: 'reallocate-goods',
    from: holdsGoods,
    to: holdsGoods,
    roles: reallocators,
    reasonRequired: true,
    guard:
      'goods held for a line go to one of another order that is approved with it, in one transaction; at most what is held and what the other lacks; the line that loses them gets a later date, and its customer a notice',
  },
  {
    row: 'Aa',
    command: 'hold-again',
    from: holdsGoods,
    to: holdsGoods,
    roles: orderDesk,
    reasonRequired: false,
    guard: 'something open is not held; the goods for it are there by the date that counts for it',
  },
  {
    row: 'C',
    command: 'change-order',
    from: holdsGoods,
    to: [...holdsGoods, 'shipped', 'received', 'cancelled'],
    roles: ['order-desk', 'order-desk-head', 'sales-manager', 'finance-manager', 'general-manager'],
    reasonRequired: false,
    guard:
      'by a change request that comes into force with it; a larger debt beyond the credit limit has somebody to answer for it; goods for what it asks beyond what is held are there by the dates that count, and held; cancelled where that is what was asked, also once supply has begun',
  },
  {
    row: 'X',
    command: 'cancel-order',
    from: ['to-confirm', 'awaiting-countersign', 'to-supply', 'to-ship'],
    to: ['cancelled'],
    roles: canceller,
    reasonRequired: true,
    guard: 'nothing has left, nothing is being made or bought; what was reserved is free again',
  },
  {
    row: 'P',
    command: 'attach-paper',
    from: [
      'draft',
      'in-review',
      'to-confirm',
      'awaiting-countersign',
      'to-supply',
      'in-supply',
      'to-ship',
      'part-shipped',
      'shipped',
      'received',
      'completed',
      'closed',
    ],
    to: 'same',
    roles: attachers,
    reasonRequired: false,
    guard:
      "the customer's own papers: order, contract, licence; the file is stored; the same one as the same kind once",
  },
] as const satisfies readonly Transition[];

/** Doors that one command opens, in table order. */
export const doorsOf = (command: LifecycleCommand): readonly Transition[] =>
  (transitions as readonly Transition[]).filter((transition) => transition.command === command);
