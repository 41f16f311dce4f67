import type { Role } from '../policy/roles.ts';
import type { HeldAction } from './hold.ts';

/** Why something is held, or what went wrong. Words: terms `holdReason.…`. */
export const holdReasons = [
  'credit',
  'payment',
  'customer-wish',
  'dispute',
  'documents',
  'order-error',
  'shortage',
  'production-delay',
  'logistics',
  'quality',
  'force-majeure',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** What the server asks again before a hold is released. */
export const releaseChecks = ['credit', 'stock'] as const;
export type ReleaseCheck = (typeof releaseChecks)[number];

export interface ReasonRule {
  readonly kind: 'hold' | 'exception';
  readonly owner: Role;
  /** What it blocks unless who raises it says otherwise. */
  readonly blocks: readonly HeldAction[];
}

/** The default of each reason (R46). */
export const reasonRules: Readonly<Record<HoldReason, ReasonRule>> = {
  credit: { kind: 'hold', owner: 'finance-manager', blocks: ['confirm', 'produce', 'purchase', 'ship'] },
  payment: { kind: 'hold', owner: 'finance-clerk', blocks: ['ship'] },
  'customer-wish': { kind: 'hold', owner: 'order-desk', blocks: ['produce', 'purchase', 'ship'] },
  dispute: { kind: 'hold', owner: 'service-supervisor', blocks: ['ship', 'invoice', 'close'] },
  documents: { kind: 'hold', owner: 'documents', blocks: ['ship'] },
  'order-error': { kind: 'exception', owner: 'order-desk-head', blocks: ['produce', 'purchase', 'ship', 'invoice'] },
  shortage: { kind: 'exception', owner: 'purchasing', blocks: [] },
  'production-delay': { kind: 'exception', owner: 'production-head', blocks: [] },
  logistics: { kind: 'exception', owner: 'warehouse', blocks: [] },
  quality: { kind: 'exception', owner: 'quality', blocks: ['ship'] },
  'force-majeure': { kind: 'exception', owner: 'sales-manager', blocks: [] },
};

export const isException = (reason: HoldReason): boolean => reasonRules[reason].kind === 'exception';
