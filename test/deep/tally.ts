import type { Stryker } from '@stryker-mutator/core';

/** One change of the code and what became of it. */
export type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/**
 * How many changes were noticed. Killed by a failing test and timed out (an endless loop) count as noticed; survived and
 * run by no test do not; changes that cannot run at all and those excluded in the code with a reason don't count.
 */
export function tally(mutants: readonly Mutant[]): { line: string; valid: number; percent: number } {
  const count = (status: Mutant['status']) => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeouts, survived, unseen] = [
    count('Killed'),
    count('Timeout'),
    count('Survived'),
    count('NoCoverage'),
  ];
  const valid = killed + timeouts + survived + unseen;
  const percent = valid === 0 ? 0 : (100 * (killed + timeouts)) / valid;
  const parts = [
    `${percent.toFixed(1)} % of ${valid} changes noticed`,
    `killed ${killed}`,
    `timed out ${timeouts}`,
    `survived ${survived}`,
    `no coverage ${unseen}`,
    `static ${mutants.filter(({ static: isStatic, status }) => isStatic && status !== 'Ignored').length}`,
    `could not run ${count('RuntimeError') + count('CompileError')}`,
    `excluded ${count('Ignored')}`,
  ];
  return { line: parts.join(', '), valid, percent };
}
