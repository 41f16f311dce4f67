import { z } from 'zod';
import { locales } from '../policy/locale.ts';
import { roles } from '../policy/roles.ts';
import { longText, shortText as short } from '../sheet/longest.ts';
import { type Instant, isTimeZone, type PlainDate, parseDate, parseMonth } from '../value/date.ts';
import { type Decimal, parseDecimal } from '../value/decimal.ts';
import { withoutUnseen } from '../value/unseen.ts';
import { longestDecimal } from './limits.ts';

/** A text without what nobody sees, however long. */
export const seen = z.string().overwrite(withoutUnseen);

/**
 * What a text means to a screen where its shape doesn't say: the desk derives its forms from the schemas of commands, and what it
 * shows of a record from the answer's. Shapes made from these mean the same.
 */
export const inputKinds = z.registry<{ readonly kind: 'long-text' | 'decimal' | 'date' | 'moment' }>();

/** The small shapes of the wire. Texts are bounded: a field is a cell's worth, never a book. */
export const text = seen.max(longText).register(inputKinds, { kind: 'long-text' });
export const shortText = seen.min(1).max(short);
export const decimal = z
  .string()
  .max(longestDecimal)
  .refine((value) => parseDecimal(value) !== null, 'decimal')
  .transform((value) => parseDecimal(value) as Decimal)
  .meta({ description: 'exact decimal as text, "1234.50"' })
  .register(inputKinds, { kind: 'decimal' });
/** A figure the server has worked out: as long as it is. What was kept must be shown, or no list that holds it opens again. */
export const computed = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform((value) => value as Decimal)
  .meta({ description: 'exact decimal as text, "1234.50"' })
  .register(inputKinds, { kind: 'decimal' });
export const date = z
  .string()
  .refine((value) => parseDate(value) !== null, 'date')
  .transform((value) => value as PlainDate)
  .meta({ description: 'calendar date, "2026-11-21"' })
  .register(inputKinds, { kind: 'date' });
export const month = z
  .string()
  .refine((value) => parseMonth(value) !== null, 'month')
  .meta({ description: '"2026-11"' });
export const instant = z.iso
  .datetime()
  .transform((value) => value as Instant)
  .meta({ description: 'moment in UTC, "2026-11-21T08:30:00.000Z"' })
  .register(inputKinds, { kind: 'moment' });
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'on the office clock, "17:30"' });
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the bytes, hexadecimal' });
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
