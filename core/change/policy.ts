import type { Role } from '../policy/roles.ts';
import type { DutyPolicy } from '../record/other-hands.ts';
import type { Decimal } from '../value/decimal.ts';
import type { ChangeKind } from './change-item.ts';
import type { Department } from './departments.ts';

/** What the company has settled about changes and cancellations (R31–R33). */
export interface ChangePolicy extends DutyPolicy {
  /** Policy 1: who may approve up to which order total (the larger of old and new, in the order's currency), rising. */
  readonly authority: readonly [ApprovalLevel, ...ApprovalLevel[]];
  /** The least that must approve closing a remainder (row 13) and cancelling what nobody has begun (row X). */
  readonly closesRemainder: Role;
  readonly cancels: Role;
  /** The least that lets more than a minor change through once supply has begun (R32). */
  readonly special: Role;
  /** Who must all sign when an order is cancelled that was begun (R33); one of each. */
  readonly settles: readonly (readonly Role[])[];
  readonly minor: MinorChange;
  /** Who assesses and co-signs which kind of change. */
  readonly departments: Readonly<Record<ChangeKind, readonly Department[]>>;
}

/** `upTo` null = without limit; the last level should have none. */
export interface ApprovalLevel {
  readonly role: Role;
  readonly upTo: Decimal | null;
}

/** What still counts as minor for a line whose supply has begun. */
export interface MinorChange {
  /** Kinds that never disturb what is being made. */
  readonly kinds: readonly ChangeKind[];
  /** Quantity up or down by no more than this share of the line, 0.05 = 5 %. */
  readonly quantityShare: Decimal;
  /** Whether a later date is minor; an earlier one never is. */
  readonly laterDate: boolean;
}

const decimal = (text: string): Decimal => text as Decimal;

/** docs/policy.md's defaults. */
export const standardChangePolicy: Omit<ChangePolicy, 'duties'> = {
  authority: [
    { role: 'order-desk-head', upTo: decimal('50000') },
    { role: 'sales-manager', upTo: decimal('200000') },
    { role: 'director', upTo: decimal('500000') },
    { role: 'general-manager', upTo: null },
  ],
  closesRemainder: 'sales-manager',
  cancels: 'sales-manager',
  special: 'director',
  settles: [['director', 'general-manager'], ['finance-manager']],
  minor: { kinds: ['line-price', 'delivery-address'], quantityShare: decimal('0.05'), laterDate: true },
  departments: {
    'line-quantity': ['production', 'purchasing', 'finance'],
    'line-item': ['production', 'purchasing', 'technical', 'finance'],
    'line-price': ['finance'],
    'line-date': ['production', 'purchasing'],
    'line-requirements': ['production', 'quality'],
    'delivery-address': ['warehouse'],
    'add-line': ['production', 'purchasing', 'finance'],
    'remove-line': ['production', 'purchasing', 'finance'],
    'close-remainder': ['production', 'purchasing', 'finance'],
    cancel: ['production', 'purchasing', 'finance'],
  },
};
