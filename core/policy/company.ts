import type { Locale } from './locale.ts';

/** The company that prints the papers: letterhead and standing facts. How it works is its policy (policy.ts). */
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
}
