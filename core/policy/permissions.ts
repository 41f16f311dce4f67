import { type Role, roles } from './roles.ts';

/**
 * What a role may do outside an order's own lifecycle (that is core/order/transitions.ts). Deny by default: an action that
 * isn't listed for a role is refused.
 */
export const permissions = {
  /** Whoever works on orders; the administrator looks after users and settings. */
  'orders.read': roles.filter((role) => role !== 'administrator'),
  'orders.check': ['sales', 'order-desk', 'order-desk-head', 'service-supervisor', 'sales-manager'],
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
  'settings.manage': ['administrator', 'general-manager'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export const may = (roles: readonly Role[], permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).some((role) => roles.includes(role));
