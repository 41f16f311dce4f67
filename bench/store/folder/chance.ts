/** Repeatable chance: the same seed gives the same folder, everywhere. */
export interface Chance {
  /** 0 … sides − 1. */
  roll(sides: number): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  of<Item>(items: readonly Item[]): Item;
}

/** mulberry32, a generator of 32 bits whose low bits are as good as its high ones. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  return {
    roll,
    oneIn: (times) => roll(times) === 0,
    of: (items) => {
      const item = items[roll(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}
