import { z } from 'zod';
import type { ChangeMeant } from './known-orders.ts';
import { mostNumbers } from './limits.ts';

/** Orders as their texts name them (core/wire/known-orders.ts), with commas between them, or none. */
export const changesMeant = z
  .string()
  .transform((text) => (text === '' ? [] : text.split(',')))
  .pipe(
    z
      .array(
        z
          .string()
          .regex(/^SO-\d{6}-\d{5,9}@\d{1,9}$/)
          .transform((text): ChangeMeant => {
            const [number = '', version] = text.split('@');
            return { number, version: Number(version) };
          }),
      )
      .max(mostNumbers),
  );
