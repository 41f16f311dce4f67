import type { Said, UnreadableCell } from '../table.ts';

/** What came of reading a cell: nothing in it, a value, or something its field can't be read from. */
export type Reading<Value> =
  | { readonly kind: 'empty'; readonly said?: Said }
  | { readonly kind: 'value'; readonly value: Value; readonly said?: Said }
  | { readonly kind: 'unreadable'; readonly problem: UnreadableCell['problem']; readonly choices?: readonly string[] };

export const empty: Reading<never> = { kind: 'empty' };

export const value = <Value>(of: Value, said: Said = {}): Reading<Value> =>
  Object.keys(said).length === 0 ? { kind: 'value', value: of } : { kind: 'value', value: of, said };

/** @param choices what the cell could mean, where that can be told */
export const unreadable = (problem: UnreadableCell['problem'], choices: readonly string[] = []): Reading<never> =>
  choices.length === 0 ? { kind: 'unreadable', problem } : { kind: 'unreadable', problem, choices };

/** The same change made to a value, or to each of the choices where there are several. */
export function change<Value extends string>(reading: Reading<Value>, to: (value: Value) => Value): Reading<Value> {
  if (reading.kind === 'value') return { ...reading, value: to(reading.value) };
  if (reading.kind === 'empty' || !reading.choices) return reading;
  return { ...reading, choices: reading.choices.map((choice) => to(choice as Value)) };
}
