import type { Locale } from '../../core/policy/locale.ts';
import type { Role } from '../../core/policy/roles.ts';
import { textsIn } from '../../locales/index.ts';
import type { Account } from '../ports.ts';

/** One user for each role the sample's daily work needs, named by the role: nobody's name is invented. */
const trial: readonly Role[] = [
  'order-desk',
  'order-desk-head',
  'sales',
  'sales-manager',
  'shipper',
  'finance-clerk',
  'archivist',
  'administrator',
];

export const sampleUsers = (locale: Locale): readonly Account[] =>
  trial.map((role) => ({ id: role, name: textsIn(locale)(`terms:role.${role}`), roles: [role], locale }));
