import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kpiDefinitions } from '../../../core/policy/kpi-definitions.ts';
import { placedSettings, settings } from '../../../core/policy/settings.ts';
import en from '../../../locales/en/policy.json' with { type: 'json' };
import { settingsDocument } from '../../../scripts/write-settings.ts';

it('docs/settings.md is what the table says: node scripts/write-settings.ts', () => {
  expect(readFileSync('docs/settings.md', 'utf8')).toBe(settingsDocument());
});

it('every group, setting, option, unit and indicator has words, and nothing else has', () => {
  const known = [
    'awaited',
    ...Object.keys(settings).map((group) => `group.${group}`),
    ...placedSettings.flatMap(({ path }) => [`setting.${path}`, `setting.${path}.what`]),
    ...placedSettings.flatMap(({ setting }) =>
      'options' in setting ? setting.options.map((option) => `option.${option}`) : [],
    ),
    ...placedSettings.flatMap(({ setting }) => ('unit' in setting ? [`unit.${setting.unit}`] : [])),
    ...kpiDefinitions.flatMap(({ code }) => [`kpi.${code}`, `kpi.${code}.definition`]),
  ];
  expect(Object.keys(en).sort()).toEqual([...new Set(known)].sort());
});
