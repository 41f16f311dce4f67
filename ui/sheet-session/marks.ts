import type { Finding } from '../../core/check/finding.ts';
import type { CellMark } from './port.ts';

const gravest = ['error', 'warning', 'info'] as const;

/** One mark a cell: as grave as its gravest finding, with the words of all of them, the gravest first. */
export function marksOf(findings: readonly Finding[], word: (finding: Finding) => string): readonly CellMark[] {
  const byGravity = findings.toSorted((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity));
  const cells = Map.groupBy(byGravity, ({ file, sheet, row, column }) => JSON.stringify([file, sheet, row, column]));
  return [...cells.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { file, sheet, row, column, severity } = first;
    const text = [...new Set(own.map(word))].join('\n');
    return [{ ...(file !== undefined && { file }), sheet, row, column, severity, text }];
  });
}
