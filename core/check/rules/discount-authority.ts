import { type Decimal, multiply } from '../../value/decimal.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import type { Detail } from '../detail.ts';
import { type DiscountBeyond, discountBeyond } from '../discount-limit.ts';
import { hasItem, type ItemLine } from '../item-line.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

/**
 * Who may grant what the row takes off the list price, price and discount column together (R17). It is said at the discount, as
 * the share taken off; at a unit price that is too low by itself, as that price against the list's: list-price is silent then.
 */
export const discountAuthority: Rule = {
  name: 'discount-authority',
  codes: ['discount.beyond-authority'],
  scope: 'row',
  needs: ['prices', 'listPrices'],
  check: (context) => context.lines.flatMap((line) => observe(line, context) ?? []),
};

function observe(line: LineInCheck, context: CheckContext): Observation | null {
  if (!hasItem(line)) return null;
  const beyond = discountBeyond(line, context);
  if (!beyond) return null;
  return beyond.by === 'discount' ? ofDiscount(line, beyond) : ofPrice(line, beyond);
}

const ofDiscount = (line: ItemLine, { allowed, off, who }: DiscountBeyond): Observation => ({
  code: 'discount.beyond-authority',
  at: { line, field: ['discount', 'unitPrice'] },
  expected: { kind: 'ratio', value: allowed },
  actual: { kind: 'ratio', value: off },
  data: { ...itemData(line.item.entry), ...(who && { role: who, context: 'role' }) },
});

function ofPrice(line: ItemLine, { allowed, list, off, paid, who }: DiscountBeyond): Observation {
  const { currency } = line.order;
  return {
    code: 'discount.beyond-authority',
    at: { line, field: 'unitPrice' },
    expected: { kind: 'money', value: list.price, currency },
    actual: { kind: 'money', value: paid, currency },
    data: {
      ...itemData(line.item.entry),
      discount: percent(off),
      limit: percent(allowed),
      ...(who ? { role: who, context: 'price-role' } : { context: 'price' }),
    },
    details: whyThisPrice(list, currency),
    ...(list.isCertain && { fix: Number(list.price) }),
  };
}

/** Where the list price isn't plain from the list. */
function whyThisPrice(list: DiscountBeyond['list'], currency: string): readonly Detail[] {
  if (list.isConverted)
    return [{ code: 'list-price-converted', values: { listed: { kind: 'money', value: list.listed, currency } } }];
  return list.isPromotion ? [{ code: 'list-price-promotion' }] : [];
}

const percent = (ratio: Decimal): string => multiply(ratio, '100' as Decimal);
