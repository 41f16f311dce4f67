import { checkPolicyOf } from '../policy/check-policy.ts';
import { defaultPolicy } from '../policy/policy.ts';
import type { ParsedOrder } from '../sheet/parsed-order.ts';
import type { Decimal } from '../value/decimal.ts';
import { bookFindings } from './books/book-findings.ts';
import type { CheckInput } from './check-input.ts';
import type { CheckedOrder } from './checked-order.ts';
import { checkedOrderOf } from './checked-order-of.ts';
import { contextOf, type OrderInCheck } from './context.ts';
import { homeCurrency } from './currency.ts';
import type { Finding } from './finding.ts';
import { tableOf } from './place.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { runRules, type Seen, type Unchecked, uncheckedBy } from './run-rules.ts';
import { type FindingSummary, summaryOf } from './summary.ts';

export interface CheckResult {
  readonly orders: readonly CheckedEntry[];
  /** About a whole sheet: a missing column, a check that couldn't be made. */
  readonly sheetFindings: readonly Finding[];
  /** All of them, by table, row, column and code; those of the workbook's own books after the orders'. */
  readonly findings: readonly Finding[];
  readonly summary: FindingSummary;
  /** Rules that couldn't run here; the findings say so too. The server may know what they need. */
  readonly unchecked: readonly Unchecked[];
}

export interface CheckedEntry {
  readonly order: ParsedOrder;
  /** Null while the order, or a sheet it stands in, has an error. Warnings don't stop it. */
  readonly checked: CheckedOrder | null;
  readonly findings: readonly Finding[];
  /** As the customer book writes it; null while it isn't clear who orders. */
  readonly customerCode: string | null;
}

/**
 * Judges orders against what is known (R10, R16, R21, R47). Every rule sees every row; a row with errors doesn't stop the
 * others. The same code runs in the pane, the browser, the command line and the server (X9).
 * @param rules fewer than all, where only some things are asked: no order is then known to be sound
 */
export function checkOrders(input: CheckInput, rules: readonly Rule[] = allRules): CheckResult {
  const { batch, sheets, ...rest } = input;
  const { currency = homeCurrency } = input;
  const context = contextOf(batch, { ...usual, policy: checkPolicyOf(defaultPolicy(currency)), ...rest, currency });
  const seen = runRules(rules, context);
  const ofSheets = seen.filter(({ at }) => !('line' in at));
  const brokenTables = new Set(ofSheets.filter(isError).map(({ at }) => tableOf(at)));
  const ofBooks = sheets ? bookFindings(sheets, context.knowledge.prices?.currency ?? currency) : [];
  const findings = [...seen.map(({ finding }) => finding), ...ofBooks];
  const byOrder = Map.groupBy(seen, ({ at }) => ('line' in at ? at.line.order : null));
  return {
    orders: context.orders.map((order) => {
      const own = byOrder.get(order) ?? [];
      const isSound = rules === allRules && !own.some(isError) && !standsIn(brokenTables, order);
      return entryOf(order, own, isSound);
    }),
    sheetFindings: [...ofSheets.map(({ finding }) => finding), ...ofBooks],
    findings,
    summary: summaryOf(findings),
    unchecked: uncheckedBy(rules, context.knowledge),
  };
}

/** What holds unless the asker says otherwise. */
const usual = {
  roles: ['sales'],
  taxRate: '0.13' as Decimal,
} as const satisfies Partial<CheckInput>;

const isError = ({ finding }: Seen): boolean => finding.severity === 'error';

const standsIn = (tables: ReadonlySet<number>, { lines }: OrderInCheck): boolean =>
  lines.some(({ parsed }) => tables.has(parsed.table));

function entryOf(order: OrderInCheck, seen: readonly Seen[], isSound: boolean): CheckedEntry {
  return {
    order: order.parsed,
    checked: isSound ? checkedOrderOf(order) : null,
    findings: seen.map(({ finding }) => finding),
    customerCode: order.customer.kind === 'found' ? order.customer.entry.code : null,
  };
}
