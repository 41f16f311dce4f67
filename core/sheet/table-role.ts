import { classPrices, itemFields, roles, type TableRole } from './fields.ts';
import type { RawTable } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { isLogHeading } from './headings.ts';
import { fieldColumns, mapColumns } from './map-columns.ts';
import { isOtherPaper } from './other-papers.ts';
import type { ColumnChoice, MappedColumn } from './table.ts';

/** A table that could have this role, and how sure that is (0…1). */
export interface RoleCandidate<Role extends TableRole = TableRole> {
  readonly role: Role;
  readonly columns: readonly MappedColumn<Role>[];
  readonly confidence: number;
  /** A person said so. */
  readonly reason?: 'user';
}

type Has = (...fields: readonly string[]) => boolean;
const listPrices = ['listPrice', ...classPrices, 'promotionPrice'] as const;

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
      // A catalogue without prices names its items by code and name; a list with some code is anything.
      [has('itemCode', 'barcode') && has('itemName'), 0.4],
      [!(has('itemCode', 'barcode') && has('itemName')) && has(...itemFields) && has(...listPrices), 0.4],
      [has(...listPrices), 0.45],
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
/** Where goods go says nothing of what a table is: many an address ends in 3号仓. */
const places = /(?:地址|地点|地點|address)[^:：]{0,6}[:：]?.*?(?=\s\S{1,12}[:：]|$)|\d+\s*[号號][仓倉]/gi;
const history = /日志|日誌|流水|历史|歷史|记录|記錄|存档|備份|备份|已完成|\blog\b|history|archive|backup|\bold\b/i;
/** Made to be filled in: what stands there is an example, unless nothing else is there (sureOrders). */
const template = /模板|模版|范本|範本|样例|示例|範例|范例|template|example/i;

/** Adds up what other sheets order; with order numbers it is a ledger, whatever it is called. */
const summary = /汇总|彙總|匯總|统计|統計|透视|樞紐|分析|summary|pivot|statistics/i;

/** What a table is, and what else it could be. */
export interface TableRoles {
  /** Null when nothing is likely enough. */
  readonly main: RoleCandidate | null;
  /** Roles that could stand in the same rows (companions.ts says which do). */
  readonly others: readonly RoleCandidate[];
}

/** Below this a table has no role. */
const leastConfidence = 0.4;
/** Orders as long as there is nothing better. */
const weak = 0.55;

/**
 * What a table is. @param choices what a person said of its columns
 * @param chosen the role a person gave the table; null = he said it has none; undefined = nobody said anything
 */
export function rolesOf(
  table: RawTable,
  grid: Grid,
  choices: readonly ColumnChoice[],
  chosen?: TableRole | null,
): TableRoles {
  const about = `${grid.sheet} ${table.title}`;
  const titled = `${grid.sheet} ${table.title.replace(places, ' ')}`;
  const columns = {
    orders: mapColumns(table, grid, 'orders', choices),
    prices: mapColumns(table, grid, 'prices', choices),
    stock: mapColumns(table, grid, 'stock', choices),
    customers: mapColumns(table, grid, 'customers', choices),
  };
  if (chosen !== undefined)
    return { main: chosen && { role: chosen, columns: columns[chosen], confidence: 1, reason: 'user' }, others: [] };
  const against = history.test(about) ? 0.45 : 0;
  const doubt = doubts(columns, table, titled);
  const { orderKey, poNumber } = fieldColumns(columns.orders);
  const isSummary = summary.test(grid.sheet) && orderKey === undefined && poNumber === undefined;
  const mostOrders = template.test(grid.sheet) || isSummary ? weak : 1;
  const scored = roles.map((role) => {
    const mapped = fieldColumns<TableRole>(columns[role]) as Readonly<Record<string, number>>;
    const has: Has = (...names) => names.some((name) => mapped[name] !== undefined);
    const hint = hints[role].test(titled) ? 0.15 : 0;
    const likely = points[role](has) + hint + sureness(columns[role]);
    const confidence =
      Math.min(role === 'orders' ? mostOrders : 1, likely - doubt[role]) - against - doubtsOfAll(table, grid);
    return { role, columns: columns[role], confidence: Math.round(confidence * 100) / 100, likely };
  });
  const [main = null] = scored
    .filter(({ confidence }) => confidence >= leastConfidence)
    .toSorted(
      (a, b) =>
        Number(ordersBeside(b, columns.stock)) - Number(ordersBeside(a, columns.stock)) || b.confidence - a.confidence,
    );
  if (main?.role === 'orders' && isOtherPaper(table, grid, columns.orders)) return { main: null, others: [] };
  return {
    main,
    others: scored.filter(
      ({ role, likely }) => role !== main?.role && !doubt.never.includes(role) && likely >= leastConfidence,
    ),
  };
}

/** Whatever its columns: a log of movements, a hidden sheet. */
function doubtsOfAll({ header }: RawTable, grid: Grid): number {
  const logs = header.headings.filter(isLogHeading).length;
  return (logs >= 2 ? 0.6 : 0) + (grid.hidden ? 0.2 : 0);
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
  { header }: RawTable,
  titled: string,
): Readonly<Record<TableRole, number>> & { readonly never: readonly TableRole[] } {
  const orders = fieldColumns(columns.orders);
  const stock = fieldColumns(columns.stock);
  const keyed = orders.orderKey !== undefined || orders.poNumber !== undefined;
  const counted = orders.quantity !== undefined;
  const named = orders.customerName !== undefined || orders.customerCode !== undefined;
  const items = itemFields.some((field) => orders[field] !== undefined);
  // 名称 is a customer's or an item's; only items have a size, a unit, a barcode, a price.
  const prices = fieldColumns(columns.prices);
  const ofItems = [orders.specification, orders.unit, orders.barcode, ...listPrices.map((price) => prices[price])];
  const sized = ofItems.some((column) => column !== undefined);
  // A bare 数量 is a stock count only where the sheet says that it is about stock; beside a price not even a warehouse does.
  const bare =
    counted &&
    stock.onHand === orders.quantity &&
    (stock.warehouse === undefined || orders.unitPrice !== undefined) &&
    !hints.stock.test(titled);
  const suppliers = header.headings.some((heading) => supplier.test(heading));
  return {
    orders: 0,
    prices: (counted ? 0.4 : 0) + (keyed ? 0.3 : 0),
    stock: (bare ? 0.4 : 0) + (keyed ? 0.3 : 0) + (named && counted ? 0.2 : 0),
    customers: ((items && counted) || sized ? 0.6 : 0) + (keyed ? 0.3 : 0) + (suppliers ? 0.6 : 0),
    never: bare ? ['stock'] : [],
  };
}

/** Whom we owe is no customer. */
const supplier = /供应商|供應商|厂商|廠商|应付|應付|supplier|vendor|payable/i;
