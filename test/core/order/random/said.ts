import type { OrderEvent } from '../../../../core/order/event.ts';
import type { OrderStatus } from '../../../../core/order/status.ts';
import { type LifecycleCommand, type Transition, transitions } from '../../../../core/order/transitions.ts';

const signed = ['review-planned', 'step-signed'] as const;
const posted = ['order-posted', 'order-edited', 'order-submitted', 'review-planned'] as const;

/** What each command may say of the order; shipments say theirs in their own record. */
const sayings: Readonly<Record<LifecycleCommand, readonly OrderEvent['type'][]>> = {
  'post-order': posted,
  'save-draft': ['rows-saved'],
  'attach-paper': ['paper-attached'],
  'submit-order': ['order-submitted', 'review-planned'],
  'void-order': ['order-voided'],
  'assign-order': ['order-assigned'],
  'ask-question': ['question-asked'],
  'ask-customer': ['review-planned', 'customer-asked'],
  'record-answer': ['review-planned', 'answer-recorded'],
  'sign-off': signed,
  'approve-order': [...signed, 'order-approved'],
  'issue-letter': ['letter-issued'],
  'correct-letter': ['letter-corrected'],
  'release-reservation': ['reservation-released'],
  'record-sending': ['letter-sent'],
  'record-arrival': ['letter-arrived'],
  'reject-copy': ['copy-rejected'],
  'record-countersign': ['countersign-received'],
  'release-order': ['released-before-countersign'],
  'record-letter-of-credit': ['letter-of-credit-recorded'],
  'examine-letter-of-credit': ['letter-of-credit-examined'],
  'allow-production': ['production-allowed'],
  'begin-supply': ['supply-begun'],
  'report-supply': ['supply-reported'],
  'release-quality': ['quality-released'],
  'ship-goods': [],
  'ship-emergency': [],
  'record-receipt': [],
  'request-shipping': ['shipping-requested'],
  'allow-shipping': ['shipping-allowed'],
  'close-order': ['order-closed'],
  'archive-order': ['order-archived'],
  'sign-destruction': ['destruction-signed'],
  'reallocate-goods': ['goods-reallocated'],
  'hold-again': ['goods-held-again'],
  'change-order': ['order-changed', 'letter-issued', 'order-cancelled'],
  'cancel-order': ['order-cancelled'],
};

export const maySay = (command: LifecycleCommand | null, event: OrderEvent): boolean =>
  command !== null && sayings[command].includes(event.type);

/** A door from here to there by this command, or by it and the one that opens at once behind it. */
export function inTable(command: LifecycleCommand | null, from: OrderStatus | 'none', to: OrderStatus): boolean {
  return (transitions as readonly Transition[])
    .filter((door) => door.command === command && door.from.includes(from))
    .flatMap((door) => (door.to === 'same' ? [from as OrderStatus] : door.to))
    .some((reached) => reached === to || (command !== null && inTable(null, reached, to)));
}
