import { fieldColumns } from './map-columns.ts';
import type { FoundTable } from './table.ts';

/** What an order table says and what it leaves out, as a text to compare: twelve months' sheets are of one kind. */
export function kindOfOrders({ columns }: FoundTable<'orders'>): string {
  const has = fieldColumns(columns);
  return JSON.stringify([
    has.orderKey !== undefined || has.poNumber !== undefined,
    has.customerCode !== undefined || has.customerName !== undefined,
    has.unitPrice !== undefined || has.amount !== undefined,
  ]);
}
