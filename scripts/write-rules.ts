import { writeFileSync } from 'node:fs';
import { type CheckCode, checkCodes } from '../core/check/codes.ts';
import type { Need } from '../core/check/need.ts';
import type { Rule } from '../core/check/rule.ts';
import { rules } from '../core/check/rules.ts';
import en from '../locales/en/index.ts';

/**
 * Writes docs/rules.md from the rules themselves: `node scripts/write-rules.ts`. test/core/check/rules-document.test.ts fails
 * when they differ.
 */
export function rulesDocument(): string {
  return `# What is checked

Written by \`scripts/write-rules.ts\` from \`core/check/rules.ts\` and \`core/check/codes.ts\`; change those, not this file.

Each rule is one file in \`core/check/rules\` and runs in Excel, in the browser, on the command line and on the server. Its
findings carry the code; other programs may rely on codes. **Looks at** says how much a rule sees of the orders: the *row*
with its order's customer and dates, its whole *order*, or the whole *check*. What is no matter of the whole check is found
in a part of it just the same. A rule that lacks what it **needs** says so (\`check.not-run\`) instead of passing. Rows of
docs/requirements.md stand behind each code; errors keep an order from being posted, warnings and notes don't.

| Rule | Looks at | Needs |
|---|---|---|
${rules.map(ruleRow).join('\n')}

## Findings

Words in braces are filled in. A code may be worded more precisely where more is known.

| Code | Severity | Row | Rule | Words |
|---|---|---|---|---|
${[...rules.flatMap(codeRows), codeRow('check.not-run', 'any')].join('\n')}
`;
}

const needNames: Readonly<Record<Need, string>> = {
  prices: 'price list',
  stock: 'stock sheet',
  customers: 'customer list',
  openDemand: 'what open orders hold',
  listPrices: 'list prices',
  floorPrices: 'floor prices (secret)',
  costs: 'costs (secret)',
  creditLimits: 'credit limits (secret)',
  debts: 'overdue debts (secret)',
  pastDeals: 'what customers bought before',
  openAmounts: 'what open orders come to (secret)',
  posted: 'orders posted before',
};

const words: Readonly<Record<string, string>> = en.findings;

function ruleRow({ name, needs, scope }: Rule): string {
  const title = words[`rule.${name}`] ?? '';
  return `| [${name}](../core/check/rules/${name}.ts): ${title} | ${scope} | ${needs.map((need) => needNames[need]).join(', ')} |`;
}

const codeRows = ({ codes, name }: Rule): string[] => codes.map((code) => codeRow(code, name));

function codeRow(code: CheckCode, rule: string): string {
  const { row, severity } = checkCodes[code];
  const text = (words[code] ?? '').replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('|', '\\|');
  return `| \`${code}\` | ${severity} | ${row} | ${rule} | ${text} |`;
}

if (import.meta.main) writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesDocument());
