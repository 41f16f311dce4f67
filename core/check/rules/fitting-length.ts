import { longestOf, mostRows } from '../../sheet/longest.ts';
import { firstLine, type LineInCheck, type OrderInCheck } from '../context.ts';
import { nothing, type Observation, type Rule } from '../rule.ts';

/** What an order can't keep whole: a text longer than a letter can print, more rows than an order has (core/wire/batch.ts). */
export const fittingLength: Rule = {
  name: 'fitting-length',
  codes: ['field.too-long', 'order.too-many-rows'],
  scope: 'order',
  needs: [],
  check: ({ orders }) => orders.flatMap((order) => [...ofOrder(order), ...order.lines.flatMap(ofLine)]),
};

/** What an order says once is named at its first row. */
function ofOrder(order: OrderInCheck): readonly Observation[] {
  const line = firstLine(order);
  const { key, customer, contact, phone, address, poNumber, currency, paymentTerms, deliveryMethod } = order.parsed;
  const { salesperson, region, priority } = order.parsed;
  const { length } = order.lines;
  const texts = {
    orderKey: key ?? undefined,
    customerCode: customer.code,
    customerName: customer.name,
    contact,
    phone,
  };
  const more = { address, poNumber, currency, paymentTerms, deliveryMethod, salesperson, region, priority };
  return [
    ...(length > mostRows ? [tooMany(line, length)] : nothing),
    ...Object.entries({ ...texts, ...more }).flatMap(([field, text]) => tooLong(line, field as TextField, text)),
  ];
}

type TextField = keyof typeof longestOf;

const tooMany = (line: LineInCheck, rows: number): Observation => ({
  code: 'order.too-many-rows',
  at: { line, field: ['orderKey', 'customerCode', 'customerName'] },
  data: { rows: String(rows), most: String(mostRows) },
});

const textsOfLine = [
  'itemCode',
  'barcode',
  'customerItemCode',
  'itemName',
  'specification',
  'color',
  'material',
  'brand',
  'unit',
  'warehouse',
  'specialRequirements',
  'remark',
  'rowId',
] as const satisfies readonly TextField[];

/** A row has words of its own, and says whose it is where that is another than its order's. */
const ofLine = (line: LineInCheck): readonly Observation[] => [
  ...textsOfLine.flatMap((field) => tooLong(line, field, line.parsed[field])),
  ...tooLong(line, 'customerName', line.parsed.otherCustomer),
  ...tooLong(line, 'currency', line.parsed.otherCurrency),
];

/** Nearly all fit: nothing is built for them. */
const tooLong = (line: LineInCheck, field: TextField, text: string | undefined): readonly Observation[] =>
  text === undefined || text.length <= longestOf[field]
    ? nothing
    : [
        {
          code: 'field.too-long',
          at: { line, field },
          data: { field, letters: String(text.length), most: String(longestOf[field]) },
        },
      ];
