import { classPrices, itemDetails, itemFields, type TableRole } from './fields.ts';
import { fieldColumns } from './map-columns.ts';
import type { MappedColumn } from './table.ts';
import type { RoleCandidate } from './table-role.ts';

/** What a role must bring in a column of its own to stand in the same rows as another. */
const brings: { readonly [Role in TableRole]: readonly string[] } = {
  orders: [],
  customers: [],
  stock: ['onHand', 'available'],
  prices: ['listPrice', ...classPrices],
};

/** Columns that say the same in every role: they name the item, its unit and its currency. */
const shared: readonly string[] = [
  ...itemFields,
  ...itemDetails,
  ...['unit', 'packSize', 'warehouse', 'batch', 'currency', 'taxRate'],
];

/**
 * The roles that stand in the same rows as the main one (X2): an order ledger with the stock count beside the ordered
 * quantity is a stock sheet too; a stock sheet with a list price is a price list. What the main role reads in a column,
 * a companion doesn't read as something else: the day goods arrive at the customer is none of the stock's.
 */
export function companionsOf(main: RoleCandidate, others: readonly RoleCandidate[]): readonly RoleCandidate[] {
  const used = new Map(main.columns.map(({ column, field }) => [column, field]));
  const ownColumns = ({ role, columns }: RoleCandidate): readonly MappedColumn[] =>
    columns.map((column) => {
      const mainField = used.get(column.column) ?? null;
      const keeps =
        mainField === null ||
        (mainField === column.field && shared.includes(mainField)) ||
        (role === 'prices' && column.field === 'listPrice' && isPrefilledForm(main, others));
      return keeps ? column : { ...column, field: null, confidence: 0, reason: 'unknown' };
    });
  return (['stock', 'prices'] as const)
    .flatMap((role) => others.filter((other) => other.role === role))
    .map((other) => ({ ...other, columns: ownColumns(other) }))
    .filter(({ role, columns }) => {
      const has = columns.flatMap(({ field }) => field ?? []);
      return (
        brings[role].some((field) => has.some((one) => one === field)) &&
        itemFields.some((field) => has.includes(field))
      );
    });
}

/**
 * An order form that comes filled in with code, price and stock of everything there is, and names neither order nor
 * customer: only the quantity is the clerk's, so its price is the list's.
 */
function isPrefilledForm({ role, columns }: RoleCandidate, others: readonly RoleCandidate[]): boolean {
  if (role !== 'orders') return false;
  const used = fieldColumns<TableRole>(columns) as Readonly<Record<string, number>>;
  const named = ['orderKey', 'poNumber', 'customerCode', 'customerName'].some((field) => used[field] !== undefined);
  const stock = others.find((other) => other.role === 'stock')?.columns ?? [];
  const counted = stock.some(
    ({ field, column }) => (field === 'onHand' || field === 'available') && column !== used.quantity,
  );
  return !named && counted;
}
