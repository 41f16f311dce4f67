import fc from 'fast-check';
import type { Given } from '../../../core/check/context.ts';
import type { Customer, Item, Knowledge, ListPrice, PastDeal, StockLine } from '../../../core/check/knowledge.ts';
import { secrets } from '../../../core/check/knowledge.ts';
import { lineSignature } from '../../../core/check/line-signature.ts';
import { standardCheckPolicy } from '../../../core/policy/check-policy.ts';
import { priorityLaws } from '../../../core/policy/priority-law.ts';
import { roles } from '../../../core/policy/roles.ts';
import { type Field, fields } from '../../../core/sheet/fields.ts';
import {
  type OrderTable,
  type ParsedBatch,
  type ParsedLine,
  type ParsedOrder,
  type SaidTotal,
  taxableFields,
} from '../../../core/sheet/parsed-order.ts';
import type { UnreadableCell } from '../../../core/sheet/table.ts';
import { date, decimal, today } from './given.ts';

/**
 * Batches and knowledge as clerks make them: good rows and all that the rules look for, every optional field there or not.
 * Few words, so that rows, books and history meet often.
 */
const of = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const decimals = (...texts: readonly string[]) => of(...texts.map(decimal));
const days = of('2024-02-29', '2026-10-01', '2026-11-20', '2026-11-21', '2026-11-22', '2026-12-24', '2036-02-29').map(
  date,
);
/** All of them required, or each there or absent; never there and undefined. */
const some = <Shape extends object>(model: { [Name in keyof Shape]-?: fc.Arbitrary<NonNullable<Shape[Name]>> }) =>
  fc.record(model as never, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<Shape>>;
const both = <A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> =>
  fc.tuple(a, b).map(([one, other]) => ({ ...one, ...other }));

const amounts = decimals('-3', '0', '1', '2.5', '10', '9.99', '12.34567', '1000', '99999999');
const quantities = decimals('-2', '0', '0.5', '1', '2', '7', '24', '31', '5000');
const ratios = decimals('-0.1', '0', '0.05', '0.13', '1', '1.5');
const units = of('pcs', '个', '箱', 'kg', '套装');
const codes = of('A-1', 'a1', 'A-2', '6901', 'Z');
const names = of('Hinge', '合页', 'Total');
const words = of('', '无', '无铅', 'M8×40', 'red');
const regions = of('广东', '廣東省', '上海市', 'East');
const customerCodes = of('C1', 'c2', 'C9');
const customerNames = of('Ever Bright', 'ever bright ', 'Twin', 'Nobody');
const currencies = of('CNY', 'RMB', '元', '$', '?');

const unreadableCells = (columns: readonly number[]): fc.Arbitrary<readonly UnreadableCell[]> =>
  fc.uniqueArray(
    both(
      fc.record({
        field: of<Field<'orders'>>('quantity', 'amount', 'dueDate', 'status', 'itemCode'),
        column: of(...columns),
        kind: of<UnreadableCell['kind']>('quantity', 'money', 'date', 'text'),
        raw: words,
        problem: of<UnreadableCell['problem']>('not-a-number', 'ambiguous', 'relative', 'digits-lost', 'formula-error'),
      }),
      some<Pick<UnreadableCell, 'choices'>>({ choices: fc.subarray(['2026-03-05', '1234', '1.234']) }),
    ),
    { maxLength: 2, selector: ({ column }) => column },
  );

type Cells = Omit<ParsedLine, 'table' | 'row'>;
const cells: fc.Arbitrary<Cells> = some<Cells>({
  itemCode: codes,
  barcode: of('6901', '6902'),
  customerItemCode: codes,
  itemName: names,
  specification: words,
  color: words,
  material: words,
  brand: words,
  unit: units,
  packSize: decimals('0', '1', '24'),
  packs: quantities,
  warehouse: of('North', 'South'),
  batch: of('L1', 'L2'),
  address: words,
  agreedArrival: days,
  quantity: quantities,
  quantityUnit: units,
  saidPacks: both(fc.record({ count: quantities, size: quantities }), some({ unit: units, sizeUnit: units })),
  priceUnit: units,
  shippedQuantity: quantities,
  openQuantity: quantities,
  unitPrice: amounts,
  discount: ratios,
  amount: amounts,
  taxRate: ratios,
  dueDate: days,
  dateOpen: fc.boolean(),
  shippedDate: days,
  gift: fc.boolean(),
  specialRequirements: words,
  remark: words,
  rowId: of('r1', 'r2'),
  hidden: fc.boolean(),
  otherCustomer: customerNames,
  otherCurrency: currencies,
  unreadable: unreadableCells([3, 5, 8]),
}) as fc.Arbitrary<Cells>;

type Head = Omit<ParsedOrder, 'lines'>;
const heads: fc.Arbitrary<Head> = both(
  fc.record({
    key: of(null, '1', '１', 'PO-7', 'earlier'),
    customer: some<Head['customer']>({ code: customerCodes, name: customerNames }) as fc.Arbitrary<Head['customer']>,
  }),
  some<Omit<Head, 'key' | 'customer'>>({
    contact: words,
    phone: words,
    address: words,
    poNumber: of('PO-7', 'po-８'),
    currency: currencies,
    orderDate: days,
    paymentTerms: words,
    deliveryMethod: words,
    salesperson: words,
    region: regions,
    priority: of('1', '急'),
  }) as fc.Arbitrary<Omit<Head, 'key' | 'customer'>>,
);

const allFields = Object.keys(fields.orders) as Field<'orders'>[];
const tables: fc.Arbitrary<OrderTable> = fc
  .record({
    missing: fc.subarray(allFields, { maxLength: 8 }),
    guessed: fc.subarray(['amount', 'quantity'] satisfies Field<'orders'>[]),
    beforeTax: fc.subarray([...taxableFields]),
    file: fc.boolean(),
    headerRow: of(0, 3),
  })
  .map(({ missing, guessed, beforeTax, file, headerRow }) => ({
    sheet: '',
    headerRow,
    columns: Object.fromEntries(
      allFields.flatMap((field, column) => (missing.includes(field) ? [] : [[field, column]])),
    ),
    ...(file && { file: 'orders.xlsx' }),
    guessed: guessed.filter((field) => !missing.includes(field)),
    beforeTax,
  }));

const totals: fc.Arbitrary<readonly SaidTotal[]> = fc.uniqueArray(
  fc.record({
    table: of(0, 1),
    row: of(40, 41),
    field: of('quantity', 'amount'),
    value: amounts,
    from: of(1, 4),
    to: of(4, 39),
  }),
  { maxLength: 3, selector: ({ table, row, field }) => `${table} ${row} ${field}` },
);

/** In which column's cell something is said that has none of its own. */
const saidIn: { readonly [Name in keyof Cells]?: Field<'orders'> } = {
  quantityUnit: 'quantity',
  saidPacks: 'quantity',
  priceUnit: 'unitPrice',
  dateOpen: 'dueDate',
};

/** Without what a table without such a column can't say. */
const saidUnder = ({ columns }: OrderTable, content: Cells): Cells =>
  Object.fromEntries(
    Object.entries(content).filter(([name]) => {
      const field = saidIn[name as keyof Cells] ?? name;
      return !allFields.some((known) => known === field) || field in columns;
    }),
  );

interface GivenRow {
  readonly table: number;
  readonly order: number;
  readonly cells: Cells;
  /** Typed or pasted a second time: into the same order, or as another. */
  readonly again: 'row' | 'cells' | null;
}
const rows: fc.Arbitrary<readonly GivenRow[]> = fc
  .array(
    fc.record({ table: of(0, 1), order: fc.nat(3), cells, again: of<GivenRow['again']>(null, null, 'row', 'cells') }),
    {
      maxLength: 12,
    },
  )
  .map((given) => {
    const made: GivenRow[] = [];
    for (const row of given) {
      const above = made.at(-1);
      if (!above || row.again === null) made.push(row);
      else made.push({ ...row, cells: above.cells, order: row.again === 'row' ? above.order : row.order });
    }
    return made;
  });

/** Rows of two sheets in running order, each belonging to one of four orders. */
export const batches: fc.Arbitrary<ParsedBatch> = fc
  .record({ tables: fc.tuple(tables, tables), heads: fc.tuple(heads, heads, heads, heads), rows, totals })
  .map(({ tables: [first, second], heads: given, rows: typed, totals: said }) => {
    const lines = typed.map(({ table, order, cells: content }, at) => ({
      order,
      line: { ...saidUnder(table === 0 ? first : second, content), table, row: 4 + at },
    }));
    const orders = given.flatMap((head, index): ParsedOrder[] => {
      const own = lines.filter(({ order }) => order === index).map(({ line }) => line);
      return own.length > 0 ? [{ ...head, lines: own }] : [];
    });
    return {
      tables: [
        { ...first, sheet: 'One' },
        { ...second, sheet: 'Two' },
      ],
      orders,
      totals: said,
    };
  });

const listPrices: fc.Arbitrary<ListPrice> = both(
  fc.record({ price: decimals('0', '9', '10', '12.5'), minimumQuantity: decimals('0', '0', '10') }),
  some<Omit<ListPrice, 'price' | 'minimumQuantity'>>({
    customerClass: of('A', 'B'),
    currency: of('CNY', 'CNY', 'USD'),
    validFrom: of('2024-02-29', '2026-11-22').map(date),
    validTo: of('2026-11-20', '2036-02-29').map(date),
    promotion: fc.boolean(),
  }),
) as fc.Arbitrary<ListPrice>;

const items: fc.Arbitrary<Item> = both(
  fc.record({ code: of('A-1', 'A-2'), discontinued: fc.boolean(), prices: fc.array(listPrices, { maxLength: 3 }) }),
  some<Omit<Item, 'code' | 'discontinued' | 'prices'>>({
    barcode: of('6901', '6902'),
    otherBarcodes: fc.subarray(['6903', '6902']),
    customerItemCodes: fc.subarray(['A-2', 'Z']),
    name: names,
    otherNames: fc.array(names, { maxLength: 2 }),
    specification: words,
    color: words,
    material: words,
    brand: words,
    category: words,
    unit: units,
    pack: both(fc.record({ size: decimals('1', '24') }), some({ unit: units })) as fc.Arbitrary<
      NonNullable<Item['pack']>
    >,
    minimumOrder: decimals('0', '5'),
    orderMultiple: decimals('0', '4'),
    leadTimeDays: of(0, 2.5, 30),
    substitutes: fc.subarray(['A-2', 'Z']),
    regions: fc.subarray(['广东省', '上海', 'East']),
    service: fc.boolean(),
    customMade: fc.boolean(),
    floorPrice: amounts,
    cost: amounts,
  }),
) as fc.Arbitrary<Item>;

const stockLines: fc.Arbitrary<StockLine> = both(
  fc.record({ itemCode: codes, onHand: quantities, inbound: quantities }),
  some<Omit<StockLine, 'itemCode' | 'onHand' | 'inbound'>>({
    barcode: of('6901', '6902'),
    name: names,
    specification: words,
    color: words,
    unit: units,
    warehouse: of('North', 'South'),
    batch: of('L1', 'L2'),
    inboundDate: days,
  }),
) as fc.Arbitrary<StockLine>;

const customers: fc.Arbitrary<Customer> = both(
  fc.record({ code: of('C1', 'C2', 'C3'), name: of('Ever Bright', 'Twin'), active: fc.boolean() }),
  some<Omit<Customer, 'code' | 'name' | 'active'>>({
    shortName: of('Bright', 'Twin'),
    customerClass: of('A', 'b'),
    contact: words,
    phone: words,
    address: words,
    paymentTerms: words,
    region: regions,
    creditLimit: amounts,
    receivable: amounts,
    overdueDebt: amounts,
    overdueDays: of(0, 8, 40),
    taxNumber: words,
  }),
) as fc.Arbitrary<Customer>;

const pastDeals: fc.Arbitrary<PastDeal> = both(
  fc.record({
    customerCode: of('C1', 'C2'),
    itemCode: of('A-1', 'A-2'),
    lastPrice: amounts,
    currency: of('CNY', 'USD'),
    lastOn: days,
    lastOrder: of('SO-1'),
    deals: of(1, 9),
  }),
  some<Pick<PastDeal, 'largestQuantity'>>({ largestQuantity: quantities }),
) as fc.Arbitrary<PastDeal>;

const posted = both(
  fc.record({
    number: of('SO-1', 'SO-2'),
    key: of(null, '1', 'earlier'),
    customerCode: of('C1', 'C2'),
    postedOn: days,
    lines: fc
      .array(fc.record({ item: of('A-1', 'A-2'), quantity: quantities, unitPrice: amounts }), { maxLength: 2 })
      .map((lines) => lines.map(lineSignature).sort()),
  }),
  some({ poNumber: of('PO-7', 'PO-8') }),
) as fc.Arbitrary<NonNullable<Knowledge['posted']>[number]>;

const source = { from: 'workbook' } as const;
const few = <Value>(one: fc.Arbitrary<Value>) => fc.array(one, { maxLength: 4 });
const orNull = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { freq: 6 });

export const knowledges: fc.Arbitrary<Knowledge> = both(
  fc.record({
    prices: orNull(
      both(
        fc.record({ source: fc.constant(source), currency: of('CNY', 'CNY', 'USD'), items: few(items) }),
        some({ tax: of('excluded' as const) }),
      ) as fc.Arbitrary<NonNullable<Knowledge['prices']>>,
    ),
    stock: orNull(fc.record({ source: fc.constant(source), lines: few(stockLines) })),
    customers: orNull(fc.record({ source: fc.constant(source), customers: few(customers) })),
    openDemand: few(
      both(
        fc.record({ orderNumber: of('SO-1', 'SO-2'), itemCode: codes, quantity: quantities }),
        some({ dueDate: days }),
      ) as fc.Arbitrary<Knowledge['openDemand'][number]>,
    ),
  }),
  some<Pick<Knowledge, 'pastDeals' | 'openAmounts' | 'posted' | 'withheld'>>({
    pastDeals: few(pastDeals),
    openAmounts: few(
      fc.record({
        customerCode: of('C1', 'C2'),
        amount: amounts,
        currency: of('CNY', 'USD'),
        confirmedOrders: of(0, 9),
      }),
    ),
    posted: few(posted),
    withheld: fc.subarray([...secrets]),
  }),
) as fc.Arbitrary<Knowledge>;

/** Whoever asks, by whatever policy. */
export const givens: fc.Arbitrary<Given> = fc
  .record({
    knowledge: knowledges,
    currency: of('CNY', 'CNY', 'USD'),
    roles: fc.subarray([...roles]),
    taxRate: decimals('0', '0.13'),
    leadTimeDays: of(null, 0, 20),
    holidays: of('CN' as const, null),
    closed: fc.subarray([date('2026-12-24'), date('2026-12-25')]),
    law: of(...priorityLaws),
    longestWaitDays: fc.option(fc.integer({ min: 1, max: 30 })),
  })
  .map(({ leadTimeDays, holidays, closed, law, longestWaitDays, ...given }) => ({
    ...given,
    today,
    policy: {
      ...standardCheckPolicy,
      leadTimeDays,
      precedence: { law, longestWaitDays },
      calendar: { holidays, closed, open: [] },
    },
  }));
