import type { Authority } from '../../policy/check-policy.ts';
import type { Role } from '../../policy/roles.ts';
import { compare, type Decimal, divide, maximum, multiply, round, subtract, zero } from '../../value/decimal.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { pricePaid } from '../line-amount.ts';
import { listPriceOfLine } from '../line-price.ts';
import { isAtLeast, type RowPrice } from '../price-terms.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

const one = '1' as Decimal;

/**
 * Who may grant what the row takes off the list price, price and discount column together (R17, policy 2). Orders come from
 * sales, so whoever enters them may pass on what the first authority grants. Gifts have a flag of their own.
 */
export const discountAuthority: Rule = {
  name: 'discount-authority',
  codes: ['discount.beyond-authority'],
  scope: 'row',
  needs: ['prices', 'listPrices'],
  check: (context) => context.lines.flatMap((line) => observe(line, context) ?? []),
};

function observe(line: LineInCheck, context: CheckContext): Observation | null {
  const net = pricePaid(line.parsed);
  const list = listPriceOfLine(line, context);
  if (net === null || list?.kind !== 'price' || line.item.kind !== 'found') return null;
  const { discountAuthority: authorities } = context.policy;
  const allowed = limitOf(context.roles, authorities);
  if (compare(list.exact, zero) <= 0 || isWithin(net, allowed, list)) return null;
  const who = authorities.find(({ upTo }) => isWithin(net, upTo, list));
  return {
    code: 'discount.beyond-authority',
    at: { line, field: (line.parsed.discount ?? zero) === zero ? 'unitPrice' : ['discount', 'unitPrice'] },
    expected: { kind: 'ratio', value: allowed },
    actual: { kind: 'ratio', value: round(subtract(one, divide(net, list.exact)), 4) },
    data: { ...itemData(line.item.entry), ...(who ? { role: who.role, context: 'role' } : {}) },
  };
}

/** The most these roles may take off. */
const limitOf = (roles: readonly Role[], authorities: readonly Authority[]): Decimal =>
  authorities
    .filter(({ role }, index) => index === 0 || roles.includes(role))
    .reduce((most, { upTo }) => maximum(most, upTo), zero);

const isWithin = (net: Decimal, upTo: Decimal, list: RowPrice): boolean =>
  isAtLeast(net, multiply(list.exact, subtract(one, upTo)), list);
