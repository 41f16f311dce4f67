import type { CompanyProfile } from './company.ts';
import type { Locale } from './locale.ts';

/** Where the offices that write a language mostly are; English is written everywhere, so there its user's zone is taken. */
export const homeOf: Readonly<Record<Locale, { readonly currency: string; readonly timeZone: string | null }>> = {
  'zh-Hans': { currency: 'CNY', timeZone: 'Asia/Shanghai' },
  'zh-Hant': { currency: 'TWD', timeZone: 'Asia/Taipei' },
  en: { currency: 'USD', timeZone: null },
};

/** The general VAT rate where the currency is at home; elsewhere none, rather than a wrong one on every letter. */
const taxRates: Readonly<Record<string, string>> = { CNY: '0.13', TWD: '0.05' };

/** What a company begins with when it has said no more than this. Address and phone are left off its papers until set. */
export const newCompany = (
  said: Pick<CompanyProfile, 'name' | 'locale' | 'currency' | 'timeZone'>,
): CompanyProfile => ({
  ...said,
  address: '',
  phone: '',
  taxRate: taxRates[said.currency] ?? '0',
});
