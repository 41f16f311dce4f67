import type { Locale } from '../../core/policy/locale.ts';
import { dailyRoles, roles } from '../../core/policy/roles.ts';
import { textsIn } from '../../locales/index.ts';
import type { Account } from '../ports.ts';

/**
 * One user for each role, those of the daily work first, named by the role: nobody's name is invented. An order may ask for any of
 * them, a signature under its supply or beyond the sales manager's authority, and must not get stuck for want of somebody.
 */
export const sampleUsers = (locale: Locale): readonly Account[] =>
  [...new Set([...dailyRoles, ...roles])].map((role) => ({
    id: role,
    name: textsIn(locale)(`terms:role.${role}`),
    roles: [role],
    locale,
  }));
