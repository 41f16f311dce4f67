import { isNegative, isZero } from '../../value/decimal.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { netPrice } from '../line-amount.ts';
import { listPriceOfLine } from '../line-price.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * Nobody is paid for taking goods, what is free is free on purpose, and what is a gift costs nothing (docs/policy.md "Money
 * and tax"): a gift with a price would be charged for.
 */
export const soundPrice: Rule = {
  name: 'sound-price',
  codes: ['price.negative', 'price.zero', 'price.gift-priced'],
  scope: 'row',
  needs: [],
  check: (context) => context.lines.flatMap((line) => observe(line, context) ?? []),
};

function observe(line: LineInCheck, context: CheckContext): Observation | null {
  const { amount, discount, gift, unitPrice } = line.parsed;
  if (unitPrice === undefined) return null;
  const seen = {
    at: { line, field: 'unitPrice' },
    actual: { kind: 'money', value: unitPrice, currency: line.order.currency },
  } as const;
  if (isNegative(unitPrice)) return { code: 'price.negative', ...seen };
  if (isZero(netPrice(unitPrice, discount)))
    return gift ? null : { code: 'price.zero', ...seen, choices: listPriceAsChoice(line, context) };
  if (!gift) return null;
  const isFree = amount !== undefined && isZero(amount);
  return { code: 'price.gift-priced', ...seen, ...(isFree ? { fix: 0 } : { choices: [{ content: 0, label: '0' }] }) };
}

/** What the price most likely is, where the cell says nothing and the list surely does. */
function listPriceAsChoice(line: LineInCheck, context: CheckContext): NonNullable<Observation['choices']> {
  const list = listPriceOfLine(line, context);
  const isNothing = line.parsed.unitPrice !== undefined && isZero(line.parsed.unitPrice);
  return isNothing && list?.kind === 'price' && list.isCertain
    ? [{ content: Number(list.price), label: list.price }]
    : [];
}
