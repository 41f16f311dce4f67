import type { Locale } from './locale.ts';

/** The company that prints the papers: letterhead and standing facts. */
export interface CompanyProfile {
  readonly name: string;
  readonly nameEnglish?: string;
  readonly address: string;
  readonly phone: string;
  readonly email?: string;
  readonly taxNumber?: string;
  readonly bank?: { readonly name: string; readonly account: string };
  /** Papers' language where the customer has none of his own. */
  readonly locale: Locale;
  /** ISO 4217; the language of capitals follows from CNY. */
  readonly currency: string;
  /** IANA name; decides what "today" is. */
  readonly timeZone: string;
  /** VAT rate the tax-included prices hold, 0.13 = 13 %. */
  readonly taxRate: string;
  /** Days a confirmation letter stays valid (policy 8). */
  readonly letterValidDays: number;
  /** strict: who asked or last edited may not approve; single-person: allowed with a reason on record. */
  readonly separationOfDuties: 'strict' | 'single-person';
}

/** The profile as an office keeps it: what it hasn't set itself follows from its size (`profileInForce`). */
export interface CompanySettings extends Omit<CompanyProfile, 'separationOfDuties'> {
  readonly separationOfDuties?: CompanyProfile['separationOfDuties'];
}

/** Whoever is alone signs in the second role too, with a reason on record; from two users on it takes two pairs of eyes. */
export const profileInForce = (settings: CompanySettings, users: number): CompanyProfile => ({
  separationOfDuties: users > 1 ? 'strict' : 'single-person',
  ...settings,
});
