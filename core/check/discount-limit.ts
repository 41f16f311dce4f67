import type { Role } from '../policy/roles.ts';
import type { Authority } from '../policy/setting-value.ts';
import { compare, type Decimal, divide, maximum, multiply, subtract, zero } from '../value/decimal.ts';
import { roundedApart } from '../value/rounded-apart.ts';
import type { CheckContext, LineInCheck } from './context.ts';
import { pricePaid } from './line-amount.ts';
import { listPriceOfLine, type RowListPrice } from './line-price.ts';
import { oncePerLine } from './once-per-line.ts';
import { isAtLeast, isSamePrice, type RowPrice } from './price-terms.ts';

/** What a row takes off the list price beyond what those who ask may grant. Ratios: 0.05 = 5 %. */
export interface DiscountBeyond {
  /** What takes it off: the row's own discount, alone or with the price, or the unit price by itself. */
  readonly by: 'discount' | 'unitPrice';
  readonly list: Extract<RowListPrice, { kind: 'price' }>;
  /** For one, after the discount. */
  readonly paid: Decimal;
  /** To four decimals, or more where it would read like what is allowed, or like everything. */
  readonly off: Decimal;
  readonly allowed: Decimal;
  /** Who may grant it, where anybody may. */
  readonly who: Role | undefined;
}

const one = '1' as Decimal;

/**
 * Whether price and discount column together go beyond the authority for discounts (R17, policy 2); null where they don't, or
 * the list says nothing to judge by. Orders come from sales, so whoever enters them may pass on what the first authority
 * grants. Gifts have a flag of their own.
 */
export const discountBeyond = oncePerLine(findBeyond);

function findBeyond(line: LineInCheck, context: CheckContext): DiscountBeyond | null {
  const paid = pricePaid(line.parsed);
  const list = listPriceOfLine(line, context);
  if (paid === null || list?.kind !== 'price' || compare(list.exact, zero) <= 0) return null;
  const by = (line.parsed.discount ?? zero) === zero ? 'unitPrice' : 'discount';
  if (by === 'unitPrice' && isSamePrice(list, paid)) return null;
  const { allowed, authorities } = limitsIn(context);
  if (isWithin(paid, allowed, list)) return null;
  return {
    by,
    list,
    paid,
    off: roundedApart(subtract(one, divide(paid, list.exact)), 4, [allowed.upTo, one]),
    allowed: allowed.upTo,
    who: authorities.find((limit) => isWithin(paid, limit, list))?.role,
  };
}

/** So much may be taken off, so much then remains: the same for all rows of a check. */
interface Limit {
  readonly upTo: Decimal;
  readonly remains: Decimal;
}
interface Limits {
  /** The most who asks may take off. */
  readonly allowed: Limit;
  readonly authorities: readonly (Limit & Authority)[];
}
const limits = new WeakMap<CheckContext, Limits>();

function limitsIn(context: CheckContext): Limits {
  const known = limits.get(context);
  if (known) return known;
  const { discountAuthority } = context.policy;
  const own = discountAuthority.filter(({ role }, index) => index === 0 || context.roles.includes(role));
  const allowed = limitOf(own.reduce((most, { upTo }) => maximum(most, upTo), zero));
  const made = { allowed, authorities: discountAuthority.map(({ role, upTo }) => ({ role, ...limitOf(upTo) })) };
  limits.set(context, made);
  return made;
}

const limitOf = (upTo: Decimal): Limit => ({ upTo, remains: subtract(one, upTo) });

const isWithin = (paid: Decimal, { remains }: Limit, list: RowPrice): boolean =>
  compare(paid, list.exact) >= 0 || isAtLeast(paid, multiply(list.exact, remains), list);
