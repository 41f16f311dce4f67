import type { Item } from '../check/knowledge.ts';
import { sameUnit } from '../check/unit.ts';
import type { Field } from '../sheet/fields.ts';
import type { WantedCell, WantedCells } from '../sheet/new-row.ts';
import type { MappedColumn } from '../sheet/table.ts';
import type { PlainDate } from '../value/date.ts';
import { type Decimal, multiply, round } from '../value/decimal.ts';

/** A row of a message as the clerk wants it in the sheet. */
export interface WantedRow {
  /** Null = none of the book's: it is called as the message calls it. */
  readonly item: Item | null;
  readonly called: string;
  readonly quantity: Decimal | null;
  readonly unit?: string;
  readonly price: Decimal | null;
  readonly wished: PlainDate | null;
  readonly remark: string;
}
export interface WantedHead {
  readonly customer: { readonly code?: string; readonly name?: string };
  readonly orderNumber: string;
  readonly today: PlainDate;
}

/** The rows, as far as a table has columns for them. A remark for which there is none stays in `unplaced`: nothing is lost unsaid. */
export function newRows(
  rows: readonly WantedRow[],
  head: WantedHead,
  columns: readonly Pick<MappedColumn, 'field'>[],
): { readonly rows: readonly WantedCells[]; readonly unplaced: readonly string[] } {
  const has = (field: Field<'orders'>): boolean => columns.some((column) => column.field === field);
  const taken = [...new Set(columns.map(({ field }) => field))].filter((field) => field !== null);
  return {
    rows: rows.map((row) => {
      const contents = contentsOf(row, head, has);
      return (taken as readonly Field<'orders'>[]).flatMap((field): WantedCell[] => {
        const content = contents[field];
        if (content === undefined || content === '') return [];
        return [{ field, value: content, ...(dates.has(field) && { isDate: true }) }];
      });
    }),
    unplaced: has('remark') ? [] : rows.map(({ remark }) => remark).filter(Boolean),
  };
}

const dates: ReadonlySet<string> = new Set(['dueDate', 'orderDate']);
type Contents = { readonly [F in Field<'orders'>]?: string | number | undefined };

function contentsOf(row: WantedRow, head: WantedHead, has: (field: Field<'orders'>) => boolean): Contents {
  const { item, called, quantity, price, wished, remark } = row;
  const unit = row.unit ?? item?.unit;
  const unitOfItem = unit !== undefined && item?.unit !== undefined && sameUnit(unit, item.unit);
  return {
    orderKey: head.orderNumber,
    poNumber: head.orderNumber,
    customerCode: head.customer.code ?? (has('customerName') ? undefined : head.customer.name),
    customerName: head.customer.name,
    orderDate: head.today,
    ...namesOf(item, called, has),
    unit,
    // 3箱 where the sheet has no column for the 箱.
    quantity:
      quantity === null
        ? undefined
        : has('unit') || unitOfItem || row.unit === undefined
          ? Number(quantity)
          : `${quantity}${row.unit}`,
    unitPrice: price === null ? undefined : Number(price),
    amount: price === null || quantity === null ? undefined : Number(round(multiply(price, quantity), 2)),
    dueDate: wished ?? undefined,
    remark,
  };
}

function namesOf(item: Item | null, called: string, has: (field: Field<'orders'>) => boolean): Contents {
  if (item === null) return has('itemName') ? { itemName: called } : { itemCode: called };
  const { code, name, specification, color, material, brand } = item;
  return { itemCode: code, itemName: name, specification, color, material, brand };
}
