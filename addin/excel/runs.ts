/** Things each of which goes on from the one before it: cells one below the other, rows that follow each other. */
export type Run<Each> = readonly [Each, ...Each[]];

/** Neighbours together, of things that are given in their order: Excel is slow by the call, not by the cell. */
export function runsOf<Each>(
  ordered: readonly Each[],
  goesOn: (before: Each, each: Each) => boolean,
): readonly Run<Each>[] {
  const runs: [Each, ...Each[]][] = [];
  let before: Each | undefined;
  for (const each of ordered) {
    const run = runs.at(-1);
    if (run !== undefined && before !== undefined && goesOn(before, each)) run.push(each);
    else runs.push([each]);
    before = each;
  }
  return runs;
}
