import type { CheckContext } from './context.ts';
import type { Need, Observation, Rule } from './rule.ts';

/** What all rules saw; a rule that lacks a book says so instead. */
export const runRules = (rules: readonly Rule[], context: CheckContext): Observation[] =>
  rules.flatMap((rule) => {
    const missing = rule.needs.filter((need) => context.knowledge[need] === null);
    return missing.length === 0 ? rule.check(context) : missing.flatMap((need) => notRun(rule, need, context));
  });

/** One for the whole check, at its first table. */
const notRun = (rule: Rule, need: Need, { tables }: CheckContext): Observation[] =>
  tables.length === 0 ? [] : [{ code: 'check.not-run', at: { table: 0 }, data: { rule: rule.name, context: need } }];
