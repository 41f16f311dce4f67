import type { Role } from '../../policy/roles.ts';
import type { MarginAuthority } from '../../policy/setting-value.ts';
import { compare, type Decimal, divide, subtract, zero } from '../../value/decimal.ts';
import { roundedApart } from '../../value/rounded-apart.ts';
import type { CheckContext } from '../context.ts';
import { hasItem, type ItemLine } from '../item-line.ts';
import { pricePaid } from '../line-amount.ts';
import { isPayableInBook, uncomparedOrders } from '../other-currency.ts';
import { inRowTerms } from '../price-terms.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';

/**
 * The row earns enough, or somebody who may grant less said so (R17, policy 3). Margin = (net price − cost) ÷ net price, both
 * without tax; with the same tax in both it is the same share. Without a rate another currency than the list's isn't checked.
 */
export const margin: Rule = {
  name: 'margin',
  codes: ['price.low-margin'],
  scope: 'order',
  needs: ['costs'],
  check: (context) => [
    ...context.lines.filter(hasItem).flatMap((line) => observe(line, context) ?? []),
    ...uncomparedOrders(margin.name, context, ({ item }) => item.entry.cost !== undefined),
  ],
};

function observe(line: ItemLine, context: CheckContext): Observation | null {
  const net = pricePaid(line.parsed);
  const { entry } = line.item;
  if (entry.cost === undefined || net === null || !isPayableInBook(line.order, context)) return null;
  const cost = inRowTerms({ price: entry.cost, tax: context.knowledge.prices?.tax }, line, context);
  if (!cost) return null;
  const share = divide(subtract(net, cost.exact), net);
  const needed = whoMustAgree(share, context.policy.marginAuthority, context.roles);
  if (!needed) return null;
  return {
    code: 'price.low-margin',
    at: { line, field: 'unitPrice' },
    expected: { kind: 'ratio', value: needed.below },
    actual: { kind: 'ratio', value: roundedApart(share, 4, [needed.below]) },
    data: { ...itemData(entry), role: needed.role, ...(compare(share, zero) < 0 && { context: 'loss' }) },
  };
}

/** The last authority whose limit the margin is below; null when there is none, or one of these roles has as much. */
function whoMustAgree(
  share: Decimal,
  authorities: readonly MarginAuthority[],
  roles: readonly Role[],
): MarginAuthority | null {
  const rank = authorities.findLastIndex(({ below }) => compare(share, below) < 0);
  const may = authorities.some(({ role }, index) => index >= rank && roles.includes(role));
  return may ? null : (authorities[rank] ?? null);
}
