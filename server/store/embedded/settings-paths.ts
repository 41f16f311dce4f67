import type { StoredSettings } from '../../ports.ts';

/** The small documents that settings are kept in. */
export const settingsPaths = {
  profile: 'profile.json',
  policies: 'policy.json',
  users: 'users.json',
  tokens: 'tokens.json',
  people: 'people.json',
} as const satisfies Record<keyof StoredSettings, string>;
