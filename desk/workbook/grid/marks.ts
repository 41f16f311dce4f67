import type { Finding } from '../../../core/check/finding.ts';

/** The worst finding of each cell. */
export type Marks = ReadonlyMap<string, Finding>;
export function marksOf(findings: readonly Finding[]): Marks {
  const weight = { error: 2, warning: 1, info: 0 };
  const marks = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.code === 'check.not-run') continue; // about no cell
    const known = marks.get(finding.cell);
    if (!known || weight[finding.severity] > weight[known.severity]) marks.set(finding.cell, finding);
  }
  return marks;
}
