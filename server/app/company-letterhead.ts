import type { CompanyProfile } from '../../core/policy/company.ts';
import type { Decimal } from '../../core/value/decimal.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { CompanyLetterhead } from '../../core/wire/company.ts';
import type { Caller } from './company.ts';

/** A field with characters that no font here has: they would be missing on every paper. */
export interface UnprintableField {
  readonly path: string;
  readonly characters: readonly string[];
}

/** What the company has set of itself; '' where it has set nothing. */
export async function companyLetterhead({ company }: Caller): Promise<CompanyLetterhead> {
  return letterheadOf(await company.store.accounts.profile());
}

/** Keeps it as a whole. Papers that were issued are frozen and stay as they are; the next ones have it. */
export async function saveCompanyLetterhead(
  { company }: Caller,
  said: CompanyLetterhead,
): Promise<Result<CompanyLetterhead, readonly UnprintableField[]>> {
  const { bank, ...fields } = said;
  const texts = Object.entries({ ...fields, 'bank/name': bank.name, 'bank/account': bank.account });
  const unprintable = texts.flatMap(([field, value]) => {
    const characters = company.printer.missingCharacters(value);
    return characters.length === 0 ? [] : [{ path: `/${field}`, characters }];
  });
  if (unprintable.length > 0) return no(unprintable);
  const { accounts } = company.store;
  const { locale, currency, timeZone } = await accounts.profile();
  const settings: CompanyProfile = { locale, currency, timeZone, ...settingsFrom(said) };
  await accounts.saveProfile(settings);
  return ok(letterheadOf(settings));
}

const letterheadOf = (settings: CompanyProfile): CompanyLetterhead => ({
  name: settings.name,
  nameEnglish: settings.nameEnglish ?? '',
  address: settings.address,
  phone: settings.phone,
  email: settings.email ?? '',
  taxNumber: settings.taxNumber ?? '',
  bank: { name: settings.bank?.name ?? '', account: settings.bank?.account ?? '' },
  taxRate: settings.taxRate as Decimal,
});

function settingsFrom(said: CompanyLetterhead): Omit<CompanyProfile, 'locale' | 'currency' | 'timeZone'> {
  const { nameEnglish, email, taxNumber, bank, ...always } = said;
  return {
    ...always,
    ...(nameEnglish === '' ? {} : { nameEnglish }),
    ...(email === '' ? {} : { email }),
    ...(taxNumber === '' ? {} : { taxNumber }),
    ...(bank.account === '' ? {} : { bank }),
  };
}
