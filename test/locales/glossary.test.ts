import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import terms from '../../locales/en/terms.json' with { type: 'json' };
import { textsIn } from '../../locales/index.ts';

const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');

test('the glossary says every status, role, paper and field as the screens say it', () => {
  const rows = Object.keys(terms)
    .filter((key) => !key.startsWith('severity.'))
    .map((key) => {
      const words = (['en', 'zh-Hans', 'zh-Hant'] as const).map((locale) => textsIn(locale)(`terms:${key}`));
      return `| \`${key.slice(key.indexOf('.') + 1)}\` | ${words.join(' | ')} |`;
    });
  expect(rows.filter((row) => !glossary.includes(row))).toEqual([]);
});
