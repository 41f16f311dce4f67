import { zero } from '../../value/decimal.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { listPriceOfLine } from '../line-price.ts';
import { nothing, type Observation, type Rule } from '../rule.ts';
import { hasColumn, type Requirement, required } from './required-columns.ts';

/** An empty cell in a column that must be filled. A missing customer is reported once an order, at its first row. */
export const requiredFields: Rule = {
  name: 'required-fields',
  codes: ['field.missing'],
  scope: 'order',
  needs: [],
  check: (context) => context.lines.flatMap((line) => missingIn(line, context)),
};

function missingIn(line: LineInCheck, context: CheckContext): readonly Observation[] {
  if (required.every(({ has }) => has(line))) return nothing;
  const table = context.tables[line.parsed.table];
  const missing: readonly Requirement[] = required.filter(
    (requirement) =>
      !requirement.has(line) && table && hasColumn(table, requirement) && !isUnreadable(line, requirement),
  );
  return missing
    .filter(({ field }) => field !== 'customerName' || line === line.order.lines[0])
    .map(({ field, columns }) => ({
      code: 'field.missing',
      at: { line, field: columns },
      data: { field },
      ...(field === 'unitPrice' && (line.parsed.gift ? freeAsFix(line) : listPriceAsFix(line, context))),
    }));
}

const isUnreadable = ({ parsed }: LineInCheck, { columns }: Requirement): boolean =>
  parsed.unreadable?.some(({ field }) => columns.some((column) => column === field)) ?? false;

/** A row marked as a gift says its price already. */
const freeAsFix = ({ order: { currency } }: LineInCheck): Partial<Observation> => ({
  expected: { kind: 'money', value: zero, currency },
  data: { field: 'unitPrice', context: 'gift' },
  fix: 0,
});

function listPriceAsFix(line: LineInCheck, context: CheckContext): Partial<Observation> {
  const list = listPriceOfLine(line, context);
  if (list?.kind !== 'price') return {};
  return {
    expected: { kind: 'money', value: list.price, currency: line.order.currency },
    data: { field: 'unitPrice', context: 'priced' },
    ...(list.isCertain && { fix: Number(list.price) }),
  };
}
