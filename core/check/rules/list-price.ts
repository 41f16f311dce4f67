import { compare, type Decimal, zero } from '../../value/decimal.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { discountBeyond } from '../discount-limit.ts';
import { listPriceOfLine, type RowListPrice } from '../line-price.ts';
import { isSamePrice } from '../price-terms.ts';
import { itemData, nothing, type Observation, type Rule } from '../rule.ts';

/**
 * The unit price is the list's (R16, R18), before any discount the row grants in its own column. What is a gift costs nothing; that
 * goods cost nothing or less is said by sound-price already, that a price is lower than who asks may grant by discount-authority.
 */
export const listPrice: Rule = {
  name: 'list-price',
  codes: ['price.not-list', 'price.ambiguous', 'price.none'],
  scope: 'row',
  needs: ['prices', 'listPrices'],
  check: (context) => context.lines.flatMap((line) => observe(line, context)),
};

function observe(line: LineInCheck, context: CheckContext): readonly Observation[] {
  const { gift, unitPrice } = line.parsed;
  const list = listPriceOfLine(line, context);
  if (unitPrice === undefined || gift || !list || line.item.kind !== 'found') return nothing;
  if (compare(unitPrice, zero) <= 0 || (list.kind === 'price' && isSamePrice(list, unitPrice))) return nothing;
  const at = { line, field: 'unitPrice' } as const;
  const { currency } = line.order;
  const actual = { kind: 'money', value: unitPrice, currency } as const;
  const item = itemData(line.item.entry);
  switch (list.kind) {
    case 'none':
      return [{ code: 'price.none', at, actual, data: { ...item, context: list.because, currency } }];
    case 'ambiguous': {
      if (list.prices.some((price) => isSamePrice(price, unitPrice))) return nothing;
      const choices = list.prices.map(({ price }) => ({ content: Number(price), label: price }));
      return [
        {
          code: 'price.ambiguous',
          at,
          actual,
          data: { ...item, prices: list.prices.map(({ price }) => price).join(', ') },
          choices,
        },
      ];
    }
    case 'price':
      if (discountBeyond(line, context)?.by === 'unitPrice') return nothing;
      return [
        {
          code: 'price.not-list',
          at,
          expected: { ...actual, value: list.price },
          actual,
          data: { ...item, ...difference(list, unitPrice, currency) },
          ...(list.isCertain && { fix: Number(list.price) }),
        },
      ];
  }
}

/**
 * Why the list price is what it is, where that isn't plain from the list; else how far off the row is. `discount`: per cent
 * below the list price, negative when above it. A hint to the eye, no amount: a float will do.
 */
function difference(
  list: Extract<RowListPrice, { kind: 'price' }>,
  price: Decimal,
  currency: string,
): Record<string, string> {
  if (list.isConverted) return { listed: list.listed, currency, context: 'converted' };
  if (list.isPromotion) return { context: 'promotion' };
  const percent = (1 - Number(price) / Number(list.price)) * 100;
  const discount = percent.toFixed(1);
  if (!Number.isFinite(percent) || Number(discount) === 0) return {};
  return { discount, context: percent < 0 ? 'above' : 'below' };
}
