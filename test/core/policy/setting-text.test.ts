import { expect, it } from 'vitest';
import { settingIn, standardPolicy } from '../../../core/policy/policy.ts';
import { settingProblem } from '../../../core/policy/setting-problem.ts';
import { textOfValue, valueOfText } from '../../../core/policy/setting-text.ts';
import { placedSetting, placedSettings, type SettingPath } from '../../../core/policy/settings.ts';

const typed = (path: SettingPath, text: string) => {
  const placed = placedSetting(path);
  if (!placed) throw new Error(path);
  return valueOfText(placed.setting, text);
};

it.each<[SettingPath, string, unknown]>([
  ['letter.validDays', ' 5 ', 5],
  ['letter.validDays', 'five', 'five'],
  ['goods.leadTimeDays', 'none', null],
  ['credit.tolerance', '15%', '0.15'],
  ['credit.tolerance', '１２．５％', '0.125'],
  ['credit.tolerance', '0.15', '0.15'],
  ['goods.acceptedBySilence', 'yes', true],
  ['goods.acceptedBySilence', 'no', false],
  ['approval.beyondAmount', 'director', 'director'],
  ['review.priceDoubt', 'none', null],
  ['review.priceDoubt', 'director', 'director'],
  ['reviewers.compliance', '[["legal"]]', [['legal']]],
  ['work.closed', '["2026-12-31"]', ['2026-12-31']],
  ['work.closed', '2026-12-31', '2026-12-31'],
])('%s typed as %o is %o', (path, text, value) => {
  expect(typed(path, text)).toEqual(value);
});

it.each(placedSettings.map(({ path, setting }) => [path, setting] as const))(
  '%s: its JSON, or its word, is read back',
  (path, setting) => {
    const value = settingIn(standardPolicy, path);
    const text = value === null ? 'none' : typeof value === 'object' ? JSON.stringify(value) : textOfValue(value);
    expect(valueOfText(setting, text)).toEqual(value);
    expect(settingProblem(setting, valueOfText(setting, text))).toBeNull();
  },
);

it('says a value in one line', () => {
  expect(textOfValue(standardPolicy.approval.byAmount)).toBe(
    'order-desk-head 50000, sales-manager 200000, director 500000',
  );
  expect(textOfValue(standardPolicy.reviewers.supply)).toBe(
    'production/purchasing/warehouse, production-head, director, general-manager',
  );
  expect(textOfValue(standardPolicy.payment.prepayment)).toBe('A 0, B 0.3, C 0.5');
  expect([textOfValue(null), textOfValue([]), textOfValue(true)]).toEqual(['–', '–', 'yes']);
});
