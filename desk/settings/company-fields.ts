import { type Policy, withSetting } from '../../core/policy/policy.ts';
import { type Decimal, divide, multiply, parseDecimal } from '../../core/value/decimal.ts';
import type { CompanyLetterhead } from '../../core/wire/company.ts';

const hundred = '100' as Decimal;

/** What stands in the form: texts as they are typed, the tax rate in per cent; and two settings of the policy. */
export interface CompanyFields extends Omit<CompanyLetterhead, 'bank' | 'taxRate'> {
  readonly bankName: string;
  readonly bankAccount: string;
  readonly taxPercent: string;
  readonly letterValidDays: string;
  readonly separationOfDuties: string;
}

export const fieldsOf = ({ bank, taxRate, ...texts }: CompanyLetterhead, policy: Policy): CompanyFields => ({
  ...texts,
  bankName: bank.name,
  bankAccount: bank.account,
  taxPercent: multiply(taxRate, hundred),
  letterValidDays: String(policy.letter.validDays),
  separationOfDuties: policy.approval.separationOfDuties,
});

/** What is sent; a tax rate that is no number goes as it was typed, and comes back as an error of its field. */
export function letterheadOf(fields: CompanyFields): CompanyLetterhead {
  const { bankName, bankAccount, taxPercent, letterValidDays: _days, separationOfDuties: _duties, ...texts } = fields;
  const percent = taxPercent.normalize('NFKC').replace('%', '').trim();
  const parsed = parseDecimal(percent);
  return {
    ...texts,
    bank: { name: bankName, account: bankAccount },
    taxRate: parsed === null ? (percent as Decimal) : divide(parsed, hundred),
  };
}

/** The policy with what the form says of it. */
export const policyWith = (policy: Policy, { letterValidDays, separationOfDuties }: CompanyFields): Policy =>
  withSetting(
    withSetting(policy, 'letter.validDays', Number(letterValidDays)),
    'approval.separationOfDuties',
    separationOfDuties,
  );
