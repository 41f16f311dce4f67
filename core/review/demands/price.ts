import { compare, type Decimal, zero } from '../../value/decimal.ts';
import type { Demand, DemandRule } from '../demand.ts';
import type { WorstLine } from '../facts.ts';
import type { ReasonCode } from '../reason.ts';

/** What it is sold for: terms and commission (R12, R20), discount (policy 2) and margin (policy 3) by whoever may grant them. */
export const priceDemands: DemandRule = (input) => [
  ...terms(input),
  ...commission(input),
  ...discount(input),
  ...margin(input),
];

const terms: DemandRule = ({ facts: { terms } }) => {
  if (terms === null) return [];
  const { customerClass, prepaid, credit } = terms.usual;
  const values = {
    asked: text(terms.asked),
    class: text(customerClass),
    prepaid: ratio(prepaid),
    credit: ratio(credit),
  };
  return [{ aspect: 'price', reason: { code: 'terms.unusual', values } }];
};

const commission: DemandRule = ({ facts: { commission }, policy: { lastAuthority } }) => {
  if (commission.length === 0) return [];
  const values = { said: text(commission.join('; ')) };
  return [{ aspect: 'management', role: lastAuthority, reason: { code: 'commission.agreed', values } }];
};

/** The first authority is what whoever enters the order may grant: it takes nobody else. */
const discount: DemandRule = ({ facts: { discount }, policy: { discountAuthority, lastAuthority } }) => {
  const [own] = discountAuthority;
  if (discount === null || compare(discount.share, own?.upTo ?? zero) <= 0) return [];
  const who = discountAuthority.find(({ upTo }) => compare(discount.share, upTo) <= 0);
  return [beyond(who?.role ?? lastAuthority, 'discount.beyond', discount, own?.upTo ?? zero)];
};

const margin: DemandRule = ({ facts: { margin }, policy: { marginAuthority } }) => {
  if (margin === null) return [];
  const who = marginAuthority.findLast(({ below }) => compare(margin.share, below) < 0);
  if (who === undefined) return [];
  return [beyond(who.role, 'margin.low', margin, who.below)];
};

const beyond = (
  role: NonNullable<Demand['role']>,
  code: ReasonCode,
  { item, share }: WorstLine,
  limit: WorstLine['share'],
): Demand => ({
  aspect: 'management',
  role,
  reason: {
    code,
    values: { item: text(item), share: ratio(share), limit: ratio(limit) },
  },
});

const text = (value: string) => ({ kind: 'text', value }) as const;
const ratio = (value: Decimal) => ({ kind: 'ratio', value }) as const;
