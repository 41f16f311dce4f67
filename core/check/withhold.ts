import type { Customer, Item, Knowledge, Secret } from './knowledge.ts';

/**
 * What may be handed to somebody who may not see these secrets: the same knowledge without them, and the word that they
 * were left out. Rules that need them then say "not checked" where he sits; the server's own check makes them for him.
 */
export function withheld(knowledge: Knowledge, secrets: readonly Secret[]): Knowledge {
  if (secrets.length === 0) return knowledge;
  const { prices, customers, openAmounts, ...rest } = knowledge;
  const hides = (secret: Secret): boolean => secrets.includes(secret);
  return {
    ...rest,
    prices: prices && hides('costs') ? { ...prices, items: prices.items.map(withoutCosts) } : prices,
    customers:
      customers && hides('credit') ? { ...customers, customers: customers.customers.map(withoutCredit) } : customers,
    ...(openAmounts && !hides('credit') && { openAmounts }),
    withheld: secrets,
  };
}

const withoutCosts = ({ cost: _cost, floorPrice: _floorPrice, ...item }: Item): Item => item;

const withoutCredit = ({
  creditLimit: _limit,
  receivable: _receivable,
  overdueDebt: _debt,
  overdueDays: _days,
  ...customer
}: Customer): Customer => customer;
