/** Numbers of a series that nothing bears: both ends included, from 1. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * The gaps of a continuous series (R4): what is missing of 1 … the highest number ever given out. Void records bear their
 * numbers too. A number borne twice isn't a gap. `highest`: the store's own count, which may be above every number there.
 */
export function gapsIn(numbers: readonly number[], highest: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let expected = 1;
  for (const number of [...numbers, highest + 1].sort((a, b) => a - b)) {
    if (number > expected) gaps.push({ from: expected, to: number - 1 });
    expected = Math.max(expected, number + 1);
  }
  return gaps;
}
