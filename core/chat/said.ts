/** How much a person should look: said outright, most likely meant, or a guess. */
export type Sureness = 'sure' | 'likely' | 'unsure';

/** Something a message says, and where: `from` up to `to`, in the message as it was pasted. */
export interface Said<Value> {
  readonly value: Value;
  readonly sure: Sureness;
  readonly from: number;
  readonly to: number;
}

/** A piece that was understood, and the text with nothing there any more: what is left is read by others, or kept as a remark. */
export interface Taken<Value> {
  readonly said: Said<Value>;
  readonly rest: string;
}

/** Stands where something was taken: no pattern reads across it, and no place moves. */
export const gap = '\ue000';

export const without = (text: string, from: number, to: number): string =>
  text.slice(0, from) + gap.repeat(to - from) + text.slice(to);

export const taken = <Value>(text: string, said: Said<Value>): Taken<Value> => ({
  said,
  rest: without(text, said.from, said.to),
});

/** The less sure of two. */
export const lessSure = (one: Sureness, other: Sureness): Sureness =>
  order.indexOf(one) > order.indexOf(other) ? one : other;
const order: readonly Sureness[] = ['sure', 'likely', 'unsure'];

export const movedBy = <Value>(by: number, said: Said<Value>): Said<Value> => ({
  ...said,
  from: said.from + by,
  to: said.to + by,
});
