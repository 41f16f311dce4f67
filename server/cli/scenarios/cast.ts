import type { Locale } from '../../../core/policy/locale.ts';
import type { Role } from '../../../core/policy/roles.ts';
import { textsIn } from '../../../locales/index.ts';
import type { Account } from '../../ports.ts';

/** Who works in the office of the stories: each has one role and is called by it. */
export const castRoles = [
  'sales',
  'order-desk',
  'order-desk-head',
  'sales-manager',
  'director',
  'general-manager',
  'production',
  'production-head',
  'purchasing',
  'quality',
  'warehouse',
  'shipper',
  'finance-clerk',
  'finance-manager',
] as const satisfies readonly Role[];
export type CastRole = (typeof castRoles)[number];

/** Their names in one language: locales/…/scenario.json `name.<role>`. */
export const castOf = (locale: Locale): readonly Account[] =>
  castRoles.map((role) => ({ id: role, name: textsIn(locale)(`scenario:name.${role}`), roles: [role], locale }));
