import { canonicalJson } from '../value/canonical-json.ts';
import type { Instant } from '../value/date.ts';
import { type Policy, settingIn } from './policy.ts';
import { placedSettings, type SettingPath } from './settings.ts';

/** The policy as it was from one change to the next; every version is kept, for decisions name theirs. */
export interface PolicyVersion {
  /** 1 = what the company began with. */
  readonly version: number;
  readonly at: Instant;
  /** Null of the first: nobody has changed anything yet. */
  readonly by: { readonly userId: string; readonly name: string } | null;
  readonly reason: string | null;
  readonly policy: Policy;
}

/** One setting of a version against the version before. */
export interface PolicyChange {
  readonly path: SettingPath;
  readonly from: unknown;
  readonly to: unknown;
}

/** What differs, in the table's order. */
export const changesBetween = (before: Policy, after: Policy): readonly PolicyChange[] =>
  placedSettings.flatMap(({ path }) => {
    const [from, to] = [settingIn(before, path), settingIn(after, path)];
    return canonicalJson(from) === canonicalJson(to) ? [] : [{ path, from, to }];
  });
