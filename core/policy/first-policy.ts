import { defaultPolicy, type Policy, withSetting } from './policy.ts';

/** What profiles held before there was a policy document. */
interface EarlierProfile {
  readonly currency: string;
  readonly letterValidDays?: number;
  readonly separationOfDuties?: string;
}

/** What a company begins with: its currency's defaults, and what its profile said as long as there was no other place for it. */
export function firstPolicy({ currency, letterValidDays, separationOfDuties }: EarlierProfile): Policy {
  const begun = defaultPolicy(currency);
  const withDays = letterValidDays === undefined ? begun : withSetting(begun, 'letter.validDays', letterValidDays);
  return separationOfDuties === undefined
    ? withDays
    : withSetting(withDays, 'approval.separationOfDuties', separationOfDuties);
}
