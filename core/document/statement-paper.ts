import type { OrderCustomer } from '../check/checked-order.ts';
import type { Locale } from '../policy/locale.ts';
import type { Statement } from '../receivable/statement.ts';
import type { PlainDate } from '../value/date.ts';
import { absolute, type Decimal, isNegative, isZero } from '../value/decimal.ts';
import { hashOfText } from '../value/hash-text.ts';
import { rmbCapitals } from './capitals.ts';
import { formatAmount, formatDate, formatMoney } from './format.ts';
import {
  customerFields,
  type Field,
  labels,
  letterhead,
  type PaperContext,
  type PaperModel,
  paperHead,
  returnAddress,
} from './paper-model.ts';

/** The statement 对账单 (R45) as a paper: the customer compares it with his own books, stamps it and sends it back. */
export interface StatementPaper extends PaperModel {
  readonly kind: 'statement';
  readonly customer: readonly Field[];
  readonly period: readonly Field[];
  readonly opening: Field;
  readonly lines: readonly StatementLine[];
  /** Said in place of lines when nothing moved. */
  readonly nothing: string;
  readonly closing: Field;
  /** "截至…，贵司尚欠我司货款人民币…": what he confirms. */
  readonly owed: string;
  readonly supplier: string;
  readonly returnTo: string;
  readonly customerName: string;
}

export interface StatementLine {
  readonly date: string;
  readonly kind: string;
  readonly reference: string;
  readonly order: string;
  /** What he owes more by it; empty where he owes less. */
  readonly charged: string;
  readonly credited: string;
  readonly balance: string;
}

/** What the paper needs beside the figures. */
export interface StatementFacts {
  readonly customer: OrderCustomer;
  readonly issuedBy: string;
  readonly today: PlainDate;
}

/**
 * Numbered "ST-C001-202611-20261202-7K3FQ" by the month, the day it was made and its figures, with its currency where that isn't the
 * company's own: what comes back stamped says which figures were confirmed. Two prints of one day bear one number only if they say
 * the same.
 */
export function statementPaper(
  statement: Statement,
  { customer, issuedBy, today }: StatementFacts,
  context: PaperContext,
): StatementPaper {
  const { locale, words, company } = context;
  const { currency, from, to, opening, closing } = statement;
  const month = from.slice(0, 7).replace('-', '');
  const day = today.replaceAll('-', '');
  const foreign = currency === company.currency ? [] : [currency];
  const number = ['ST', customer.code, month, ...foreign, day, markOfFigures(statement)].join('-');
  const lines = statement.rows.map((row) => lineOf(row, context));
  const closingText = formatMoney(closing, currency);
  return {
    ...paperHead('statement', { number, on: today, issuedBy, labels: statementLabels(words) }, context),
    customer: customerFields(customer, context),
    period: [
      { label: words('documents:statement.from'), value: formatDate(from, locale) },
      { label: words('documents:statement.to'), value: formatDate(to, locale) },
      { label: words('documents:report.currency'), value: currency },
    ],
    opening: { label: words('documents:statement.opening'), value: formatMoney(opening, currency) },
    lines,
    nothing: words('documents:statement.nothing'),
    closing: { label: words('documents:statement.closing'), value: closingText },
    owed: owed(statement, today, context),
    supplier: letterhead(context).name,
    returnTo: returnAddress(company) ?? letterhead(context).name,
    customerName: customer.name,
    mustContain: [
      number,
      customer.name,
      closingText,
      ...lines.flatMap(({ reference, balance }) => [reference, balance]),
    ],
  };
}

/** Letters and digits that nobody takes for others, read out over the phone or written by hand. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const marked = 5;

/** A short mark of all the paper says of money: another figure, another mark. */
function markOfFigures({ currency, from, to, opening, rows, closing }: Statement): string {
  const said = [
    [from, to, currency, formatAmount(opening), formatAmount(closing)],
    ...rows.map(({ on, kind, reference, order, amount }) => [on, kind, reference, order, formatAmount(amount)]),
  ];
  let left = hashOfText(said.map((row) => row.join(' ')).join('\n'));
  return Array.from({ length: marked }, () => {
    const sign = signs.charAt(left % signs.length);
    left = Math.floor(left / signs.length);
    return sign;
  }).join('');
}

function lineOf(row: Statement['rows'][number], { locale, words }: PaperContext): StatementLine {
  const amount = formatAmount(absolute(row.amount));
  const isCredit = isNegative(row.amount);
  return {
    date: formatDate(row.on, locale),
    kind: words(`documents:movement.${row.kind}`),
    reference: row.reference,
    order: row.order ?? '',
    charged: isCredit ? '' : amount,
    credited: isCredit ? amount : '',
    balance: formatAmount(row.balance),
  };
}

/** By the period's last day, or by today where it isn't over: what comes after isn't known yet. */
function owed({ currency, to, closing }: Statement, today: PlainDate, { locale, words }: PaperContext): string {
  const date = formatDate(to < today ? to : today, locale);
  if (isZero(closing)) return words('documents:statement.settled', { date });
  const amount = absolute(closing);
  const said = { date, amount: inWords(amount, currency, { locale, words }) };
  return words(isNegative(closing) ? 'documents:statement.paidAhead' : 'documents:statement.owed', said);
}

/** 人民币壹万元整（¥10,000.00）; another currency, and English, in figures. */
function inWords(
  amount: Decimal,
  currency: string,
  { locale, words }: { locale: Locale; words: PaperContext['words'] },
): string {
  const figures = formatMoney(amount, currency);
  if (currency !== 'CNY' || locale === 'en') return figures;
  return `${words('documents:letter.rmb')}${rmbCapitals(amount, locale === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans')}（${figures}）`;
}

const statementLabels = (words: PaperContext['words']): Record<string, string> =>
  labels(
    {
      customer: 'documents:paper.to',
      period: 'documents:statement.period',
      date: 'documents:seal.date',
      kind: 'documents:statement.kind',
      reference: 'documents:statement.reference',
      order: 'documents:letter.orderNumber',
      charged: 'documents:statement.charged',
      credited: 'documents:statement.credited',
      balance: 'documents:statement.balance',
      supplierSeal: 'documents:statement.supplierSeal',
      customerSeal: 'documents:statement.customerSeal',
      sealHere: 'documents:seal.here',
      signature: 'documents:seal.signature',
      slip: 'documents:statement.slip',
      agreed: 'documents:statement.agreed',
      differs: 'documents:statement.differs',
      slipReturn: 'documents:slip.return',
    },
    words,
  );
