import { z } from 'zod';
import { roles as everyRole } from '../policy/roles.ts';
import { currency, locale, role, seen, timeZone } from './values.ts';

const password = z.string().min(8).max(200);
/** What a person is called and signs in by. */
const userName = seen.trim().min(1).max(60);

/** All that is asked of an office that starts its own book; the rest has usual values (core/policy/company-defaults.ts). */
export const companyStart = z.strictObject({
  name: seen.trim().min(1).max(100),
  /** Of its papers, and of its first user. */
  locale,
  currency,
  timeZone,
  userName,
  password,
});
export type CompanyStart = z.output<typeof companyStart>;

export const newUser = z.strictObject({
  /** Never changes; records name their user by it. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/)
    .meta({ description: 'small letters, digits, full stop, hyphen: "wang.fang"' }),
  name: userName,
  roles: z.array(role).min(1).max(everyRole.length),
  locale,
  password,
});
export type NewUser = z.output<typeof newUser>;

/** A user as others see him. */
export const user = z.object({ id: z.string(), name: z.string(), roles: z.array(role), locale });
export type User = z.output<typeof user>;
