import type { Field } from '../../sheet/fields.ts';
import type { OrderTable } from '../../sheet/parsed-order.ts';
import type { CheckContext, LineInCheck } from '../context.ts';
import { itemNamed } from '../item-index.ts';
import type { Observation, Rule } from '../rule.ts';

/** What a sheet of orders can't do without: any of the fields will do, unless every row has it from elsewhere (--customer). */
export const required = [
  {
    field: 'customerName',
    columns: ['customerCode', 'customerName'],
    has: ({ order }) => Boolean(order.parsed.customer.code || order.parsed.customer.name),
  },
  {
    field: 'itemCode',
    columns: ['itemCode', 'barcode', 'itemName'],
    has: ({ parsed }) => itemNamed(parsed) !== undefined,
  },
  { field: 'quantity', columns: ['quantity'], has: ({ parsed }) => parsed.quantity !== undefined },
  { field: 'unitPrice', columns: ['unitPrice'], has: ({ parsed }) => parsed.unitPrice !== undefined },
] as const satisfies readonly Requirement[];

export interface Requirement {
  /** What it is called in findings. */
  readonly field: Field<'orders'>;
  readonly columns: readonly Field<'orders'>[];
  readonly has: (line: LineInCheck) => boolean;
}

export const hasColumn = (table: OrderTable, { columns }: Requirement): boolean =>
  columns.some((field) => table.columns[field] !== undefined);

/** A column that is missing is one finding for the sheet, not one a row. */
export const requiredColumns: Rule = {
  name: 'required-columns',
  codes: ['column.missing'],
  scope: 'check',
  needs: [],
  check: (context) =>
    context.tables.flatMap((table, index) =>
      required
        .filter((requirement) => !hasColumn(table, requirement) && !everyRowHas(context, index, requirement))
        .map(
          ({ field }): Observation => ({
            code: 'column.missing',
            at: { table: index },
            data: { field, context: field },
          }),
        ),
    ),
};

function everyRowHas({ lines }: CheckContext, table: number, { has }: Requirement): boolean {
  const rows = lines.filter(({ parsed }) => parsed.table === table);
  return rows.length > 0 && rows.every(has);
}
