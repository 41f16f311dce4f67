import type { Customer, CustomerBook } from '../check/knowledge.ts';
import { sameText } from '../sheet/text.ts';
import { type Taken, taken } from './said.ts';

const ownNumber =
  /(?:\bP\.?\s?O\.?\b|采购单号?|採購單號?|订单号|訂單編?號|单号|單號|\border\b)\s*(?:no\.?|number|num|号|號|#)?\s*[:#]?\s*(?=[A-Za-z0-9\-/]*\d)([A-Za-z0-9][A-Za-z0-9\-/]{2,30})/iu;

/** The customer's own order number: PO 4711, 采购单号：CG-2026-11. */
export function orderNumberIn(text: string): Taken<string> | null {
  const found = ownNumber.exec(text);
  const number = found?.[1];
  if (!found || number === undefined) return null;
  return taken(text, { value: number, sure: 'sure', from: found.index, to: found.index + found[0].length });
}

interface SaidCustomer {
  readonly code?: string;
  readonly name: string;
}

const label = /(?:客户|客戶|公司|customer|client)(?:名称|名稱|name)?\s*:\s*([^,，;；。\n\ue000]{2,60})/iu;

/** The customer a line names: by a label, else by a name or short name of the customer book. */
export function customerIn(text: string, book: CustomerBook | null): Taken<SaidCustomer> | null {
  const labelled = label.exec(text);
  if (labelled) {
    const said = (labelled[1] ?? '').trim();
    const known = book?.customers.find((each) => namesOf(each).some((name) => sameText(name) === sameText(said)));
    const value = known ? { code: known.code, name: known.name } : { name: said };
    const to = labelled.index + labelled[0].trimEnd().length;
    return taken(text, { value, sure: known ? 'sure' : 'unsure', from: labelled.index, to });
  }
  const named = (book?.customers ?? [])
    .flatMap((customer) => namesOf(customer).map((name) => ({ customer, name, at: text.indexOf(name) })))
    .filter(({ at, name }) => at >= 0 && name.length > 1)
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (!named) return null;
  const { customer, name, at } = named;
  return taken(text, {
    value: { code: customer.code, name: customer.name },
    sure: 'likely',
    from: at,
    to: at + name.length,
  });
}

/** As people write of him; a code of two signs would be found in every second line. */
const namesOf = ({ code, name, shortName }: Customer): readonly string[] =>
  [name, shortName, code.length > 3 ? code : undefined].filter((each) => each !== undefined);
