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

/** The roles a small office's daily work takes, from the sheet to the archive; whoever is alone has them all. */
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

/** Whoever sends a command; named by a token, never by the request itself. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}
