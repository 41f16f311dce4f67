import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { firstPolicy } from '../../../core/policy/first-policy.ts';
import {
  completedPolicy,
  defaultPolicy,
  type Policy,
  settingIn,
  standardPolicy,
  withSetting,
} from '../../../core/policy/policy.ts';
import { policyProblems } from '../../../core/policy/policy-problems.ts';
import { changesBetween } from '../../../core/policy/policy-version.ts';
import { placedSettings, type SettingPath } from '../../../core/policy/settings.ts';
import { policyDocument } from '../../../core/wire/policy.ts';

const problemsWith = (path: SettingPath, value: unknown) => policyProblems(withSetting(standardPolicy, path, value));

test.each(['CNY', 'TWD', 'USD'])('the defaults of a house in %s are sound', (currency) => {
  expect(policyProblems(defaultPolicy(currency))).toEqual([]);
});

test('mainland China’s holidays and tax rates are nobody else’s', () => {
  expect(defaultPolicy('CNY').work.holidays).toBe('CN');
  expect([defaultPolicy('USD').work.holidays, defaultPolicy('USD').tax.rates]).toEqual(['none', []]);
  expect(defaultPolicy('TWD').tax.rates.map(({ rate }) => rate)).toEqual(['0.05']);
});

/** One value of each setting that is beyond what it may be, and where in it. */
const beyond = (setting: (typeof placedSettings)[number]['setting']): readonly [unknown, string] => {
  switch (setting.kind) {
    case 'whole':
    case 'whole-or-none':
      return [setting.most + 1, ''];
    case 'decimal':
      return [`${Number(setting.most) + 1}`, ''];
    case 'yes-no':
      return ['yes', ''];
    case 'choice':
    case 'role':
      return ['nobody', ''];
    case 'choices':
      return [['nothing'], '.0'];
    case 'texts':
      return [['D', ' E'], '.1'];
    case 'role-or-none':
      return ['nobody', ''];
    case 'role-groups':
      return [[['director'], ['legal', 'director']], '.1.1'];
    case 'roles':
      return [['auditor', 'auditor'], '.1'];
    case 'up-to':
      return [setting.default.toReversed(), '.1.upTo'];
    case 'below':
      return [setting.default.toReversed(), '.1.below'];
    case 'decimal-by-class':
      return [{ ...setting.default, B: '1.01' }, '.B'];
    case 'choice-by-class':
      return [{ ...setting.default, C: 'never' }, '.C'];
    case 'time':
      return ['25:00', ''];
    case 'hours':
      return [setting.default.toReversed(), '.1.from'];
    case 'dates':
      return [['2026-02-30'], '.0'];
    case 'tax-rates':
      return [[{ type: 'general', rate: '0.13', from: '2026-01-02', to: '2026-01-01' }], '.0.to'];
    case 'routes':
      return [[{ by: 'customer', is: 'C001', to: 'role', owner: 'nobody' }], '.0.owner'];
  }
};

describe('a setting that may not be so', () => {
  it.each(placedSettings.map(({ path, setting }) => [path, setting] as const))('%s', (path, setting) => {
    const [value, place] = beyond(setting);
    const [first] = problemsWith(path, value);
    expect(first).toMatchObject({ path: `${path}${place}` });
    expect(policyDocument.safeParse(withSetting(standardPolicy, path, value)).success).toBe(false);
  });

  it.each<[SettingPath, unknown, string | null]>([
    ['letter.validDays', 61, 'range'],
    ['letter.validDays', 0, 'range'],
    ['letter.validDays', 2.5, 'shape'],
    ['letter.validDays', '3', 'shape'],
    ['letter.validDays', null, 'shape'],
    ['credit.tolerance', 0.1, 'shape'],
    ['credit.tolerance', '-0.1', 'range'],
    ['retention.destructionSignatures', [], 'empty'],
    ['overdue.warnDays', 16, 'order'],
    ['payment.roundingDifference', '10000', null],
    ['payment.badDebtUpTo', '9.99', 'order'],
    ['payment.badDebtUpTo', '10', null],
    [
      'approval.byAmount',
      [
        { role: 'director', upTo: '2' },
        { role: 'sales-manager', upTo: '2.0' },
      ],
      'order',
    ],
    ['review.riskyClasses', ['D', 'D'], 'twice'],
    ['review.riskyClasses', [''], 'empty'],
    ['review.riskyClasses', ['D\u200b'], 'shape'],
    ['review.riskyClasses', ['D'.repeat(201)], 'range'],
    ['review.always', ['head'], 'shape'],
    ['reviewers.credit', [], 'empty'],
    ['reviewers.credit', [[]], 'empty'],
    ['reviewers.credit', [['legal'], ['legal']], 'twice'],
    ['routing.rules', [{ by: 'region', is: '广东', to: 'user', owner: '王小明' }], null],
    ['routing.rules', [{ by: 'order-type', is: 'sample', to: 'role', owner: 'sales' }], null],
    ['routing.rules', [{ by: 'order-type', is: 'gift', to: 'role', owner: 'sales' }], 'shape'],
    ['routing.rules', [{ by: 'weather', is: 'rain', to: 'role', owner: 'sales' }], 'shape'],
    ['routing.rules', [{ by: 'customer', is: '', to: 'role', owner: 'sales' }], 'empty'],
    [
      'routing.rules',
      [
        { by: 'customer', is: 'C001', to: 'role', owner: 'sales' },
        { by: 'customer', is: 'ｃ001', to: 'user', owner: 'wang' },
      ],
      'twice',
    ],
  ])('%s: %o has the reason %s', (path, value, reason) => {
    expect(problemsWith(path, value).map((problem) => problem.reason)).toEqual(reason === null ? [] : [reason]);
  });

  it('is named with the range it may be in', () => {
    expect(problemsWith('letter.validDays', 61)).toEqual([
      { path: 'letter.validDays', reason: 'range', least: '1', most: '60' },
    ]);
  });
});

it('names what is missing and what nobody knows', () => {
  const { validDays: _gone, ...letter } = standardPolicy.letter;
  const document = { ...standardPolicy, letter: { ...letter, validdays: 3 }, leter: {} };
  expect(policyProblems(document)).toEqual([
    { path: 'letter.validdays', reason: 'unknown' },
    { path: 'leter', reason: 'unknown' },
    { path: 'letter.validDays', reason: 'missing' },
  ]);
});

const anything = fc.anything({ withNullPrototype: true });
const somePath = fc.constantFrom(...placedSettings.map(({ path }) => path));

it('is total: whatever stands there, it answers, and never takes what the wire refuses', () => {
  fc.assert(fc.property(anything, (document) => policyProblems(document).length > 0));
  fc.assert(
    fc.property(somePath, fc.oneof(anything, fc.integer(), fc.double().map(String)), (path, value) => {
      const document = withSetting(standardPolicy, path, value);
      const sound = policyProblems(document).length === 0;
      expect(policyDocument.safeParse(document).success).toBe(sound);
    }),
    { numRuns: 500 },
  );
});

it('one setting changed is one change, there and back', () => {
  fc.assert(
    fc.property(somePath, (path) => {
      const changed = withSetting(standardPolicy, path, 'other');
      expect(changesBetween(standardPolicy, changed)).toEqual([
        { path, from: settingIn(standardPolicy, path), to: 'other' },
      ]);
      expect(withSetting(changed, path, settingIn(standardPolicy, path))).toEqual(standardPolicy);
    }),
  );
});

it('a document of an earlier program gets the defaults of newer settings, and keeps its own', () => {
  const { tax: _newer, ...rest } = withSetting(standardPolicy, 'letter.validDays', 9);
  const earlier = { ...rest, letter: { validDays: 9 } } as unknown as Policy;
  expect(completedPolicy(earlier, 'CNY')).toEqual(withSetting(standardPolicy, 'letter.validDays', 9));
});

it('what a profile said before there was a policy goes on in its first version', () => {
  const first = firstPolicy({ currency: 'CNY', letterValidDays: 12, separationOfDuties: 'single-person' });
  expect(changesBetween(standardPolicy, first)).toEqual([
    { path: 'approval.separationOfDuties', from: 'automatic', to: 'single-person' },
    { path: 'letter.validDays', from: 3, to: 12 },
  ]);
});
