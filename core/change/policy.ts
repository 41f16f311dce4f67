import type { PolicyInForce } from '../policy/in-force.ts';
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

/** What changes obey, out of the company's document and who works in its office. */
export const changePolicyOf = ({ approval, change, duties }: PolicyInForce): ChangePolicy => ({
  duties,
  authority: authorityOf(approval),
  closesRemainder: change.closesRemainder,
  cancels: change.cancels,
  special: change.special,
  settles: change.settles,
  minor: { kinds: undisturbing, quantityShare: change.minorQuantity, laterDate: change.laterDateIsMinor },
  departments,
});

function authorityOf({ byAmount, beyondAmount }: PolicyInForce['approval']): ChangePolicy['authority'] {
  const last = { role: beyondAmount, upTo: null };
  const [first, ...others] = byAmount;
  return first === undefined ? [last] : [first, ...others, last];
}

/** What the goods cost, where they come from and where they go never disturbs their making: that is no matter of policy. */
const undisturbing: MinorChange['kinds'] = ['line-price', 'line-address', 'line-source', 'delivery-address'];

/** By what a change is about (R31); which role speaks for a department: departments.ts. */
const departments: ChangePolicy['departments'] = {
  'line-quantity': ['production', 'purchasing', 'finance'],
  'line-item': ['production', 'purchasing', 'technical', 'finance'],
  'line-price': ['finance'],
  'line-date': ['production', 'purchasing'],
  'line-requirements': ['production', 'quality'],
  'line-address': ['warehouse'],
  'line-source': ['warehouse'],
  'delivery-address': ['warehouse'],
  'add-line': ['production', 'purchasing', 'finance'],
  'remove-line': ['production', 'purchasing', 'finance'],
  'close-remainder': ['production', 'purchasing', 'finance'],
  cancel: ['production', 'purchasing', 'finance'],
};
