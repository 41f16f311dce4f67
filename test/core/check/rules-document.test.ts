import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../../core/check/rules.ts';
import { rulesDocument } from '../../../scripts/write-rules.ts';

it('docs/rules.md is what the rules say: node scripts/write-rules.ts', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesDocument());
});

it.each(rules.map(({ name }) => name))('%s stands in a file of its name', (name) => {
  expect(existsSync(`core/check/rules/${name}.ts`)).toBe(true);
});
