import { z } from 'zod';
import { locales } from '../policy/locale.ts';
import { roles } from '../policy/roles.ts';
import { type Instant, isTimeZone, type PlainDate, parseDate, parseMonth } from '../value/date.ts';
import { type Decimal, parseDecimal } from '../value/decimal.ts';

/** The small shapes of the wire. Texts are bounded: a field is a cell's worth, never a book. */
export const text = z.string().max(1000);
export const shortText = z.string().min(1).max(200);
export const decimal = z
  .string()
  .max(40)
  .refine((value) => parseDecimal(value) !== null, 'decimal')
  .transform((value) => parseDecimal(value) as Decimal)
  .meta({ description: 'exact decimal as text, "1234.50"' });
export const date = z
  .string()
  .refine((value) => parseDate(value) !== null, 'date')
  .transform((value) => value as PlainDate)
  .meta({ description: 'calendar date, "2026-11-21"' });
export const month = z
  .string()
  .refine((value) => parseMonth(value) !== null, 'month')
  .meta({ description: '"2026-11"' });
export const instant = z.string().transform((value) => value as Instant);
export const locale = z.enum(locales);
export const role = z.enum(roles);
export const currency = z
  .string()
  .refine((code) => /^[A-Z]{3}$/.test(code), 'currency')
  .meta({ description: 'ISO 4217, "CNY"' });
export const timeZone = z
  .string()
  .max(100)
  .refine(isTimeZone, 'time-zone')
  .meta({ description: 'IANA name, "Asia/Shanghai"' });
