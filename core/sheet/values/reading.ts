import type { UnreadableCell } from '../table.ts';

/** What came of reading a cell: nothing in it, a value, or something its field can't be read from. */
export type Reading<Value> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly problem: UnreadableCell['problem'] };

export const empty: Reading<never> = { kind: 'empty' };
export const value = <Value>(of: Value): Reading<Value> => ({ kind: 'value', value: of });
export const unreadable = (problem: UnreadableCell['problem']): Reading<never> => ({ kind: 'unreadable', problem });
