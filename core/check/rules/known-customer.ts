import type { ParsedOrder } from '../../sheet/parsed-order.ts';
import { sameText } from '../../sheet/text.ts';
import { type CheckContext, firstLine, type OrderInCheck } from '../context.ts';
import { customerIndexOf } from '../customer-index.ts';
import { suggestCustomer } from '../customer-suggestion.ts';
import type { Customer, CustomerBook } from '../knowledge.ts';
import { customerPlace } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * The customer stands in the customer book, once, and may order; a code beside another customer's very name says two things.
 * Reported once an order, at its first row.
 */
export const knownCustomer: Rule = {
  name: 'known-customer',
  codes: ['customer.unknown', 'customer.ambiguous', 'customer.inactive', 'customer.name-differs'],
  scope: 'order',
  needs: ['customers'],
  check: ({ knowledge: { customers }, orders, tables }) =>
    customers ? orders.flatMap((order) => observe(order, customers, tables)) : [],
};

function observe(order: OrderInCheck, book: CustomerBook, tables: CheckContext['tables']): Observation[] {
  const { code, name } = order.parsed.customer;
  const seen = {
    at: customerPlace(order),
    actual: { kind: 'text', value: code ?? name ?? '' },
  } as const;
  const match = order.customer;
  if (match.kind === 'unknown') return [{ code: 'customer.unknown', ...seen, ...suggestion(order, book) }];
  if (match.kind === 'ambiguous') {
    const codes = match.entries.map((customer) => customer.code).join(', ');
    return [{ code: 'customer.ambiguous', ...seen, data: { codes }, choices: choicesOf(match.entries, order, tables) }];
  }
  if (match.kind !== 'found') return [];
  return [
    ...(match.entry.active ? [] : [{ code: 'customer.inactive', ...seen } as const]),
    ...otherName(order, match.entry, book),
  ];
}

/** His code, in its own column or, where the sheet has but one for customers, in that. */
function choicesOf(entries: readonly Customer[], order: OrderInCheck, tables: CheckContext['tables']) {
  const hasCodes = tables[firstLine(order).parsed.table]?.columns.customerCode !== undefined;
  return entries.map(({ code, name, ...customer }) => ({
    content: code,
    // Namesakes: what else tells them apart.
    label: [...new Set([code, name, customer.address ?? customer.region])].filter(Boolean).join(' '),
    ...(hasCodes && ({ field: 'customerCode' } as const)),
  }));
}

function otherName(order: OrderInCheck, { code, name, shortName }: Customer, book: CustomerBook): Observation[] {
  const { customer } = order.parsed;
  const said = customer.code ? customer.name : undefined;
  if (!said || [name, shortName].some((own) => own !== undefined && sameText(said) === sameText(own))) return [];
  if (!customerIndexOf(book).byName.has(sameText(said))) return [];
  return [
    {
      code: 'customer.name-differs',
      at: { line: firstLine(order), field: ['customerName', 'customerCode'] },
      expected: { kind: 'text', value: name },
      actual: { kind: 'text', value: said },
      data: { customer: code },
    },
  ];
}

/** An unknown code beside a name that is known: the customer of that name is meant. Else the only one it looks like, to be asked. */
function suggestion({ parsed }: OrderInCheck, book: CustomerBook): Partial<Observation> {
  const { code, name } = parsed.customer;
  const namesakes: readonly Customer[] = (code && name && customerIndexOf(book).byName.get(sameText(name))) || [];
  const [meant, other] = namesakes;
  if (!meant || other) return namesakes.length === 0 ? alike(parsed.customer, book) : {};
  return {
    expected: { kind: 'text', value: meant.code },
    data: { suggestion: meant.code, context: 'suggested' },
    fix: meant.code,
  };
}

/** Written where it was typed: over a name the name, over a code the code. */
function alike({ code, name }: ParsedOrder['customer'], book: CustomerBook): Pick<Observation, 'choices' | 'data'> {
  const meant = suggestCustomer(book, name ?? code ?? '');
  if (!meant) return {};
  const isAlone = customerIndexOf(book).byName.get(sameText(meant.name))?.length === 1;
  const content = code === undefined && isAlone ? meant.name : meant.code;
  // A list without codes calls its customers by their names.
  const label = content === meant.name ? meant.name : `${meant.code} ${meant.name}`;
  return { data: { suggestion: label, context: 'alike' }, choices: [{ content, label }] };
}
