import { type Secret, secrets } from '../check/knowledge.ts';
import { type Role, roles } from './roles.ts';

/** Whoever works on orders; the administrator looks after users and settings. */
const orderReaders = roles.filter((role) => role !== 'administrator');

/**
 * What a role may do outside an order's own lifecycle (that is core/order/transitions.ts). Deny by default: an action that
 * isn't listed for a role is refused.
 */
export const permissions = {
  'orders.read': orderReaders,
  'orders.check': ['sales', 'order-desk', 'order-desk-head', 'service-supervisor', 'sales-manager'],
  /** Floor prices, costs and margins (R17). */
  'costs.read': [
    'purchasing',
    'sales-manager',
    'director',
    'general-manager',
    'finance-clerk',
    'finance-manager',
    'auditor',
  ],
  /** Credit limits, debts and open amounts of customers (R19). */
  'credit.read': [
    'order-desk-head',
    'sales-manager',
    'director',
    'general-manager',
    'finance-clerk',
    'finance-manager',
    'auditor',
  ],
  /** Tax invoices, and how far an order is invoiced (R44): who asks for one, files it, or closes the month. */
  'invoices.read': [
    'sales',
    'order-desk',
    'order-desk-head',
    'service-supervisor',
    'sales-manager',
    'director',
    'general-manager',
    'documents',
    'finance-clerk',
    'finance-manager',
    'archivist',
    'auditor',
  ],
  'orders.post': ['sales', 'order-desk', 'order-desk-head'],
  'papers.read': [
    'sales',
    'order-desk',
    'order-desk-head',
    'service-supervisor',
    'sales-manager',
    'director',
    'general-manager',
    'warehouse',
    'shipper',
    'documents',
    'finance-clerk',
    'finance-manager',
    'archivist',
    'auditor',
  ],
  /** What lies beside an order: who is asked to sign for a contract, a drawing or a licence reads it first (R11, R12). */
  'attachments.read': orderReaders,
  /** Files that come in: the customer's papers, countersigned copies, signed receipts (R3, R26, R42). */
  'papers.attach': ['sales', 'order-desk', 'order-desk-head', 'documents'],
  /** Whoever handles complaints or watches over them (R63); who made one, only an auditor sees (service/complaint/view.ts). */
  'complaints.read': [
    'sales',
    'order-desk',
    'order-desk-head',
    'service-supervisor',
    'sales-manager',
    'quality',
    'director',
    'finance-manager',
    'auditor',
  ],
  /** Somebody asks that his name be forgotten. */
  'people.erase': ['legal', 'auditor', 'administrator'],
  'books.publish': ['order-desk-head', 'sales-manager', 'administrator'],
  'reports.read': [
    'order-desk-head',
    'service-supervisor',
    'sales-manager',
    'director',
    'general-manager',
    'finance-manager',
    'archivist',
    'auditor',
  ],
  'users.manage': ['administrator'],
  /** A copy of everything, beside the data: on the server's own computer, where whoever may read it could read the data. */
  'backups.make': ['administrator'],
  'settings.manage': ['administrator', 'general-manager'],
  /** How the company works: limits, deadlines, who decides what (policy.ts). */
  'policy.change': ['director', 'general-manager', 'administrator'],
  /** Who would get scarce goods under another law: who answers for sales and may read orders, which it shows (R23, R66). */
  'priority.preview': ['sales-manager', 'director', 'general-manager'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export const may = (roles: readonly Role[], permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).some((role) => roles.includes(role));

/** What these roles may not see of what the checks know. */
export const secretsFrom = (roles: readonly Role[]): readonly Secret[] =>
  secrets.filter((secret) => !may(roles, `${secret}.read`));
