import type { PlainDate } from '../value/date.ts';
import { fieldColumns } from './map-columns.ts';
import { isUnread, unreadHeads } from './read-heads.ts';
import type { FoundTable, ParsedRow, ParsedTable, RowValues, SaidHead } from './table.ts';
import { codeText, sameText } from './text.ts';

type Values = RowValues<'orders'>;
export interface Customer {
  readonly code?: string;
  readonly name?: string;
}
/** A row with the order key and customer it belongs to, blanks filled from the rows above. */
export interface PlacedRow {
  readonly table: number;
  readonly row: ParsedRow<'orders'>;
  readonly key: string | null;
  readonly customer: Customer;
  /** The due date of the row above, where this row only continues its order. */
  readonly dueDate?: PlainDate;
  /** What the heading counts in: 数量（箱）. */
  readonly unit?: string;
}

const ordersSomething = ({ values, unreadable }: ParsedRow<'orders'>, form: boolean): boolean => {
  const says = (...fields: readonly (keyof Values)[]): boolean =>
    fields.some((field) => values[field] !== undefined || unreadable.some((cell) => cell.field === field));
  if (form) return says('quantity') && values.quantity !== '0';
  return says('itemCode', 'barcode', 'customerItemCode', 'itemName', 'quantity', 'unitPrice', 'amount');
};

/** The rows of a table that order something, and those that don't and say nothing of the rows below either. */
interface PlacedRows {
  readonly placed: readonly PlacedRow[];
  readonly idle: readonly ParsedRow<'orders'>[];
}

/**
 * Gives each row its key and customer, and sets apart those that order nothing. Clerks write them once and leave the rows
 * below blank: a blank key continues the order above as long as the row doesn't name another customer.
 * @param form rows without a quantity order nothing there
 */
export function placeRows({ table, rows }: ParsedTable<'orders'>, index: number, form: boolean): PlacedRows {
  const keyField = keyFieldOf(table);
  const columns = fieldColumns(table.columns);
  // What stands above the table is in every row it holds for: nothing goes on from row to row.
  const keyIsColumn = keyField !== null && columns[keyField] !== undefined;
  const customerIsColumn = columns.customerCode !== undefined || columns.customerName !== undefined;
  const heads = table.heads?.filter(isUnread) ?? [];
  const told = new Set<SaidHead>();
  const placed: PlacedRow[] = [];
  const idle = new Set<ParsedRow<'orders'>>();
  let key: string | null = null;
  let customer: Customer = {};
  let dueDate: PlainDate | undefined;
  /** Where key and customer were said. */
  let keyRow: ParsedRow<'orders'> | null = null;
  let customerRow: ParsedRow<'orders'> | null = null;
  const unit = headingUnit(table);
  for (const row of rows) {
    const named = customerOf(row.values);
    const typed = keyField === null ? undefined : row.values[keyField];
    const continues = typed === undefined || codeText(typed) === key;
    if (typed !== undefined) {
      key = codeText(typed);
      keyRow = row;
    } else if (!keyIsColumn || differ(named, customer)) key = null;
    if (isNamed(named) || !continues || !customerIsColumn) {
      customer = named;
      customerRow = row;
    }
    const inherits =
      keyIsColumn &&
      typed === undefined &&
      !row.said?.openDate &&
      !row.unreadable.some(({ field }) => field === 'dueDate');
    dueDate = row.values.dueDate ?? (inherits ? dueDate : undefined);
    if (!ordersSomething(row, form)) {
      idle.add(row);
      continue;
    }
    for (const above of [key === null ? null : keyRow, customerRow])
      if (above && idle.has(above) && saysOnlyWhose(above, table)) idle.delete(above);
    const unread = unreadHeads(row, heads, told);
    const whole = unread.length === 0 ? row : { ...row, unreadable: [...row.unreadable, ...unread] };
    placed.push({ table: index, row: whole, key, customer, ...(dueDate !== undefined && { dueDate }), ...unit });
  }
  return { placed, idle: [...idle] };
}

/** All that the row says of its own goes on to the rows below. The currency may be a number format's. */
function saysOnlyWhose({ values, unreadable, said }: ParsedRow<'orders'>, table: FoundTable<'orders'>): boolean {
  const goesOn = new Set<string | null>([keyFieldOf(table), 'customerCode', 'customerName', 'currency']);
  const isOfHead = (field: string, value: unknown) =>
    table.heads?.some((head) => head.field === field && head.value === value) === true;
  const more = Object.entries(values).filter(([field, value]) => !goesOn.has(field) && !isOfHead(field, value));
  return more.length === 0 && unreadable.length === 0 && !said;
}

/** Where the order's number is said: in a column, else above the table. */
function keyFieldOf({ columns, heads = [] }: FoundTable<'orders'>): 'orderKey' | 'poNumber' | null {
  const has = fieldColumns(columns);
  const keys = ['orderKey', 'poNumber'] as const;
  return (
    keys.find((field) => has[field] !== undefined) ??
    keys.find((field) => heads.some((head) => head.field === field && head.value !== undefined)) ??
    null
  );
}

/** Cartons in the heading must not become pieces in the order. Other words stand in brackets too: (预计), (incl. free). */
function headingUnit({ columns }: FoundTable<'orders'>): Pick<PlacedRow, 'unit'> {
  const said = columns.find(({ field }) => field === 'quantity')?.unit;
  const unit =
    /^(?:单位)?([^\P{Script=Han}万千百]|公斤|千克|公吨|毫升|公升|pcs?|ctns?|box(?:es)?|sets?|kgs?|pairs?|bags?|rolls?)$/u.exec(
      said ?? '',
    )?.[1];
  return unit === undefined ? {} : { unit };
}

const customerOf = ({ customerCode: code, customerName: name }: Values): Customer => ({
  ...(code !== undefined && { code }),
  ...(name !== undefined && { name }),
});
export const isNamed = ({ code, name }: Customer): boolean => code !== undefined || name !== undefined;
export const shown = ({ code, name }: Customer): string | undefined => name ?? code;
export const identity = ({ code, name }: Customer): string => sameText(code ?? name ?? '');

/** Codes decide where both rows have one, else names; a row without customer contradicts nobody. */
export function differ(a: Customer, b: Customer): boolean {
  if (a.code !== undefined && b.code !== undefined) return sameText(a.code) !== sameText(b.code);
  return a.name !== undefined && b.name !== undefined && sameText(a.name) !== sameText(b.name);
}
