import { compare, type Decimal } from '../../value/decimal.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { listPriceOfLine } from '../line-price.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

/** The unit price is the list's (R16, R18), before any discount the row grants in its own column. */
export const listPrice: Rule = {
  name: 'list-price',
  codes: ['price.not-list', 'price.ambiguous', 'price.none'],
  scope: 'row',
  needs: ['prices'],
  check: (context) => context.lines.flatMap((line) => observe(line, context)),
};

function observe(line: LineInCheck, context: CheckContext): Observation[] {
  const { unitPrice } = line.parsed;
  const list = listPriceOfLine(line, context);
  if (unitPrice === undefined || !list || line.item.kind !== 'found') return [];
  const at = { line, field: 'unitPrice' } as const;
  const actual = { kind: 'money', value: unitPrice, currency: line.order.currency } as const;
  const item = itemData(line.item.entry);
  switch (list.kind) {
    case 'none':
      return [
        { code: 'price.none', at, actual, data: { ...item, context: list.because, currency: line.order.currency } },
      ];
    case 'ambiguous':
      if (list.prices.some((price) => compare(price, unitPrice) === 0)) return [];
      return [{ code: 'price.ambiguous', at, actual, data: { ...item, prices: list.prices.join(', ') } }];
    case 'price': {
      if (list.price === unitPrice || compare(list.price, unitPrice) === 0) return [];
      const expected = { ...actual, value: list.price };
      return [
        {
          code: 'price.not-list',
          at,
          expected,
          actual,
          data: { ...item, ...difference(list.price, unitPrice) },
          fix: Number(list.price),
        },
      ];
    }
  }
}

/** `discount`: per cent below the list price, negative when above it. A hint to the eye, no amount: a float will do. */
function difference(list: Decimal, price: Decimal): Record<string, string> {
  const percent = (1 - Number(price) / Number(list)) * 100;
  const discount = percent.toFixed(1);
  if (!Number.isFinite(percent) || Number(discount) === 0) return {};
  return { discount, context: percent < 0 ? 'above' : 'below' };
}
