/** Who works in the office (R62). Codes; their names in three languages are in locales/…/terms.json under roles. */
export const roles = [
  'sales',
  'order-desk',
  'order-desk-head',
  'service-supervisor',
  'sales-manager',
  'director',
  'general-manager',
  'production',
  'production-head',
  'purchasing',
  'quality',
  'technical',
  'legal',
  'warehouse',
  'shipper',
  'documents',
  'finance-clerk',
  'finance-manager',
  'archivist',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** The roles a small office's daily work takes, from the sheet to the archive. */
export const dailyRoles: readonly Role[] = [
  'order-desk',
  'order-desk-head',
  'sales',
  'sales-manager',
  'shipper',
  'finance-clerk',
  'archivist',
  'administrator',
];

/**
 * What whoever starts a company is: alone, one person signs in every second role too. All but the auditor, who watches over the
 * others and alone sees who made a complaint: that is never he who runs the house.
 */
export const founderRoles: readonly Role[] = roles.filter((role) => role !== 'auditor');

/** Whoever sends a command; named by a token, never by the request itself. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}
