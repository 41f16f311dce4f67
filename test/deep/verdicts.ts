import { readFileSync } from 'node:fs';
import type { Stryker } from '@stryker-mutator/core';

/** One change of the code and what became of it. */
export type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/**
 * How many changes were noticed. Killed by a failing test and timed out (an endless loop) count as noticed; survived and
 * run by no test do not; changes that cannot run at all and those excluded with a reason don't count.
 */
export function tally(mutants: readonly Mutant[]): { line: string; valid: number; percent: number } {
  const count = (status: Mutant['status']) => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timedOut, survived, unrun] = [
    count('Killed'),
    count('Timeout'),
    count('Survived'),
    count('NoCoverage'),
  ];
  const valid = killed + timedOut + survived + unrun;
  const percent = valid === 0 ? 0 : (100 * (killed + timedOut)) / valid;
  const parts = [
    `${percent.toFixed(1)} % of ${valid} changes noticed`,
    `killed ${killed}`,
    `timed out ${timedOut}`,
    `survived ${survived}`,
    `run by no test ${unrun}`,
    `could not run ${count('RuntimeError') + count('CompileError')}`,
    `left out ${count('Ignored')}`,
    `static ${mutants.filter((mutant) => mutant.static && mutant.status !== 'Ignored').length}`,
  ];
  return { line: parts.join(', '), valid, percent };
}

/** The changes of one file that no test noticed, a line each: "12:5 survived: a < b → a <= b". */
export function unnoticed(file: string, mutants: readonly Mutant[]): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .toSorted(({ location: { start: a } }, { location: { start: b } }) => a.line - b.line || a.column - b.column)
    .map(({ location: { start, end }, status, replacement }) => {
      const first = lines[start.line - 1] ?? '';
      const before = start.line === end.line ? first.slice(start.column - 1, end.column - 1) : `${first.trim()} …`;
      const verdict = status === 'Survived' ? 'survived' : 'run by no test';
      return `${start.line}:${start.column} ${verdict}: ${before} → ${(replacement ?? '').replace(/\s+/g, ' ')}`;
    });
}
