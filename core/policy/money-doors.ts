import type { InvoiceCommandType } from '../invoice/command.ts';
import type { PaymentCommandType } from '../payment/command.ts';
import type { WriteOffCommandType } from '../write-off/command.ts';
import type { Role } from './roles.ts';

export type MoneyCommandType = PaymentCommandType | WriteOffCommandType | InvoiceCommandType;

/** Who may do what with payments, write-offs and invoices; guards that need more than this are beside each command. */
export interface MoneyDoor {
  readonly roles: readonly Role[];
  readonly reasonRequired: boolean;
}

const finance = ['finance-clerk', 'finance-manager'] as const satisfies readonly Role[];
const manager = ['finance-manager'] as const satisfies readonly Role[];

export const moneyDoors = {
  'receive-payment': { roles: finance, reasonRequired: false },
  'allocate-payment': { roles: finance, reasonRequired: false },
  'release-allocation': { roles: finance, reasonRequired: true },
  'move-allocation': { roles: finance, reasonRequired: true },
  'refund-payment': { roles: manager, reasonRequired: true },
  'reverse-payment': { roles: finance, reasonRequired: true },
  /** How much: core/write-off/authority.ts. */
  'write-off-debt': { roles: [...finance, 'general-manager'], reasonRequired: true },
  'undo-write-off': { roles: [...manager, 'general-manager'], reasonRequired: true },
  'record-invoice': { roles: finance, reasonRequired: false },
  'reverse-invoice': { roles: finance, reasonRequired: true },
} as const satisfies Readonly<Record<MoneyCommandType, MoneyDoor>>;
