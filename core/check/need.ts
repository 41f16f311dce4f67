import type { Customer, Item, Knowledge, Secret } from './knowledge.ts';

/** What a rule may need to run. Floor prices, costs and credit stand in books of their own only where somebody wrote them down. */
export type Need =
  | 'prices'
  | 'stock'
  | 'customers'
  | 'openDemand'
  | 'listPrices'
  | 'floorPrices'
  | 'costs'
  | 'creditLimits'
  | 'debts'
  | 'pastDeals'
  | 'openAmounts'
  | 'posted';

/** absent = nobody has it; withheld = this user may not see it, the server's own check has it. */
export type Lack = 'absent' | 'withheld';

/** Why a need isn't met; null when it is. */
export function lackOf(knowledge: Knowledge, need: Need): Lack | null {
  const secret = secretOf[need];
  if (secret && knowledge.withheld?.includes(secret)) return 'withheld';
  return isKnown(knowledge, need) ? null : 'absent';
}

const secretOf: { readonly [N in Need]?: Secret } = {
  floorPrices: 'costs',
  costs: 'costs',
  creditLimits: 'credit',
  debts: 'credit',
  openAmounts: 'credit',
};

function isKnown(knowledge: Knowledge, need: Need): boolean {
  switch (need) {
    case 'listPrices':
      return someItem(knowledge, ({ prices }) => prices.length > 0);
    case 'floorPrices':
      return someItem(knowledge, ({ floorPrice }) => floorPrice !== undefined);
    case 'costs':
      return someItem(knowledge, ({ cost }) => cost !== undefined);
    case 'creditLimits':
      return someCustomer(knowledge, ({ creditLimit }) => creditLimit !== undefined);
    case 'debts':
      return someCustomer(
        knowledge,
        ({ overdueDays, overdueDebt }) => overdueDebt !== undefined || overdueDays !== undefined,
      );
    default:
      return knowledge[need] !== null && knowledge[need] !== undefined;
  }
}

const someItem = ({ prices }: Knowledge, has: (item: Item) => boolean): boolean => prices?.items.some(has) ?? false;
const someCustomer = ({ customers }: Knowledge, has: (customer: Customer) => boolean): boolean =>
  customers?.customers.some(has) ?? false;
