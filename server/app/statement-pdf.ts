import type { OrderCustomer } from '../../core/check/checked-order.ts';
import { statementPaper } from '../../core/document/statement-paper.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { Locale } from '../../core/policy/locale.ts';
import type { Month } from '../../core/value/date.ts';
import { ok, type Result } from '../../core/value/result.ts';
import type { Caller } from './company.ts';
import { paperContext } from './issue-paper.ts';
import { printed } from './paper-press.ts';
import { readStatement } from './read-money.ts';

/**
 * R45: a month's statement, printed as the records stand now; like the month's report it is made anew whenever it is asked for.
 * @throws PaperNotPrinted
 */
export async function statementPdf(
  caller: Caller,
  customerCode: string,
  {
    locale,
    ...which
  }: { readonly month: Month; readonly currency?: string | undefined; readonly locale?: Locale | undefined },
): Promise<Result<Uint8Array, Refusal>> {
  const statement = await readStatement(caller, customerCode, which);
  if (!statement.ok) return statement;
  const { user, moment, company } = caller;
  const facts = { customer: await customerOf(caller, customerCode), issuedBy: user.name, today: moment.today };
  const model = statementPaper(statement.value, facts, paperContext(caller, locale));
  const { pdf } = await printed(model.number, () => company.printer.print(model));
  return ok(pdf);
}

/** As the book has him now; one who left it, as his last order says. */
async function customerOf({ company }: Caller, code: string): Promise<OrderCustomer> {
  const { read } = company.store;
  const { customers } = await read.books();
  const book = customers?.kind === 'customers' ? customers.content.customers : [];
  const listed = book.find((customer) => customer.code === code);
  if (listed !== undefined) return listed;
  const orders = await read.records('order').ofCustomers([code]);
  return orders.at(-1)?.state.customer ?? { code, name: code };
}
