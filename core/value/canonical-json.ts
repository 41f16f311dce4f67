import { isRecord } from './record.ts';

/**
 * JSON with sorted keys and without spaces: equal values give equal texts, whatever order their fields were set in.
 * For plain JSON values; absent (undefined) fields don't count.
 */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part));

const sorted = (object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
