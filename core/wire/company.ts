import { z } from 'zod';
import { compare, type Decimal } from '../value/decimal.ts';
import { decimal, seen } from './values.ts';

const one = '1' as Decimal;
const zero = '0' as Decimal;
/** '' = not set: papers leave it out. */
const line = (most: number) => seen.trim().max(most);

/**
 * What a company may set of itself (core/policy/company.ts); the same shape is read and written. Its currency and time zone
 * are not here: what is recorded is in them. How it works is its policy (policy.ts).
 */
export const companyLetterhead = z.strictObject({
  name: line(100).min(1),
  nameEnglish: line(100),
  address: line(200),
  phone: line(60),
  email: line(100).refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'email'),
  taxNumber: line(40),
  bank: z
    .strictObject({ name: line(100), account: line(60) })
    .refine(({ name, account }) => account === '' || name !== '', { path: ['name'], error: 'bank' })
    .refine(({ name, account }) => name === '' || account !== '', { path: ['account'], error: 'bank' }),
  /** A fraction: "0.13" = 13 %. */
  taxRate: decimal.refine((rate) => compare(rate, zero) >= 0 && compare(rate, one) <= 0, 'tax-rate'),
});
export type CompanyLetterhead = z.output<typeof companyLetterhead>;
