import { addDays } from '../../value/date.ts';
import { compare } from '../../value/decimal.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { onHandOf } from '../on-hand.ts';
import { dateFormat, itemData, type Observation, type Rule } from '../rule.ts';

/**
 * What isn't in stock takes its time (R6, R22, policy 9): a wished date nearer than the item's lead time is said. Stock is
 * looked at as a whole here, not as promised row by row: that is enough-stock's business.
 */
export const leadTime: Rule = {
  name: 'lead-time',
  codes: ['due-date.too-soon'],
  scope: 'row',
  needs: ['prices', 'stock'],
  check: (context) => context.lines.flatMap((line) => observe(line, context)),
};

function observe(line: LineInCheck, { knowledge: { stock }, policy, today }: CheckContext): Observation[] {
  const { dueDate: due, quantity, shippedDate } = line.parsed;
  if (line.item.kind !== 'found' || !stock || due === undefined || shippedDate || due < today) return [];
  const item = line.item.entry;
  const days = item.leadTimeDays ?? policy.leadTimeDays;
  if (days === null || item.service || quantity === undefined) return [];
  const earliest = addDays(today, Math.ceil(days));
  if (due >= earliest || compare(onHandOf(stock, item), quantity) >= 0) return [];
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
