import type { CheckResult } from './check.ts';
import type { Finding } from './finding.ts';
import type { Need } from './need.ts';
import { rowName } from './place.ts';
import type { Unchecked } from './run-rules.ts';

/** Books of the server's own, which may know less than the workbook at hand. */
type Book = 'customers' | 'prices';
const isBook = (context: string | undefined): context is Book => context === 'customers' || context === 'prices';

/** What no workbook holds. */
const serverOnly: ReadonlySet<Need> = new Set(['pastDeals', 'openAmounts', 'posted']);

/** What the server can't look up of somebody, or something, its own books don't know. */
const lookedUpBy: Readonly<Record<Book, ReadonlySet<Need>>> = {
  customers: new Set(['creditLimits', 'debts', 'openAmounts', 'pastDeals']),
  prices: new Set(['floorPrices', 'costs', 'pastDeals']),
};

/**
 * What stays "not checked" after the server was asked, with the reason that fits the workbook at hand: it may hold the
 * customer list that was never published. A rule the server ran is silent about customers and items it doesn't know;
 * where they are known here, silence must not pass for a check.
 */
export function stillUnchecked(
  { unchecked, sheetFindings, orders, findings }: CheckResult,
  answered: readonly Finding[],
): readonly Finding[] {
  const lacksHere = new Set<string>(unchecked.map(({ need }) => need));
  const unknownThere = booksWithGaps({ orders, findings }, answered);
  const reasonOf = ({ rule, need, lack }: Unchecked, here: Finding): Finding['data'] | null => {
    const there = answered.find((finding) => isOfSheet(finding, rule));
    if (there) {
      if (lack === 'absent' && !serverOnly.has(need)) return here.data;
      const context = there.data?.context;
      return isBook(context) && !lacksHere.has(context) ? unpublished(rule, context) : there.data;
    }
    const book = unknownThere.find((each) => lookedUpBy[each].has(need));
    return book ? unpublished(rule, book) : null;
  };
  return unchecked.flatMap((one) => {
    const here = sheetFindings.find((finding) => isOfSheet(finding, one.rule));
    const data = here && reasonOf(one, here);
    return data ? [{ ...here, data }] : [];
  });
}

const unpublished = (rule: string, book: Book) => ({ rule, context: `${book}-unpublished` });

const isOfSheet = ({ code, order, data }: Finding, rule: string): boolean =>
  code === 'check.not-run' && order === null && data?.rule === rule;

/** The server's books that lack a customer, or an item, which is known here. */
function booksWithGaps(
  { orders, findings }: Pick<CheckResult, 'orders' | 'findings'>,
  answered: readonly Finding[],
): readonly Book[] {
  const customerKnown = new Set(
    orders.flatMap(({ order, customerCode }) => (customerCode === null ? [] : [order.key])),
  );
  const itemUnknown = new Set(findings.filter(({ code }) => code === 'item.unknown').map(rowName));
  const gaps = {
    customers: answered.some(
      ({ code, order }) => code === 'customer.unknown' && order !== null && customerKnown.has(order),
    ),
    prices: answered.some((finding) => finding.code === 'item.unknown' && !itemUnknown.has(rowName(finding))),
  };
  return (['customers', 'prices'] as const).filter((book) => gaps[book]);
}
