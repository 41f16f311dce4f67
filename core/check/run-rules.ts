import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import { findingOf } from './finding-of.ts';
import type { Knowledge } from './knowledge.ts';
import { type Lack, lackOf, type Need } from './need.ts';
import { tableOf } from './place.ts';
import type { Observation, Rule } from './rule.ts';

/** A finding and the row or table it is about. */
export type Seen = Pick<Observation, 'at'> & { readonly finding: Finding };

/** What all rules saw, by table, row, column and code. A rule that lacks a book says so instead. */
export const runRules = (rules: readonly Rule[], context: CheckContext): Seen[] =>
  rules
    .flatMap((rule) => observe(rule, context))
    .map((observation) => ({ at: observation.at, finding: findingOf(observation, context.tables) }))
    .sort(byPlace);

/** A rule that couldn't run, all it could have reported, and why not. */
export interface Unchecked {
  readonly rule: string;
  readonly codes: Rule['codes'];
  readonly need: Need;
  readonly lack: Lack;
}

/** The rules this knowledge doesn't suffice for. */
export const uncheckedBy = (rules: readonly Rule[], knowledge: Knowledge): readonly Unchecked[] =>
  rules.flatMap((rule) => {
    const missing = missingFor(rule, knowledge);
    return missing ? [{ rule: rule.name, codes: rule.codes, ...missing }] : [];
  });

/** Of several things that are missing the first one is named. */
function missingFor({ needs }: Rule, knowledge: Knowledge): Pick<Unchecked, 'need' | 'lack'> | null {
  for (const need of needs) {
    const lack = lackOf(knowledge, need);
    if (lack !== null) return { need, lack };
  }
  return null;
}

function observe(rule: Rule, context: CheckContext): readonly Observation[] {
  const missing = missingFor(rule, context.knowledge);
  return missing ? notRun(rule, missing, context) : rule.check(context);
}

/** One for the whole check, at its first table. */
const notRun = (
  rule: Rule,
  { need, lack }: Pick<Unchecked, 'need' | 'lack'>,
  { tables }: CheckContext,
): Observation[] =>
  tables.length === 0
    ? []
    : [
        {
          code: 'check.not-run',
          at: { table: 0 },
          data: { rule: rule.name, context: lack === 'withheld' ? `${need}-withheld` : need },
        },
      ];

function byPlace(a: Seen, b: Seen): number {
  const [one, other] = [a.finding, b.finding];
  return (
    tableOf(a.at) - tableOf(b.at) ||
    one.row - other.row ||
    one.column - other.column ||
    byText(one.code, other.code) ||
    // One rule reports a code but once a cell; "not run" is one code of many rules.
    byText(one.data?.rule ?? '', other.data?.rule ?? '')
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
