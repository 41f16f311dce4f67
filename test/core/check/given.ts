import { type CheckResult, checkOrders } from '../../../core/check/check.ts';
import { contextOf, type Given } from '../../../core/check/context.ts';
import type { Finding } from '../../../core/check/finding.ts';
import type {
  Customer,
  Item,
  Knowledge,
  ListPrice,
  OpenAmount,
  OpenDemand,
  PastDeal,
  PostedOrder,
  Secret,
} from '../../../core/check/knowledge.ts';
import type { Rule } from '../../../core/check/rule.ts';
import { runRules } from '../../../core/check/run-rules.ts';
import { standardCheckPolicy } from '../../../core/policy/check-policy.ts';
import type { OrderTable, ParsedBatch, ParsedLine, ParsedOrder } from '../../../core/sheet/parsed-order.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';

export const today = '2026-11-21' as PlainDate;
export const date = (text: string): PlainDate => text as PlainDate;
export const decimal = (text: string): Decimal => text as Decimal;

/** The sheet the rows of these tests stand in, its header in row 1. */
export const ordersTable: OrderTable = {
  sheet: 'Orders',
  headerRow: 0,
  columns: {
    orderKey: 0, // A
    customerCode: 1, // B
    customerName: 2, // C
    itemCode: 3, // D
    barcode: 4, // E
    quantity: 5, // F
    unitPrice: 6, // G
    discount: 7, // H
    amount: 8, // I
    dueDate: 9, // J
    shippedDate: 10, // K
    orderDate: 11, // L
    poNumber: 12, // M
    region: 13, // N
    specialRequirements: 14, // O
    unit: 15, // P
  },
};

/** A row as it stands in the sheet; a good one unless told otherwise. undefined = empty cell. */
export type Row = { readonly [Cell in keyof Omit<ParsedLine, 'row' | 'table'>]?: ParsedLine[Cell] | undefined } & {
  readonly key?: string;
  readonly customer?: ParsedOrder['customer'];
  readonly order?: Partial<ParsedOrder>;
};

const goodLine = { itemCode: 'A-1', quantity: decimal('2'), unitPrice: decimal('10') };

/** Rows from sheet row 2 on, grouped into orders by their key ("1" if none is given). */
export function batchOf(rows: readonly Row[], table: OrderTable = ordersTable): ParsedBatch {
  const orders = new Map<string, ParsedOrder & { lines: ParsedLine[] }>();
  rows.forEach(({ key = '1', customer = { code: 'C1' }, order, ...cells }, index) => {
    const known = orders.get(key) ?? { key, customer, ...order, lines: [] };
    orders.set(key, known);
    known.lines.push(filled({ ...goodLine, ...cells, table: 0, row: index + 1 }));
  });
  return { tables: [table], orders: [...orders.values()] };
}

/** Without the cells set to undefined: a missing field is absent, as the parser leaves it. */
const filled = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, cell]) => cell !== undefined)) as {
    [Name in keyof Value]: Exclude<Value[Name], undefined>;
  };

export interface Books {
  readonly items?: readonly (Partial<Omit<Item, 'prices'>> & { code: string; prices?: readonly GivenPrice[] })[] | null;
  readonly stock?: Readonly<Record<string, string>> | null;
  readonly customers?: readonly Partial<Customer>[] | null;
  readonly openDemand?: readonly (Omit<OpenDemand, 'quantity'> & { quantity: string })[];
  readonly currency?: string;
  /** Of the price list; absent = tax included. */
  readonly tax?: 'excluded';
  /** What only a server knows; C1 has bought, owes and posted nothing unless told otherwise. */
  readonly pastDeals?: readonly (Partial<PastDeal> & Pick<PastDeal, 'itemCode'>)[] | null;
  readonly openAmounts?: readonly Partial<OpenAmount>[] | null;
  readonly ordersConfirmed?: number;
  readonly posted?: readonly (Partial<PostedOrder> & Pick<PostedOrder, 'lines'>)[] | null;
  readonly withheld?: readonly Secret[];
}
export type GivenPrice = { price: string; minimumQuantity?: string } & Partial<
  Omit<ListPrice, 'price' | 'minimumQuantity'>
>;

const source = { from: 'workbook' } as const;
const goodCustomer = {
  code: 'C1',
  name: 'Ever Bright',
  active: true,
  creditLimit: '1000000' as Decimal,
  overdueDebt: '0' as Decimal,
};

/** Books with item A-1 at 10.00, plenty of it, and customer C1, unless told otherwise; null = there is no such book. */
export function knowledge(books: Books = {}): Knowledge {
  const {
    items = [{ code: 'A-1' }],
    stock = { 'A-1': '1000' },
    customers = [{}],
    openDemand = [],
    currency,
    tax,
  } = books;
  return {
    prices: items && { source, currency: currency ?? 'CNY', ...(tax && { tax }), items: items.map(itemOf) },
    stock: stock && {
      source,
      lines: Object.entries(stock).map(([itemCode, onHand]) => ({
        itemCode,
        onHand: decimal(onHand),
        inbound: decimal('0'),
      })),
    },
    customers: customers && {
      source,
      customers: customers.map((customer) => ({ ...goodCustomer, ...customer })),
    },
    openDemand: openDemand.map((demand) => ({ ...demand, quantity: decimal(demand.quantity) })),
    ...historyOf(books),
  };
}

function historyOf({
  pastDeals = [],
  openAmounts = [],
  ordersConfirmed,
  posted = [],
  withheld,
}: Books): Partial<Knowledge> {
  const deal = { customerCode: 'C1', lastPrice: decimal('10'), currency: 'CNY', lastOn: date('2026-09-01') };
  return {
    ...(pastDeals && { pastDeals: pastDeals.map((known) => ({ ...deal, lastOrder: 'SO-1', deals: 1, ...known })) }),
    ...(ordersConfirmed !== undefined && { ordersConfirmed }),
    ...(openAmounts && {
      openAmounts: openAmounts.map((known) => ({
        customerCode: 'C1',
        amount: decimal('0'),
        currency: 'CNY',
        confirmedOrders: 10,
        ...known,
      })),
    }),
    ...(posted && {
      posted: posted.map((known) => ({
        number: 'SO-1',
        key: 'earlier',
        customerCode: 'C1',
        postedOn: date('2026-11-01'),
        ...known,
      })),
    }),
    ...(withheld && { withheld }),
  };
}

const itemOf = ({ prices = [{ price: '10' }], ...item }: NonNullable<Books['items']>[number]): Item => ({
  discontinued: false,
  // Sold at a good price, whatever it is.
  floorPrice: decimal('0'),
  cost: decimal('0'),
  ...item,
  prices: prices.map(({ price, minimumQuantity = '0', ...rest }) => ({
    ...rest,
    price: decimal(price),
    minimumQuantity: decimal(minimumQuantity),
  })),
});

/** Checks rows with all rules. */
export const check = (rows: readonly Row[], books: Books = {}): CheckResult =>
  checkOrders({ batch: batchOf(rows), knowledge: knowledge(books), today });

/** What some rules alone find in the rows; `asked` is who asks, by which policy, and the sheet the rows stand in. */
export const checkWith = (
  rules: readonly Rule[],
  rows: readonly Row[],
  books: Books = {},
  { table, ...asked }: Partial<Given> & { readonly table?: OrderTable } = {},
): { findings: Finding[] } => ({
  findings: runRules(rules, contextOf(batchOf(rows, table), { ...given(knowledge(books)), ...asked })).map(
    ({ finding }) => finding,
  ),
});

/** What a check is told besides the rows, as a salesperson of a house in China asks. */
export const given = (known: Knowledge): Given => ({
  knowledge: known,
  today,
  currency: 'CNY',
  policy: standardCheckPolicy,
  roles: ['sales'],
  taxRate: decimal('0.13'),
});

/** "F2 stock.short": what was found where, for short assertions. */
export const cells = ({ findings }: Pick<CheckResult, 'findings'>): string[] =>
  findings.map(({ cell, code }) => `${cell} ${code}`);
