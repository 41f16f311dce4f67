/**
 * How much of the torture is done: `quick` is inside `npm test` and draws a sample, by the seed; `full` leaves nothing out.
 * Set by run.ts.
 */
export const isFull = process.env.TORTURE === 'full';
/** Says which sample, which moments to kill at, what survives a power failure. */
export const seed = Number(process.env.TORTURE_SEED ?? 20_261_122);

/** Of two numbers the one for this run. */
export const scaled = (quick: number, full: number): number => (isFull ? full : quick);

/** Numbers from 0 up to 1, the same for the same seed and purpose (mulberry32). */
export function randomOf(purpose: string): () => number {
  let state = seed ^ [...purpose].reduce((hash, letter) => Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0), 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every point from 1 to `last` in a full run; else about `atMost` of them, evenly apart from a start that the seed draws. */
export function points(last: number, atMost: number, purpose: string): readonly number[] {
  const step = isFull ? 1 : Math.max(1, Math.floor(last / atMost));
  const start = 1 + Math.floor(randomOf(purpose)() * step);
  return Array.from({ length: Math.ceil((last - start + 1) / step) }, (_, index) => start + index * step);
}
