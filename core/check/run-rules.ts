import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import { findingOf } from './finding-of.ts';
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

function observe(rule: Rule, context: CheckContext): readonly Observation[] {
  for (const need of rule.needs) {
    const lack = lackOf(context.knowledge, need);
    if (lack !== null) return notRun(rule, need, lack, context);
  }
  return rule.check(context);
}

/** One for the whole check, at its first table; of several things that are missing the first one is named. */
const notRun = (rule: Rule, need: Need, lack: Lack, { tables }: CheckContext): Observation[] =>
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
