import type { IssuedLetter, OrderContent, OrderLine } from '../order/state.ts';
import { type Decimal, isZero } from '../value/decimal.ts';
import { rmbCapitals } from './capitals.ts';
import { formatAmount, formatDate, formatMoney, formatPrice, formatQuantity, formatRate } from './format.ts';
import { type Change, changesBetween, type LetterContent } from './letter-changes.ts';
import { lineParticulars } from './line-particulars.ts';
import {
  customerFields,
  dateOrDash,
  type Field,
  fields,
  labels,
  letterhead,
  type PaperContext,
  type PaperModel,
  paperHead,
  returnAddress,
  together,
} from './paper-model.ts';
import { splitTax } from './tax.ts';

/** The order confirmation letter 订单确认书 (R25): what the customer signs, stamps and sends back. */
export interface ConfirmationLetter extends PaperModel {
  readonly kind: 'confirmation-letter';
  readonly customer: readonly Field[];
  readonly order: readonly Field[];
  /** Null on the first revision. */
  readonly changes: readonly Change[] | null;
  /** Some line has a discount: the column is printed. */
  readonly discounted: boolean;
  readonly lines: readonly LetterLine[];
  readonly totals: readonly Field[];
  /** RMB capitals; null for other currencies. */
  readonly capitals: Field | null;
  readonly terms: readonly Field[];
  readonly notices: readonly string[];
  readonly supplier: string;
  /** Where the signed copy goes. */
  readonly returnTo: string;
  readonly customerName: string;
}

export interface LetterLine {
  readonly line: number;
  readonly itemCode: string;
  readonly itemName: string;
  readonly specification: string | null;
  readonly remark: string | null;
  /** Where it goes and when, where the line says so itself; absent of letters issued before lines could. */
  readonly particulars?: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly amount: string;
  readonly promised: string;
}

/**
 * The letter of a revision. `previous` is the revision before with the content it was issued for: a later revision says
 * what changed.
 */
export function confirmationLetter(
  order: OrderContent,
  letter: IssuedLetter,
  context: PaperContext,
  previous?: LetterContent,
): ConfirmationLetter {
  const { locale, words, company } = context;
  const promised = new Map(letter.promised.map(({ line, date }) => [line, date]));
  const lines = order.lines.map((line) => letterLine(line, dateOrDash(promised.get(line.line), locale), context));
  const capitals = order.currency === 'CNY' ? rmbTotal(order.total, context) : null;
  return {
    ...paperHead(
      'confirmation-letter',
      {
        number: letter.paper,
        revision: words('documents:paper.revision', { revision: letter.revision }),
        on: letter.issuedOn,
        issuedBy: letter.issued.by.name,
        labels: letterLabels(order.currency, words),
      },
      context,
    ),
    customer: customerFields(order.customer, context),
    order: orderFields(order, letter, context),
    changes: previous ? changesBetween(previous, { order, letter }, context) : null,
    discounted: order.lines.some(({ discount }) => discount !== undefined && !isZero(discount)),
    lines,
    totals: totals(order, company.taxRate as Decimal, context),
    capitals,
    terms: terms(order, context),
    notices: [
      words('documents:letter.notice.check'),
      words('documents:letter.notice.promised'),
      words('documents:letter.notice.effect'),
      words('documents:letter.notice.validity', { date: formatDate(letter.validUntil, locale) }),
    ],
    supplier: letterhead(context).name,
    returnTo: returnAddress(company) ?? letterhead(context).name,
    customerName: order.customer.name,
    mustContain: [
      letter.paper,
      order.number,
      order.customer.name,
      ...lines.flatMap(({ itemCode, quantity, amount, promised: date }) => [itemCode, quantity, amount, date]),
      formatMoney(order.total, order.currency),
      ...(capitals ? [capitals.value] : []),
    ],
  };
}

function letterLabels(currency: string, words: PaperContext['words']): Record<string, string> {
  const named = currency === 'CNY' ? words('documents:letter.yuan') : currency;
  return {
    ...labels(
      {
        customer: 'documents:paper.to',
        order: 'documents:letter.order',
        changes: 'documents:change.title',
        before: 'documents:change.before',
        after: 'documents:change.after',
        line: 'documents:paper.line',
        itemCode: 'terms:field.itemCode',
        item: 'documents:paper.item',
        unit: 'terms:field.unit',
        quantity: 'terms:field.quantity',
        discount: 'terms:field.discount',
        promised: 'documents:letter.promised',
        terms: 'documents:letter.terms',
        notices: 'documents:letter.notices',
        supplier: 'documents:seal.supplier',
        sealHere: 'documents:seal.here',
        customerSeal: 'documents:seal.customer',
        signature: 'documents:seal.signature',
        name: 'documents:seal.name',
        date: 'documents:seal.date',
        slip: 'documents:slip.title',
        slipReturn: 'documents:slip.return',
        slipAgreed: 'documents:slip.agreed',
        slipCorrected: 'documents:slip.corrected',
      },
      words,
    ),
    unitPrice: words('documents:letter.unitPrice', { currency: named }),
    amount: words('documents:letter.amount', { currency: named }),
  };
}

const letterLine = (line: OrderLine, promised: string, context: PaperContext): LetterLine => ({
  line: line.line,
  itemCode: line.itemCode,
  itemName: line.itemName,
  specification: together(line.specification, line.color),
  remark: together(line.specialRequirements, line.remark),
  ...particularsOf(line, context),
  unit: line.unit ?? '',
  quantity: formatQuantity(line.quantity),
  unitPrice: formatPrice(line.unitPrice),
  discount: line.discount === undefined ? '' : formatRate(line.discount),
  amount: formatAmount(line.amount),
  promised,
});

const particularsOf = (line: OrderLine, context: PaperContext): Pick<LetterLine, 'particulars'> => {
  const particulars = lineParticulars(line, context);
  return particulars === null ? {} : { particulars };
};

const orderFields = (order: OrderContent, letter: IssuedLetter, { locale, words }: PaperContext): Field[] =>
  fields([
    [words('documents:letter.orderNumber'), order.number],
    [words('terms:field.poNumber'), order.poNumber],
    // The text the rows were entered under helps who has no number of the customer's; it is ours, not his.
    [words('documents:letter.reference'), order.poNumber === undefined ? order.key : undefined],
    [words('terms:field.orderDate'), order.orderDate && formatDate(order.orderDate, locale)],
    [words('documents:paper.ourContact'), order.salesperson ?? letter.issued.by.name],
    [words('documents:letter.validUntil'), formatDate(letter.validUntil, locale)],
  ]);

function totals(order: OrderContent, usualRate: Decimal, { words }: PaperContext): Field[] {
  const lines = order.lines.map(({ amount, taxRate = usualRate }) => ({ amount, rate: taxRate }));
  const { net, tax } = splitTax(lines);
  const rates = [...new Set(lines.map(({ rate }) => rate))];
  const [rate, other] = rates;
  const total = { label: words('documents:letter.total'), value: formatMoney(order.total, order.currency) };
  if (rates.every(isZero)) return [total];
  const taxLabel =
    rate === undefined || other !== undefined
      ? words('documents:letter.taxes')
      : words('documents:letter.tax', { rate: formatRate(rate) });
  return [
    { label: words('documents:letter.subtotal'), value: formatAmount(net) },
    { label: taxLabel, value: formatAmount(tax) },
    total,
  ];
}

const rmbTotal = (total: Decimal, { locale, words }: PaperContext): Field => ({
  label: words('documents:letter.capitals'),
  value: words('documents:letter.rmb') + rmbCapitals(total, locale === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans'),
});

/** Every term the letter must name; what wasn't agreed is said to be so, an empty place could be filled in later. */
function terms(order: OrderContent, { words }: PaperContext): Field[] {
  const none = words('documents:letter.notAgreed');
  return [
    { label: words('terms:field.paymentTerms'), value: order.paymentTerms ?? none },
    { label: words('documents:letter.shippingMethod'), value: order.deliveryMethod ?? none },
    { label: words('documents:letter.place'), value: order.customer.address ?? none },
    { label: words('documents:letter.packing'), value: none },
    { label: words('documents:letter.tolerance'), value: none },
    { label: words('documents:letter.special'), value: none },
  ];
}
