import type { RowValues } from '../../sheet/table.ts';
import { sameText } from '../../sheet/text.ts';
import type { BookSource, Customer, CustomerBook } from '../knowledge.ts';

/** Rows of customer tables as a book. A code that comes again (a second address) is the same customer: the first row holds. */
export function customerBookOf(rows: readonly RowValues<'customers'>[], source: BookSource): CustomerBook {
  const byCode = new Map<string, Customer>();
  for (const row of rows) {
    const customer = customerOf(row);
    if (customer && !byCode.has(sameText(customer.code))) byCode.set(sameText(customer.code), customer);
  }
  return { source, customers: [...byCode.values()] };
}

function customerOf(row: RowValues<'customers'>): Customer | null {
  const code = row.customerCode ?? row.customerName ?? row.shortName;
  if (!code) return null;
  const address = addressOf(row);
  return {
    code,
    name: row.customerName ?? row.shortName ?? code,
    ...(row.customerName && row.shortName && { shortName: row.shortName }),
    ...(row.customerClass && { customerClass: row.customerClass }),
    ...(row.contact && { contact: row.contact }),
    ...(row.phone && { phone: row.phone }),
    ...(address && { address }),
    ...(row.paymentTerms && { paymentTerms: row.paymentTerms }),
    ...(row.region && { region: row.region }),
    ...(row.creditLimit && { creditLimit: row.creditLimit }),
    ...(row.receivable && { receivable: row.receivable }),
    ...(row.overdueDebt && { overdueDebt: row.overdueDebt }),
    ...(row.overdueDays && { overdueDays: Number(row.overdueDays) }),
    ...(row.taxNumber && { taxNumber: row.taxNumber }),
    active: row.active ?? true,
  };
}

/** City and country belong to the address where it doesn't name them itself. */
const addressOf = ({ address = '', city = '', country = '' }: RowValues<'customers'>): string =>
  [address, city, country].filter((part, index) => part && (index === 0 || !address.includes(part))).join(', ');
