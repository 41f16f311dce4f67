/**
 * A pane and a server check again and again: what the first runs cost while they are compiled is no part of it. Three runs
 * at least, and short work for two seconds, for the engine compiles what is hot step by step.
 */
const warmUps = 3;
const warmUpMs = 2000;

/** How long the work takes: milliseconds, the median of `runs` after those that warm up. */
export async function medianMs(work: () => unknown, runs = 5): Promise<number> {
  const [median] = await mediansMs([work], runs);
  return median as number;
}

/**
 * The same for several pieces of work that are compared: they take turns, so that a machine that is busy for a while is
 * busy for all of them.
 */
export async function mediansMs(works: readonly (() => unknown)[], runs = 5): Promise<number[]> {
  const times = works.map((): number[] => []);
  const began = performance.now();
  for (let run = 0; run < warmUps || performance.now() - began < warmUpMs; run += 1)
    for (const work of works) await work();
  for (let run = 0; run < runs; run += 1)
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      await work();
      times[at]?.push(performance.now() - start);
    }
  return times.map(median);
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
