import type { IssuedLetter, OrderContent, OrderLine } from '../order/state.ts';
import { isZero } from '../value/decimal.ts';
import { formatAmount, formatDate, formatMoney, formatPrice, formatQuantity, formatRate } from './format.ts';
import { dateOrDash, type PaperContext } from './paper-model.ts';

/** A letter with the content it was issued for. */
export interface LetterContent {
  readonly order: OrderContent;
  readonly letter: Pick<IssuedLetter, 'promised'>;
}

/** One thing that differs from the revision before, as it stands on the letter. */
export interface Change {
  /** "第 2 行 单价" */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What changed between two revisions, old → new, lines by their number (which never changes). */
export function changesBetween(before: LetterContent, after: LetterContent, context: PaperContext): Change[] {
  const { locale, words } = context;
  const numbers = [...new Set([...before.order.lines, ...after.order.lines].map(({ line }) => line))].sort(
    (a, b) => a - b,
  );
  const values = ({ order, letter }: LetterContent, number: number): Record<string, string> => {
    const line = order.lines.find((candidate) => candidate.line === number);
    return line
      ? lineValues(line, dateOrDash(letter.promised.find((promise) => promise.line === number)?.date, locale), context)
      : {};
  };
  return [
    ...differences(orderValues(before.order, words), orderValues(after.order, words)),
    ...numbers.flatMap((number) =>
      differences(values(before, number), values(after, number)).map((change) => ({
        ...change,
        what: `${words('documents:change.line', { line: number })} ${change.what}`,
      })),
    ),
  ];
}

const orderValues = (order: OrderContent, words: PaperContext['words']): Record<string, string> => ({
  [words('terms:field.customerName')]: order.customer.name,
  [words('documents:letter.place')]: order.customer.address ?? '',
  [words('terms:field.poNumber')]: order.poNumber ?? '',
  [words('documents:letter.reference')]: order.poNumber === undefined ? (order.key ?? '') : '',
  [words('terms:field.paymentTerms')]: order.paymentTerms ?? '',
  [words('documents:letter.shippingMethod')]: order.deliveryMethod ?? '',
  [words('documents:letter.total')]: formatMoney(order.total, order.currency),
});

const lineValues = (line: OrderLine, promised: string, { locale, words }: PaperContext): Record<string, string> => ({
  [words('terms:field.itemCode')]: line.itemCode,
  [words('terms:field.itemName')]: line.itemName,
  [words('terms:field.specification')]: line.specification ?? '',
  [words('terms:field.color')]: line.color ?? '',
  [words('terms:field.quantity')]: `${formatQuantity(line.quantity)}${line.unit ? ` ${line.unit}` : ''}`,
  [words('terms:field.unitPrice')]: formatPrice(line.unitPrice),
  [words('terms:field.discount')]:
    line.discount === undefined || isZero(line.discount) ? '' : formatRate(line.discount),
  [words('terms:field.amount')]: formatAmount(line.amount),
  [words('documents:letter.promised')]: promised,
  [words('terms:field.agreedArrival')]: line.agreedArrival ? formatDate(line.agreedArrival, locale) : '',
  [words('terms:field.address')]: line.address ?? '',
  [words('terms:field.batch')]: line.batch ?? '',
  [words('terms:field.specialRequirements')]: line.specialRequirements ?? '',
  [words('terms:field.remark')]: line.remark ?? '',
});

function differences(before: Record<string, string>, after: Record<string, string>): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => (before[name] ?? '') !== (after[name] ?? ''))
    .map((what) => ({ what, before: before[what] || '—', after: after[what] || '—' }));
}
