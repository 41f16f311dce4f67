import type { Field } from '../../sheet/fields.ts';
import { sameText } from '../../sheet/text.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { customerIndexOf, findCustomer } from '../customer-index.ts';
import { suggestCustomer } from '../customer-suggestion.ts';
import type { CustomerBook } from '../knowledge.ts';
import { customerFields } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * An order has one customer: a row under the same order number that names another is reported. Where the row's customer is
 * nobody and can only be a slip of the order's, the fix says so: one mended row mends the others.
 */
export const oneCustomer: Rule = {
  name: 'one-customer',
  codes: ['customer.conflict'],
  scope: 'row',
  needs: [],
  check: ({ lines, knowledge: { customers }, tables }) =>
    lines.flatMap((line): Observation[] => {
      const { otherCustomer } = line.parsed;
      if (otherCustomer === undefined) return [];
      return [otherCode(line, otherCustomer, customers) ?? otherName(line, otherCustomer, customers, tables)];
    }),
};

/** The same name beside another code. */
function otherCode(line: LineInCheck, said: string, book: CustomerBook | null): Observation | null {
  const { code, name } = line.order.parsed.customer;
  if (code === undefined || name === undefined || sameText(said) !== sameText(name)) return null;
  const isHisAlone = book && customerIndexOf(book).byName.get(sameText(name))?.length === 1;
  return {
    code: 'customer.conflict',
    at: { line, field: 'customerCode' },
    expected: { kind: 'text', value: code },
    actual: { kind: 'text', value: said },
    data: { context: 'code' },
    ...(isHisAlone && line.order.customer.kind === 'found' && { fix: code }),
  };
}

function otherName(
  line: LineInCheck,
  said: string,
  book: CustomerBook | null,
  tables: CheckContext['tables'],
): Observation {
  const { code, name } = line.order.parsed.customer;
  const field = columnOfSlip(line, said, book, tables);
  const meant = field === null ? undefined : { customerCode: code, customerName: name }[field];
  return {
    code: 'customer.conflict',
    at: { line, field: field ?? customerFields(line) },
    expected: { kind: 'text', value: name ?? code ?? '' },
    actual: { kind: 'text', value: said },
    ...(meant !== undefined && { fix: meant }),
  };
}

/** The only column that names a customer, where what it says is the order's customer misspelt; null where that isn't sure. */
function columnOfSlip(
  { order, parsed }: LineInCheck,
  said: string,
  book: CustomerBook | null,
  tables: CheckContext['tables'],
): (Field<'orders'> & ('customerCode' | 'customerName')) | null {
  if (!book || order.customer.kind !== 'found' || findCustomer(book, { name: said }).kind !== 'unknown') return null;
  if (suggestCustomer(book, said) !== order.customer.entry) return null;
  const columns = tables[parsed.table]?.columns;
  const named = (['customerCode', 'customerName'] as const).filter((field) => columns?.[field] !== undefined);
  return named.length === 1 ? (named[0] ?? null) : null;
}
