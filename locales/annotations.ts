import type { Finding } from '../core/check/finding.ts';
import type { Locale } from '../core/policy/locale.ts';
import { describeFinding } from './describe.ts';
import type { Texts } from './index.ts';

/** What an annotated copy of a workbook says: the words of its findings sheet and of each marked cell. */
export interface WordedFindings {
  readonly title: string;
  readonly headings: readonly string[];
  readonly cells: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly severity: Finding['severity'];
    readonly texts: readonly string[];
    readonly note: string;
  }[];
}

/** What is to be mended comes first, the gravest before the others; what couldn't be checked comes last. */
const gravest: readonly Finding['severity'][] = ['error', 'warning', 'info'];
const rankOf = ({ code, severity }: Finding): number =>
  code === 'check.not-run' ? gravest.length : gravest.indexOf(severity);

/** Findings as they stand on the findings sheet of an annotated copy (workbook/annotated-copy.ts), in one language. */
export function wordFindings(findings: readonly Finding[], texts: Texts, locale: Locale): WordedFindings {
  const columns = ['cell', 'severity', 'order', 'message', 'actual', 'expected'] as const;
  return {
    title: texts('findings:sheet.title'),
    headings: columns.map((column) => texts(`findings:sheet.${column}`)),
    cells: findings
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .map((finding) => {
        const { message, actual, expected } = describeFinding(finding, texts, locale);
        const { sheet, row, column, severity } = finding;
        return {
          sheet,
          row,
          column,
          severity,
          texts: [texts(`terms:severity.${severity}`), finding.order ?? '', message, actual ?? '', expected ?? ''],
          note: message,
        };
      }),
  };
}
