import { addDays, type PlainDate } from '../../value/date.ts';
import { compare } from '../../value/decimal.ts';
import type { CheckContext } from '../context.ts';
import { hasItem, type ItemLine } from '../item-line.ts';
import { thereBy } from '../on-hand.ts';
import { openQuantityOf } from '../open-quantity.ts';
import { dateFormat, itemData, type Observation, type Rule } from '../rule.ts';
import { itemNamesIn } from '../stock-names.ts';
import { countedIn, quantityIn, ratioOf } from '../unit-conversion.ts';
import { wishedDate } from '../wished-date.ts';

/**
 * What is neither in stock nor on its way takes its time (R6, R22, policy 9): a wished date nearer than the item's lead time
 * is said. Stock is looked at as a whole here, not as promised row by row: that is enough-stock's business.
 */
export const leadTime: Rule = {
  name: 'lead-time',
  codes: ['due-date.too-soon'],
  scope: 'row',
  needs: ['prices', 'stock'],
  check: (context) => context.lines.filter(hasItem).flatMap((line) => observe(line, context)),
};

function observe(line: ItemLine, context: CheckContext): Observation[] {
  const { policy, today } = context;
  const item = line.item.entry;
  const [days, due] = [item.leadTimeDays ?? policy.leadTimeDays, wishedDate(line.parsed)];
  if (days === null || due === undefined || due < today || item.service) return [];
  const earliest = addDays(today, Math.ceil(days));
  if (due >= earliest || !isMissing(line, due, context)) return [];
  return [
    {
      code: 'due-date.too-soon',
      at: { line, field: 'dueDate' },
      expected: { kind: 'date', value: earliest },
      actual: { kind: 'date', value: due },
      data: { ...itemData(item), days: String(days) },
      choices: [{ content: earliest, label: earliest }],
      format: dateFormat,
    },
  ];
}

/** Less is there by its date than the row wants; false as well where that can't be told. */
function isMissing(line: ItemLine, due: PlainDate, { knowledge: { prices, stock } }: CheckContext): boolean {
  const { item, parsed } = line;
  const open = openQuantityOf(parsed);
  const ratio = ratioOf(countedIn(parsed), item.entry, parsed);
  const wanted = open !== undefined && ratio && quantityIn(ratio, open);
  const there = stock && thereBy(due, stock, item.entry, itemNamesIn(prices));
  return wanted && there ? compare(there, wanted) < 0 : false;
}
