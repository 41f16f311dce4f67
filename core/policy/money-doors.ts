import type { InvoiceCommandType } from '../invoice/command.ts';
import type { PaymentCommandType } from '../payment/command.ts';
import type { Role } from './roles.ts';

export type MoneyCommandType = PaymentCommandType | InvoiceCommandType;

/**
 * Who may do what with payments and invoices; guards that need more than this are beside each command. Who may
 * write off, the company's policy says (core/write-off/authority.ts).
 */
export interface MoneyDoor {
  readonly roles: readonly Role[];
  readonly reasonRequired: boolean;
}

const finance = ['finance-clerk', 'finance-manager'] as const satisfies readonly Role[];
const manager = ['finance-manager'] as const satisfies readonly Role[];

/** What was unpaid when the book began, is for whoever answers for the book. */
export const openingDoor: MoneyDoor = { roles: manager, reasonRequired: true };

export const moneyDoors = {
  'receive-payment': { roles: finance, reasonRequired: false },
  'allocate-payment': { roles: finance, reasonRequired: false },
  'release-allocation': { roles: finance, reasonRequired: true },
  'move-allocation': { roles: finance, reasonRequired: true },
  'refund-payment': { roles: manager, reasonRequired: true },
  'reverse-payment': { roles: finance, reasonRequired: true },
  'record-invoice': { roles: finance, reasonRequired: false },
  'reverse-invoice': { roles: finance, reasonRequired: true },
} as const satisfies Readonly<Record<MoneyCommandType, MoneyDoor>>;
