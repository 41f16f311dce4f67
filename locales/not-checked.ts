import type { Finding } from '../core/check/finding.ts';
import type { Locale } from '../core/policy/locale.ts';
import type { Texts } from './index.ts';

/** Checks that couldn't be made for one and the same reason. */
export interface NotChecked {
  readonly rules: readonly string[];
  /** "There is no price list, so this was not checked: unit price, margins." */
  readonly reason: string;
}

/**
 * A dozen rules may want for the same price list: said once, with all they would have checked.
 * @param findings those about whole sheets; a check that one order alone kept from being made is told with the order
 */
export function describeNotChecked(findings: readonly Finding[], texts: Texts, locale: Locale): readonly NotChecked[] {
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const byReason = Map.groupBy(
    findings.filter(({ code }) => code === 'check.not-run'),
    ({ data }) => data?.context ?? '',
  );
  return [...byReason].map(([context, same]) => {
    const rules = [...new Set(same.map(({ data }) => texts(`findings:rule.${data?.rule ?? ''}`)))];
    return { rules, reason: texts('findings:check.not-run', { ...same[0]?.data, context, rule: and.format(rules) }) };
  });
}
