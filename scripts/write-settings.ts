import { writeFileSync } from 'node:fs';
import { kpiDefinitions } from '../core/policy/kpi-definitions.ts';
import type { Setting } from '../core/policy/setting.ts';
import { textOfValue } from '../core/policy/setting-text.ts';
import { routeCriteria } from '../core/policy/setting-value.ts';
import { type PlacedSetting, placedSettings, settings } from '../core/policy/settings.ts';
import en from '../locales/en/index.ts';
import zhHans from '../locales/zh-Hans/index.ts';
import zhHant from '../locales/zh-Hant/index.ts';

/**
 * Writes docs/settings.md from the table of settings: `node scripts/write-settings.ts`. test/core/policy/settings-document.test.ts
 * fails when they differ.
 */
export function settingsDocument(): string {
  return `# The company's settings

Written by \`scripts/write-settings.ts\` from \`core/policy/settings\` and \`locales/en/policy.json\`; change those, not this file.

Together they are the company's policy: one document, kept in versions with who changed what, when and why. Every decision records
the version it was made under. \`countersign policy show\` prints it, \`policy set PATH VALUE --reason TEXT\` makes the next version.
Defaults are usual practice of a small office, not law; money is in the company's own currency. A company whose books are not in
CNY begins without mainland China's holidays and tax rates. **Source** is a number or chapter of [policy.md](policy.md), or a row of
[requirements.md](requirements.md). Settings marked ◦ are kept, but nothing obeys them yet.

${Object.keys(settings).map(groupPart).join('\n\n')}

## Indicators

One definition each. Counted in the company's time zone, in the month of the denominator's event; later facts become adjustments; a
denominator of zero shows "—"; samples and internal orders are left out. In Chinese the same stands in \`locales/zh-Hans/policy.json\`
and \`locales/zh-Hant/policy.json\`.

| Code | Row | Name | 简体中文 | 繁體中文 | Definition |
|---|---|---|---|---|---|
${kpiDefinitions.map(kpiRow).join('\n')}
`;
}

type Words = Readonly<Record<string, string>>;
const languages: readonly Words[] = [en.policy, zhHans.policy, zhHant.policy];
const names = (key: string): string => languages.map((words) => words[key] ?? '').join(' | ');
const word = (key: string): string => (languages[0]?.[key] ?? '').replaceAll('|', '\\|');

const groupPart = (group: string): string => `## ${word(`group.${group}`)}

| Path | Name | 简体中文 | 繁體中文 | May be | Default | Source | Meaning |
|---|---|---|---|---|---|---|---|
${placedSettings
  .filter((placed) => placed.group === group)
  .map(settingRow)
  .join('\n')}`;

function settingRow({ path, setting }: PlacedSetting): string {
  const { source, awaited } = setting;
  const cells = [mayBe(setting), textOfValue(setting.default), source, word(`setting.${path}.what`)];
  return `| \`${path}\`${awaited ? ' ◦' : ''} | ${names(`setting.${path}`)} | ${cells.join(' | ')} |`;
}

function mayBe(setting: Setting): string {
  switch (setting.kind) {
    case 'whole':
      return range(setting);
    case 'whole-or-none':
      return `${range(setting)}, or none`;
    case 'decimal':
      return range(setting);
    case 'yes-no':
      return 'yes, no';
    case 'choice':
      return setting.options.join(', ');
    case 'choices':
      return `any of ${setting.options.join(', ')}`;
    case 'texts':
      return 'short texts';
    case 'role':
      return 'a role';
    case 'role-or-none':
      return 'a role, or none';
    case 'roles':
      return 'roles, at least one';
    case 'role-groups':
      return 'groups of roles, any one of a group for all of it; each role once';
    case 'up-to':
      return `roles, each up to more than the one before: ${range(setting)}`;
    case 'below':
      return `roles, each below less than the one before: ${range(setting)}`;
    case 'decimal-by-class':
      return `by class A, B, C: ${range(setting)}`;
    case 'choice-by-class':
      return `by class A, B, C: ${setting.options.join(', ')}`;
    case 'time':
      return 'a time of day';
    case 'hours':
      return 'parts of the day, one after the other';
    case 'dates':
      return 'dates';
    case 'tax-rates':
      return 'type, rate 0–1, from, to (– = until further notice)';
    case 'routes':
      return `rows of ${routeCriteria.join('/')}, what it is, user/role, which; each condition once`;
  }
}

const range = ({ least, most, unit }: { least: string | number; most: string | number; unit: string }): string =>
  `${least} to ${most} ${word(`unit.${unit}`)}`;

const kpiRow = ({ code, row }: (typeof kpiDefinitions)[number]): string =>
  `| \`${code}\` | ${row} | ${names(`kpi.${code}`)} | ${word(`kpi.${code}.definition`)} |`;

if (import.meta.main) writeFileSync(new URL('../docs/settings.md', import.meta.url), settingsDocument());
