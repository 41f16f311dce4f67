import type { OrderTable, SaidTotal } from '../../sheet/parsed-order.ts';
import { absolute, compare, type Decimal, multiply, subtract, sum } from '../../value/decimal.ts';
import type { LineInCheck } from '../context.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * A total is the sum of the rows it stands for (R10). It is compared with the column as it stands, so that a wrong amount in
 * a row is one finding, not two. No fix: a total is most often a formula, and what is wrong is the rows it takes in.
 */
export const rightTotals: Rule = {
  name: 'right-totals',
  codes: ['total.mismatch'],
  scope: 'check',
  needs: [],
  check(context) {
    const byTable = Map.groupBy(context.lines, ({ parsed }) => parsed.table);
    return (context.batch.totals ?? []).flatMap((total): Observation[] => {
      const table = context.tables[total.table];
      const covered = rowsBetween(byTable.get(total.table) ?? [], total);
      return table && covered.length > 0 ? observe(total, covered, table) : [];
    });
  },
};

/** The rows stand in sheet order: long sheets have thousands of subtotals, so the first one is found by halves. */
function rowsBetween(lines: readonly LineInCheck[], { from, to }: SaidTotal): readonly LineInCheck[] {
  const begin = firstFrom(lines, from);
  return lines.slice(begin, firstFrom(lines, to + 1));
}

function firstFrom(lines: readonly LineInCheck[], row: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.parsed.row ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function observe(total: SaidTotal, covered: readonly LineInCheck[], table: OrderTable): Observation[] {
  const values = covered.map((line) => addendOf(line, total.field, table));
  if (values.some((value) => value === null)) return [];
  const right = sumOf(values);
  // A filtered sheet's SUBTOTAL counts what can be seen.
  const visible = sumOf(values.filter((_, index) => !covered[index]?.parsed.hidden));
  if ([right, visible].some((sum) => agrees(total, sum, covered.length))) return [];
  const shown = (value: Decimal) =>
    total.field === 'amount'
      ? ({ kind: 'money', value, ...currencyOf(covered) } as const)
      : ({ kind: 'quantity', value } as const);
  return [
    {
      code: 'total.mismatch',
      at: { table: total.table, row: total.row, field: total.field },
      expected: shown(right),
      actual: shown(total.value),
      data: { field: total.field, from: String(total.from + 1), to: String(total.to + 1) },
    },
  ];
}

const sumOf = (values: readonly (Decimal | null)[]): Decimal => sum(values.filter((value) => value !== null));

/**
 * What a row adds to its column; null when that can't be told: the cell is unreadable or counts in packs (3箱×24), or holds
 * no amount where quantity × price would be of the other kind, with or without tax. An empty cell adds nothing.
 */
function addendOf({ amount, parsed }: LineInCheck, field: SaidTotal['field'], { beforeTax = [], columns }: OrderTable) {
  if (parsed.unreadable?.some((cell) => cell.field === field)) return null;
  if (field === 'quantity') return parsed.saidPacks ? null : (parsed.quantity ?? ('0' as Decimal));
  if (parsed.amount !== undefined) return parsed.amount;
  if (columns.amount !== undefined) return '0' as Decimal;
  return beforeTax.length === 1 ? null : amount;
}

/**
 * Quantities agree exactly. An amount of a row may be shown to the cent and hold more: up to half a cent each, which adds up;
 * a person adds what he sees, a formula what is there.
 */
const agrees = ({ field, value }: SaidTotal, right: Decimal, rows: number): boolean =>
  compare(
    absolute(subtract(value, right)),
    field === 'amount' ? multiply('0.005' as Decimal, String(rows) as Decimal) : ('0' as Decimal),
  ) <= 0;

/** Amounts of two currencies have no sum to name one of. */
function currencyOf(lines: readonly LineInCheck[]): { currency?: string } {
  const [currency, other] = new Set(lines.map(({ order }) => order.currency));
  return currency !== undefined && other === undefined ? { currency } : {};
}
