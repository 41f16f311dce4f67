import { cellName } from '../../sheet/grid.ts';
import { compare, type Decimal, zero } from '../../value/decimal.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { itemData, type Observation, type Rule } from '../rule.ts';
import { type Holder, RunningStock, type StockAnswer } from '../running-stock.ts';

/**
 * There is stock for every row (R21, X3): rows compete in running order with each other and with the open orders on the
 * server. A row whose goods have left demands nothing; a row with other errors still does, it will be mended.
 */
export const enoughStock: Rule = {
  name: 'enough-stock',
  codes: ['stock.short', 'stock.unlisted'],
  scope: 'check',
  needs: ['stock', 'openDemand'],
  check({ knowledge: { stock, openDemand }, lines }: CheckContext) {
    if (!stock) return [];
    const running = new RunningStock(stock, openDemand);
    return lines.flatMap((line) => observe(line, running));
  },
};

function observe(line: LineInCheck, running: RunningStock): Observation[] {
  const { quantity, shippedDate, unit } = line.parsed;
  const names = stockNames(line);
  if (shippedDate || names.length === 0 || quantity === undefined || compare(quantity, zero) <= 0) return [];
  const item = itemData(line.item.kind === 'found' ? line.item.entry : { code: names[0] ?? '' });
  const at = { line, field: 'quantity' } as const;
  const shown = (value: Decimal) => ({ kind: 'quantity', value, ...(unit && { unit }) }) as const;
  const answer = running.take(names, orderName(line), quantity);
  if (!answer) return [{ code: 'stock.unlisted', at, actual: shown(quantity), data: item }];
  if (answer.short === zero) return [];
  return [
    {
      code: 'stock.short',
      at,
      expected: shown(answer.available),
      actual: shown(quantity),
      data: { ...item, available: answer.available, wanted: quantity, short: answer.short, ...heldBy(answer) },
    },
  ];
}

/** The codes the stock sheet may list the item under; none while it isn't clear which item is meant. */
function stockNames({ item, parsed }: LineInCheck): string[] {
  if (item.kind === 'found') return [item.entry.code, item.entry.barcode].filter((name) => name !== undefined);
  if (item.kind === 'no-book')
    return [parsed.itemCode, parsed.barcode, parsed.itemName].filter((name) => name !== undefined);
  return [];
}

/** What the clerk calls the order: its key, or where it stands when the sheet has no order numbers. */
const orderName = ({ order, parsed }: LineInCheck): string => order.parsed.key ?? cellName(parsed.row, 0);

function heldBy({ holders, furtherHolders }: StockAnswer): Record<string, string> {
  if (holders.length === 0) return {};
  const named = holders.map(({ order, quantity }: Holder) => `${order} (${quantity})`).join(', ');
  return { holders: furtherHolders > 0 ? `${named} … +${furtherHolders}` : named, context: 'held' };
}
