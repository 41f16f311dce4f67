import { type Field, roles, type TableRole } from './fields.ts';
import type { RawTable } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { isLogHeading } from './headings.ts';
import { fieldColumns, mapColumns } from './map-columns.ts';
import type { ColumnChoice, MappedColumn } from './table.ts';

/** A table that could have this role, and how sure that is (0…1). */
export interface RoleCandidate<Role extends TableRole = TableRole> {
  readonly role: Role;
  readonly columns: readonly MappedColumn<Role>[];
  readonly confidence: number;
}

type Has = (...fields: readonly string[]) => boolean;
const itemFields = [
  'itemCode',
  'barcode',
  'itemName',
  'customerItemCode',
] as const satisfies readonly Field<'orders'>[];

/** Points by what the columns say: the fields a role can't do without weigh most. Full marks are 1 and a little more. */
const points: { readonly [Role in TableRole]: (has: Has) => number } = {
  orders: (has) =>
    has('quantity', 'orderKey', 'poNumber')
      ? weigh([
          [has(...itemFields), 0.3],
          [has('quantity'), 0.3],
          [has('orderKey', 'poNumber'), 0.2],
          [has('customerCode', 'customerName'), 0.15],
          [has('unitPrice', 'amount'), 0.1],
          [has('orderDate', 'dueDate'), 0.1],
        ]) - (has(...itemFields) || has('quantity') ? 0 : 0.3)
      : 0,
  prices: (has) =>
    weigh([
      [has(...itemFields), 0.4],
      [has('listPrice'), 0.45],
      [has('floorPrice', 'cost'), 0.1],
      [has('discontinued', 'category'), 0.1],
      [has('minimumQuantity', 'customerClass', 'validFrom', 'validTo'), 0.1],
    ]),
  stock: (has) =>
    has('onHand', 'available')
      ? weigh([
          [has(...itemFields), 0.4],
          [true, 0.45],
          [has('warehouse'), 0.1],
          [has('inbound', 'inboundDate', 'reorderLevel'), 0.1],
        ])
      : 0,
  customers: (has) =>
    has('customerCode', 'customerName')
      ? weigh([
          [true, 0.3],
          [has('customerCode') && has('customerName'), 0.2],
          [has('contact', 'phone', 'address', 'city'), 0.2],
          [has('paymentTerms', 'creditLimit', 'customerClass', 'taxNumber', 'overdueDebt'), 0.3],
        ])
      : 0,
};

const weigh = (evidence: readonly (readonly [boolean, number])[]): number =>
  evidence.reduce((total, [seen, weight]) => total + (seen ? weight : 0), 0);

/** Words in the sheet's name or over the table. */
const hints: { readonly [Role in TableRole]: RegExp } = {
  orders: /订单|訂單|订货|訂貨|接单|接單|销售明细|orders?\b|\bp\.?o\b|sales/i,
  prices: /价|價|price|catalog/i,
  stock: /库存|庫存|存货|存貨|仓|倉|stock|inventory|warehouse/i,
  customers: /客户|客戶|customers?\b|clients?\b/i,
};
const history = /日志|日誌|流水|历史|歷史|记录|記錄|存档|備份|备份|已完成|\blog\b|history|archive|backup|\bold\b/i;

/** The roles a table could have, the likeliest first; none when nothing reaches 0.4. */
export function rolesOf(table: RawTable, grid: Grid, choices: readonly ColumnChoice[]): readonly RoleCandidate[] {
  const about = `${grid.sheet} ${table.title}`;
  const logs = table.header.headings.filter(isLogHeading).length;
  const against = (history.test(about) ? 0.45 : 0) + (logs >= 2 ? 0.6 : 0) + (grid.hidden ? 0.2 : 0);
  const columns = {
    orders: mapColumns(table, 'orders', choices),
    prices: mapColumns(table, 'prices', choices),
    stock: mapColumns(table, 'stock', choices),
    customers: mapColumns(table, 'customers', choices),
  };
  const doubt = doubts(columns, about);
  const candidates = roles.map((role): RoleCandidate => {
    const mapped = fieldColumns<TableRole>(columns[role]) as Readonly<Record<string, number>>;
    const has: Has = (...names) => names.some((name) => mapped[name] !== undefined);
    const hint = hints[role].test(about) ? 0.15 : 0;
    const confidence = Math.min(1, points[role](has) + hint + sureness(columns[role]) - doubt[role]) - against;
    return { role, columns: columns[role], confidence: Math.round(confidence * 100) / 100 };
  });
  return candidates
    .filter(({ confidence }) => confidence >= 0.4)
    .toSorted(
      (a, b) =>
        Number(ordersBeside(b, columns.stock)) - Number(ordersBeside(a, columns.stock)) || b.confidence - a.confidence,
    );
}

/** Headings known only in part make the role less sure. */
const sureness = (columns: readonly MappedColumn[]): number =>
  columns.some(({ field, confidence }) => field !== null && confidence < 0.9) ? -0.05 : 0;

/** One sheet for everything: an order quantity beside the stock count makes it an order sheet, however much else it says. */
function ordersBeside({ role, columns }: RoleCandidate, stock: readonly MappedColumn<'stock'>[]): boolean {
  if (role !== 'orders') return false;
  const { onHand, available, inbound } = fieldColumns(stock);
  const { quantity } = fieldColumns(columns as readonly MappedColumn<'orders'>[]);
  const counted = onHand ?? available;
  return quantity !== undefined && counted !== undefined && ![onHand, available, inbound].includes(quantity);
}

/** What doesn't belong: a customer list has no items and quantities, a price list no orders and customers. */
function doubts(
  columns: { readonly [Role in TableRole]: readonly MappedColumn<Role>[] },
  about: string,
): Readonly<Record<TableRole, number>> {
  const orders = fieldColumns(columns.orders);
  const stock = fieldColumns(columns.stock);
  const keyed = orders.orderKey !== undefined || orders.poNumber !== undefined;
  const counted = orders.quantity !== undefined;
  const named = orders.customerName !== undefined || orders.customerCode !== undefined;
  const items = itemFields.some((field) => orders[field] !== undefined);
  // A bare 数量 is a stock count only where the sheet says that it is about stock.
  const bare = counted && stock.onHand === orders.quantity && stock.warehouse === undefined && !hints.stock.test(about);
  return {
    orders: 0,
    prices: (counted ? 0.4 : 0) + (keyed ? 0.3 : 0),
    stock: (bare ? 0.4 : 0) + (keyed ? 0.3 : 0) + (named && counted ? 0.2 : 0),
    customers: (items && counted ? 0.6 : 0) + (keyed ? 0.3 : 0),
  };
}
