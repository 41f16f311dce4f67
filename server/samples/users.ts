import type { Locale } from '../../core/policy/locale.ts';
import { dailyRoles } from '../../core/policy/roles.ts';
import { textsIn } from '../../locales/index.ts';
import type { Account } from '../ports.ts';

/** One user for each role of the daily work, named by the role: nobody's name is invented. */
export const sampleUsers = (locale: Locale): readonly Account[] =>
  dailyRoles.map((role) => ({ id: role, name: textsIn(locale)(`terms:role.${role}`), roles: [role], locale }));
