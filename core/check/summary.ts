import type { CheckCode } from './codes.ts';
import type { Finding, Severity } from './finding.ts';

/** How many findings of each severity and code. */
export type FindingSummary = Readonly<Record<Severity, number>> & {
  readonly byCode: { readonly [Code in CheckCode]?: number };
};

export function summaryOf(findings: readonly Finding[]): FindingSummary {
  const count = { error: 0, warning: 0, info: 0 };
  const byCode: { [Code in CheckCode]?: number } = {};
  for (const { code, severity } of findings) {
    count[severity]++;
    byCode[code] = (byCode[code] ?? 0) + 1;
  }
  return { ...count, byCode };
}
