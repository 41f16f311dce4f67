import { readFileSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { forbidden, options } from '../dependency-cruiser.config.ts';

/**
 * Checks who imports whom by the rules of dependency-cruiser.config.ts. Fails when a folder that should be seen was not:
 * dependency-cruiser with an unsuited TypeScript cruises nothing and reports success.
 */
const folders = ['core', 'workbook', 'locales', 'addin', 'desk', 'ui', 'server', 'test', 'scripts'];
const { output } = await cruise(
  folders,
  { ...options, ruleSet: { forbidden: [...forbidden] }, validate: true },
  {},
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const { modules, summary } = output as ICruiseResult;

const unseen = folders.filter((folder) => !modules.some((module) => module.source.startsWith(`${folder}/`)));
if (unseen.length > 0)
  throw new Error(
    `no module was cruised in: ${unseen.join(', ')} (TypeScript ${JSON.parse(readFileSync('node_modules/typescript/package.json', 'utf8')).version})`,
  );

for (const { rule, from, to } of summary.violations) {
  const reason = forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
  console.error(`${rule.severity} ${rule.name}: ${from} -> ${to}\n      ${reason}`);
}
console.error(`folder rules: ${summary.totalCruised} modules, ${summary.violations.length} violations`);
if (summary.violations.length > 0) process.exitCode = 1;
