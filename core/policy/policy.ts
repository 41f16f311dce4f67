import type { ValueOf } from './setting-value.ts';
import { type PlacedSetting, placedSettings, type SettingPath, type Settings } from './settings.ts';

/**
 * The company's policy (docs/policy.md): one document of groups of settings, `policy.letter.validDays`. It is plain JSON and never
 * changed; a change makes the next version (policy-version.ts).
 */
export type Policy = {
  readonly [Group in keyof Settings]: {
    readonly [Name in keyof Settings[Group]]: ValueOf<Settings[Group][Name]>;
  };
};

type Loose = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A document that holds for each setting what `value` says. */
function policyOf(value: (placed: PlacedSetting) => unknown): Policy {
  const policy: Record<string, Record<string, unknown>> = {};
  for (const placed of placedSettings) {
    policy[placed.group] ??= {};
    Object.assign(policy[placed.group] as object, { [placed.name]: value(placed) });
  }
  return policy as unknown as Policy;
}

/** The table's defaults: those of an office in mainland China. */
export const standardPolicy: Policy = policyOf(({ setting }) => setting.default);

/**
 * What a house that keeps its books in a currency begins with: mainland China's holidays and tax rates are nobody else's. Taiwan's
 * rate is that of 營業稅法 §10.
 */
export function defaultPolicy(currency: string): Policy {
  if (currency === 'CNY') return standardPolicy;
  const taiwan = [{ type: 'general', rate: '0.05', from: '1986-04-01', to: null }] as const;
  const elsewhere = withSetting(standardPolicy, 'work.holidays', 'none');
  return withSetting(elsewhere, 'tax.rates', currency === 'TWD' ? taiwan : []);
}

export function settingIn(policy: Policy, path: SettingPath): unknown {
  const [group = '', name = ''] = path.split('.');
  return (policy as Loose)[group]?.[name];
}

/** The document with one setting changed; whether the value is sound, `policyProblems` says. */
export function withSetting(policy: Policy, path: SettingPath, value: unknown): Policy {
  return policyOf((placed) => (placed.path === path ? value : settingIn(policy, placed.path)));
}

/** A document as an earlier program kept it, with the default of every setting that is newer. */
export const completedPolicy = (kept: Policy, currency: string): Policy => {
  const defaults = defaultPolicy(currency);
  return policyOf(({ path }) => {
    const own = settingIn(kept, path);
    return own === undefined ? settingIn(defaults, path) : own;
  });
};
